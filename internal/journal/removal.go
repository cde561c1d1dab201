package journal

import "slices"

// FieldRemoved is set to true on an object that somebody takes away, and
// FieldSeen names the operations that made up the object, and what belongs to
// it, when that was done. They are part of the format.
const (
	FieldRemoved = "removed"
	FieldSeen    = "seen"
)

// Unseen gives what is said about a removed object that whoever removed it
// did not know: a change on another laptop. Removing it would lose that in
// silence, so it is a conflict. parts are the surviving operations of the
// object and of what belongs to it; seen are the operations that those who
// removed it knew. It does not depend on clocks, nor on which arrived first.
func Unseen(parts []Operation, seen map[ID]bool) []Operation {
	var unknown []Operation
	for _, op := range parts {
		if op.Field != FieldRemoved && op.Field != FieldSeen && !seen[op.ID] {
			unknown = append(unknown, op)
		}
	}
	slices.SortFunc(unknown, showFirst)
	return unknown
}

// Agree tells whether operations all give the same value: two laptops that
// say the same do not disagree.
func Agree(ops []Operation) bool {
	for _, op := range ops {
		if string(op.Value) != string(ops[0].Value) {
			return false
		}
	}
	return true
}
