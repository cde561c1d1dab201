package sqlite_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
	"toetssteen/internal/submission"
)

// ticking gives a clock that moves a second at each look.
func ticking() func() time.Time {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	return func() time.Time {
		now = now.Add(time.Second)
		return now
	}
}

func device(name string) func(string) (string, error) {
	return func(string) (string, error) { return name, nil }
}

func openStore(t *testing.T, folder string) *sqlite.Store {
	t.Helper()
	store, err := sqlite.Open(t.Context(), folder, sqlite.Options{Device: device("laptop"), Now: ticking()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

func mustCode(t *testing.T, err error, want fault.Code) {
	t.Helper()
	if got := fault.CodeOf(err); got != want {
		t.Fatalf("code %q, want %q (%v)", got, want, err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func number(n int64) *int64 { return &n }

var service = assessment.Service{
	ID: "market", Name: "Standplaats op de markt", Audience: assessment.Enterprises, BudgetEuro: number(600_000),
	Development: assessment.New, Planned: "2027-03", OwnerRole: "dienst Economie",
}

// withAssessment opens a store with one service and one assessment, "a".
func withAssessment(t *testing.T, folder string) *sqlite.Store {
	t.Helper()
	store := openStore(t, folder)
	must(t, store.SaveService(t.Context(), "clerk", service))
	must(t, store.StartAssessment(t.Context(), "clerk", assessment.Assessment{
		ID: "a", ServiceID: service.ID, Moment: assessment.Before, Edition: "2022.1",
		StartedAt: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC),
	}, nil))
	return store
}

func TestServiceIsKept(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	store, err := sqlite.Open(t.Context(), folder, sqlite.Options{Device: device("laptop")})
	must(t, err)
	must(t, store.SaveService(t.Context(), "clerk", service))
	must(t, store.Close())

	got, err := openStore(t, folder).Service(t.Context(), service.ID)
	must(t, err)
	if got.Name != service.Name || *got.BudgetEuro != 600_000 || got.Users != nil || got.Planned != "2027-03" {
		t.Errorf("got %+v", got)
	}
}

func TestServiceFaults(t *testing.T) {
	t.Parallel()
	store := openStore(t, t.TempDir())
	ctx := t.Context()
	_, err := store.Service(ctx, "absent")
	mustCode(t, err, fault.NotFound)
	mustCode(t, store.RemoveService(ctx, "clerk", "absent"), fault.NotFound)
	mustCode(t, store.SaveService(ctx, "clerk", assessment.Service{ID: "x", Name: "  "}), fault.Invalid)
	services, err := store.Services(ctx)
	must(t, err)
	if len(services) != 0 {
		t.Errorf("a refused service is kept: %+v", services)
	}
}

func answerOf(t *testing.T, store *sqlite.Store, code strategy.CriterionCode) assessment.Answer {
	t.Helper()
	a, err := store.Assessment(t.Context(), "a")
	must(t, err)
	for _, answer := range a.Answers {
		if answer.Criterion == code {
			return answer
		}
	}
	return assessment.Answer{}
}

func TestAnswerKnowsWhoAndWhen(t *testing.T) {
	t.Parallel()
	store := withAssessment(t, t.TempDir())
	must(t, store.SaveAnswers(t.Context(), "clerk", "a", assessment.Answer{Criterion: "SD-G1", Verdict: assessment.No}))
	must(t, store.SaveAnswers(t.Context(), "colleague", "a", assessment.Answer{Criterion: "SD-G1", Verdict: assessment.No, Explanation: "Volgt in 2027."}))
	got := answerOf(t, store, "SD-G1")
	if got.Verdict != assessment.No || got.Explanation != "Volgt in 2027." || got.SavedBy != "colleague" || got.SavedAt.IsZero() || got.Conflict {
		t.Errorf("got %+v", got)
	}
}

func TestUndo(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	folder := t.TempDir()
	store := withAssessment(t, folder)
	for _, verdict := range []assessment.Verdict{assessment.Yes, assessment.No, assessment.NotApplicable} {
		must(t, store.SaveAnswers(ctx, "clerk", "a", assessment.Answer{Criterion: "SD-G1", Verdict: verdict}))
	}
	must(t, store.SavePreference(ctx, sqlite.Preference{Language: "nl"})) // not undone

	for _, want := range []assessment.Verdict{assessment.No, assessment.Yes, assessment.Open} {
		undone, err := store.Undo(ctx, "clerk")
		must(t, err)
		if got := answerOf(t, store, "SD-G1").Verdict; got != want || undone.Kept != 0 {
			t.Fatalf("after undo %q (kept %d), want %q", got, undone.Kept, want)
		}
	}
	for range 2 { // the assessment, then the service
		_, err := store.Undo(ctx, "clerk")
		must(t, err)
	}
	services, err := store.Services(ctx)
	must(t, err)
	undone, err := store.Undo(ctx, "clerk")
	must(t, err)
	if len(services) != 0 || undone.Change != "" {
		t.Errorf("services %v, then undone %+v; want nothing left", services, undone)
	}
	if p, err := store.Preference(ctx); err != nil || p.Language != "nl" {
		t.Errorf("preference %+v, %v", p, err)
	}
}

func TestRemovalIsUndone(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	store := withAssessment(t, t.TempDir())
	must(t, store.SaveAnswers(ctx, "clerk", "a", assessment.Answer{Criterion: "SD-G1", Verdict: assessment.Yes}))
	must(t, store.RemoveService(ctx, "clerk", service.ID))
	_, err := store.Assessment(ctx, "a")
	mustCode(t, err, fault.NotFound)
	_, err = store.Undo(ctx, "clerk")
	must(t, err)
	if got := answerOf(t, store, "SD-G1").Verdict; got != assessment.Yes {
		t.Errorf("verdict %q came back, want yes", got)
	}
}

// What was saved is there after the process dies without closing anything:
// the copy of the files is what a kill leaves.
func TestSavedSurvivesAKill(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	store := withAssessment(t, folder)
	must(t, store.SaveAnswers(t.Context(), "clerk", "a", assessment.Answer{Criterion: "BT-I4", Verdict: assessment.Yes}))
	left := filepath.Join(t.TempDir(), "left")
	copyFiles(t, folder, left)
	if got := answerOf(t, openStore(t, left), "BT-I4").Verdict; got != assessment.Yes {
		t.Errorf("verdict %q, want yes", got)
	}
}

func TestCanceledWriteChangesNothing(t *testing.T) {
	t.Parallel()
	store := withAssessment(t, t.TempDir())
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err := store.SaveAnswers(ctx, "clerk", "a", assessment.Answer{Criterion: "SD-G1", Verdict: assessment.Yes})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v", err)
	}
	if got := answerOf(t, store, "SD-G1"); got.Verdict != assessment.Open {
		t.Errorf("got %+v", got)
	}
}

// The latest submission is the one that was kept last, also when the computer's
// clock says otherwise.
func TestLatestSubmissionComesFirst(t *testing.T) {
	t.Parallel()
	store := openStore(t, t.TempDir())
	must(t, store.SaveService(t.Context(), "", service))
	must(t, store.StartAssessment(t.Context(), "", assessment.Assessment{ID: "a", ServiceID: service.ID, Moment: assessment.Before, Edition: "2022.1"}, nil))
	noon := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	order := []struct {
		id     string
		frozen time.Time
	}{{"second", noon}, {"first", noon}, {"yesterday", noon.AddDate(0, 0, -1)}}
	for i, o := range order {
		must(t, store.AddSubmission(t.Context(), "", submission.Kept{ID: o.id, Assessment: "a", FrozenAt: o.frozen, Name: o.id, Sealed: []byte(o.id)}))
		must(t, store.MarkVerified(t.Context(), "", order[0].id, noon)) // changes nothing about the order
		all, err := store.Submissions(t.Context())
		must(t, err)
		if len(all) != i+1 || all[0].ID != o.id {
			t.Errorf("after %s comes %+v first", o.id, all[0].ID)
		}
	}
}
