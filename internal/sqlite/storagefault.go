package sqlite

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"toetssteen/internal/fault"
)

// storageFault gives an error of the disk or of SQLite the text that a user
// can act on. Other errors pass unchanged.
func storageFault(err error, path string) error {
	var already *fault.Fault
	if err == nil || errors.As(err, &already) {
		return err
	}
	args := fault.Args{"Path": path}
	switch {
	case errors.Is(err, context.Canceled):
		return fault.Wrap(err, fault.Canceled, "error.canceled", nil)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), sqliteCode(err) == sqlite3.SQLITE_FULL:
		return fault.Wrap(err, fault.Full, "error.disk_full", args)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, syscall.ENOTDIR),
		errors.Is(err, fs.ErrNotExist), // a drive that is not connected
		sqliteCode(err) == sqlite3.SQLITE_READONLY, sqliteCode(err) == sqlite3.SQLITE_CANTOPEN:
		return fault.Wrap(err, fault.ReadOnly, "error.data_read_only", args)
	case sqliteCode(err) == sqlite3.SQLITE_CORRUPT, sqliteCode(err) == sqlite3.SQLITE_NOTADB:
		return fault.Wrap(err, fault.Corrupt, "error.database_damaged", args)
	case sqliteCode(err) == sqlite3.SQLITE_BUSY:
		return fault.Wrap(err, fault.Locked, "error.data_locked", args)
	case sqliteCode(err) == sqlite3.SQLITE_IOERR && full(path):
		return fault.Wrap(err, fault.Full, "error.disk_full", args)
	case sqliteCode(err) == sqlite3.SQLITE_IOERR:
		return fault.Wrap(err, fault.Unavailable, "error.disk_fails", args)
	}
	return err
}

// full tells whether a folder takes no more bytes: SQLite reports a full disk
// as a failing one where it maps its shared memory.
func full(folder string) bool {
	probe, err := os.CreateTemp(folder, ".probe-*")
	if err == nil {
		_, err = probe.Write(make([]byte, 64<<10))
		err = errors.Join(err, probe.Sync(), probe.Close(), os.Remove(probe.Name()))
	}
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// sqliteCode gives the primary result code, 0 for another error.
func sqliteCode(err error) int {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return 0
	}
	return e.Code() & 0xff
}
