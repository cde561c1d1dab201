package journal

import (
	"cmp"
	"slices"
)

// Survivors gives the operations of one field that no other one supersedes,
// the one to show first in front: the latest by clock, then by id. One
// survivor is the field's value; several are a conflict that a person
// settles. The order in which operations arrived does not matter.
func Survivors(ops []Operation) []Operation {
	superseded := make(map[ID]bool)
	for _, op := range ops {
		for _, id := range op.Supersedes {
			superseded[id] = true
		}
	}
	seen := make(map[ID]bool)
	var left []Operation
	for _, op := range ops {
		if !superseded[op.ID] && !seen[op.ID] {
			seen[op.ID] = true
			left = append(left, op)
		}
	}
	slices.SortFunc(left, showFirst)
	return left
}

func showFirst(a, b Operation) int {
	return cmp.Or(cmp.Compare(b.At, a.At), cmp.Compare(a.ID, b.ID))
}
