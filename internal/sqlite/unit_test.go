package sqlite_test

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/journal"
	"toetssteen/internal/sqlite"
)

// Whatever two laptops answered since they went apart: choosing a side gives
// the answer that stood on that laptop, and an undo brings both sides back.
func TestChoosingASideGivesItsAnswer(t *testing.T) {
	t.Parallel()
	verdicts := []assessment.Verdict{assessment.Yes, assessment.No, assessment.NotApplicable}
	texts := []string{"", "een", "twee", "drie"}
	disputes := 0
	for seed := range uint64(12) {
		random := rand.New(rand.NewPCG(seed, 7))
		here, there := twoLaptops(t)
		stores := []*sqlite.Store{here, there}
		shared := 0
		for range random.IntN(3) { // what both know
			shared = 1 + random.IntN(2)
			answer(t, stores[shared-1], "before", "SD-G1", verdicts[shared], texts[random.IntN(4)])
			give(t, here, there)
			give(t, there, here)
		}
		said := make(map[string]assessment.Answer)
		for i, store := range stores {
			for step := range 1 + random.IntN(3) {
				verdict := verdicts[random.IntN(3)]
				if step == 0 { // they go apart
					verdict = verdicts[(shared+1+i)%3]
				}
				answer(t, store, "apart", "SD-G1", verdict, texts[random.IntN(4)])
			}
			said[store.Device()] = answerOf(t, store, "SD-G1")
		}
		give(t, here, there)
		give(t, there, here)
		for _, chooser := range stores {
			for device, want := range said {
				conflict, err := chooser.Conflict(t.Context(), journal.Object{Kind: "answer", ID: "a/SD-G1"})
				must(t, err)
				var picked []journal.ID
				var choices []sqlite.Choice
				for _, d := range conflict.Fields {
					for _, v := range d.Versions {
						if v.By.Device == device {
							picked = append(picked, v.Operation.ID)
							choices = append(choices, sqlite.Choice{Field: d.Field, Value: v.Operation.Value})
						}
					}
				}
				if len(picked) == 0 {
					continue // both say the same
				}
				disputes++
				along, err := chooser.Along(t.Context(), conflict, picked...)
				must(t, err)
				must(t, chooser.Settle(t.Context(), "chooser", conflict.Object, append(choices, along...)...))
				if got := answerOf(t, chooser, "SD-G1"); got.Verdict != want.Verdict || got.Explanation != want.Explanation || got.Conflict {
					t.Errorf("seed %d: chose %s: %s %q, it said %s %q", seed, device, got.Verdict, got.Explanation, want.Verdict, want.Explanation)
				}
				_, err = chooser.Undo(t.Context(), "chooser")
				must(t, err)
			}
		}
	}
	if disputes < 20 {
		t.Errorf("only %d disputes", disputes)
	}
}

// A choice of a field that is in no conflict, and goes along with none, is refused.
func TestSettleRefusesOtherFields(t *testing.T) {
	t.Parallel()
	here, there := twoLaptops(t)
	answer(t, here, "clerk", "SD-G1", assessment.Yes, "")
	answer(t, there, "colleague", "SD-G1", assessment.No, "Volgt.")
	give(t, there, here)
	err := here.Settle(t.Context(), "clerk", journal.Object{Kind: "answer", ID: "a/SD-G1"}, sqlite.Choice{Field: "assignee", Value: json.RawMessage(`"x"`)})
	if err == nil {
		t.Error("accepted")
	}
}
