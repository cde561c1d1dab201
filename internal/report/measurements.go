package report

import (
	"golang.org/x/text/number"

	"toetssteen/internal/assessment"
	"toetssteen/internal/report/pdf"
	"toetssteen/internal/strategy"
)

// measured adds what was measured for a criterion: each figure with its
// threshold, what it suggests, and whether the answer is another; then what
// the instruments found.
func (p *pages) measured(d *pdf.Document, a answered) {
	var items [][]pdf.Run
	support := p.Assessment.Support(p.Catalogue, a.Answer)
	for _, s := range support {
		items = append(items, p.measurement(s))
	}
	items = append(items, p.found(support)...)
	if len(items) > 0 {
		d.Paragraph(pdf.Paragraph{Tight: true, Bind: true, Runs: []pdf.Run{{Text: p.text("report.measured"), Bold: true}}})
		d.Bullets(items...)
	}
}

func (p *pages) measurement(s assessment.Supported) []pdf.Run {
	runs := []pdf.Run{{Text: p.fill("report.measured.figure", args{
		"Label": s.Indicator.Label.In(p.Language), "Figure": p.figure(s.Indicator, s.Value), "Threshold": p.threshold(s.Indicator),
	})}}
	if s.Suggested == assessment.Yes || s.Suggested == assessment.No {
		runs = append(runs, pdf.Run{Text: " " + p.fill("report.measured.suggests", args{"Verdict": p.text("report.answer." + string(s.Suggested))})})
	}
	if !s.By(p.Catalogue.Edition.Edition) {
		runs = append(runs, pdf.Run{Text: " " + p.fill("report.measured.other_edition", args{"Edition": s.Edition})})
	}
	if s.Deviates {
		runs = append(runs, pdf.Run{Text: " " + p.text("report.measured.deviates"), Bold: true})
	}
	if s.Note != "" {
		runs = append(runs, pdf.Run{Text: " "}, pdf.Run{Text: s.Note, Lang: p.typed, Italic: true})
	}
	return runs
}

func (p *pages) figure(i strategy.Indicator, value float64) string {
	if i.Type == strategy.YesNo {
		if value == 0 {
			return p.text("report.answer.no")
		}
		return p.text("report.answer.yes")
	}
	return p.decimal(value) + " " + i.UnitFor(value, p.Language)
}

func (p *pages) threshold(i strategy.Indicator) string {
	t := i.Threshold
	switch {
	case t.Is != "":
		return p.text("report.answer." + t.Is)
	case t.AtLeast != nil:
		return p.fill("report.measured.at_least", args{"Figure": p.decimal(*t.AtLeast)})
	case t.AtMost != nil:
		return p.fill("report.measured.at_most", args{"Figure": p.decimal(*t.AtMost)})
	}
	return p.text("report.measured.better." + t.Better)
}

// decimal writes a figure with its decimals, of which there are two at most.
func (w wording) decimal(value float64) string {
	return w.numbers.Sprint(number.Decimal(value, number.MaxFractionDigits(2)))
}
