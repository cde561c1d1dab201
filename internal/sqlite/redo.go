package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"

	"toetssteen/internal/journal"
)

// A redo is an undo of an undo, and stands in the journal as one: nothing is
// kept beside it, so it works across restarts.

// isUndone holds for a change o that is taken back, and not made again since.
// SQLite takes the partial index on undoes only where the query says what is
// in it.
const isUndone = `EXISTS (
	SELECT 1
	FROM operation u
	WHERE u.undoes <> '' AND u.undoes = o.change
	  AND NOT EXISTS (SELECT 1 FROM operation r WHERE r.undoes <> '' AND r.undoes = u.change))`

// undoneQuery finds the latest undo of ours that is not taken back. With the
// plus, SQLite walks back from the latest operation instead of sorting all of
// a kind.
var undoneQuery = `
	SELECT o.change, o.sequence
	FROM operation o
	WHERE o.device = ? AND o.undoes <> '' AND +o.kind IN (` + places(len(undoable)) + `) AND o.sequence < ?
	  AND o.sequence > coalesce((
	        SELECT n.sequence
	        FROM operation n
	        WHERE n.device = ? AND n.undoes = '' AND +n.kind IN (` + places(len(undoable)) + `)
	        ORDER BY n.sequence DESC
	        LIMIT 1), 0)
	  AND EXISTS (SELECT 1 FROM operation c WHERE c.change = o.undoes AND c.undoes = '')
	  AND NOT ` + isUndone + `
	ORDER BY o.sequence DESC
	LIMIT 1`

// Redo makes the change again that this device's latest undo took back, as
// long as this device changed nothing else since. What a colleague changed
// since is left alone.
func (s *Store) Redo(ctx context.Context, user string) (Undone, error) {
	return s.invert(ctx, user, "redo change", s.lastUndo)
}

// LastRedoable says what Redo would make again.
func (s *Store) LastRedoable(ctx context.Context) (Undone, error) {
	last, err := s.lastUndo(ctx)
	return last.undone(), storageFault(err, s.folder)
}

// lastUndo finds the latest undo of ours that is not taken back, after which
// we changed nothing, and of which a field still stands as it was left.
func (s *Store) lastUndo(ctx context.Context) (change, error) {
	var before int64 = math.MaxInt64
	for {
		var c change
		args := append(append([]any{s.device}, undoable...), before, s.device)
		err := s.db.QueryRowContext(ctx, undoneQuery, append(args, undoable...)...).Scan(&c.id, &before)
		if errors.Is(err, sql.ErrNoRows) {
			return change{}, nil
		}
		if err != nil {
			return change{}, fmt.Errorf("find undo to take back: %w", err)
		}
		if c.ops, err = changeOperations(ctx, s.db, c.id); err != nil {
			return change{}, err
		}
		c.inverse, c.kept, err = journal.Again(c.ops, func(object journal.Object, field string) ([]journal.Operation, error) {
			return fieldHistory(ctx, s.db, object, field)
		})
		if err != nil || len(c.inverse) > 0 {
			return c, err
		}
	}
}

// undone says what taking a change back means.
func (c change) undone() Undone {
	if len(c.ops) == 0 {
		return Undone{}
	}
	return Undone{Change: c.id, Objects: objects(c.ops), Fields: fieldsOfFirst(c.ops), Kept: c.kept}
}
