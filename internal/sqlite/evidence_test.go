package sqlite_test

import (
	"slices"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

var hash = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"

func TestEvidenceIsKeptAndComesBack(t *testing.T) {
	t.Parallel()
	store := withAssessment(t, t.TempDir())
	file := assessment.Evidence{ID: "e1", Criterion: "SD-G1", Name: "rapport.pdf", Hash: hash, Size: 12, Media: "application/pdf"}
	link := assessment.Evidence{ID: "e2", Criterion: "SD-G1", Name: "De site", Link: "https://voorbeeld.be"}
	must(t, store.AddEvidence(t.Context(), "clerk", "a", file))
	must(t, store.AddEvidence(t.Context(), "chief", "a", link))
	a, err := store.Assessment(t.Context(), "a")
	must(t, err)
	if len(a.Evidence) != 2 || a.Evidence[0].Name != "rapport.pdf" || a.Evidence[1].SavedBy != "chief" || a.Evidence[1].SavedAt.IsZero() {
		t.Fatalf("evidence %+v", a.Evidence)
	}
	all, err := store.Assessments(t.Context())
	must(t, err)
	if len(all[0].Evidence) != 2 {
		t.Errorf("in the list: %+v", all[0].Evidence)
	}

	must(t, store.RemoveEvidence(t.Context(), "clerk", "e1"))
	_, _, err = store.Evidence(t.Context(), "e1")
	mustCode(t, err, fault.NotFound)
	hashes, err := store.EvidenceHashes(t.Context())
	must(t, err)
	if !slices.Equal(hashes, []string{hash}) {
		t.Errorf("hashes %v: what was taken away can come back", hashes)
	}
	_, err = store.Undo(t.Context(), "clerk")
	must(t, err)
	if back, of, err := store.Evidence(t.Context(), "e1"); err != nil || of != "a" || back.Hash != hash {
		t.Errorf("after undo: %+v of %s, %v", back, of, err)
	}
	findings, err := store.Rebuild(t.Context())
	must(t, err)
	if !findings.Sound() {
		t.Errorf("rebuild finds %+v", findings)
	}
}

// Two laptops may add the same file: it is shown once, and goes away once.
func TestTheSameContentIsShownOnce(t *testing.T) {
	t.Parallel()
	store := withAssessment(t, t.TempDir())
	file := assessment.Evidence{ID: "e1", Criterion: "SD-G1", Name: "rapport.pdf", Hash: hash, Size: 12, Media: "application/pdf"}
	same, elsewhere := file, file
	same.ID, same.Name = "e2", "kopie.pdf"
	elsewhere.ID, elsewhere.Criterion = "e3", "SD-G2"
	must(t, store.AddEvidence(t.Context(), "clerk", "a", file))
	must(t, store.AddEvidence(t.Context(), "chief", "a", same, elsewhere))
	ids := func() (ids []string) {
		a, err := store.Assessment(t.Context(), "a")
		must(t, err)
		for _, e := range a.Evidence {
			ids = append(ids, e.ID)
		}
		return ids
	}
	if got := ids(); !slices.Equal(got, []string{"e1", "e3"}) {
		t.Errorf("shows %v", got)
	}
	must(t, store.RemoveEvidence(t.Context(), "clerk", "e1"))
	if got := ids(); !slices.Equal(got, []string{"e3"}) {
		t.Errorf("taken away: %v", got)
	}
	_, err := store.Undo(t.Context(), "clerk")
	must(t, err)
	if got := ids(); !slices.Equal(got, []string{"e1", "e3"}) {
		t.Errorf("taken back: %v", got)
	}
}

func TestCommentsAreSettledAndReopened(t *testing.T) {
	t.Parallel()
	store := withAssessment(t, t.TempDir())
	must(t, store.AddComment(t.Context(), "clerk", "a", assessment.Comment{ID: "c1", Criterion: "SD-G1", Text: "Klopt dit?"}))
	must(t, store.AddComment(t.Context(), "chief", "a", assessment.Comment{ID: "c2", Criterion: "SD-G1", Text: "Ja."}))
	must(t, store.SettleComment(t.Context(), "chief", "c1", true))
	a, err := store.Assessment(t.Context(), "a")
	must(t, err)
	if len(a.Comments) != 2 || !a.Comments[0].Settled || a.Comments[0].SavedBy != "clerk" || a.OpenComments("SD-G1") != 1 {
		t.Fatalf("comments %+v", a.Comments)
	}
	must(t, store.SettleComment(t.Context(), "clerk", "c1", false))
	must(t, store.RemoveComment(t.Context(), "clerk", "c2"))
	if a, err = store.Assessment(t.Context(), "a"); err != nil || len(a.Comments) != 1 || a.OpenComments("SD-G1") != 1 {
		t.Errorf("comments %+v, %v", a.Comments, err)
	}
}

func TestMarksLeaveWhatWasSaid(t *testing.T) {
	t.Parallel()
	store := withAssessment(t, t.TempDir())
	must(t, store.SaveAnswers(t.Context(), "clerk", "a", assessment.Answer{Criterion: "SD-G1", Verdict: assessment.No, Explanation: "Nog niet"}))
	before := answerOf(t, store, "SD-G1")
	must(t, store.SaveMarks(t.Context(), "chief", "a", assessment.Answer{
		Criterion: "SD-G1", Judge: assessment.Outside, Control: "Vlaamse overheid", Discuss: true, Assignee: "dienst ICT"}))
	got := answerOf(t, store, "SD-G1")
	want := before
	want.Judge, want.Control, want.Discuss, want.Assignee = assessment.Outside, "Vlaamse overheid", true, "dienst ICT"
	if got != want {
		t.Errorf("answer %+v, want %+v", got, want)
	}
	must(t, store.SaveAnswers(t.Context(), "clerk", "a", assessment.Answer{Criterion: "SD-G1", Verdict: assessment.Yes}))
	if got := answerOf(t, store, "SD-G1"); !got.Discuss || got.Assignee != "dienst ICT" {
		t.Errorf("answering took the marks away: %+v", got)
	}
}

func TestAssigningSeveralIsOneChange(t *testing.T) {
	t.Parallel()
	store := withAssessment(t, t.TempDir())
	must(t, store.Assign(t.Context(), "clerk", "a", "dienst ICT", "SD-G1", "SD-G2", "SD-G3"))
	names, err := store.Assignees(t.Context())
	must(t, err)
	if !slices.Equal(names, []string{"dienst Economie", "dienst ICT"}) {
		t.Errorf("names %v", names)
	}
	_, err = store.Undo(t.Context(), "clerk")
	must(t, err)
	for _, code := range []strategy.CriterionCode{"SD-G1", "SD-G2", "SD-G3"} {
		if got := answerOf(t, store, code).Assignee; got != "" {
			t.Errorf("%s is still assigned to %q", code, got)
		}
	}
}
