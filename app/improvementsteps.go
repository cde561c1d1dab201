package app

import (
	"cmp"
	"context"
	"slices"

	"toetssteen/internal/assessment"
)

// improvementsStep leads to the steps that do not fit.
const improvementsStep assessment.StepKind = "improvements"

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
			Kind: assessment.ImproveOne, ServiceID: a.ServiceID, ServiceName: names[a.ServiceID],
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
			Kind: assessment.ReassessOne, ServiceID: look.Action.ServiceID, ServiceName: names[look.Action.ServiceID],
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

// withImprovements puts each step in its turn, and the one that leads to the
// rest of the improvements right behind the last of them.
func withImprovements(steps, improvements []StepView) []StepView {
	all := append(append([]StepView{}, steps...), improvements...)
	rest := slices.IndexFunc(all, func(s StepView) bool { return s.Kind == improvementsStep })
	var more []StepView
	if rest >= 0 {
		more = []StepView{all[rest]}
		all = slices.Delete(all, rest, rest+1)
	}
	slices.SortStableFunc(all, func(a, b StepView) int { return a.turn().Compare(b.turn()) })
	at := len(all)
	for at > 0 && all[at-1].ImprovementID == "" {
		at--
	}
	return slices.Insert(all, at, more...)
}

func (s StepView) turn() assessment.Turn {
	return assessment.Turn{
		Kind: s.Kind, Day: cmp.Or(s.Day, s.Due), Service: s.ServiceName, ServiceID: s.ServiceID, Moment: s.Moment}
}
