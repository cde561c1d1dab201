package app

import (
	"path/filepath"

	"toetssteen/internal/wholefile"
)

// writeFile writes a file for the user into a folder of the data folder.
func (f *Facade) writeFile(folder, name string, data []byte) (string, error) {
	path := filepath.Join(f.store.Folder(), folder, name)
	if err := wholefile.Write(path, data); err != nil {
		return "", err
	}
	return path, nil
}
