package sqlite

import (
	"context"
	"encoding/json"
	"slices"

	"toetssteen/internal/journal"
)

// units are the fields that mean something together only: where laptops
// disagree on one of them, all of them are chosen at once. See [journal.ValueOn].
var units = map[journal.Kind][][]string{
	kindAnswer:     {{"verdict", "explanation", "review"}, {"judge", "control"}},
	kindAssessment: {{"stage", "stage_note", "reviewer", "adopted_on", "decision", "stage_saw"}},
}

// goesAlong tells whether a field is chosen along with one in conflict.
func (c Conflict) goesAlong(field string) bool {
	return slices.ContainsFunc(units[c.Object.Kind], func(unit []string) bool {
		return slices.Contains(unit, field) && slices.ContainsFunc(c.Fields, func(d Disputed) bool { return slices.Contains(unit, d.Field) })
	})
}

// Along gives what goes along with operations that one laptop stands by in a
// conflict: the values that the other fields of the same units had there.
func (s *Store) Along(ctx context.Context, c Conflict, chosen ...journal.ID) ([]Choice, error) {
	var side journal.Side
	var others []journal.Side
	var picked []string
	for _, d := range c.Fields {
		if !c.goesAlong(d.Field) {
			continue
		}
		for _, v := range d.Versions {
			if slices.Contains(chosen, v.Operation.ID) {
				side.Device, side.Ops = v.By.Device, append(side.Ops, v.By)
				picked = append(picked, d.Field)
			} else {
				others = append(others, journal.Side{Device: v.By.Device, Ops: []journal.Operation{v.By}})
			}
		}
	}
	if len(side.Ops) == 0 {
		return nil, nil
	}
	history := make(map[string][]journal.Operation)
	for _, unit := range units[c.Object.Kind] {
		for _, field := range unit {
			all, err := fieldHistory(ctx, s.db, c.Object, field)
			if err != nil {
				return nil, storageFault(err, s.folder)
			}
			history[field] = all
		}
	}
	var along []Choice
	for _, unit := range units[c.Object.Kind] {
		if !slices.ContainsFunc(picked, func(field string) bool { return slices.Contains(unit, field) }) {
			continue
		}
		for _, field := range unit {
			if !slices.Contains(picked, field) {
				value := journal.ValueOn(side, others, field, func(name string) []journal.Operation { return history[name] })
				along = append(along, Choice{Field: field, Value: json.RawMessage(value)})
			}
		}
	}
	return along, nil
}
