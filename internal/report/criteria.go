package report

import (
	"strings"

	"toetssteen/internal/report/pdf"
)

// criteria goes through all criteria, principle by principle.
func (a *assessment) criteria(d *pdf.Document) {
	d.Heading(1, a.text("report.criteria.heading"))
	d.Text(a.plain("report.criteria.intro")...)
	for _, p := range a.Principles {
		d.Heading(2, p.Name)
		for _, k := range kinds {
			c := a.cell(p.Code, k)
			d.Paragraph(pdf.Paragraph{Symbol: c.State.symbol(), Tight: true, Bind: true, Runs: []pdf.Run{
				{Text: a.scoreInWords(c, "report.kind."+string(k)), Color: c.State.symbol().Color()},
			}})
		}
		for _, c := range a.Criteria {
			if c.Principle == p.Code {
				a.criterion(d, c)
			}
		}
	}
}

func (a *assessment) criterion(d *pdf.Document, c Criterion) {
	symbol, key := c.Verdict.sign()
	d.KeepTogether(func() {
		d.Heading(3, a.fill("report.criterion.heading", args{"Code": c.Code, "Label": c.Label}))
		d.Paragraph(pdf.Paragraph{Tight: true, Bind: true, Runs: pdf.Text(c.Question)})
		d.Paragraph(pdf.Paragraph{Tight: true, Symbol: symbol, Runs: []pdf.Run{{Text: a.text(key), Bold: true, Color: symbol.Color()}}})
		if said := a.said(c); len(said) > 0 {
			d.Paragraph(pdf.Paragraph{Tight: true, Runs: said})
		}
	})
}

// said is the explanation of an answer, or that it is missing.
func (a *assessment) said(c Criterion) []pdf.Run {
	switch {
	case c.Verdict == No && blank(c.Explanation):
		return a.missing("report.explanation_missing")
	case c.Verdict == NotApplicable && blank(c.Explanation):
		return a.missing("report.reason_missing")
	case blank(c.Explanation):
		return nil
	case c.Verdict == No:
		return a.labelled("report.criterion.explanation", c.Explanation)
	case c.Verdict == NotApplicable:
		return a.labelled("report.criterion.reason", c.Explanation)
	default:
		return a.labelled("report.criterion.remark", c.Explanation)
	}
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }
