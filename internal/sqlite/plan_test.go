package sqlite_test

import (
	"strings"
	"testing"

	"toetssteen/internal/sqlite"
)

// The frame asks after each key press what can be undone: with years of
// history that may not look through all of it for each operation.
func TestUndoUsesItsIndex(t *testing.T) {
	store := benchStore(t)
	for name, plan := range sqlite.UndoPlans(t, store) {
		for _, step := range plan {
			// o and n walk back from the latest, and stop at the first.
			if scanned, scans := strings.CutPrefix(step, "SCAN "); scans && scanned != "o" && scanned != "n" {
				t.Errorf("%s looks through all that is there: %s", name, step)
			}
			if strings.Contains(step, "TEMP B-TREE") {
				t.Errorf("%s sorts all that is there: %s", name, step)
			}
		}
	}
}
