package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
)

// Taken says what a merge took in.
type Taken struct {
	Operations int                              // that were not here yet
	Known      int                              // that were
	Objects    map[journal.Kind]map[string]bool // that changed, by kind
}

// private are the kinds that stay on their device: where it hands in, and what
// its user prefers. They are neither given to colleagues nor taken from them.
var private = []journal.Kind{kindTown, kindPreference}

// Shared gives the operations that colleagues may have: all of the town's
// work, also of kinds that only a newer program knows.
func (s *Store) Shared(ctx context.Context) ([]journal.Operation, error) {
	found, err := operations(ctx, s.db, `
		SELECT `+operationColumns+`
		FROM operation o
		WHERE o.kind NOT IN (?, ?)
		ORDER BY o.clock, o.id`, private[0], private[1])
	return found, storageFault(err, s.folder)
}

// Merge takes in operations of other laptops, all of them or none. The order
// does not matter, nor how often they come: what is known changes nothing.
// What only a newer program understands is kept. The clock of this device goes
// past all of them, so that what is written next is shown first.
func (s *Store) Merge(ctx context.Context, ops []journal.Operation) (Taken, error) {
	taken, err := s.merge(ctx, ops)
	return taken, storageFault(err, s.folder)
}

func (s *Store) merge(ctx context.Context, ops []journal.Operation) (Taken, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	taken := Taken{Objects: make(map[journal.Kind]map[string]bool)}
	for _, op := range ops {
		if err := foreign(op, s.now()); err != nil {
			return taken, fault.Wrap(err, fault.Corrupt, "error.merge_operation", fault.Args{"Operation": string(op.ID)})
		}
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return taken, fmt.Errorf("begin merge: %w", err)
	}
	defer func() { _ = tx.Rollback() }()

	clock := s.clock
	changed := make(map[objectField]bool)
	for _, op := range ops {
		if slices.Contains(private, op.Object.Kind) {
			continue
		}
		here, err := sameHere(ctx, tx, op)
		if err != nil {
			return taken, err
		}
		if here {
			taken.Known++
			continue
		}
		if err := enter(ctx, tx, op); err != nil {
			return taken, err
		}
		taken.count(op)
		changed[objectField{op.Object, op.Field}] = true
		clock = max(clock, op.At)
	}
	for f := range changed {
		if err := refresh(ctx, tx, f.object, f.field); err != nil {
			return taken, err
		}
	}
	if err := tx.Commit(); err != nil {
		return taken, fmt.Errorf("commit merge: %w", err)
	}
	s.clock = clock
	return taken, nil
}

func (t *Taken) count(op journal.Operation) {
	t.Operations++
	if t.Objects[op.Object.Kind] == nil {
		t.Objects[op.Object.Kind] = make(map[string]bool)
	}
	t.Objects[op.Object.Kind][op.Object.ID] = true
}

// sameHere tells whether an operation is here already. An operation never
// changes: one that says something else under the same id is refused.
func sameHere(ctx context.Context, tx *sql.Tx, op journal.Operation) (bool, error) {
	here, err := operations(ctx, tx, `SELECT `+operationColumns+` FROM operation o WHERE o.id = ?`, op.ID)
	if err != nil || len(here) == 0 {
		return false, err
	}
	if !same(here[0], op) {
		return false, fault.New(fault.Corrupt, "error.merge_operation", fault.Args{"Operation": string(op.ID)})
	}
	return true, nil
}

func same(a, b journal.Operation) bool {
	old, other := slices.Sorted(slices.Values(a.Supersedes)), slices.Sorted(slices.Values(b.Supersedes))
	return a.Device == b.Device && a.User == b.User && a.At == b.At && a.Change == b.Change && a.Undoes == b.Undoes &&
		a.Object == b.Object && a.Field == b.Field && bytes.Equal(a.Value, b.Value) && slices.Equal(old, other)
}

// ahead is how far the clock of another laptop may be before ours. An
// operation from far away would drag every later one along.
const ahead = 366 * 24 * time.Hour

// foreign refuses an operation from outside that could spoil what is here:
// each of its values must fit where it goes.
func foreign(op journal.Operation, now time.Time) error {
	if err := op.Validate(); err != nil {
		return err
	}
	const longest = 300 // characters of an id
	for _, id := range append([]journal.ID{op.ID, op.Change, op.Undoes, journal.ID(op.Object.ID), journal.ID(op.Device)}, op.Supersedes...) {
		if len(id) > longest {
			return fmt.Errorf("operation %.30s: an id is too long", op.ID)
		}
	}
	switch {
	case op.Change == "":
		return fmt.Errorf("operation %s without change", op.ID)
	case op.At > journal.ClockAt(now.Add(ahead)):
		return fmt.Errorf("operation %s is of %s", op.ID, op.At.Time())
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, op.Value); err != nil || !bytes.Equal(compact.Bytes(), op.Value) {
		return fmt.Errorf("operation %s: value is not compact JSON", op.ID)
	}
	return fits(op)
}
