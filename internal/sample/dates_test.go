package sample_test

import (
	"path/filepath"
	"testing"
	"time"

	"toetssteen/internal/sample"
	"toetssteen/internal/sqlite"
)

// What the sample says was written on the day of its assessment, and not later
// than today: an old text shows as old.
func TestAnswersCarryTheDayOfTheirAssessment(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "town")
	if err := sample.Fill(t.Context(), folder); err != nil {
		t.Fatal(err)
	}
	store, err := sqlite.Open(t.Context(), folder, sqlite.Options{Device: func(string) (string, error) { return "reader", nil }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	all, err := store.Assessments(t.Context())
	if err != nil || len(all) == 0 {
		t.Fatalf("%d assessments, %v", len(all), err)
	}
	now := time.Now()
	for _, a := range all {
		want := a.StartedAt
		if want.After(now) {
			want = now
		}
		for _, answer := range a.Answers {
			if answer.SavedAt.After(now) || answer.SavedAt.UTC().Format(time.DateOnly) != want.UTC().Format(time.DateOnly) {
				t.Fatalf("%s of an assessment of %s was saved at %s", answer.Criterion, a.StartedAt.Format(time.DateOnly), answer.SavedAt)
			}
		}
	}
}
