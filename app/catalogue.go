package app

import (
	"context"

	"toetssteen/internal/strategy"
)

// CatalogueView is the catalogue in the session's language.
type CatalogueView struct {
	Edition    string          `json:"edition"`
	Date       string          `json:"date"`
	Language   string          `json:"language"` // of the texts: Dutch where there is no translation yet
	Principles []PrincipleView `json:"principles"`
	Criteria   []CriterionView `json:"criteria"`
}

// PrincipleView is a principle.
type PrincipleView struct {
	Code    strategy.PrincipleCode `json:"code"`
	Name    string                 `json:"name"`
	Meaning string                 `json:"meaning"`
}

// CriterionView is a criterion with its help.
type CriterionView struct {
	Code      strategy.CriterionCode `json:"code"`
	Principle strategy.PrincipleCode `json:"principle"`
	Kind      strategy.Kind          `json:"kind"`
	Source    string                 `json:"source"`
	Label     string                 `json:"label"`
	Question  string                 `json:"question"`
	Met       string                 `json:"met"`
	NotMeant  string                 `json:"notMeant"`
	Points    []PointView            `json:"points"`
}

// PointView is a sub-point of a criterion.
type PointView struct {
	Code  string `json:"code"`
	Label string `json:"label"`
	Text  string `json:"text"`
}

// Catalogue gives the whole catalogue.
func (f *Facade) Catalogue(ctx context.Context, _ Nothing) (CatalogueView, error) {
	lang := strategy.Language(f.language(ctx))
	view := CatalogueView{Edition: f.catalogue.Edition.Edition, Date: f.catalogue.Edition.Date, Language: string(f.catalogue.Language(lang))}
	for _, p := range f.catalogue.Principles {
		view.Principles = append(view.Principles, PrincipleView{Code: p.Code, Name: p.Name.In(lang), Meaning: p.Meaning.In(lang)})
	}
	for _, c := range f.catalogue.Criteria {
		criterion := CriterionView{
			Code: c.Code, Principle: c.Principle, Kind: c.Kind, Source: c.Source,
			Label: c.Label.In(lang), Question: c.Question.In(lang), Met: c.Met.In(lang), NotMeant: c.NotMeant.In(lang),
			Points: []PointView{},
		}
		for _, p := range c.Points {
			criterion.Points = append(criterion.Points, PointView{Code: p.Code, Label: p.Label.In(lang), Text: p.Text.In(lang)})
		}
		view.Criteria = append(view.Criteria, criterion)
	}
	return view, nil
}
