package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"

	"toetssteen/internal/journal"
)

// Difference is a row whose stored form was not what the journal says.
type Difference struct {
	Table  string         `json:"table"`
	Key    string         `json:"key"`
	Stored map[string]any `json:"stored"` // nil: the row was missing
	Right  map[string]any `json:"right"`  // nil: the row should not be there
}

// Findings is the outcome of [Store.Rebuild].
type Findings struct {
	Operations  int          `json:"operations"` // in the journal
	Rows        int          `json:"rows"`       // in the projections, afterwards
	Integrity   []string     `json:"integrity"`  // what SQLite's own check found
	Differences []Difference `json:"differences"`
}

// Sound tells whether nothing was wrong.
func (f Findings) Sound() bool { return len(f.Integrity) == 0 && len(f.Differences) == 0 }

// Check finds what [Store.Rebuild] would find, and changes nothing.
func (s *Store) Check(ctx context.Context) (Findings, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	findings, err := s.rebuild(ctx, false)
	return findings, storageFault(err, s.folder)
}

// check fills in what SQLite finds, and the counts.
func (f *Findings) check(ctx context.Context, tx *sql.Tx) error {
	var err error
	if f.Integrity, err = checkIntegrity(ctx, tx); err != nil {
		return err
	}
	if err := checkForeignKeys(ctx, tx); err != nil {
		f.Integrity = append(f.Integrity, err.Error())
	}
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM operation`).Scan(&f.Operations); err != nil {
		return fmt.Errorf("count operations: %w", err)
	}
	f.Rows = 0
	for _, table := range projected {
		var rows int
		if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM `+table).Scan(&rows); err != nil {
			return fmt.Errorf("count %s: %w", table, err)
		}
		f.Rows += rows
	}
	return nil
}

// Rebuild makes every projection again from the journal, in one transaction,
// and reports each row that differed. The journal itself is only read. A copy
// of the database as it was stays in the folder of backups.
func (s *Store) Rebuild(ctx context.Context) (Findings, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := copyAside(ctx, s.db, s.folder, "rebuild", s.now()); err != nil {
		return Findings{}, storageFault(err, s.folder)
	}
	findings, err := s.rebuild(ctx, true)
	return findings, storageFault(err, s.folder)
}

// rebuild makes the projections again, and keeps them or takes them back.
func (s *Store) rebuild(ctx context.Context, keep bool) (Findings, error) {
	var findings Findings
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return findings, fmt.Errorf("begin rebuild: %w", err)
	}
	defer func() { _ = tx.Rollback() }()

	if err := findings.check(ctx, tx); err != nil {
		return findings, err
	}
	stored, err := snapshot(ctx, tx)
	if err != nil {
		return findings, err
	}
	if err := replay(ctx, tx); err != nil {
		return findings, err
	}
	right, err := snapshot(ctx, tx)
	if err != nil {
		return findings, err
	}
	findings.Rows = 0
	for _, table := range projected {
		findings.Rows += len(right[table])
		findings.Differences = append(findings.Differences, differences(table, stored[table], right[table])...)
	}
	if !keep {
		return findings, nil
	}
	if err := checkForeignKeys(ctx, tx); err != nil {
		return findings, err
	}
	if err := tx.Commit(); err != nil {
		return findings, fmt.Errorf("commit rebuild: %w", err)
	}
	return findings, nil
}

// replay empties the projections and fills them from the journal.
func replay(ctx context.Context, tx *sql.Tx) error {
	for _, table := range projected {
		if _, err := tx.ExecContext(ctx, `DELETE FROM `+table); err != nil {
			return fmt.Errorf("empty %s: %w", table, err)
		}
	}
	fields, err := journalFields(ctx, tx)
	if err != nil {
		return err
	}
	for _, f := range fields {
		if err := refresh(ctx, tx, f.object, f.field); err != nil {
			return err
		}
	}
	return nil
}

type objectField struct {
	object journal.Object
	field  string
}

func journalFields(ctx context.Context, tx *sql.Tx) ([]objectField, error) {
	rows, err := tx.QueryContext(ctx, `SELECT DISTINCT kind, object, field FROM operation`)
	if err != nil {
		return nil, fmt.Errorf("query journal fields: %w", err)
	}
	defer rows.Close()
	var fields []objectField
	for rows.Next() {
		var f objectField
		if err := rows.Scan(&f.object.Kind, &f.object.ID, &f.field); err != nil {
			return nil, fmt.Errorf("read journal field: %w", err)
		}
		fields = append(fields, f)
	}
	return fields, rows.Err()
}

// snapshot reads every projection: table, then the row's key, then its columns.
func snapshot(ctx context.Context, tx *sql.Tx) (map[string]map[string]map[string]any, error) {
	all := make(map[string]map[string]map[string]any)
	for _, table := range projected {
		rows, err := readTable(ctx, tx, table)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", table, err)
		}
		all[table] = rows
	}
	return all, nil
}

// readTable reads a whole table by its first column, the primary key.
func readTable(ctx context.Context, tx *sql.Tx, table string) (map[string]map[string]any, error) {
	rows, err := tx.QueryContext(ctx, `SELECT * FROM `+table)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	found := make(map[string]map[string]any)
	for rows.Next() {
		values, targets := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			targets[i] = &values[i]
		}
		if err := rows.Scan(targets...); err != nil {
			return nil, err
		}
		row := make(map[string]any, len(columns))
		for i, column := range columns {
			row[column] = values[i]
		}
		found[fmt.Sprint(values[0])] = row
	}
	return found, rows.Err()
}

func differences(table string, stored, right map[string]map[string]any) []Difference {
	keys := slices.Collect(maps.Keys(stored))
	for key := range right {
		if _, both := stored[key]; !both {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	var found []Difference
	for _, key := range keys {
		was, is := stored[key], right[key]
		if was == nil || is == nil || !maps.Equal(was, is) {
			found = append(found, Difference{Table: table, Key: key, Stored: was, Right: is})
		}
	}
	return found
}
