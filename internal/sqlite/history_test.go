package sqlite_test

import (
	"fmt"
	"slices"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/sqlite"
)

// lines writes entries as "kind field from > to".
func lines(entries []sqlite.HistoryEntry) []string {
	var all []string
	for _, e := range entries {
		line := fmt.Sprintf("%s %s %s > %s", e.Object.Kind, e.Field, e.From, e.To)
		if e.Undone {
			line += " undone"
		}
		all = append(all, line)
	}
	return all
}

func TestAnswerHistory(t *testing.T) {
	t.Parallel()
	store := withAssessment(t, t.TempDir())
	must(t, store.SaveAnswers(t.Context(), "clerk", "a", assessment.Answer{Criterion: "SD-G1", Verdict: assessment.Yes}))
	must(t, store.SaveAnswers(t.Context(), "clerk", "a", assessment.Answer{Criterion: "SD-G2", Verdict: assessment.No}))
	must(t, store.SaveAnswers(t.Context(), "chief", "a", assessment.Answer{Criterion: "SD-G1", Verdict: assessment.No, Explanation: "Nog niet"}))
	_, err := store.Undo(t.Context(), "clerk")
	must(t, err)
	entries, err := store.AnswerHistory(t.Context(), "a", "SD-G1")
	must(t, err)
	want := []string{
		`answer explanation "Nog niet" > null`, `answer verdict "no" > "yes"`,
		`answer explanation null > "Nog niet" undone`, `answer verdict "yes" > "no" undone`,
		`answer verdict null > "yes"`,
	}
	if got := lines(entries); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	if e := entries[2]; e.User != "chief" || e.Criterion != "SD-G1" || e.At.IsZero() {
		t.Errorf("entry %+v", e)
	}
}

func TestHistoryOfAnAssessment(t *testing.T) {
	t.Parallel()
	store := withAssessment(t, t.TempDir())
	must(t, store.SaveAnswers(t.Context(), "clerk", "a", assessment.Answer{Criterion: "SD-G1", Verdict: assessment.Yes}))
	must(t, store.SaveMeasurements(t.Context(), "clerk", "a", assessment.Measurement{Indicator: "SD-G1.1", Value: 3, Edition: "2022.1"}))
	entries, err := store.History(t.Context(), "a")
	must(t, err)
	var kinds []string
	for _, e := range entries {
		kinds = append(kinds, string(e.Object.Kind))
	}
	kinds = slices.Compact(kinds)
	if want := []string{"measurement", "answer", "assessment"}; !slices.Equal(kinds, want) {
		t.Errorf("kinds %v, want %v", kinds, want)
	}
	if none, err := store.History(t.Context(), "another"); err != nil || len(none) > 0 {
		t.Errorf("another assessment has %v, %v", none, err)
	}
}
