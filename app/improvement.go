package app

import (
	"context"

	"toetssteen/internal/assessment"
	"toetssteen/internal/journal"
	"toetssteen/internal/strategy"
)

// ImprovementView is an improvement action.
type ImprovementView struct {
	ImprovementInput
	ServiceName string     `json:"serviceName"` // "" where it is about no service
	Overdue     bool       `json:"overdue"`
	Looks       []LookView `json:"looks"` // answers to look at again, because it is done
	ChangedAt   string     `json:"changedAt"`
	ChangedBy   string     `json:"changedBy"`
}

// LookView is an answer to look at again.
type LookView struct {
	AssessmentID string                 `json:"assessmentId"`
	Moment       assessment.Moment      `json:"moment"`
	Criterion    strategy.CriterionCode `json:"criterion"`
	Label        string                 `json:"label"`
}

// ImprovementsView is a list of actions, in the order in which they ask for
// attention.
type ImprovementsView struct {
	Actions []ImprovementView `json:"actions"`
}

// ImprovementsQuery asks for the actions of a service, or of all for "".
type ImprovementsQuery struct {
	ServiceID string `json:"serviceId"`
}

// Improvements gives the actions.
func (f *Facade) Improvements(ctx context.Context, in ImprovementsQuery) (ImprovementsView, error) {
	actions, err := f.store.Improvements(ctx, in.ServiceID)
	if err != nil {
		return ImprovementsView{}, err
	}
	assessment.SortImprovements(actions, f.now())
	views, err := f.improvementViews(ctx, actions)
	return ImprovementsView{Actions: views}, err
}

// Improvement gives one action.
func (f *Facade) Improvement(ctx context.Context, in IDInput) (ImprovementView, error) {
	action, err := f.store.Improvement(ctx, in.ID)
	if err != nil {
		return ImprovementView{}, err
	}
	views, err := f.improvementViews(ctx, []assessment.ImprovementAction{action})
	if err != nil {
		return ImprovementView{}, err
	}
	return views[0], nil
}

// ImprovementInput is an action as the screen gives it; an empty ID adds one.
type ImprovementInput struct {
	ID             string                       `json:"id"`
	ServiceID      string                       `json:"serviceId"`
	AssessmentID   string                       `json:"assessmentId"`
	Criteria       []strategy.CriterionCode     `json:"criteria"`
	Title          string                       `json:"title"`
	Note           string                       `json:"note"`
	Owner          string                       `json:"owner"`
	Due            string                       `json:"due"`
	Effort         assessment.Effort            `json:"effort"`
	Budget         strategy.Budget              `json:"budget"`
	Aid            strategy.AidID               `json:"aid"`
	Status         assessment.ImprovementStatus `json:"status"`
	StrategyAction int                          `json:"strategyAction"`
	Plan           string                       `json:"plan"`
}

// ImprovementsInput is one action or several.
type ImprovementsInput struct {
	Actions []ImprovementInput `json:"actions"`
}

// SaveImprovements adds or changes actions, as one change.
func (f *Facade) SaveImprovements(ctx context.Context, in ImprovementsInput) (ImprovementsView, error) {
	var actions []assessment.ImprovementAction
	for _, input := range in.Actions {
		action, err := f.improvementFrom(ctx, input)
		if err != nil {
			return ImprovementsView{}, err
		}
		actions = append(actions, action)
	}
	if err := f.store.SaveImprovements(ctx, f.role(ctx), actions...); err != nil {
		return ImprovementsView{}, err
	}
	view := ImprovementsView{Actions: []ImprovementView{}}
	for _, action := range actions {
		saved, err := f.Improvement(ctx, IDInput{ID: action.ID})
		if err != nil {
			return view, err
		}
		view.Actions = append(view.Actions, saved)
	}
	return view, nil
}

// improvementFrom gives the action that an input asks for, validated.
func (f *Facade) improvementFrom(ctx context.Context, in ImprovementInput) (assessment.ImprovementAction, error) {
	if in.Status == "" {
		in.Status = assessment.ToStart
	}
	action := assessment.ImprovementAction{
		ID: in.ID, ServiceID: in.ServiceID, AssessmentID: in.AssessmentID, Criteria: in.Criteria, Title: in.Title, Note: in.Note,
		Owner: in.Owner, Due: in.Due, Effort: in.Effort, Budget: in.Budget, Aid: in.Aid, Status: in.Status,
		StrategyAction: in.StrategyAction, Plan: in.Plan,
	}
	if in.ID == "" {
		action.ID = string(journal.NewID())
	} else {
		before, err := f.store.Improvement(ctx, in.ID)
		if err != nil {
			return action, err
		}
		action.StillUnmet = before.To(action.Status).StillUnmet
	}
	return action, action.Validate(f.shelf.Editions()...)
}

