package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"

	"toetssteen/internal/journal"
)

// Undone says what an undo took back, or a redo made again.
type Undone struct {
	Change  journal.ID       // that was taken back, by a redo an undo; "" where there was nothing
	Objects []journal.Object // that it had changed
	Fields  []string         // of the first of them
	Kept    int              // fields that were changed again since, left alone
}

// Undo takes back this device's latest change to the town's data that was not
// taken back yet. What was handed in, and a person's own preferences, are not
// undone.
func (s *Store) Undo(ctx context.Context, user string) (Undone, error) {
	return s.invert(ctx, user, "undo change", s.lastChange)
}

// LastUndoable says what Undo would take back.
func (s *Store) LastUndoable(ctx context.Context) (Undone, error) {
	last, err := s.lastChange(ctx)
	return last.undone(), storageFault(err, s.folder)
}

// invert takes back the change that find gives. what names it in an error: for
// undo a change of ours, for redo an undo.
func (s *Store) invert(ctx context.Context, user, what string, find func(context.Context) (change, error)) (Undone, error) {
	last, err := find(ctx)
	if err != nil || last.id == "" {
		return Undone{}, storageFault(err, s.folder)
	}
	if _, err := s.commit(ctx, user, last.id, last.inverse); err != nil {
		return Undone{}, storageFault(fmt.Errorf("%s: %w", what, err), s.folder)
	}
	return last.undone(), nil
}

// change is a change that can be taken back, and how.
type change struct {
	id      journal.ID
	ops     []journal.Operation
	inverse []journal.Edit
	kept    int
}

// changeQuery finds the latest change of ours that is no undo and is not
// undone; the plus is that of [undoneQuery].
var changeQuery = `
	SELECT o.change, o.sequence
	FROM operation o
	WHERE o.device = ? AND o.undoes = '' AND +o.kind IN (` + places(len(undoable)) + `) AND o.sequence < ?
	  AND NOT ` + isUndone + `
	ORDER BY o.sequence DESC
	LIMIT 1`

// lastChange finds the latest change of ours that is no undo, is not undone,
// and has a field that still has the value it gave; see [undoable].
func (s *Store) lastChange(ctx context.Context) (change, error) {
	var before int64 = math.MaxInt64
	for {
		var c change
		err := s.db.QueryRowContext(ctx, changeQuery,
			append(append([]any{s.device}, undoable...), before)...).Scan(&c.id, &before)
		if errors.Is(err, sql.ErrNoRows) {
			return change{}, nil
		}
		if err != nil {
			return change{}, fmt.Errorf("find change to undo: %w", err)
		}
		if c.ops, err = changeOperations(ctx, s.db, c.id); err != nil {
			return change{}, err
		}
		c.inverse, c.kept, err = journal.Inverse(c.ops, func(object journal.Object, field string) ([]journal.Operation, error) {
			return fieldHistory(ctx, s.db, object, field)
		})
		if err != nil || len(c.inverse) > 0 {
			return c, err
		}
	}
}

func objects(ops []journal.Operation) []journal.Object {
	var found []journal.Object
	seen := make(map[journal.Object]bool)
	for _, op := range ops {
		if !seen[op.Object] {
			seen[op.Object] = true
			found = append(found, op.Object)
		}
	}
	return found
}

// fieldsOfFirst gives the fields of the first object that operations change.
func fieldsOfFirst(ops []journal.Operation) []string {
	var fields []string
	for _, op := range ops {
		if op.Object == ops[0].Object {
			fields = append(fields, op.Field)
		}
	}
	return fields
}
