package app_test

import (
	"testing"

	"toetssteen/app"
	"toetssteen/internal/assessment"
)

func TestRedoSaysWhat(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	id := assessed(t, f)
	if s, err := f.Session(t.Context(), app.Nothing{}); err != nil || s.Undo != "answer" || s.Redo != "" {
		t.Fatalf("undo %q, redo %q, %v", s.Undo, s.Redo, err)
	}
	_, err := f.Undo(t.Context(), app.Nothing{})
	must(t, err)
	if s, err := f.Session(t.Context(), app.Nothing{}); err != nil || s.Redo != "answer" {
		t.Fatalf("redo %q, %v", s.Redo, err)
	}
	view, err := f.Redo(t.Context(), app.Nothing{})
	must(t, err)
	if !view.Undone || view.Kind != "answer" || view.AssessmentID != id || view.Criterion != "BT-I4" || view.Subject == "" {
		t.Errorf("got %+v", view)
	}
	again, err := f.Redo(t.Context(), app.Nothing{})
	must(t, err)
	if again.Undone {
		t.Errorf("a second redo gives %+v", again)
	}
}

func TestUndoNamesAndLeadsToWhatIsThere(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	service, err := f.SaveService(t.Context(), app.ServiceInput{Name: "Hondenweide", Audience: "citizens"})
	must(t, err)
	started, err := f.StartAssessment(t.Context(), app.StartInput{ServiceID: service.ID, Moment: assessment.Before})
	must(t, err)
	gone, err := f.Undo(t.Context(), app.Nothing{})
	must(t, err)
	if gone.Kind != "assessment" || gone.Subject != "Hondenweide" || gone.AssessmentID != "" || gone.ServiceID != service.ID {
		t.Errorf("after undoing the start: %+v", gone)
	}
	back, err := f.Redo(t.Context(), app.Nothing{})
	must(t, err)
	if back.AssessmentID != started.ID {
		t.Errorf("after doing it again: %+v", back)
	}
	for range 2 {
		gone, err = f.Undo(t.Context(), app.Nothing{})
		must(t, err)
	}
	if gone.Kind != "service" || gone.ServiceID != "" {
		t.Errorf("after undoing the service: %+v", gone)
	}
}
