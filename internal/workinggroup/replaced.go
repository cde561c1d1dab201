package workinggroup

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"toetssteen/internal/submission"
)

// follows holds a correction against the submission that it replaces, of
// which there may be more than one copy. Where there is none, because both
// came at once or the first one was lost, there is nothing to hold it against.
func follows(d submission.Document, replaced []submission.Document) error {
	var refused error
	for _, r := range replaced {
		if refused = d.CheckAgainst(r); refused == nil {
			return nil
		}
	}
	return refused
}

// copiesOf gives what a municipality handed in under an id. The id comes from
// outside: it is compared, and never made into a path.
func (o *Office) copiesOf(nis, id string) ([]submission.Document, error) {
	if id == "" {
		return nil, nil
	}
	folder := filepath.Join(o.folder, submissionsFolder, nis)
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, unwritable(fmt.Errorf("list copies: %w", err), folder)
	}
	var found []submission.Document
	for _, entry := range entries {
		if !strings.HasPrefix(entry.Name(), id+"-") {
			continue
		}
		path := filepath.Join(folder, entry.Name())
		sealed, err := os.ReadFile(path)
		if err != nil {
			return nil, unwritable(fmt.Errorf("read copy: %w", err), path)
		}
		if document, _, err := submission.Open(sealed); err == nil && document.ID == id {
			found = append(found, document)
		}
	}
	return found, nil
}
