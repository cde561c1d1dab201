package journal_test

import (
	"encoding/json"
	"testing"

	"toetssteen/internal/journal"
)

func TestAgain(t *testing.T) {
	t.Parallel()
	yes := set("a", 1, "yes")
	no := set("b", 2, "no", "a")
	back := undoing("b", set("u", 3, "yes", "b"))
	for name, c := range map[string]struct {
		undo []journal.Operation
		all  []journal.Operation
		want string // the value that comes again; "-" for none
	}{
		"what was undone comes again": {
			[]journal.Operation{back}, []journal.Operation{yes, no, back}, `"no"`},
		"a colleague changed it since": {
			[]journal.Operation{back}, []journal.Operation{yes, no, back, set("c", 4, "not_applicable", "u")}, "-"},
		"a colleague changed it at the same time": {
			[]journal.Operation{back}, []journal.Operation{yes, no, back, set("c", 4, "not_applicable", "b")}, "-"},
		"a colleague gave the same value: it is theirs": {
			[]journal.Operation{back}, []journal.Operation{yes, no, back, set("c", 4, "yes", "u")}, "-"},
		"a colleague changed it and took that back": {
			[]journal.Operation{back}, []journal.Operation{yes, no, back, set("c", 4, "open", "u"), undoing("c", set("d", 5, "yes", "c"))}, `"no"`},
		"an earlier undo was taken back in between": {
			[]journal.Operation{back},
			[]journal.Operation{yes, no, back, undoing("a", set("v", 4, "", "u")), undoing("v", set("r", 5, "yes", "v"))}, `"no"`},
		"two values that an undo brought back are one field": {
			[]journal.Operation{undoing("s", set("x", 4, "yes", "s")), undoing("s", set("y", 5, "no", "s"))},
			[]journal.Operation{yes, set("b", 2, "no"), set("s", 3, "no", "a", "b"), undoing("s", set("x", 4, "yes", "s")), undoing("s", set("y", 5, "no", "s"))},
			`"no"`},
		"one of two values was settled since": {
			[]journal.Operation{undoing("s", set("x", 4, "yes", "s")), undoing("s", set("y", 5, "no", "s"))},
			[]journal.Operation{yes, set("b", 2, "no"), set("s", 3, "no", "a", "b"), undoing("s", set("x", 4, "yes", "s")),
				undoing("s", set("y", 5, "no", "s")), set("z", 6, "open", "x", "y")},
			"-"},
		"what was undone is not there": {[]journal.Operation{back}, []journal.Operation{yes, back}, "-"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for i := range c.all { // a change of its own each, but for two values of one undo
				c.all[i].Change = c.all[i].ID
				if c.all[i].Undoes == "s" {
					c.all[i].Change = "xy"
				}
			}
			for i := range c.undo {
				c.undo[i].Change = c.undo[i].ID
				if c.undo[i].Undoes == "s" {
					c.undo[i].Change = "xy"
				}
			}
			edits, kept, err := journal.Again(c.undo, func(journal.Object, string) ([]journal.Operation, error) { return c.all, nil })
			if err != nil {
				t.Fatal(err)
			}
			got := "-"
			if len(edits) == 1 {
				value, err := json.Marshal(edits[0].Value)
				if err != nil {
					t.Fatal(err)
				}
				got = string(value)
			}
			if got != c.want || (kept == 0) == (got == "-") || len(edits) > 1 {
				t.Errorf("value %s (%d edits, kept %d), want %s", got, len(edits), kept, c.want)
			}
		})
	}
}
