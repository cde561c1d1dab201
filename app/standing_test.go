package app_test

import (
	"testing"

	"toetssteen/app"
	"toetssteen/internal/assessment"
)

// The lists read once for all what a single assessment reads for itself; both
// must say the same about what was handed in.
func TestListsAndResultAgreeOnWhatChanged(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	before := assessed(t, f)
	head, err := f.Assessment(ctx, app.IDInput{ID: before})
	must(t, err)
	after, err := f.StartAssessment(ctx, app.StartInput{ServiceID: head.Service.ID, Moment: assessment.After})
	must(t, err)
	for _, a := range after.Answers {
		_, err := f.SaveAnswer(ctx, app.AnswerInput{AssessmentID: after.ID, Criterion: a.Criterion, Verdict: assessment.Yes})
		must(t, err)
	}
	agree := func(when string, want bool) {
		t.Helper()
		services, err := f.Services(ctx, app.Nothing{})
		must(t, err)
		result, err := f.Result(ctx, app.IDInput{ID: after.ID})
		must(t, err)
		for _, row := range services.Services[0].Assessments {
			if row.ID == after.ID && ((row.State == assessment.Changed) != want || result.Changed != want) {
				t.Errorf("%s: the list says %s, the result %v", when, row.State, result.Changed)
			}
		}
	}
	_, err = f.Submit(ctx, app.SubmitInput{AssessmentID: after.ID})
	must(t, err)
	agree("handed in", false)
	say(t, f, before, assessment.NotApplicable, "Anders dan voordien.")
	agree("what it is held against changed", true)
	_, err = f.Undo(ctx, app.Nothing{})
	must(t, err)
	agree("taken back", false)
	say(t, f, after.ID, assessment.No, "Toch niet.")
	agree("an answer changed", true)
}
