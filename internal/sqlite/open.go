// Package sqlite keeps the journal and its projections in one SQLite
// database, and holds every line of SQL.
//
// A store belongs to one process at a time. Every change goes through one
// method, write: the operations and the rows that they change are written in
// the same transaction, with synchronous=FULL. When it returns, the change
// survives a power cut.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gofrs/flock"
	_ "modernc.org/sqlite" // the driver

	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
)

// File names in a data folder.
const (
	DatabaseFile = "toetssteen.db"
	LockFile     = "toetssteen.lock"
	BackupFolder = "backups"
)

// Options says who writes, and by which clock.
type Options struct {
	// Device gives the fingerprint of the device's key, which stands in the
	// folder. It is called once, when the folder is ours.
	Device func(folder string) (string, error)
	Now    func() time.Time // nil: time.Now
}

// Store is an open data folder.
type Store struct {
	db     *sql.DB
	lock   *flock.Flock
	folder string
	device string
	now    func() time.Time

	writing sync.Mutex // one writer at a time, above SQLite
	clock   journal.Clock

	undisputed undisputed
}

// Open opens the data folder, making it and the database where there is none,
// and brings the database to this program's schema. It refuses a folder that
// another process has open (fault.Locked), that cannot be written to
// (fault.ReadOnly), or whose database was made by a newer program
// (fault.Newer); none of these changes anything.
func Open(ctx context.Context, folder string, options Options) (*Store, error) {
	return open(ctx, folder, options, released())
}

func open(ctx context.Context, folder string, options Options, steps []migration) (*Store, error) {
	if options.Now == nil {
		options.Now = time.Now
	}
	s := &Store{folder: folder, now: options.Now}
	if err := s.takeLock(); err != nil {
		return nil, err
	}
	if err := s.prepare(ctx, steps, options.Device); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func (s *Store) takeLock() error {
	if err := os.MkdirAll(s.folder, 0o700); err != nil {
		return storageFault(fmt.Errorf("make data folder: %w", err), s.folder)
	}
	s.lock = flock.New(filepath.Join(s.folder, LockFile))
	locked, err := s.lock.TryLock()
	if err != nil {
		return storageFault(fmt.Errorf("lock data folder: %w", err), s.folder)
	}
	if !locked {
		return fault.New(fault.Locked, "error.data_locked", fault.Args{"Path": s.folder})
	}
	return nil
}

// prepare opens the database: first what may be refused (a database that is
// not ours, a damaged key), then what changes the disk.
func (s *Store) prepare(ctx context.Context, steps []migration, device func(string) (string, error)) error {
	path := filepath.Join(s.folder, DatabaseFile)
	err := inspect(ctx, path, len(steps))
	if err != nil {
		return storageFault(err, s.folder)
	}
	if s.device, err = device(s.folder); err != nil {
		return err
	}
	if err := makeFile(path); err != nil {
		return storageFault(err, s.folder)
	}
	db, err := sql.Open("sqlite", source(path))
	if err != nil {
		return fmt.Errorf("open database: %w", err)
	}
	s.db = db
	if err := migrate(ctx, db, s.folder, s.now(), steps); err != nil {
		return storageFault(err, s.folder)
	}
	if err := db.QueryRowContext(ctx, `SELECT coalesce(max(clock), 0) FROM operation`).Scan(&s.clock); err != nil {
		return storageFault(fmt.Errorf("read clock: %w", err), s.folder)
	}
	return nil
}

// makeFile makes the database file where there is none, for this user of the
// computer only, whatever the folder allows. SQLite gives its other files the
// same permissions.
func makeFile(path string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return fmt.Errorf("make database file: %w", err)
	}
	return file.Close()
}

// source gives the DSN. The pragmas stand in it because a pragma that is
// executed reaches one connection of the pool only; busy_timeout comes first,
// because switching to WAL may have to wait.
func source(path string) string {
	pragmas := url.Values{"_pragma": {
		"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(ON)",
		"trusted_schema(OFF)", "cell_size_check(ON)",
	}}
	pragmas.Set("_txlock", "immediate")
	return address(path) + "?" + pragmas.Encode()
}

// address gives the file's URI: a question mark in a path is no query.
func address(path string) string {
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()}).String()
}

// Folder gives the data folder.
func (s *Store) Folder() string { return s.folder }

// Device gives the fingerprint of the device that writes.
func (s *Store) Device() string { return s.device }

// Close closes the database and gives the folder free.
func (s *Store) Close() error {
	var errs []error
	if s.db != nil {
		errs = append(errs, s.db.Close())
	}
	if s.lock != nil {
		errs = append(errs, s.lock.Unlock())
	}
	return errors.Join(errs...)
}
