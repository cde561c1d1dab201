package journal

import "slices"

// Inverse gives the edits that take a change back: every field that the
// change set and that still has its value returns to what it had before.
// Where that was a conflict, the conflict comes back: each of its values, beside
// each other. Fields that were changed again since are left alone and counted
// in kept.
//
// ops are the operations of the change; field gives all operations of a
// field, in any order.
func Inverse(ops []Operation, field func(Object, string) ([]Operation, error)) (edits []Edit, kept int, err error) {
	for _, mine := range byField(ops) {
		all, err := field(mine[0].Object, mine[0].Field)
		if err != nil {
			return nil, 0, err
		}
		if !stands(mine, all) {
			kept += len(mine)
			continue
		}
		edits = append(edits, restoring(mine, all)...)
	}
	return edits, kept, nil
}

// byField groups the operations of a change: one each, or several where the
// change brought a conflict back.
func byField(ops []Operation) [][]Operation {
	var groups [][]Operation
	for _, op := range ops {
		i := slices.IndexFunc(groups, func(group []Operation) bool { return group[0].Object == op.Object && group[0].Field == op.Field })
		if i < 0 {
			groups = append(groups, []Operation{op})
			continue
		}
		groups[i] = append(groups[i], op)
	}
	return groups
}

// stands tells whether a field still has just what a change gave it, itself
// or brought back since.
func stands(mine, all []Operation) bool {
	if sameOperations(mine, Survivors(all)) {
		return true
	}
	now, known := origins(Survivors(all), all)
	if !known {
		return false
	}
	given, known := origins(mine, all)
	return known && sameOperations(given, now)
}

func sameOperations(a, b []Operation) bool {
	for _, op := range a {
		if !slices.ContainsFunc(b, func(other Operation) bool { return other.ID == op.ID }) {
			return false
		}
	}
	return len(a) == len(b)
}

// restoring gives the edits that bring back what operations of one field
// replaced. The one to show first is written last, so that it stays the first.
func restoring(mine, all []Operation) []Edit {
	object, field, replaced := mine[0].Object, mine[0].Field, replacedBy(mine, all)
	if len(replaced) == 0 {
		return []Edit{{Object: object, Field: field, Value: nil}}
	}
	if len(replaced) == 1 {
		return []Edit{{Object: object, Field: field, Value: replaced[0].Value}}
	}
	var current []ID
	for _, op := range Survivors(all) {
		current = append(current, op.ID)
	}
	edits := make([]Edit, 0, len(replaced))
	for _, op := range slices.Backward(replaced) {
		edits = append(edits, Edit{Object: object, Field: field, Value: op.Value, Replaces: current})
	}
	return edits
}

// replacedBy gives the known operations that others replaced, the one to show
// first in front.
func replacedBy(ops, all []Operation) []Operation {
	var replaced []Operation
	for _, other := range all {
		if slices.ContainsFunc(ops, func(op Operation) bool { return slices.Contains(op.Supersedes, other.ID) }) {
			replaced = append(replaced, other)
		}
	}
	slices.SortFunc(replaced, showFirst)
	return replaced
}

// origins gives the operations that people made and whose values operations
// have. So one undo follows another, step by step.
func origins(ops, all []Operation) ([]Operation, bool) {
	var found []Operation
	for _, op := range ops {
		origin, known := Origin(op, all)
		if !known {
			return nil, false
		}
		found = append(found, origin)
	}
	return found, true
}

// Origin gives the operation in which a person gave the value that op has:
// op itself, or the one that an undo brought back. all are the operations of
// its field. An undo that emptied the field has none.
func Origin(op Operation, all []Operation) (Operation, bool) {
	for range all { // each step goes back in history
		if op.Undoes == "" {
			return op, true
		}
		var taken, beside []Operation // what the undo took back, and what it wrote
		for _, other := range all {
			switch other.Change {
			case op.Undoes:
				taken = append(taken, other)
			case op.Change:
				beside = append(beside, other)
			}
		}
		// An undo brings values back in the order of those that were replaced.
		slices.SortFunc(beside, showFirst)
		at := slices.IndexFunc(beside, func(other Operation) bool { return other.ID == op.ID })
		back := replacedBy(taken, all)
		if at < 0 || len(back) != len(beside) {
			return Operation{}, false
		}
		op = back[at]
	}
	return op, op.Undoes == ""
}
