package app

import (
	"context"
	"strings"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

// MarksInput is what is marked on an answer.
type MarksInput struct {
	AssessmentID string                 `json:"assessmentId"`
	Criterion    strategy.CriterionCode `json:"criterion"`
	Judge        assessment.Judge       `json:"judge"`
	Control      string                 `json:"control"`
	Discuss      bool                   `json:"discuss"`
	Assignee     string                 `json:"assignee"`
}

// MarkAnswer keeps the marks of an answer; what was said stays.
func (f *Facade) MarkAnswer(ctx context.Context, in MarksInput) (SavedAnswer, error) {
	_, catalogue, err := f.assessment(ctx, in.AssessmentID)
	if err != nil {
		return SavedAnswer{}, err
	}
	answer := assessment.Answer{
		Criterion: in.Criterion, Judge: in.Judge, Control: strings.TrimSpace(in.Control), Discuss: in.Discuss, Assignee: strings.TrimSpace(in.Assignee),
	}
	if err := answer.Validate(catalogue); err != nil {
		return SavedAnswer{}, err
	}
	if err := answer.ValidateMarks(); err != nil {
		return SavedAnswer{}, err
	}
	if err := f.store.SaveMarks(ctx, f.role(ctx), in.AssessmentID, answer); err != nil {
		return SavedAnswer{}, err
	}
	return f.savedAnswer(ctx, in.AssessmentID, in.Criterion)
}

// AssignInput says which answers are assigned, and to whom.
type AssignInput struct {
	AssessmentID string                   `json:"assessmentId"`
	Criteria     []strategy.CriterionCode `json:"criteria"`
	Assignee     string                   `json:"assignee"` // "" for nobody
}

// AssignedView is how answers are assigned now.
type AssignedView struct {
	Answers []AnswerView `json:"answers"`
}

// AssignAnswers assigns several answers as one change.
func (f *Facade) AssignAnswers(ctx context.Context, in AssignInput) (AssignedView, error) {
	_, catalogue, err := f.assessment(ctx, in.AssessmentID)
	if err != nil {
		return AssignedView{}, err
	}
	assignee := strings.TrimSpace(in.Assignee)
	for _, code := range in.Criteria {
		answer := assessment.Answer{Criterion: code, Assignee: assignee}
		if err := answer.Validate(catalogue); err != nil {
			return AssignedView{}, err
		}
		if err := answer.ValidateMarks(); err != nil {
			return AssignedView{}, err
		}
	}
	if err := f.store.Assign(ctx, f.role(ctx), in.AssessmentID, assignee, in.Criteria...); err != nil {
		return AssignedView{}, err
	}
	measured, err := f.measured(ctx, in.AssessmentID)
	return AssignedView{Answers: measured.Answers}, err
}

// AssigneesView names whom answers can be assigned to: roles and colleagues
// that were named before.
type AssigneesView struct {
	Names []string `json:"names"`
}

// Assignees names whom answers can be assigned to.
func (f *Facade) Assignees(ctx context.Context, _ Nothing) (AssigneesView, error) {
	names, err := f.store.Assignees(ctx)
	if names == nil {
		names = []string{}
	}
	return AssigneesView{Names: names}, err
}
