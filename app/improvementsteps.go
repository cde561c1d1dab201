package app

import (
	"context"

	"toetssteen/internal/assessment"
)

// The next steps that improvement actions ask for.
const (
	improveStep      assessment.StepKind = "improve"      // its date is past, or within a month
	reassessStep     assessment.StepKind = "reassess"     // it is done: is the no still right?
	improvementsStep assessment.StepKind = "improvements" // what does not fit
)

// homeImprovements is how many of them stand on the first screen; one more
// step leads to the rest.
const homeImprovements = 6

// improvementSteps gives the steps for actions: overdue first, then answers
// to look at again, then what is due within a month.
func (f *Facade) improvementSteps(ctx context.Context, names map[string]string) ([]StepView, error) {
	actions, err := f.store.Improvements(ctx, "")
	if err != nil {
		return nil, err
	}
	now := f.now()
	assessment.SortImprovements(actions, now)
	looks, err := f.looks(ctx, actions)
	if err != nil {
		return nil, err
	}
	var overdue, again, soon []StepView
	for _, a := range actions {
		step := StepView{
			Kind: improveStep, ServiceID: a.ServiceID, ServiceName: names[a.ServiceID],
			ImprovementID: a.ID, Title: a.Title, Day: a.Due, Overdue: a.Overdue(now),
		}
		switch {
		case step.Overdue:
			overdue = append(overdue, step)
		case a.Soon(now):
			soon = append(soon, step)
		}
	}
	for _, look := range looks {
		again = append(again, StepView{
			Kind: reassessStep, ServiceID: look.Action.ServiceID, ServiceName: names[look.Action.ServiceID],
			AssessmentID: look.Assessment.ID, Moment: look.Assessment.Moment,
			ImprovementID: look.Action.ID, Title: look.Action.Title, Criterion: look.Criterion,
		})
	}
	steps := append(append(overdue, again...), soon...)
	if left := len(steps) - homeImprovements; left > 0 {
		steps = append(steps[:homeImprovements:homeImprovements], StepView{Kind: improvementsStep, Open: left})
	}
	return steps, nil
}

// withImprovements puts those steps behind what is begun and can go, and
// before what only waits.
func withImprovements(steps, improvements []StepView) []StepView {
	at := len(steps)
	for at > 0 && (steps[at-1].Kind == assessment.AwaitReceipt || steps[at-1].Kind == assessment.AddService) {
		at--
	}
	return append(steps[:at:at], append(improvements, steps[at:]...)...)
}
