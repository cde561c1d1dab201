package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// checkForeignKeys reads the rows of foreign_key_check: it reports what is
// broken as rows, not as an error.
func checkForeignKeys(ctx context.Context, q querier) error {
	rows, err := q.QueryContext(ctx, `SELECT "table", coalesce(rowid, 0), parent FROM pragma_foreign_key_check`)
	if err != nil {
		return fmt.Errorf("check foreign keys: %w", err)
	}
	defer rows.Close()
	var broken []string
	for rows.Next() {
		var table, parent string
		var rowid int64
		if err := rows.Scan(&table, &rowid, &parent); err != nil {
			return fmt.Errorf("read foreign key check: %w", err)
		}
		broken = append(broken, fmt.Sprintf("%s row %d points to a missing %s", table, rowid, parent))
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("read foreign key check: %w", err)
	}
	if len(broken) > 0 {
		return fmt.Errorf("foreign keys broken: %s", strings.Join(broken, "; "))
	}
	return nil
}

// checkIntegrity gives what SQLite's integrity check finds, nothing for a sound file.
func checkIntegrity(ctx context.Context, q querier) ([]string, error) {
	rows, err := q.QueryContext(ctx, `PRAGMA integrity_check`)
	if err != nil {
		return nil, fmt.Errorf("check integrity: %w", err)
	}
	defer rows.Close()
	var found []string
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, fmt.Errorf("read integrity check: %w", err)
		}
		if line != "ok" {
			found = append(found, line)
		}
	}
	return found, rows.Err()
}
