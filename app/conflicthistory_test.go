package app_test

import (
	"testing"

	"toetssteen/app"
	"toetssteen/internal/assessment"
)

// contradicted are two laptops of which one said yes to SD-G1 and the other no,
// with a text, where both had said no before.
func contradicted(t *testing.T) (here, there *app.Facade, id string) {
	t.Helper()
	here, there = openTown(t, t.TempDir()), openTown(t, t.TempDir())
	_, err := there.SaveTown(t.Context(), app.TownInput{NIS: "44021", Role: "dienst ICT"})
	must(t, err)
	id = assessed(t, here)
	say(t, here, id, assessment.Open, "")
	pass(t, here, there)
	say(t, here, id, assessment.Yes, "")
	say(t, there, id, assessment.No, "Het loket opent in 2028.")
	pass(t, there, here)
	pass(t, here, there)
	return here, there, id
}

func answered(t *testing.T, f *app.Facade, id string) (assessment.Verdict, string) {
	t.Helper()
	a, err := f.Assessment(t.Context(), app.IDInput{ID: id})
	must(t, err)
	for _, answer := range a.Answers {
		if answer.Criterion == "SD-G1" {
			return answer.Verdict, answer.Explanation
		}
	}
	t.Fatal("no answer")
	return "", ""
}

// The history of an answer reads well when a settled conflict came back: no
// line stands there twice, and none says that nothing changed.
func TestHistoryOfAConflictThatCameBack(t *testing.T) {
	t.Parallel()
	here, _, id := contradicted(t)
	found := conflicts(t, here)
	_, err := here.Settle(t.Context(), app.SettleInput{Kind: "answer", Object: found[0].Object, Operations: found[0].Sides[0].Operations})
	must(t, err)
	_, err = here.Undo(t.Context(), app.Nothing{})
	must(t, err)
	history, err := here.AnswerHistory(t.Context(), app.CriterionInput{AssessmentID: id, Criterion: "SD-G1"})
	must(t, err)
	for _, entry := range history.Entries {
		seen := make(map[app.HistoryLineView]bool)
		for _, line := range entry.Lines {
			if seen[line] || line.From == line.To {
				t.Errorf("says %+v in %+v", line, entry.Lines)
			}
			seen[line] = true
		}
	}
}
