package app

import (
	"context"

	"toetssteen/internal/strategy"
)

// CatalogueView is one edition of the catalogue in the session's language.
type CatalogueView struct {
	Edition    string          `json:"edition"`
	Date       string          `json:"date"`
	Language   string          `json:"language"` // of the texts
	Source     SourceView      `json:"source"`
	Principles []PrincipleView `json:"principles"`
	Criteria   []CriterionView `json:"criteria"`
	Indicators []IndicatorView `json:"indicators"`
	Aids       []AidView       `json:"aids"`
	Actions    []ActionView    `json:"actions"`
}

// SourceView is the document that the catalogue puts into questions.
type SourceView struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Version   string `json:"version"`
	Published string `json:"published"`
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
	Example   string                 `json:"example"`
	Points    []PointView            `json:"points"`
}

// PointView is a sub-point of a criterion.
type PointView struct {
	Code  string `json:"code"`
	Label string `json:"label"`
	Text  string `json:"text"`
}

// IndicatorView is an indicator.
type IndicatorView struct {
	Code      strategy.IndicatorCode `json:"code"`
	Criterion strategy.CriterionCode `json:"criterion"`
	Type      strategy.IndicatorType `json:"type"`
	Label     string                 `json:"label"`
	Question  string                 `json:"question"`
	How       string                 `json:"how"`
	Unit      string                 `json:"unit"`
	UnitOne   string                 `json:"unitOne"` // of a single one, "" where it is no other
	Scale     *strategy.Range        `json:"scale"`
	Threshold strategy.Threshold     `json:"threshold"`
	Reason    string                 `json:"reason"`
	Suggests  *strategy.Suggestion   `json:"suggests"`
	Measure   strategy.Measure       `json:"measure"`
	Example   bool                   `json:"exampleOfSource"`
}

// AidView is an aid.
type AidView struct {
	ID            strategy.AidID          `json:"id"`
	Type          strategy.AidType        `json:"type"`
	Name          string                  `json:"name"`
	Statuses      []strategy.StatedStatus `json:"statuses"`
	Supplier      string                  `json:"supplier"`
	Description   string                  `json:"description"`
	Link          string                  `json:"link"`
	Source        []string                `json:"source"`
	Contributions []ContributionView      `json:"contributions"`
}

// ContributionView is what an aid does for a criterion.
type ContributionView struct {
	Criterion strategy.CriterionCode `json:"criterion"`
	Extent    strategy.Extent        `json:"extent"`
	Why       string                 `json:"why"`
}

// ActionView is an action of the strategy's plan.
type ActionView struct {
	Number      int                   `json:"number"`
	Title       string                `json:"title"`
	Description string                `json:"description"`
	Owner       string                `json:"owner"`
	Timing      strategy.Timing       `json:"timing"`
	Budget      strategy.Budget       `json:"budget"`
	Status      strategy.ActionStatus `json:"status"`
	Touches     []int                 `json:"touches"`
	TouchesNote string                `json:"touchesNote"`
	Source      string                `json:"source"`
	ServedBy    []ServingView         `json:"servedBy"`
}

// ServingView says how a part of the product serves an action.
type ServingView struct {
	Part   strategy.Part `json:"part"`
	How    string        `json:"how"`
	Coming bool          `json:"coming"` // this program does not have the part yet
}

// coming are the parts that this program does not have yet: what the catalogue
// says of them is a promise, and is shown as one.
var coming = map[strategy.Part]bool{strategy.FeedbackPart: true, strategy.AnnualReportPart: true}

// CatalogueInput names an edition; "" is the latest.
type CatalogueInput struct {
	Edition string `json:"edition"`
}

// Catalogue gives a whole edition.
func (f *Facade) Catalogue(ctx context.Context, in CatalogueInput) (CatalogueView, error) {
	catalogue := f.shelf.Latest()
	if in.Edition != "" {
		var err error
		if catalogue, err = f.shelf.Catalogue(in.Edition); err != nil {
			return CatalogueView{}, err
		}
	}
	return catalogueView(catalogue, strategy.Language(f.language(ctx))), nil
}

func catalogueView(c *strategy.Catalogue, lang strategy.Language) CatalogueView {
	source := c.Edition.Source
	view := CatalogueView{
		Edition: c.Edition.Edition, Date: c.Edition.Date, Language: string(lang),
		Source: SourceView{Title: source.Title.In(lang), Publisher: source.Publisher.In(lang), Version: source.Version, Published: source.Published},
	}
	for _, p := range c.Principles {
		view.Principles = append(view.Principles, PrincipleView{Code: p.Code, Name: p.Name.In(lang), Meaning: p.Meaning.In(lang)})
	}
	for _, criterion := range c.Criteria {
		view.Criteria = append(view.Criteria, criterionView(criterion, lang))
	}
	for _, indicator := range c.Indicators {
		view.Indicators = append(view.Indicators, indicatorView(indicator, lang))
	}
	for _, aid := range c.Aids {
		view.Aids = append(view.Aids, aidView(aid, lang))
	}
	for _, action := range c.Actions {
		view.Actions = append(view.Actions, actionView(action, lang))
	}
	return view
}

func criterionView(c strategy.Criterion, lang strategy.Language) CriterionView {
	view := CriterionView{
		Code: c.Code, Principle: c.Principle, Kind: c.Kind, Source: c.Source,
		Label: c.Label.In(lang), Question: c.Question.In(lang), Met: c.Met.In(lang), NotMeant: c.NotMeant.In(lang),
		Example: c.Example.In(lang), Points: []PointView{},
	}
	for _, p := range c.Points {
		view.Points = append(view.Points, PointView{Code: p.Code, Label: p.Label.In(lang), Text: p.Text.In(lang)})
	}
	return view
}

func indicatorView(i strategy.Indicator, lang strategy.Language) IndicatorView {
	return IndicatorView{
		Code: i.Code, Criterion: i.Criterion, Type: i.Type, Label: i.Label.In(lang), Question: i.Question.In(lang), How: i.How.In(lang),
		Unit: i.Unit.In(lang), UnitOne: i.UnitOne.In(lang), Scale: i.Scale, Threshold: i.Threshold, Reason: i.Reason.In(lang), Suggests: i.Suggests, Measure: i.Measure,
		Example: i.ExampleOfSource,
	}
}

func aidView(a strategy.Aid, lang strategy.Language) AidView {
	return AidView{
		ID: a.ID, Type: a.Type, Name: a.Name.In(lang), Statuses: a.Statuses, Supplier: a.Supplier.In(lang),
		Description: a.Description.In(lang), Link: a.Link, Source: a.Source, Contributions: contributionViews(a.Contributions, lang),
	}
}

func contributionViews(contributions []strategy.Contribution, lang strategy.Language) []ContributionView {
	views := make([]ContributionView, 0, len(contributions))
	for _, c := range contributions {
		views = append(views, ContributionView{Criterion: c.Criterion, Extent: c.Extent, Why: c.Why.In(lang)})
	}
	return views
}

func actionView(a strategy.Action, lang strategy.Language) ActionView {
	view := ActionView{
		Number: a.Number, Title: a.Title.In(lang), Description: a.Description.In(lang), Owner: a.Owner.In(lang), Timing: a.Timing,
		Budget: a.Budget, Status: a.Status, Touches: append([]int{}, a.Touches...), TouchesNote: a.TouchesNote.In(lang), Source: a.Source,
		ServedBy: []ServingView{},
	}
	for _, s := range a.ServedBy {
		view.ServedBy = append(view.ServedBy, ServingView{Part: s.Part, How: s.How.In(lang), Coming: coming[s.Part]})
	}
	return view
}
