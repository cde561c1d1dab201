package report

import "toetssteen/internal/report/pdf"

// unmet lists what is not met, each with its explanation: comply or explain
// (strategy 3.2).
func (a *assessment) unmet(d *pdf.Document) {
	list := a.answered(No)
	d.Heading(1, a.text("report.unmet.heading"))
	if len(list) == 0 {
		d.Text(a.plain("report.unmet.none")...)
		return
	}
	d.Text(pdf.Run{Text: a.count("report.unmet.intro", len(list))})
	d.Table(a.explained(list, "report.unmet.summary", "report.column.explanation", "report.explanation_missing"))
}

func (a *assessment) notApplicable(d *pdf.Document) {
	list := a.answered(NotApplicable)
	if len(list) == 0 {
		return
	}
	d.Heading(1, a.text("report.not_applicable.heading"))
	d.Text(pdf.Run{Text: a.count("report.not_applicable.intro", len(list))})
	d.Table(a.explained(list, "report.not_applicable.summary", "report.column.reason", "report.reason_missing"))
}

// explained is a table of criteria with what was said about each.
func (a *assessment) explained(list []Criterion, summary, column, missing string) pdf.Table {
	t := pdf.Table{
		Summary: a.text(summary),
		Columns: []pdf.Column{{Header: a.text("report.column.criterion"), Share: 1}, {Header: a.text(column), Share: 2}},
	}
	for _, c := range list {
		symbol, _ := c.Verdict.sign()
		said := a.person(c.Explanation)
		if blank(c.Explanation) {
			said = a.missing(missing)
		}
		t.Rows = append(t.Rows, []pdf.Cell{
			{Header: true, Symbol: symbol, Runs: []pdf.Run{{Text: c.Code + "\n", Bold: true}, {Text: c.Label}}},
			{Runs: said},
		})
	}
	return t
}

func (a *assessment) open(d *pdf.Document) {
	list := a.answered(Open)
	if len(list) == 0 {
		return
	}
	d.Heading(1, a.text("report.open.heading"))
	d.Text(pdf.Run{Text: a.count("report.open.intro", len(list))})
	var items [][]pdf.Run
	for _, c := range list {
		items = append(items, []pdf.Run{{Text: c.Code + " ", Bold: true}, {Text: c.Label}})
	}
	d.Bullets(items...)
}
