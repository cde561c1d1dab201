package app

import (
	"context"
	"slices"
	"strings"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

// AsideView is what was answered and measured for a criterion that an
// assessment's edition does not have. It is there to be read.
type AsideView struct {
	Criterion    strategy.CriterionCode `json:"criterion"`
	Label        string                 `json:"label"` // "" where no edition here has the criterion
	Verdict      assessment.Verdict     `json:"verdict"`
	Explanation  string                 `json:"explanation"`
	Measurements []AsideMeasurement     `json:"measurements"`
}

// AsideMeasurement is a figure of an indicator that the edition does not have.
type AsideMeasurement struct {
	Indicator IndicatorView `json:"indicator"`
	Value     float64       `json:"value"`
	Note      string        `json:"note"`
}

// aside gives what an assessment keeps from other editions, by criterion.
func (f *Facade) aside(ctx context.Context, catalogue *strategy.Catalogue, a assessment.Assessment) []AsideView {
	lang := strategy.Language(f.language(ctx))
	views := []AsideView{}
	at := func(code strategy.CriterionCode) *AsideView {
		i := slices.IndexFunc(views, func(v AsideView) bool { return v.Criterion == code })
		if i < 0 {
			i = len(views)
			views = append(views, AsideView{Criterion: code, Label: f.labelOf(code, lang), Measurements: []AsideMeasurement{}})
		}
		return &views[i]
	}
	for _, answer := range a.Aside {
		if answer.Verdict != assessment.Open || answer.Explanation != "" {
			view := at(answer.Criterion)
			view.Verdict, view.Explanation = answer.Verdict, answer.Explanation
		}
	}
	for _, m := range a.Measurements {
		if _, err := catalogue.Indicator(m.Indicator); err == nil {
			continue
		}
		indicator := f.indicatorOf(m.Indicator)
		view := at(indicator.Criterion)
		view.Measurements = append(view.Measurements, AsideMeasurement{indicatorView(indicator, lang), m.Value, m.Note})
	}
	return views
}

// labelOf gives the label of a criterion by the latest edition that has it.
func (f *Facade) labelOf(code strategy.CriterionCode, lang strategy.Language) string {
	for _, c := range f.shelf.Editions() {
		if criterion, err := c.Criterion(code); err == nil {
			return criterion.Label.In(lang)
		}
	}
	return ""
}

// indicatorOf gives an indicator by the latest edition that has it; its code
// alone where none here has.
func (f *Facade) indicatorOf(code strategy.IndicatorCode) strategy.Indicator {
	for _, c := range f.shelf.Editions() {
		if indicator, err := c.Indicator(code); err == nil {
			return indicator
		}
	}
	criterion, _, _ := strings.Cut(string(code), ".")
	return strategy.Indicator{Code: code, Criterion: strategy.CriterionCode(criterion), Type: strategy.Count}
}
