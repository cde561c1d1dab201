package report

import (
	"toetssteen/internal/assessment"
	"toetssteen/internal/report/pdf"
)

// unmet lists what is not met, each with its explanation: comply or explain
// (strategy 3.2).
func (p *pages) unmet(d *pdf.Document) {
	list := p.with(assessment.No)
	d.Heading(1, p.text("report.unmet.heading"))
	if len(list) == 0 {
		d.Text(p.plain("report.unmet.none")...)
		return
	}
	p.intro(d, "report.unmet.intro", len(list))
	d.Table(p.explained(list, "report.unmet.summary", "report.column.explanation", "report.explanation_missing"))
}

func (p *pages) notApplicable(d *pdf.Document) {
	list := p.with(assessment.NotApplicable)
	if len(list) == 0 {
		return
	}
	d.Heading(1, p.text("report.not_applicable.heading"))
	p.intro(d, "report.not_applicable.intro", len(list))
	d.Table(p.explained(list, "report.not_applicable.summary", "report.column.reason", "report.reason_missing"))
}

// intro says how many there are; it stays with the first of them.
func (p *pages) intro(d *pdf.Document, key string, n int) {
	d.Paragraph(pdf.Paragraph{Bind: true, Runs: pdf.Text(p.count(key, n))})
}

// explained is a table of criteria with what was said about each.
func (p *pages) explained(list []answered, summary, column, missing string) pdf.Table {
	t := pdf.Table{
		Summary: p.text(summary),
		Columns: []pdf.Column{{Header: p.text("report.column.criterion"), Share: 1}, {Header: p.text(column), Share: 2}},
	}
	for _, a := range list {
		symbol, _ := verdictSign(a.Verdict)
		said := p.person(a.Explanation)
		if a.Incomplete() {
			said = p.missing(missing)
		}
		t.Rows = append(t.Rows, []pdf.Cell{
			{Header: true, Symbol: symbol, Runs: []pdf.Run{{Text: string(a.Code) + "\n", Bold: true}, {Text: a.Label.In(p.Language)}}},
			{Runs: said},
		})
	}
	return t
}

func (p *pages) open(d *pdf.Document) {
	list := p.with(assessment.Open)
	if len(list) == 0 {
		return
	}
	d.Heading(1, p.text("report.open.heading"))
	p.intro(d, "report.open.intro", len(list))
	var items [][]pdf.Run
	for _, a := range list {
		items = append(items, []pdf.Run{{Text: string(a.Code) + " ", Bold: true}, {Text: a.Label.In(p.Language)}})
	}
	d.Bullets(items...)
}
