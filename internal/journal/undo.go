package journal

import "slices"

// Inverse gives the edits that take a change back: every field that the
// change set and that still has its value returns to what it had before.
// Fields that were changed again since are left alone and counted in kept.
//
// ops are the operations of the change; field gives all operations of a
// field, in any order.
func Inverse(ops []Operation, field func(Object, string) ([]Operation, error)) (edits []Edit, kept int, err error) {
	for _, op := range ops {
		all, err := field(op.Object, op.Field)
		if err != nil {
			return nil, 0, err
		}
		if now, found := effective(all); !found || now.ID != op.ID {
			kept++
			continue
		}
		edits = append(edits, Edit{Object: op.Object, Field: op.Field, Value: before(op, all)})
	}
	return edits, kept, nil
}

// before gives the value that op replaced: of several, the one shown first.
func before(op Operation, all []Operation) any {
	var replaced []Operation
	for _, other := range all {
		if slices.Contains(op.Supersedes, other.ID) {
			replaced = append(replaced, other)
		}
	}
	if len(replaced) == 0 {
		return nil
	}
	slices.SortFunc(replaced, showFirst)
	return replaced[0].Value
}

// effective gives the operation that a person last made and that still
// counts: where the field's value was put there by an undo, that is the one
// whose value the undo brought back. So one undo follows another, step by
// step. A conflict has none.
func effective(all []Operation) (Operation, bool) {
	byID := make(map[ID]Operation, len(all))
	for _, op := range all {
		byID[op.ID] = op
	}
	left := Survivors(all)
	if len(left) != 1 {
		return Operation{}, false
	}
	op := left[0]
	for op.Undoes != "" {
		back := slices.IndexFunc(all, func(o Operation) bool { return o.Change == op.Undoes })
		if back < 0 || len(all[back].Supersedes) != 1 {
			return Operation{}, false
		}
		var known bool
		if op, known = byID[all[back].Supersedes[0]]; !known {
			return Operation{}, false
		}
	}
	return op, true
}
