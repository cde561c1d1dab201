package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"toetssteen/internal/fault"
)

// applicationID marks the file as ours ("Tets"), so that `file` and SQLite
// tools can tell, and a foreign database is refused.
const applicationID = 0x54657473

//go:embed schema/*.sql
var schema embed.FS

// migration takes a database from the version before it to its own.
type migration struct {
	name string
	sql  string
}

// released gives the migrations of this program, in order: the schema version
// is their number.
func released() []migration {
	names, err := fs.Glob(schema, "schema/*.sql")
	if err != nil {
		panic(err) // the pattern is constant
	}
	var steps []migration
	for _, name := range names {
		text, err := schema.ReadFile(name)
		if err != nil {
			panic(err) // embedded
		}
		steps = append(steps, migration{name: filepath.Base(name), sql: string(text)})
	}
	return steps
}

// migrate brings the database to the version of steps: each step in a
// transaction of its own, after a copy of the whole database.
func migrate(ctx context.Context, db *sql.DB, folder string, now time.Time, steps []migration) error {
	version, _, err := versionOf(ctx, db)
	if err != nil {
		return err
	}
	for ; version < len(steps); version++ {
		if version > 0 {
			if err := copyAside(ctx, db, folder, fmt.Sprintf("v%d", version), now); err != nil {
				return err
			}
		}
		if err := step(ctx, db, version+1, steps[version]); err != nil {
			return fmt.Errorf("migrate to %s: %w", steps[version].name, err)
		}
	}
	return nil
}

// inspect refuses a database that is not ours or that a newer program made,
// on a connection without our pragmas: switching to WAL would already change
// the file.
func inspect(ctx context.Context, path string, known int) error {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	db, err := sql.Open("sqlite", address(path))
	if err != nil {
		return fmt.Errorf("open database: %w", err)
	}
	version, ours, err := versionOf(ctx, db)
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	if !ours {
		return fault.New(fault.Corrupt, "error.database_foreign", fault.Args{"Path": path})
	}
	if version > known {
		return fault.New(fault.Newer, "error.database_newer", fault.Args{"Path": path, "Found": version, "Known": known})
	}
	return nil
}

// versionOf reads the schema version, and whether the database is ours: an
// empty one can become it.
func versionOf(ctx context.Context, db *sql.DB) (version int, ours bool, err error) {
	var application, tables int
	err = errors.Join(
		db.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version),
		db.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&application),
		db.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_schema`).Scan(&tables),
	)
	if err != nil {
		return 0, false, fmt.Errorf("read schema version: %w", err)
	}
	return version, application == applicationID || tables == 0, nil
}

// copyAside writes a complete copy of the database into the folder of
// backups: what a migration or a rebuild gets wrong can be put back. why is
// part of the file's name.
func copyAside(ctx context.Context, db *sql.DB, folder, why string, now time.Time) error {
	backups := filepath.Join(folder, BackupFolder)
	if err := os.MkdirAll(backups, 0o700); err != nil {
		return fmt.Errorf("make backup folder: %w", err)
	}
	path := filepath.Join(backups, fmt.Sprintf("toetssteen-%s-%s.db", why, now.UTC().Format("20060102T150405.000Z")))
	if _, err := db.ExecContext(ctx, `VACUUM INTO ?`, path); err != nil {
		return errors.Join(fmt.Errorf("copy database: %w", err), removeHalf(path))
	}
	return syncFile(path)
}

// removeHalf removes a copy that was not finished: it must not pass for one.
func removeHalf(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove half a copy: %w", err)
	}
	return nil
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("open copy: %w", err)
	}
	return errors.Join(f.Sync(), f.Close())
}

func step(ctx context.Context, db *sql.DB, version int, m migration) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() { _ = tx.Rollback() }()
	// Pragmas take no parameters; both values are our own numbers.
	statements := fmt.Sprintf("%s;\nPRAGMA application_id = %d;\nPRAGMA user_version = %d;", m.sql, applicationID, version)
	if _, err := tx.ExecContext(ctx, statements); err != nil {
		return fmt.Errorf("change schema: %w", err)
	}
	if err := checkForeignKeys(ctx, tx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}
