package app

import (
	"context"
	"slices"

	"toetssteen/internal/assessment"
	"toetssteen/internal/edition"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// earlier are the assessments that others start from.
type earlier struct {
	shelf *edition.Shelf
	byID  map[string]assessment.Assessment
}

func (f *Facade) earlier(ctx context.Context) (earlier, error) {
	byID, err := f.store.Carried(ctx)
	return earlier{f.shelf, byID}, err
}

// proposals gives what the assessment that one starts from says about its
// criteria. Where it is gone, or this laptop does not have its edition, nothing
// is proposed: every criterion is asked as if for the first time.
func (e earlier) proposals(catalogue *strategy.Catalogue, a assessment.Assessment) map[strategy.CriterionCode]assessment.Proposal {
	before, there := e.byID[a.Previous]
	if !there {
		return nil
	}
	from, err := e.shelf.Catalogue(before.Edition)
	if err != nil {
		return nil
	}
	return assessment.Propose(strategy.Compare(from, catalogue), before.Answers)
}

// startFrom gives the assessment that a new one of a service starts from: the
// one that was asked for, "" for none. Where nothing was asked, it is the latest
// that has every answer, else the latest that has one.
func (f *Facade) startFrom(ctx context.Context, serviceID string, asked *string) (string, error) {
	if asked != nil {
		if *asked != "" {
			if _, err := f.store.Assessment(ctx, *asked); err != nil {
				return "", err
			}
		}
		return *asked, nil
	}
	all, err := f.assessed(ctx)
	if err != nil {
		return "", err
	}
	begun := ""
	for _, a := range all { // the latest first
		switch {
		case a.ServiceID != serviceID || !slices.ContainsFunc(a.Answers, assessment.Answer.Given):
		case a.Progress.Total > 0 && a.Progress.Open == 0:
			return a.ID, nil
		case begun == "":
			begun = a.ID
		}
	}
	return begun, nil
}

// ConfirmInput names the criteria whose proposals still hold.
type ConfirmInput struct {
	AssessmentID string                   `json:"assessmentId"`
	Criteria     []strategy.CriterionCode `json:"criteria"`
}

// ConfirmProposals makes proposals the user's own answers, all in one change
// that an undo takes back. It takes only what reads the same as the time
// before; a criterion for which that is no longer so refuses them all.
func (f *Facade) ConfirmProposals(ctx context.Context, in ConfirmInput) (AssessmentView, error) {
	a, _, err := f.complete(ctx, in.AssessmentID)
	if err != nil {
		return AssessmentView{}, err
	}
	open := make(map[strategy.CriterionCode]assessment.Answer)
	for _, answer := range a.Answers {
		if answer.Confirmable() {
			open[answer.Criterion] = answer
		}
	}
	var confirmed []assessment.Answer
	for _, code := range in.Criteria {
		answer, there := open[code]
		if !there {
			return AssessmentView{}, fault.New(fault.Conflict, "error.proposal_gone", fault.Args{"Criterion": string(code)})
		}
		confirmed = append(confirmed, answer.StillTrue())
	}
	if err := f.store.SaveAnswers(ctx, f.role(ctx), in.AssessmentID, confirmed...); err != nil {
		return AssessmentView{}, err
	}
	return f.Assessment(ctx, IDInput{ID: in.AssessmentID})
}

// CarrySourceView is an assessment whose answers can be taken over.
type CarrySourceView struct {
	AssessmentHead
	Answered int `json:"answered"`
	Total    int `json:"total"`
}

// CarrySourcesView lists them, those of the same service first, then the latest.
type CarrySourcesView struct {
	Sources []CarrySourceView `json:"sources"`
}

// AnswerSources gives the assessments that one can take answers over from.
func (f *Facade) AnswerSources(ctx context.Context, in IDInput) (CarrySourcesView, error) {
	a, err := f.store.Assessment(ctx, in.ID)
	if err != nil {
		return CarrySourcesView{}, err
	}
	all, err := f.assessed(ctx)
	if err != nil {
		return CarrySourcesView{}, err
	}
	view := CarrySourcesView{Sources: []CarrySourceView{}}
	var others []CarrySourceView
	for _, other := range all {
		given := 0
		for _, answer := range other.Answers {
			if answer.Given() {
				given++
			}
		}
		if other.ID == a.ID || given == 0 || other.Standing == assessment.EditionMissing {
			continue
		}
		head, err := f.head(ctx, other.Assessment)
		if err != nil {
			return CarrySourcesView{}, err
		}
		source := CarrySourceView{AssessmentHead: head, Answered: given, Total: other.Progress.Total}
		if other.ServiceID == a.ServiceID {
			view.Sources = append(view.Sources, source)
		} else {
			others = append(others, source)
		}
	}
	view.Sources = append(view.Sources, others...)
	return view, nil
}

// CarryInput says from which assessment answers are taken over; "" for none.
type CarryInput struct {
	AssessmentID string `json:"assessmentId"`
	From         string `json:"from"`
}

// CarryFrom proposes the answers of another assessment for what is still open
// in this one. It takes the place of the one before.
func (f *Facade) CarryFrom(ctx context.Context, in CarryInput) (AssessmentView, error) {
	if in.From == in.AssessmentID {
		return AssessmentView{}, fault.New(fault.Invalid, "error.carry_from_itself", nil)
	}
	if err := f.store.CarryFrom(ctx, f.role(ctx), in.AssessmentID, in.From); err != nil {
		return AssessmentView{}, err
	}
	return f.Assessment(ctx, IDInput{ID: in.AssessmentID})
}

// previousHead says from which assessment one starts; nil for none.
func (f *Facade) previousHead(ctx context.Context, a assessment.Assessment) (*AssessmentHead, error) {
	if a.Previous == "" {
		return nil, nil
	}
	before, err := f.store.Assessment(ctx, a.Previous)
	if fault.CodeOf(err) == fault.NotFound { // it was removed since
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	head, err := f.head(ctx, before)
	return &head, err
}
