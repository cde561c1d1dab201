package journal_test

import (
	"encoding/json"
	"slices"
	"testing"

	"toetssteen/internal/journal"
)

// carry writes the operations of an undo as a store does.
func carry(change, undoes journal.ID, at journal.Clock, edits []journal.Edit, all []journal.Operation) []journal.Operation {
	for i, edit := range edits {
		value, err := json.Marshal(edit.Value)
		if err != nil {
			panic(err)
		}
		op := journal.Operation{
			ID: change + journal.ID(rune('0'+i)), Device: "undoer", At: at + journal.Clock(i), Change: change, Undoes: undoes,
			Object: edit.Object, Field: edit.Field, Value: value, Supersedes: edit.Replaces,
		}
		if edit.Replaces == nil {
			for _, old := range journal.Survivors(all) {
				op.Supersedes = append(op.Supersedes, old.ID)
			}
		}
		all = append(all, op)
	}
	return all
}

func changeOf(all []journal.Operation, change journal.ID) []journal.Operation {
	var ops []journal.Operation
	for _, op := range all {
		if op.Change == change {
			ops = append(ops, op)
		}
	}
	return ops
}

func inverse(t *testing.T, all []journal.Operation, change journal.ID) []journal.Edit {
	t.Helper()
	edits, kept, err := journal.Inverse(changeOf(all, change), func(journal.Object, string) ([]journal.Operation, error) { return all, nil })
	if err != nil || kept != 0 {
		t.Fatalf("kept %d, %v", kept, err)
	}
	return edits
}

// A conflict that was settled comes back by an undo, with its authors and in
// its order; undoing that undo settles it again, and so on.
func TestUndoOfASettlement(t *testing.T) {
	t.Parallel()
	for name, values := range map[string][]string{
		"two values":                   {"yes", "no"},
		"three values":                 {"yes", "no", "not_applicable"},
		"two that say the same of all": {"yes", "no", "yes"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var all []journal.Operation
			for i, value := range values {
				op := set(journal.ID(rune('a'+i)), journal.Clock(1+i), value)
				op.User = string(rune('A' + i))
				all = append(all, op)
			}
			want := ids(journal.Survivors(all))
			settled := set("s", 10, "no", want...)
			all = append(all, settled)

			all = carry("u", "s", 20, inverse(t, all, "s"), all)
			back := journal.Survivors(all)
			var origins []journal.ID
			for _, op := range back {
				origin, known := journal.Origin(op, all)
				if !known || string(origin.Value) != string(op.Value) {
					t.Errorf("%s comes from %+v", op.ID, origin)
				}
				origins = append(origins, origin.ID)
			}
			if !slices.Equal(origins, want) {
				t.Fatalf("back are %v, want %v", origins, want)
			}

			all = carry("r", "u", 30, inverse(t, all, "u"), all)
			again := journal.Survivors(all)
			if len(again) != 1 || string(again[0].Value) != `"no"` {
				t.Fatalf("settled again as %+v", again)
			}
			if origin, known := journal.Origin(again[0], all); !known || origin.ID != "s" {
				t.Errorf("settled again by %+v", origin)
			}
			all = carry("v", "r", 40, inverse(t, all, "r"), all)
			if got := journal.Survivors(all); len(got) != len(values) {
				t.Errorf("after a second undo %+v", got)
			}
		})
	}
}

func TestUnseen(t *testing.T) {
	t.Parallel()
	known, further := set("a", 1, "yes"), set("b", 1, "no")
	removal := set("r", 2, "true")
	removal.Field = journal.FieldRemoved
	for name, c := range map[string]struct {
		parts []journal.Operation
		seen  map[journal.ID]bool
		want  []journal.ID
	}{
		"all was known":                      {[]journal.Operation{known, removal}, map[journal.ID]bool{"a": true}, nil},
		"a change by another":                {[]journal.Operation{known, further, removal}, map[journal.ID]bool{"a": true}, []journal.ID{"b"}},
		"a change that replaced what it saw": {[]journal.Operation{further, removal}, map[journal.ID]bool{"a": true}, []journal.ID{"b"}},
		"nothing is left of it":              {[]journal.Operation{removal}, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			slices.Reverse(c.parts)
			if got := ids(journal.Unseen(c.parts, c.seen)); !slices.Equal(got, c.want) {
				t.Errorf("unseen %v, want %v", got, c.want)
			}
		})
	}
}
