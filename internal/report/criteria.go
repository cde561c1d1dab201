package report

import (
	"strings"

	"toetssteen/internal/assessment"
	"toetssteen/internal/report/pdf"
	"toetssteen/internal/strategy"
)

// answered is a criterion with its answer.
type answered struct {
	strategy.Criterion
	assessment.Answer
}

// with lists the criteria that were given a verdict.
func (p *pages) with(v assessment.Verdict) []answered {
	var list []answered
	for i, a := range p.Assessment.Answers {
		if a.Verdict == v {
			list = append(list, answered{p.Catalogue.Criteria[i], a})
		}
	}
	return list
}

// criteria goes through all criteria, principle by principle.
func (p *pages) criteria(d *pdf.Document) {
	d.Heading(1, p.text("report.criteria.heading"))
	d.Text(p.plain("report.criteria.intro")...)
	for _, principle := range p.Catalogue.Principles {
		d.Heading(2, principle.Name.In(p.Language))
		for _, kind := range kinds {
			c := p.cell(principle.Code, kind)
			symbol := stateSymbol(c.State())
			d.Paragraph(pdf.Paragraph{Symbol: symbol, Tight: true, Bind: true, Runs: []pdf.Run{
				{Text: p.scoreInWords(c, "report.kind."+string(kind)), Color: symbol.Color()},
			}})
		}
		for i, c := range p.Catalogue.Criteria {
			if c.Principle == principle.Code {
				p.criterion(d, answered{c, p.Assessment.Answers[i]})
			}
		}
	}
}

func (p *pages) criterion(d *pdf.Document, a answered) {
	symbol, key := verdictSign(a.Verdict)
	d.KeepTogether(func() {
		d.Heading(3, p.fill("report.criterion.heading", args{"Code": a.Code, "Label": a.Label.In(p.Language)}))
		d.Paragraph(pdf.Paragraph{Tight: true, Bind: true, Runs: pdf.Text(a.Question.In(p.Language))})
		d.Paragraph(pdf.Paragraph{Tight: true, Symbol: symbol, Runs: []pdf.Run{{Text: p.text(key), Bold: true, Color: symbol.Color()}}})
		if said := p.said(a.Answer); len(said) > 0 {
			d.Paragraph(pdf.Paragraph{Tight: true, Runs: said})
		}
		p.measured(d, a)
		p.attached(d, a)
	})
}

// said is the explanation of an answer, or that it is missing.
func (p *pages) said(a assessment.Answer) []pdf.Run {
	switch {
	case a.Verdict == assessment.No && a.Incomplete():
		return p.missing("report.explanation_missing")
	case a.Verdict == assessment.NotApplicable && a.Incomplete():
		return p.missing("report.reason_missing")
	case strings.TrimSpace(a.Explanation) == "":
		return nil
	case a.Verdict == assessment.No:
		return p.labelled("report.criterion.explanation", a.Explanation)
	case a.Verdict == assessment.NotApplicable:
		return p.labelled("report.criterion.reason", a.Explanation)
	default:
		return p.labelled("report.criterion.remark", a.Explanation)
	}
}
