package journal

import "slices"

// A unit is a set of fields that mean something together only, such as a
// verdict and its explanation. Where two laptops disagree on one of them, each
// has a side: what all of the fields were on that laptop. The journal tells no
// more than what an operation replaced, so the other fields are worked out:
//
//   - a laptop knew what it wrote, and what that replaced;
//   - it did not know what another side wrote from where the two went apart, nor
//     what was written after its own side;
//   - it knew the rest: what stood before they went apart was shared.

// Side is what one laptop says in a conflict: its operations of the fields in
// conflict, as a person gave them.
type Side struct {
	Device string
	Ops    []Operation
}

// ValueOn gives the value that a field of a unit had on a side, null for
// nothing. others are the other sides; field gives all operations of a field
// of the unit's object, in any order.
func ValueOn(side Side, others []Side, name string, field func(string) []Operation) []byte {
	known := side.knowledge(others, field)
	all := field(name)
	// From what stands back to what the side knew.
	open := Survivors(all)
	seen := make(map[ID]bool)
	for len(open) > 0 {
		op := open[0]
		open = open[1:]
		if seen[op.ID] {
			continue
		}
		seen[op.ID] = true
		op, given := Origin(op, all) // an undo brings back what a person gave, or nothing
		if !given {
			continue
		}
		if known(op) {
			return op.Value
		}
		open = append(open, replacedBy([]Operation{op}, all)...)
	}
	return nothing
}

// knowledge tells which operations a side knew.
func (s Side) knowledge(others []Side, field func(string) []Operation) func(Operation) bool {
	mine := make(map[ID]bool)
	var until Clock
	for _, op := range s.Ops {
		until = max(until, op.At)
		for _, old := range upTo(op, field(op.Field)) {
			mine[old.ID] = true
		}
	}
	apart := make(map[string]Clock) // where another laptop went its own way
	for _, other := range others {
		for _, op := range other.Ops {
			for _, old := range upTo(op, field(op.Field)) {
				if mine[old.ID] || old.Device == s.Device {
					continue
				}
				if at, known := apart[old.Device]; !known || old.At < at {
					apart[old.Device] = old.At
				}
			}
		}
	}
	return func(op Operation) bool {
		if mine[op.ID] || op.Device == s.Device {
			return true
		}
		from, elsewhere := apart[op.Device]
		return op.At <= until && (!elsewhere || op.At < from)
	}
}

// upTo gives an operation and all that it replaced, however long ago.
func upTo(op Operation, all []Operation) []Operation {
	found := []Operation{op}
	for i := 0; i < len(found); i++ {
		for _, old := range all {
			replaced := slices.Contains(found[i].Supersedes, old.ID)
			if replaced && !slices.ContainsFunc(found, func(other Operation) bool { return other.ID == old.ID }) {
				found = append(found, old)
			}
		}
	}
	return found
}
