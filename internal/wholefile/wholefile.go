// Package wholefile writes files whole or not at all: into a temporary file
// beside them, on the disk before it takes their name. A reader never sees
// half of one, and a full disk leaves the one before untouched. What it writes
// is readable for this user of the computer only.
package wholefile

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"toetssteen/internal/fault"
)

// folderMode keeps other users of the computer out.
const folderMode = 0o700

// Write writes a file, over one that is there, and makes its folder where
// there is none. What fails is a fault that names the file.
func Write(path string, data []byte) error {
	if err := unwritable(os.MkdirAll(filepath.Dir(path), folderMode), path); err != nil {
		return err
	}
	return unwritable(Copy(path, bytes.NewReader(data)), path)
}

// MakeFolder makes a folder and those above it. What fails is a fault that
// names it.
func MakeFolder(path string) error { return unwritable(os.MkdirAll(path, folderMode), path) }

// Copy writes what it reads, over a file that is there. Its errors are those
// of the system, or of the reader.
func Copy(path string, from io.Reader) error {
	return place(path, from, os.Rename)
}

// Create writes a file that is not there yet. The fault for one that is wraps
// [fs.ErrExist], also where another process was first.
func Create(path string, data []byte) error {
	return unwritable(place(path, bytes.NewReader(data), link), path)
}

// place gives the temporary file its name.
func place(path string, from io.Reader, name func(temporary, path string) error) error {
	temporary, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	_, err = io.Copy(temporary, from)
	err = errors.Join(err, temporary.Sync(), temporary.Close())
	if err == nil {
		err = name(temporary.Name(), path)
	}
	removed := os.Remove(temporary.Name())
	if err == nil && errors.Is(removed, fs.ErrNotExist) {
		return nil // a rename took it
	}
	return errors.Join(err, removed)
}

// link fails where the file is there. A disk without hard links takes the
// risk that two processes start at the same moment.
func link(temporary, path string) error {
	err := os.Link(temporary, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, there := os.Lstat(path); there == nil {
		return fs.ErrExist
	}
	return os.Rename(temporary, path)
}

func unwritable(err error, path string) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return fault.Wrap(err, fault.Full, "error.disk_full", fault.Args{"Path": path})
	default:
		return fault.Wrap(err, fault.ReadOnly, "error.file_unwritable", fault.Args{"Path": path})
	}
}
