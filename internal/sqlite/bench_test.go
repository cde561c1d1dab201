package sqlite_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
)

// What history costs: an answer saved with its operation and projection,
// beside a plain UPDATE of the same row with the same durability.
func BenchmarkSaveAnswer(b *testing.B) {
	verdicts := []assessment.Verdict{assessment.Yes, assessment.No}
	b.Run("journal", func(b *testing.B) {
		store := benchStore(b)
		codes := strategy.Current().Criteria
		for i := 0; b.Loop(); i++ {
			answer := assessment.Answer{Criterion: codes[i%len(codes)].Code, Verdict: verdicts[i/len(codes)%2]}
			if err := store.SaveAnswers(b.Context(), "clerk", "a", answer); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("plain", func(b *testing.B) {
		store := benchStore(b)
		if err := store.SaveAnswers(b.Context(), "clerk", "a", assessment.Answer{Criterion: "SD-G1", Verdict: assessment.Yes}); err != nil {
			b.Fatal(err)
		}
		for i := 0; b.Loop(); i++ {
			sqlite.Exec(b, store, `UPDATE answer SET verdict = ? WHERE id = 'a/SD-G1'`, string(verdicts[i%2]))
		}
	})
}

// What the frame asks with much history: 50 services, 100 assessments, each
// criterion answered and changed once, the last hundred changes undone, half of
// the services removed.
func BenchmarkUndoable(b *testing.B) {
	store := benchStore(b)
	codes := strategy.Current().Criteria
	for i := range 50 {
		s := service
		s.ID, s.Name = fmt.Sprintf("s%d", i), fmt.Sprintf("Service %d", i)
		if err := store.SaveService(b.Context(), "clerk", s); err != nil {
			b.Fatal(err)
		}
		for j := range 2 {
			id := fmt.Sprintf("a%d-%d", i, j)
			if err := store.StartAssessment(b.Context(), "clerk", assessment.Assessment{ID: id, ServiceID: s.ID, Moment: assessment.Before, Edition: "2022.1"}, nil); err != nil {
				b.Fatal(err)
			}
			for _, verdict := range []assessment.Verdict{assessment.No, assessment.Yes} {
				var answers []assessment.Answer
				for _, c := range codes {
					answers = append(answers, assessment.Answer{Criterion: c.Code, Verdict: verdict, Explanation: "Because of " + string(verdict)})
				}
				if err := store.SaveAnswers(b.Context(), "clerk", id, answers...); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	for range 100 {
		if _, err := store.Undo(b.Context(), "clerk"); err != nil {
			b.Fatal(err)
		}
	}
	for i := range 25 {
		if err := store.RemoveService(b.Context(), "clerk", fmt.Sprintf("s%d", i)); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("undo", func(b *testing.B) {
		for b.Loop() {
			if _, err := store.LastUndoable(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("redo", func(b *testing.B) {
		for b.Loop() {
			if _, err := store.LastRedoable(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("conflicts", func(b *testing.B) {
		for b.Loop() {
			if _, err := store.Conflicts(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("conflict count", func(b *testing.B) {
		for b.Loop() {
			if _, err := store.ConflictCount(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func benchStore(b testing.TB) *sqlite.Store {
	b.Helper()
	store, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "data"), sqlite.Options{Device: device("laptop")})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := store.Close(); err != nil {
			b.Error(err)
		}
	})
	if err := store.SaveService(b.Context(), "clerk", service); err != nil {
		b.Fatal(err)
	}
	if err := store.StartAssessment(b.Context(), "clerk", assessment.Assessment{ID: "a", ServiceID: service.ID, Moment: assessment.Before, Edition: "2022.1"}, nil); err != nil {
		b.Fatal(err)
	}
	return store
}
