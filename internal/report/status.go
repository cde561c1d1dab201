package report

import (
	"toetssteen/internal/assessment"
	"toetssteen/internal/report/pdf"
	"toetssteen/internal/strategy"
)

var (
	kinds  = []strategy.Kind{strategy.User, strategy.Inclusion}
	states = []assessment.State{assessment.Good, assessment.Partial, assessment.None, assessment.NothingSet, assessment.StillOpen}
)

// verdictSign gives the symbol and the key of an answer.
func verdictSign(v assessment.Verdict) (pdf.Symbol, string) {
	switch v {
	case assessment.Yes:
		return pdf.Check, "report.answer.yes"
	case assessment.No:
		return pdf.Cross, "report.answer.no"
	case assessment.NotApplicable:
		return pdf.Dash, "report.answer.not_applicable"
	}
	return pdf.Circle, "report.answer.open"
}

func stateSymbol(s assessment.State) pdf.Symbol {
	switch s {
	case assessment.Good:
		return pdf.Check
	case assessment.Partial:
		return pdf.HalfCircle
	case assessment.None:
		return pdf.Cross
	case assessment.StillOpen:
		return pdf.Circle
	}
	return pdf.Dash
}
