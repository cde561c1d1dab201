package evidence

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"

	"toetssteen/internal/fault"
)

// Findings is what a check of the folder found.
type Findings struct {
	Files        int      `json:"files"`
	Missing      []string `json:"missing"`      // hashes that evidence refers to, without a file
	Damaged      []string `json:"damaged"`      // paths whose bytes are not those of their name
	Unreferenced []string `json:"unreferenced"` // paths that no evidence refers to, also none that was removed; they do no harm
}

// Sound tells whether every file that is referred to is whole.
func (f Findings) Sound() bool { return len(f.Missing) == 0 && len(f.Damaged) == 0 }

// Check holds the folder against the hashes that evidence refers to. It
// changes nothing.
func (f Folder) Check(referred []string) (Findings, error) {
	found := Findings{Missing: []string{}, Damaged: []string{}, Unreferenced: []string{}}
	var there []string
	err := filepath.WalkDir(f.path, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		found.Files++
		hash := entry.Name()
		if place, err := f.place(hash); err != nil || place != path {
			found.Unreferenced = append(found.Unreferenced, path)
			return nil
		}
		there = append(there, hash)
		if _, err := f.Read(hash); err != nil {
			found.Damaged = append(found.Damaged, path)
		} else if !slices.Contains(referred, hash) {
			found.Unreferenced = append(found.Unreferenced, path)
		}
		return nil
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return found, fault.Wrap(err, fault.Denied, "error.file_unreadable", fault.Args{"Path": f.path})
	}
	for _, hash := range referred {
		if !slices.Contains(there, hash) && !slices.Contains(found.Missing, hash) {
			found.Missing = append(found.Missing, hash)
		}
	}
	slices.Sort(found.Missing)
	return found, nil
}
