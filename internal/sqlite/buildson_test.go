package sqlite_test

import (
	"slices"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
)

func TestBuildsOnIsKeptAndUndone(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	store := withAssessment(t, t.TempDir())
	on := func() []assessment.Target {
		all, err := store.BuildsOn(ctx)
		must(t, err)
		return all[service.ID]
	}
	must(t, store.SetBuildsOn(ctx, "clerk", service.ID, "aid:acm", true))
	must(t, store.SetBuildsOn(ctx, "clerk", service.ID, "aid:magda", true))
	must(t, store.SetBuildsOn(ctx, "clerk", service.ID, "aid:acm", false))
	if got := on(); !slices.Equal(got, []assessment.Target{"aid:magda"}) {
		t.Errorf("builds on %v", got)
	}
	_, err := store.Undo(ctx, "clerk")
	must(t, err)
	if got := on(); !slices.Equal(got, []assessment.Target{"aid:acm", "aid:magda"}) {
		t.Errorf("after the undo %v", got)
	}
	mustCode(t, store.SetBuildsOn(ctx, "clerk", service.ID, "acm", true), fault.Invalid)
	mustCode(t, store.SetBuildsOn(ctx, "clerk", service.ID, "aid:a/b", true), fault.Invalid)
	mustCode(t, store.SetBuildsOn(ctx, "clerk", "absent", "aid:acm", true), fault.NotFound)
}

func TestScopeIsKeptAndUndone(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	store := withAssessment(t, t.TempDir())
	must(t, store.SaveScope(ctx, "clerk", "a", "login", "no"))
	must(t, store.SaveScope(ctx, "clerk", "a", "login", "yes"))
	must(t, store.SaveScope(ctx, "clerk", "a", "partners", "no"))
	must(t, store.SaveScope(ctx, "clerk", "a", "partners", ""))
	all, err := store.Scopes(ctx)
	must(t, err)
	if got := all["a"]; len(got) != 1 || got["login"] != "yes" {
		t.Errorf("answers %v", got)
	}
	for range 3 {
		_, err := store.Undo(ctx, "clerk")
		must(t, err)
	}
	all, err = store.Scopes(ctx)
	must(t, err)
	if got := all["a"]["login"]; got != "no" {
		t.Errorf("after the undo %q", got)
	}
}

func TestLatestOf(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	store := withAssessment(t, t.TempDir())
	must(t, store.StartAssessment(ctx, "clerk", assessment.Assessment{
		ID: "later", ServiceID: service.ID, Moment: assessment.After, Edition: "2022.1", StartedAt: time.Date(2027, 1, 2, 9, 0, 0, 0, time.UTC),
	}, nil))
	must(t, store.SaveAnswers(ctx, "clerk", "later", assessment.Answer{Criterion: "SD-G1", Verdict: assessment.Yes}))
	latest, err := store.LatestOf(ctx, []string{service.ID, "absent"})
	must(t, err)
	if got := latest[service.ID]; len(latest) != 1 || got.ID != "later" || len(got.Answers) != 1 {
		t.Errorf("got %+v", latest)
	}
	must(t, store.RemoveAssessment(ctx, "clerk", "later"))
	latest, err = store.LatestOf(ctx, []string{service.ID})
	must(t, err)
	if latest[service.ID].ID != "a" {
		t.Errorf("a removed assessment counts: %+v", latest)
	}
}
