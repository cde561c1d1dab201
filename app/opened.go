package app

import (
	"os"
	"path/filepath"
	"strings"

	"toetssteen/internal/evidence"
)

// openedFolder holds copies of evidence under their own names, for the
// system's programs: the originals never leave their place.
const openedFolder = "opened"

// clearOpened removes the copies of earlier sessions. One that somebody
// changed stays: it is the only one of its kind. What another program holds
// on to goes a next time.
func clearOpened(folder string) {
	copies, _ := filepath.Glob(filepath.Join(folder, openedFolder, "*", "*"))
	for _, path := range copies {
		of := filepath.Base(filepath.Dir(path))
		data, err := os.ReadFile(path)
		if err != nil || !strings.HasPrefix(evidence.HashOf(data), of) {
			continue
		}
		_ = os.Remove(path)
		_ = os.Remove(filepath.Dir(path)) // where it is empty
	}
}
