package app

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"

	"toetssteen/internal/fault"
)

// writeFile writes a file for the user into a folder of the data folder, in
// one step: a reader never sees half of it, and a full disk leaves the one
// before untouched.
func (f *Facade) writeFile(folder, name string, data []byte) (string, error) {
	path := filepath.Join(f.store.Folder(), folder, name)
	if err := WriteFile(path, data); err != nil {
		return "", err
	}
	return path, nil
}

// WriteFile writes a file in one step, making its folder where there is none.
func WriteFile(path string, data []byte) error {
	if err := replaceFile(path, data); err != nil {
		if errors.Is(err, syscall.ENOSPC) {
			return fault.Wrap(err, fault.Full, "error.disk_full", fault.Args{"Path": path})
		}
		return fault.Wrap(err, fault.ReadOnly, "error.file_unwritable", fault.Args{"Path": path})
	}
	return nil
}

func replaceFile(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	temporary, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	_, err = temporary.Write(data)
	err = errors.Join(err, temporary.Sync(), temporary.Close())
	if err == nil {
		err = os.Rename(temporary.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temporary.Name()))
	}
	return nil
}
