package journal

import "slices"

// Again gives the edits that take an undo back: every field that the undo
// restored, and that still stands as the undo left it, gets the value again
// that was taken from it. Fields that were changed since, such as by a
// colleague, are left alone and counted in kept.
//
// undo are the operations of the undo; field gives all operations of a field,
// in any order.
func Again(undo []Operation, field func(Object, string) ([]Operation, error)) (edits []Edit, kept int, err error) {
	type place struct {
		object Object
		field  string
	}
	var seen []place
	for _, op := range undo {
		here := place{op.Object, op.Field}
		if slices.Contains(seen, here) {
			continue // an undo may bring several values back, which are one field
		}
		seen = append(seen, here)
		all, err := field(op.Object, op.Field)
		if err != nil {
			return nil, 0, err
		}
		taken := ofChange(all, op.Undoes)
		if len(taken) == 0 || !asLeftBy(op, all) {
			kept++
			continue
		}
		edits = append(edits, Edit{Object: op.Object, Field: op.Field, Value: taken[0].Value})
	}
	return edits, kept, nil
}

// asLeftBy tells whether a field stands as an undo left it: with what the undo
// wrote, or brought back to the same by undos and redos since.
func asLeftBy(undo Operation, all []Operation) bool {
	left := Survivors(all)
	if !slices.ContainsFunc(left, func(op Operation) bool { return op.Change != undo.Change }) {
		return len(left) == len(ofChange(all, undo.Change))
	}
	if len(left) != 1 {
		return false
	}
	now, known := resting(left[0], all)
	then, knownThen := resting(undo, all)
	return known && knownThen && now == then
}

// resting gives the operation in which a person gave the value that op has,
// through every undo and redo; "" where the field was empty before anybody
// filled it. It does not know a conflict.
func resting(op Operation, all []Operation) (ID, bool) {
	for op.Undoes != "" {
		var replaced []Operation
		for _, taken := range ofChange(all, op.Undoes) {
			for _, id := range taken.Supersedes {
				at := slices.IndexFunc(all, func(o Operation) bool { return o.ID == id })
				if at < 0 {
					return "", false // it has not arrived yet
				}
				if !slices.ContainsFunc(replaced, func(o Operation) bool { return o.ID == id }) {
					replaced = append(replaced, all[at])
				}
			}
		}
		switch len(replaced) {
		case 0:
			return "", true
		case 1:
			op = replaced[0]
		default:
			return "", false
		}
	}
	return op.ID, true
}

// ofChange gives the operations of a field that belong to a change, the one to
// show first in front.
func ofChange(all []Operation, change ID) []Operation {
	var found []Operation
	for _, op := range all {
		if op.Change == change {
			found = append(found, op)
		}
	}
	slices.SortFunc(found, showFirst)
	return found
}
