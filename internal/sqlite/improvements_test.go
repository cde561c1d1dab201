package sqlite_test

import (
	"reflect"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

var chat = assessment.ImprovementAction{
	ID: "chat", ServiceID: service.ID, AssessmentID: "a", Criteria: []strategy.CriterionCode{"SD-G3", "SD-G1"}, Title: "Chat op de website",
	Note: "Eerst een proef.", Owner: "dienst Communicatie", Due: "2027-03-31", Effort: assessment.MediumEffort, Budget: strategy.LowBudget,
	Aid: "mijn-burgerprofiel", Status: assessment.ToStart, StrategyAction: 19, Plan: "BV-12",
}

func TestImprovementIsKept(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	store := withAssessment(t, t.TempDir())
	must(t, store.SaveImprovements(ctx, "clerk", chat))
	got, err := store.Improvement(ctx, "chat")
	must(t, err)
	if got.ChangedBy != "clerk" || got.ChangedAt.IsZero() || got.StatusAt.IsZero() {
		t.Errorf("changed by %q at %v, status at %v", got.ChangedBy, got.ChangedAt, got.StatusAt)
	}
	got.ChangedAt, got.StatusAt, got.ChangedBy = time.Time{}, time.Time{}, ""
	if !reflect.DeepEqual(got, chat) {
		t.Errorf("got  %+v\nwant %+v", got, chat)
	}
}

func TestImprovementKnowsWhenItsStatusWasSet(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	store := withAssessment(t, t.TempDir())
	must(t, store.SaveImprovements(ctx, "clerk", chat.To(assessment.Done)))
	done, err := store.Improvement(ctx, "chat")
	must(t, err)
	done.Title = "Chat en telefoon"
	must(t, store.SaveImprovements(ctx, "colleague", done))
	renamed, err := store.Improvement(ctx, "chat")
	must(t, err)
	if !renamed.StatusAt.Equal(done.StatusAt) || !renamed.ChangedAt.After(done.ChangedAt) || renamed.ChangedBy != "colleague" {
		t.Errorf("first %+v\nthen  %+v", done, renamed)
	}
}

func TestImprovementsOfAService(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	store := withAssessment(t, t.TempDir())
	must(t, store.SaveService(ctx, "clerk", assessment.Service{ID: "other", Name: "Andere dienst"}))
	other, none := chat, chat
	other.ID, other.ServiceID = "other-chat", "other"
	none.ID, none.ServiceID = "of-the-town", ""
	must(t, store.SaveImprovements(ctx, "clerk", chat, other, none))
	for name, c := range map[string]struct {
		service string
		want    []string
	}{
		"one service":     {service.ID, []string{"chat"}},
		"the whole town":  {"", []string{"chat", "of-the-town", "other-chat"}},
		"no such service": {"absent", nil},
	} {
		found, err := store.Improvements(ctx, c.service)
		must(t, err)
		var ids []string
		for _, a := range found {
			ids = append(ids, a.ID)
		}
		if !reflect.DeepEqual(ids, c.want) {
			t.Errorf("%s: got %v, want %v", name, ids, c.want)
		}
	}
	must(t, store.RemoveService(ctx, "clerk", "other"))
	found, err := store.Improvements(ctx, "")
	must(t, err)
	if len(found) != 2 {
		t.Errorf("%d actions beside a removed service, want 2", len(found))
	}
}

func TestImprovementRemovedAndBack(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	store := withAssessment(t, t.TempDir())
	second := chat
	second.ID = "second"
	must(t, store.SaveImprovements(ctx, "clerk", chat, second)) // several are one change
	must(t, store.RemoveImprovement(ctx, "clerk", "chat"))
	_, err := store.Improvement(ctx, "chat")
	mustCode(t, err, fault.NotFound)
	_, err = store.Undo(ctx, "clerk")
	must(t, err)
	if back, err := store.Improvement(ctx, "chat"); err != nil || back.Title != chat.Title || len(back.Criteria) != 2 {
		t.Errorf("came back as %+v, %v", back, err)
	}
	_, err = store.Undo(ctx, "clerk")
	must(t, err)
	if left, err := store.Improvements(ctx, ""); err != nil || len(left) != 0 {
		t.Errorf("after undoing their making %+v, %v", left, err)
	}
}

func TestImprovementFaults(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	store := withAssessment(t, t.TempDir())
	for _, id := range []string{"", "absent"} {
		_, err := store.Improvement(ctx, id)
		mustCode(t, err, fault.NotFound)
		mustCode(t, store.RemoveImprovement(ctx, "clerk", id), fault.NotFound)
	}
	lost := chat
	lost.ServiceID = "absent"
	mustCode(t, store.SaveImprovements(ctx, "clerk", chat, lost), fault.NotFound)
	if left, err := store.Improvements(ctx, ""); err != nil || len(left) != 0 {
		t.Errorf("a refused change kept %+v, %v", left, err)
	}
}
