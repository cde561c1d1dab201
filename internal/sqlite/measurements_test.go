package sqlite_test

import (
	"encoding/json"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/sqlite"
)

// started gives a store with a service and an assessment by the first edition.
func started(t *testing.T) *sqlite.Store {
	t.Helper()
	store := openStore(t, t.TempDir())
	must(t, store.SaveService(t.Context(), "clerk", service))
	must(t, store.StartAssessment(t.Context(), "clerk", assessment.Assessment{
		ID: "a1", ServiceID: service.ID, Moment: assessment.Before, Edition: "2022.1", StartedAt: time.Unix(0, 0),
	}, nil))
	return store
}

func measurementsOf(t *testing.T, store *sqlite.Store) []assessment.Measurement {
	t.Helper()
	a, err := store.Assessment(t.Context(), "a1")
	must(t, err)
	return a.Measurements
}

func TestMeasurements(t *testing.T) {
	t.Parallel()
	store := started(t)
	finding := json.RawMessage(`{"words":12}`)
	must(t, store.SaveMeasurements(t.Context(), "clerk", "a1",
		assessment.Measurement{Indicator: "SD-I3.1", Value: 61.5, Note: "brief.docx", Finding: finding, Edition: "2022.1"},
		assessment.Measurement{Indicator: "SD-I3.2", Value: 0, Edition: "2022.1"}))
	got := measurementsOf(t, store)
	if len(got) != 2 || got[0].Value != 61.5 || got[0].Note != "brief.docx" || string(got[0].Finding) != string(finding) || got[0].SavedBy != "clerk" ||
		got[0].SavedAt.IsZero() || got[1].Value != 0 || got[1].Finding != nil {
		t.Fatalf("measurements %+v", got)
	}

	must(t, store.RemoveMeasurements(t.Context(), "clerk", "a1", "SD-I3.1"))
	if got := measurementsOf(t, store); len(got) != 1 || got[0].Indicator != "SD-I3.2" {
		t.Fatalf("after removing: %+v", got)
	}
	undone, err := store.Undo(t.Context(), "clerk")
	must(t, err)
	if undone.Objects[0].Kind != "measurement" {
		t.Errorf("undid %v", undone.Objects)
	}
	if got := measurementsOf(t, store); len(got) != 2 || got[0].Note != "brief.docx" || string(got[0].Finding) != string(finding) {
		t.Errorf("after undoing: %+v", got)
	}

	must(t, store.RemoveMeasurements(t.Context(), "clerk", "a1", "SD-I3.1", "SD-I3.2"))
	if got := measurementsOf(t, store); len(got) != 0 {
		t.Errorf("after removing both: %+v", got)
	}
	if _, err := store.Undo(t.Context(), "clerk"); err != nil { // and that was one change
		t.Fatal(err)
	}
	if got := measurementsOf(t, store); len(got) != 2 {
		t.Errorf("after undoing: %+v", got)
	}

	if _, err := store.Undo(t.Context(), "clerk"); err != nil { // both figures were one change
		t.Fatal(err)
	}
	if got := measurementsOf(t, store); len(got) != 0 {
		t.Errorf("after undoing twice: %+v", got)
	}
	findings, err := store.Check(t.Context())
	must(t, err)
	if !findings.Sound() {
		t.Errorf("findings %+v", findings)
	}
}

// Moving to another edition is one change: one undo takes all of it back.
func TestMoveAssessment(t *testing.T) {
	t.Parallel()
	store := started(t)
	must(t, store.SaveAnswers(t.Context(), "clerk", "a1",
		assessment.Answer{Criterion: "GC-G1", Verdict: assessment.Yes}, assessment.Answer{Criterion: "GC-G4", Verdict: assessment.No, Explanation: "Nog niet."}))
	before, err := store.Assessment(t.Context(), "a1")
	must(t, err)

	must(t, store.SaveMeasurements(t.Context(), "clerk", "a1", assessment.Measurement{Indicator: "SD-G1.1", Value: 2, Note: "geteld", Edition: "2022.1"}))
	must(t, store.MoveAssessment(t.Context(), "clerk", "a1", "2026.1", []assessment.Answer{
		{Criterion: "GC-G1", Verdict: assessment.Yes, Review: assessment.ReviewReworded},
		{Criterion: "GC-G5", Verdict: assessment.No, Explanation: "Nog niet.", Review: assessment.ReviewSplit},
	}, []assessment.Measurement{{Indicator: "SD-G1.1", Edition: "2026.1"}}))
	moved, err := store.Assessment(t.Context(), "a1")
	must(t, err)
	if moved.Edition != "2026.1" || len(moved.Answers) != 3 {
		t.Fatalf("moved: %+v", moved)
	}
	if m := moved.Measurements[0]; m.Edition != "2026.1" || m.Value != 2 || m.Note != "geteld" {
		t.Errorf("measurement %+v", m)
	}
	if a := moved.Answers[0]; a.Criterion != "GC-G1" || a.Review != assessment.ReviewReworded {
		t.Errorf("answer %+v", a)
	}

	_, err = store.Undo(t.Context(), "clerk")
	must(t, err)
	after, err := store.Assessment(t.Context(), "a1")
	must(t, err)
	given := func(a assessment.Assessment) (list []assessment.Answer) {
		for _, answer := range a.Answers {
			if answer.Verdict != assessment.Open {
				list = append(list, assessment.Answer{Criterion: answer.Criterion, Verdict: answer.Verdict, Explanation: answer.Explanation, Review: answer.Review})
			}
		}
		return list
	}
	if after.Edition != before.Edition || len(given(after)) != 2 || given(after)[0] != given(before)[0] || given(after)[1] != given(before)[1] {
		t.Errorf("after undoing: %+v\nbefore: %+v", given(after), given(before))
	}
	if m := after.Measurements[0]; m.Edition != "2022.1" {
		t.Errorf("measurement after undoing: %+v", m)
	}
	mustCode(t, store.MoveAssessment(t.Context(), "clerk", "a2", "2026.1", nil, nil), fault.NotFound)
}
