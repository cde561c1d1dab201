package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"toetssteen/internal/journal"
)

// withSeen adds to each removal what the object and what belongs to it was
// made up of, so that a change on another laptop that it did not know shows
// as a conflict. An undo that brings a removal back brings back what it knew.
func withSeen(edits []journal.Edit) []journal.Edit {
	var all []journal.Edit
	for _, edit := range edits {
		all = append(all, edit)
		told := slices.ContainsFunc(edits, func(other journal.Edit) bool { return other.Object == edit.Object && other.Field == journal.FieldSeen })
		if removes(edit) && !told {
			all = append(all, journal.Edit{Object: edit.Object, Field: journal.FieldSeen, Value: lookedAt{}})
		}
	}
	return all
}

// lookedAt stands for the operations that there are when a removal is written.
type lookedAt struct{}

func removes(edit journal.Edit) bool {
	if edit.Field != journal.FieldRemoved {
		return false
	}
	value, err := json.Marshal(edit.Value)
	return err == nil && string(value) == "true"
}

// look fills in the operations that an object is made up of.
func look(ctx context.Context, tx *sql.Tx, edit journal.Edit) (journal.Edit, error) {
	if _, asked := edit.Value.(lookedAt); !asked {
		return edit, nil
	}
	parts, err := partsOf(ctx, tx, edit.Object)
	if err != nil {
		return edit, err
	}
	ids := make([]journal.ID, 0, len(parts))
	for _, op := range parts {
		if op.Field != journal.FieldRemoved && op.Field != journal.FieldSeen {
			ids = append(ids, op.ID)
		}
	}
	slices.Sort(ids)
	edit.Value = ids
	return edit, nil
}

// partsQuery names the objects that an object ?2 of kind ?1 is made up of: the
// assessments of a service, the answers of an assessment. What was itself
// removed is left out: its own removal speaks for it.
const partsQuery = `
	WITH near (kind, object) AS (
		SELECT ?1, ?2
		UNION ALL SELECT 'builds_on', id FROM builds_on WHERE ?1 = 'service' AND service = ?2
		UNION ALL SELECT 'assessment', id FROM assessment WHERE ?1 = 'service' AND service = ?2 AND removed IS NOT 1
	), parts (kind, object) AS (
		SELECT kind, object FROM near
		UNION ALL SELECT 'answer', x.id FROM near n JOIN answer x ON x.assessment = n.object WHERE n.kind = 'assessment'
		UNION ALL SELECT 'scope', x.id FROM near n JOIN scope x ON x.assessment = n.object WHERE n.kind = 'assessment'
		UNION ALL SELECT 'measurement', x.id FROM near n JOIN measurement x ON x.assessment = n.object WHERE n.kind = 'assessment'
		UNION ALL SELECT 'evidence', x.id FROM near n JOIN evidence x ON x.assessment = n.object WHERE n.kind = 'assessment' AND x.removed IS NOT 1
		UNION ALL SELECT 'comment', x.id FROM near n JOIN comment x ON x.assessment = n.object WHERE n.kind = 'assessment' AND x.removed IS NOT 1
	)`

// partsOf gives the surviving operations of an object and of what belongs to
// it.
func partsOf(ctx context.Context, q querier, object journal.Object) ([]journal.Operation, error) {
	return operations(ctx, q, partsQuery+`
		SELECT `+operationColumns+`
		FROM parts p
		JOIN survivor v ON v.kind = p.kind AND v.object = p.object
		JOIN operation o ON o.id = v.operation
		ORDER BY o.clock DESC, o.id`, object.Kind, object.ID)
}

// seenBy gives the operations that whoever removed an object knew. A removal
// by a program that did not record it knew what its own laptop had: no other
// could reach it then.
func seenBy(ctx context.Context, q querier, object journal.Object, removals, parts []journal.Operation) (map[journal.ID]bool, error) {
	recorded, err := survivors(ctx, q, object, journal.FieldSeen)
	if err != nil {
		return nil, err
	}
	seen := make(map[journal.ID]bool)
	for _, op := range recorded {
		var ids []journal.ID
		if err := json.Unmarshal(op.Value, &ids); err != nil {
			return nil, fmt.Errorf("read what the removal of %s %s knew: %w", object.Kind, object.ID, err)
		}
		for _, id := range ids {
			seen[id] = true
		}
	}
	for _, removal := range removals {
		if string(removal.Value) != "true" || slices.ContainsFunc(recorded, func(op journal.Operation) bool { return op.Change == removal.Change }) {
			continue
		}
		for _, op := range parts {
			if op.Device == removal.Device && op.At <= removal.At {
				seen[op.ID] = true
			}
		}
	}
	return seen, nil
}
