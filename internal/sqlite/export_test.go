package sqlite

import (
	"context"
	"testing"
)

// Pragma reads a pragma of a connection of the pool.
func Pragma(t *testing.T, s *Store, name string) string {
	t.Helper()
	var value string
	if err := s.db.QueryRow(`PRAGMA ` + name).Scan(&value); err != nil {
		t.Fatal(err)
	}
	return value
}

// Fill lets the database grow no further: SQLite then answers as it does on a
// full disk.
func Fill(t *testing.T, s *Store) {
	t.Helper()
	s.db.SetMaxOpenConns(1) // the limit belongs to the connection
	var pages int
	if err := s.db.QueryRow(`PRAGMA page_count`).Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if err := s.db.QueryRow(`PRAGMA max_page_count = 1`).Scan(&pages); err != nil { // at least what there is
		t.Fatal(err)
	}
}

// Exec runs a statement past the journal.
func Exec(t testing.TB, s *Store, statement string, args ...any) {
	t.Helper()
	if _, err := s.db.Exec(statement, args...); err != nil {
		t.Fatal(err)
	}
}

// OpenWith opens a folder with further migrations.
func OpenWith(ctx context.Context, folder string, options Options, further ...string) (*Store, error) {
	steps := released()
	for _, statements := range further {
		steps = append(steps, migration{name: "further.sql", sql: statements})
	}
	return open(ctx, folder, options, steps)
}

// Projections reads every table that follows from the journal, but those that
// are of one device.
func Projections(t *testing.T, s *Store) map[string]map[string]map[string]any {
	t.Helper()
	tx, err := s.db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }()
	all, err := snapshot(t.Context(), tx)
	if err != nil {
		t.Fatal(err)
	}
	delete(all, "town")
	delete(all, "preference")
	return all
}

// UndoPlans gives how SQLite finds what can be undone and made again.
func UndoPlans(t *testing.T, s *Store) map[string][]string {
	t.Helper()
	return map[string][]string{
		"undo": plan(t, s, changeQuery, len(undoable)+2),
		"redo": plan(t, s, undoneQuery, 2*len(undoable)+3),
	}
}

func plan(t *testing.T, s *Store, query string, args int) []string {
	t.Helper()
	rows, err := s.db.Query(`EXPLAIN QUERY PLAN `+query, make([]any, args)...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var steps []string
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, step)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return steps
}
