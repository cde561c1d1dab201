package journal

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"time"
)

// Entry is an operation as somebody reads it in a history: from what, to what.
type Entry struct {
	Change ID
	At     time.Time
	User   string // a role, may be empty
	Device string
	Object Object
	Field  string
	From   json.RawMessage // what it replaced: of several, the first that it differs from; null for nothing
	To     json.RawMessage // null where the field was emptied

	Undoes  ID   // the change that it takes back, "" for none
	Undone  bool // it was taken back later
	Settles bool // it replaced several values that did not know of each other
	Stands  bool // nothing replaced it: its value counts, or is one side of a conflict
}

var nothing = json.RawMessage("null")

// Entries turns operations into a history, the latest first: by clock, then by
// id, so that every laptop shows the same order. What an operation replaced is
// looked for among the operations that are given: all those of its field.
func Entries(ops []Operation) []Entry {
	byID := make(map[ID]Operation, len(ops))
	superseded, undone := make(map[ID]bool), make(map[ID]bool)
	for _, op := range ops {
		byID[op.ID] = op
		undone[op.Undoes] = true
		for _, old := range op.Supersedes {
			superseded[old] = true
		}
	}
	ordered := make([]Operation, 0, len(byID))
	for _, op := range byID {
		ordered = append(ordered, op)
	}
	slices.SortFunc(ordered, func(a, b Operation) int { return cmp.Or(cmp.Compare(b.At, a.At), cmp.Compare(b.ID, a.ID)) })
	entries := make([]Entry, 0, len(ordered))
	for _, op := range ordered {
		e := Entry{
			Change: op.Change, At: op.At.Time(), User: op.User, Device: op.Device, Object: op.Object, Field: op.Field, From: nothing, To: op.Value,
			Undoes: op.Undoes, Undone: undone[op.Change] && op.Change != "", Settles: len(op.Supersedes) > 1, Stands: !superseded[op.ID],
		}
		var replaced []Operation
		for _, id := range op.Supersedes {
			if old, known := byID[id]; known {
				replaced = append(replaced, old)
			}
		}
		if len(replaced) > 0 {
			slices.SortFunc(replaced, showFirst)
			// Of a choice, what was not chosen.
			other := slices.IndexFunc(replaced, func(old Operation) bool { return !bytes.Equal(old.Value, op.Value) })
			e.From = replaced[max(0, other)].Value
		}
		entries = append(entries, e)
	}
	return entries
}
