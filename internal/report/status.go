package report

import "toetssteen/internal/report/pdf"

// symbol and key of an answer.
func (v Verdict) sign() (pdf.Symbol, string) {
	switch v {
	case Yes:
		return pdf.Check, "report.answer.yes"
	case No:
		return pdf.Cross, "report.answer.no"
	case NotApplicable:
		return pdf.Dash, "report.answer.not_applicable"
	}
	return pdf.Circle, "report.answer.open"
}

func (s State) symbol() pdf.Symbol {
	switch s {
	case Good:
		return pdf.Check
	case Partial:
		return pdf.HalfCircle
	case None:
		return pdf.Cross
	case StillOpen:
		return pdf.Circle
	}
	return pdf.Dash
}

var states = []State{Good, Partial, None, NothingSet, StillOpen}