// ImprovementMove says which status an action gets.
type ImprovementMove struct {
	ID     string                       `json:"id"`
	Status assessment.ImprovementStatus `json:"status"`
}

// MoveImprovement gives an action another status.
func (f *Facade) MoveImprovement(ctx context.Context, in ImprovementMove) (ImprovementView, error) {
	action, err := f.store.Improvement(ctx, in.ID)
	if err != nil {
		return ImprovementView{}, err
	}
	return f.changedImprovement(ctx, action.To(in.Status))
}

// StillUnmetInput names a criterion of an action that is done.
type StillUnmetInput struct {
	ID        string                 `json:"id"`
	Criterion strategy.CriterionCode `json:"criterion"`
}

// StillUnmet keeps that a criterion is not met, even though the action for it
// is done: it is not asked again.
func (f *Facade) StillUnmet(ctx context.Context, in StillUnmetInput) (ImprovementView, error) {
	action, err := f.store.Improvement(ctx, in.ID)
	if err != nil {
		return ImprovementView{}, err
	}
	action.StillUnmet = append(action.StillUnmet, in.Criterion)
	return f.changedImprovement(ctx, action)
}

func (f *Facade) changedImprovement(ctx context.Context, action assessment.ImprovementAction) (ImprovementView, error) {
	if err := action.Validate(f.shelf.Editions()...); err != nil {
		return ImprovementView{}, err
	}
	if err := f.store.SaveImprovements(ctx, f.role(ctx), action); err != nil {
		return ImprovementView{}, err
	}
	return f.Improvement(ctx, IDInput{ID: action.ID})
}

// RemoveImprovement takes an action away.
func (f *Facade) RemoveImprovement(ctx context.Context, in IDInput) (RemovedView, error) {
	err := f.store.RemoveImprovement(ctx, f.role(ctx), in.ID)
	return RemovedView{Removed: err == nil}, err
}

func (f *Facade) improvementViews(ctx context.Context, actions []assessment.ImprovementAction) ([]ImprovementView, error) {
	names, err := f.serviceNames(ctx)
	if err != nil {
		return nil, err
	}
	looks, err := f.looks(ctx, actions)
	if err != nil {
		return nil, err
	}
	views := make([]ImprovementView, 0, len(actions))
	for _, a := range actions {
		view := ImprovementView{
			ImprovementInput: ImprovementInput{
				ID: a.ID, ServiceID: a.ServiceID, AssessmentID: a.AssessmentID, Criteria: a.Criteria, Title: a.Title, Note: a.Note,
				Owner: a.Owner, Due: a.Due, Effort: a.Effort, Budget: a.Budget, Aid: a.Aid, Status: a.Status,
				StrategyAction: a.StrategyAction, Plan: a.Plan,
			},
			ServiceName: names[a.ServiceID], Overdue: a.Overdue(f.now()), Looks: []LookView{},
			ChangedAt: moment(a.ChangedAt), ChangedBy: a.ChangedBy,
		}
		if view.Criteria == nil {
			view.Criteria = []strategy.CriterionCode{}
		}
		for _, look := range looks {
			if look.Action.ID == a.ID {
				view.Looks = append(view.Looks, f.lookView(ctx, look))
			}
		}
		views = append(views, view)
	}
	return views, nil
}

func (f *Facade) lookView(ctx context.Context, look assessment.Look) LookView {
	return LookView{
		AssessmentID: look.Assessment.ID, Moment: look.Assessment.Moment, Criterion: look.Criterion,
		Label: f.label(ctx, look.Criterion),
	}
}

// label gives a criterion's label in the latest edition that has it, "" for none.
func (f *Facade) label(ctx context.Context, code strategy.CriterionCode) string {
	for _, edition := range f.shelf.Editions() {
		if criterion, err := edition.Criterion(code); err == nil {
			return criterion.Label.In(strategy.Language(f.language(ctx)))
		}
	}
	return ""
}

// looks gives the answers to look at again, because one of the actions is
// done. Where none is, nothing is read.
func (f *Facade) looks(ctx context.Context, actions []assessment.ImprovementAction) ([]assessment.Look, error) {
	done := false
	for _, a := range actions {
		done = done || a.Status == assessment.Done
	}
	if !done {
		return nil, nil
	}
	assessments, err := f.store.Assessments(ctx)
	if err != nil {
		return nil, err
	}
	return assessment.Reassess(actions, assessments), nil
}

func (f *Facade) serviceNames(ctx context.Context) (map[string]string, error) {
	services, err := f.store.Services(ctx)
	if err != nil {
		return nil, err
	}
	names := make(map[string]string, len(services))
	for _, s := range services {
		names[s.ID] = s.Name
	}
	return names, nil
}
