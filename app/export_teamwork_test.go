package app

import (
	"encoding/json"
	"testing"

	"toetssteen/internal/journal"
)

// What the tests of a screen cannot reach.
var (
	Joined      = joined
	PackedNames = packedNames
)

// MarkVerified records that a server gave a submission back.
func MarkVerified(t *testing.T, f *Facade, submissionID string) {
	t.Helper()
	if err := f.store.MarkVerified(t.Context(), "", submissionID, f.now()); err != nil {
		t.Fatal(err)
	}
}

// AddEvidence puts evidence with a hash in the journal.
func AddEvidence(t *testing.T, f *Facade, assessmentID, hash string) {
	t.Helper()
	object := journal.Object{Kind: "evidence", ID: string(journal.NewID())}
	var ops []journal.Operation
	for field, value := range map[string]string{"assessment": assessmentID, "criterion": "SD-G1", "hash": hash, "name": "foto.png"} {
		text, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		ops = append(ops, journal.Operation{ID: journal.NewID(), Device: f.store.Device(), At: 1, Change: "c", Object: object, Field: field, Value: text})
	}
	if _, err := f.store.Merge(t.Context(), ops); err != nil {
		t.Fatal(err)
	}
}
