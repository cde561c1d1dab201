// Package workinggroup is the working group's side: it takes in what
// municipalities hand in, checks it, keeps a copy of its own, and writes
// signed receipts.
package workinggroup

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"

	"toetssteen/internal/edition"
	"toetssteen/internal/fault"
	"toetssteen/internal/trust"
	"toetssteen/internal/wholefile"
)

const (
	officeFile        = "workinggroup.json"
	keyFile           = "workinggroup.key"
	lockFile          = "workinggroup.lock"
	submissionsFolder = "submissions"
	receiptsFolder    = "receipts"
	cataloguesFolder  = "catalogues"
)

// charter is what a working group's folder says of itself.
type charter struct {
	Format   string `json:"format"`
	Training bool   `json:"training"`
}

const charterFormat = "1.0"

// Office is a working group's own folder: its key, copies of all submissions,
// and the receipts it wrote. It stands apart from the WebDAV server, which
// may lose or alter what it holds.
type Office struct {
	folder   string
	training bool // takes fictional submissions, and only those
	key      trust.Key
	shelf    *edition.Shelf
}

// Init makes a new working group with a key of its own. It refuses a folder
// that already holds one.
func Init(folder string, training bool) (*Office, error) {
	path := filepath.Join(folder, officeFile)
	if _, err := os.Stat(path); err == nil {
		return nil, fault.New(fault.Conflict, "error.working_group_exists", fault.Args{"Path": folder})
	}
	if err := wholefile.MakeFolder(folder); err != nil {
		return nil, err
	}
	if _, err := trust.LoadOrCreateKey(filepath.Join(folder, keyFile)); err != nil {
		return nil, err
	}
	text, err := json.Marshal(charter{Format: charterFormat, Training: training})
	if err != nil {
		return nil, fmt.Errorf("write working group: %w", err)
	}
	if err := keep(path, text); err != nil {
		return nil, err
	}
	return Open(folder)
}

// Open opens a working group's folder. It never makes a new key: nobody could
// verify the receipts that it signs.
func Open(folder string) (*Office, error) {
	path := filepath.Join(folder, officeFile)
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fault.New(fault.NotFound, "error.working_group_missing", fault.Args{"Path": folder})
	}
	if err != nil {
		return nil, fault.Wrap(err, fault.ReadOnly, "error.working_group_missing", fault.Args{"Path": folder})
	}
	var c charter
	if err := json.Unmarshal(text, &c); err != nil || c.Format != charterFormat {
		return nil, fault.Wrap(err, fault.Corrupt, "error.working_group_damaged", fault.Args{"Path": path})
	}
	key, err := trust.LoadKey(filepath.Join(folder, keyFile))
	if err != nil {
		return nil, err
	}
	shelf, err := edition.OpenShelf(filepath.Join(folder, cataloguesFolder))
	if err != nil {
		return nil, err
	}
	return &Office{folder: folder, training: c.Training, key: key, shelf: shelf}, nil
}

// PublicKey gives the key that municipalities verify receipts with.
func (o *Office) PublicKey() trust.PublicKey { return o.key.Public() }

// lock keeps a second intake on the same folder out: both would give the same
// numbers to different receipts.
func (o *Office) lock() (unlock func() error, err error) {
	lock := flock.New(filepath.Join(o.folder, lockFile))
	locked, err := lock.TryLock()
	if err != nil {
		return nil, unwritable(err, o.folder)
	}
	if !locked {
		return nil, fault.New(fault.Locked, "error.working_group_locked", fault.Args{"Path": o.folder})
	}
	return lock.Unlock, nil
}

// keep writes a file that is never changed afterwards: whole, or not at all.
// A file that is already there with the same bytes is left alone.
func keep(path string, data []byte) error {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
		return nil
	}
	return wholefile.Write(path, data)
}

func unwritable(err error, path string) error {
	return fault.Wrap(err, fault.ReadOnly, "error.file_unwritable", fault.Args{"Path": path})
}
