package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"toetssteen/internal/journal"
)

// write turns edits into operations of one change and carries them out, all
// or none. Edits that change nothing leave no trace; when that is true of all
// of them, the change is "".
func (s *Store) write(ctx context.Context, user string, edits ...journal.Edit) (journal.ID, error) {
	change, err := s.commit(ctx, user, "", edits)
	return change, storageFault(err, s.folder)
}

func (s *Store) commit(ctx context.Context, user string, undoes journal.ID, edits []journal.Edit) (journal.ID, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return "", fmt.Errorf("begin change: %w", err)
	}
	defer func() { _ = tx.Rollback() }()

	change, clock, written := journal.NewID(), s.clock, 0
	for _, edit := range withSeen(edits) {
		edit, err := look(ctx, tx, edit)
		if err != nil {
			return "", err
		}
		op, err := s.operation(ctx, tx, edit, clock.Next(s.now()))
		if err != nil {
			return "", err
		}
		if op == nil {
			continue
		}
		op.User, op.Change, op.Undoes, clock = user, change, undoes, op.At
		if err := record(ctx, tx, *op); err != nil {
			return "", err
		}
		written++
	}
	if written == 0 {
		return "", nil
	}
	if err := tx.Commit(); err != nil {
		return "", fmt.Errorf("commit change: %w", err)
	}
	s.clock = clock
	return change, nil
}

// operation makes the operation for an edit, nil where the field already has
// just this value.
func (s *Store) operation(ctx context.Context, tx *sql.Tx, edit journal.Edit, at journal.Clock) (*journal.Operation, error) {
	value, err := json.Marshal(edit.Value)
	if err != nil {
		return nil, fmt.Errorf("write %s of %s: %w", edit.Field, edit.Object.Kind, err)
	}
	current, err := survivors(ctx, tx, edit.Object, edit.Field)
	if err != nil {
		return nil, err
	}
	if edit.Replaces == nil && unchanged(current, value) {
		return nil, nil
	}
	op := &journal.Operation{
		ID: journal.NewID(), Device: s.device, At: at,
		Object: edit.Object, Field: edit.Field, Value: value,
	}
	if edit.Replaces != nil {
		op.Supersedes = edit.Replaces
		return op, nil
	}
	for _, old := range current {
		op.Supersedes = append(op.Supersedes, old.ID)
	}
	return op, nil
}

func unchanged(current []journal.Operation, value json.RawMessage) bool {
	switch len(current) {
	case 0:
		return string(value) == "null"
	case 1:
		return bytes.Equal(current[0].Value, value)
	default:
		return false // writing any value settles a conflict
	}
}

// record puts an operation in the journal and brings the projections up to
// date. Operations may arrive in any order.
func record(ctx context.Context, tx *sql.Tx, op journal.Operation) error {
	if err := enter(ctx, tx, op); err != nil {
		return err
	}
	return refresh(ctx, tx, op.Object, op.Field)
}

// enter puts an operation in the journal, and nothing else.
func enter(ctx context.Context, tx *sql.Tx, op journal.Operation) error {
	if err := op.Validate(); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `
		INSERT INTO operation (id, device, user, clock, change, undoes, kind, object, field, value)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		op.ID, op.Device, op.User, op.At, op.Change, op.Undoes, op.Object.Kind, op.Object.ID, op.Field, string(op.Value),
	); err != nil {
		return fmt.Errorf("record operation: %w", err)
	}
	for _, old := range op.Supersedes {
		if _, err := tx.ExecContext(ctx, `INSERT INTO supersession (operation, superseded) VALUES (?, ?)`, op.ID, old); err != nil {
			return fmt.Errorf("record supersession: %w", err)
		}
	}
	return nil
}

// refresh brings what follows from a field of the journal up to date.
func refresh(ctx context.Context, tx *sql.Tx, object journal.Object, field string) error {
	if err := resurvive(ctx, tx, object, field); err != nil {
		return err
	}
	return project(ctx, tx, object, field)
}

// resurvive works out anew which operations of a field survive.
func resurvive(ctx context.Context, tx *sql.Tx, object journal.Object, field string) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM survivor WHERE kind = ? AND object = ? AND field = ?`,
		object.Kind, object.ID, field); err != nil {
		return fmt.Errorf("clear survivors: %w", err)
	}
	if _, err := tx.ExecContext(ctx, `
		INSERT INTO survivor (operation, kind, object, field)
		SELECT id, kind, object, field
		FROM operation
		WHERE kind = ? AND object = ? AND field = ?
		  AND id NOT IN (SELECT superseded FROM supersession)`,
		object.Kind, object.ID, field); err != nil {
		return fmt.Errorf("find survivors: %w", err)
	}
	return nil
}
