package app

import (
	"context"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// InsightView says what to do about a result: what to begin with, what brings
// a principle over 80 %, what does not apply and why, and what a reader would
// ask about.
type InsightView struct {
	Priorities []PriorityView `json:"priorities"` // the least effort first, then the widest reach
	Lifts      []LiftView     `json:"lifts"`
	Checks     []CheckView    `json:"checks"` // all of them, also those that found nothing
}

// PriorityView is an unmet criterion with what it takes and what it brings.
type PriorityView struct {
	ResultLine
	Effort    assessment.Effort      `json:"effort"`
	Basis     assessment.EffortBasis `json:"basis"`
	Reach     assessment.Reach       `json:"reach"`
	Others    int                    `json:"others"` // other services that fail it
	ManyUsers bool                   `json:"manyUsers"`
	Tips      bool                   `json:"tips"` // alone it brings its cell to 80 %
	Measures  []MeasureView          `json:"measures"`
}

// LiftView is the least that brings a cell to 80 %.
type LiftView struct {
	Principle strategy.PrincipleCode `json:"principle"`
	Kind      strategy.Kind          `json:"kind"`
	Percent   int                    `json:"percent"`
	Open      int                    `json:"open"` // in the cell: then it may still change
	Criteria  []ResultLine           `json:"criteria"`
}

// CheckView is a standing check.
type CheckView struct {
	Kind     assessment.CheckKind `json:"kind"`
	Findings []FindingView        `json:"findings"`
}

// FindingView is what a check found.
type FindingView struct {
	Criterion strategy.CriterionCode `json:"criterion"` // "" for none
	Label     string                 `json:"label"`     // of the criterion or the action
	Action    string                 `json:"action"`    // id of an improvement action, "" for none
	Due       string                 `json:"due"`
}

// Insight works out what to do about a result.
func (f *Facade) Insight(ctx context.Context, in IDInput) (InsightView, error) {
	a, catalogue, err := f.complete(ctx, in.ID)
	if err != nil {
		return InsightView{}, err
	}
	actions, err := f.measures(ctx, a)
	if err != nil {
		return InsightView{}, err
	}
	town, err := f.surroundings(ctx, a, actions)
	if err != nil {
		return InsightView{}, err
	}
	lang := strategy.Language(f.language(ctx))
	lines := make(map[strategy.CriterionCode]ResultLine, len(a.Answers))
	for i, answer := range a.Answers {
		lines[answer.Criterion] = resultLine(lang, catalogue.Criteria[i], answer)
	}
	view := InsightView{Priorities: []PriorityView{}, Lifts: []LiftView{}, Checks: []CheckView{}}
	priorities := assessment.Priorities(catalogue, a.Answers, town)
	for _, p := range priorities {
		view.Priorities = append(view.Priorities, PriorityView{
			ResultLine: lines[p.Criterion], Effort: p.Effort, Basis: p.Basis, Reach: p.Reach, Others: p.Others, ManyUsers: p.ManyUsers, Tips: p.Tips,
			Measures: f.measuresFor(p.Criterion, actions),
		})
	}
	for _, lift := range assessment.FewestChanges(catalogue, a.Answers, priorities) {
		l := LiftView{Principle: lift.Cell.Principle, Kind: lift.Cell.Kind, Percent: lift.Cell.Percent(), Open: lift.Cell.Open, Criteria: []ResultLine{}}
		for _, code := range lift.Criteria {
			l.Criteria = append(l.Criteria, lines[code])
		}
		view.Lifts = append(view.Lifts, l)
	}
	for _, check := range assessment.StandingChecks(catalogue, a, actions, f.now()) {
		view.Checks = append(view.Checks, checkView(check, lines))
	}
	return view, nil
}

// surroundings reads what a priority needs to know of the town.
func (f *Facade) surroundings(ctx context.Context, a assessment.Assessment, actions []assessment.ImprovementAction) (assessment.Surroundings, error) {
	stored, err := f.store.Assessments(ctx)
	if err != nil {
		return assessment.Surroundings{}, err
	}
	services, err := f.store.Services(ctx)
	if err != nil {
		return assessment.Surroundings{}, err
	}
	derived, err := f.derivation(ctx)
	if err != nil {
		return assessment.Surroundings{}, err
	}
	var all []assessment.Assessment
	for _, other := range stored {
		catalogue, err := f.shelf.Catalogue(other.Edition)
		if fault.CodeOf(err) == fault.NotFound {
			continue // this laptop can't read it; the others count
		}
		if err != nil {
			return assessment.Surroundings{}, err
		}
		if other, err = derived.by(catalogue, other); err != nil {
			return assessment.Surroundings{}, err
		}
		all = append(all, other)
	}
	town := assessment.Surroundings{Actions: actions, Others: assessment.FailElsewhere(a.ServiceID, services, all)}
	for _, s := range services {
		if s.ID == a.ServiceID {
			town.ManyUsers = assessment.HasManyUsers(s, services)
		}
	}
	return town, nil
}

func checkView(check assessment.Check, lines map[strategy.CriterionCode]ResultLine) CheckView {
	view := CheckView{Kind: check.Kind, Findings: []FindingView{}}
	for _, finding := range check.Findings {
		found := FindingView{Criterion: finding.Criterion, Label: lines[finding.Criterion].Label}
		if action := finding.Action; action != nil {
			found.Action, found.Label, found.Due = action.ID, action.Title, action.Due
		}
		view.Findings = append(view.Findings, found)
	}
	return view
}
