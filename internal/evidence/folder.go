// Package evidence keeps the files that support answers. A file stands under
// the hash of its bytes, so that the same file is kept once, and damage shows.
// What comes from outside never becomes part of a path.
package evidence

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"toetssteen/internal/fault"
	"toetssteen/internal/wholefile"
)

// Folder is where the files stand: one per hash, in folders of the hash's
// first two characters.
type Folder struct{ path string }

// At gives the folder at a path, which need not exist.
func At(path string) Folder { return Folder{path: path} }

// HashOf gives the name under which bytes are kept: SHA-256, hexadecimal.
func HashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// place gives the path for a hash; anything that is no hash is refused.
func (f Folder) place(hash string) (string, error) {
	if sum, err := hex.DecodeString(hash); err != nil || len(sum) != sha256.Size || hex.EncodeToString(sum) != hash {
		return "", fault.New(fault.Invalid, "error.evidence_not_found", fault.Args{"Hash": hash})
	}
	return filepath.Join(f.path, hash[:2], hash), nil
}

// Put keeps bytes and gives their hash. When it returns they are on the disk,
// and were read back. Bytes that are there already are not written again,
// unless what is there was damaged.
func (f Folder) Put(data []byte) (string, error) {
	hash := HashOf(data)
	if _, err := f.Read(hash); err == nil {
		return hash, nil
	}
	path, err := f.place(hash)
	if err != nil {
		return "", err
	}
	if err := wholefile.Write(path, data); err != nil {
		return "", err
	}
	if _, err := f.Read(hash); err != nil {
		return "", fmt.Errorf("read back evidence: %w", err)
	}
	return hash, nil
}

// Has tells whether there is a file for a hash; whether it is whole, Read tells.
func (f Folder) Has(hash string) bool {
	path, err := f.place(hash)
	if err != nil {
		return false
	}
	_, err = os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// Read gives the bytes of a hash. Missing ones are fault.NotFound, others
// under its name fault.Corrupt.
func (f Folder) Read(hash string) ([]byte, error) {
	path, err := f.place(hash)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fault.Wrap(err, fault.NotFound, "error.evidence_missing", fault.Args{"Path": path, "Hash": hash})
	case err != nil:
		return nil, fault.Wrap(err, fault.Denied, "error.file_unreadable", fault.Args{"Path": path})
	case HashOf(data) != hash:
		return nil, fault.New(fault.Corrupt, "error.evidence_damaged", fault.Args{"Path": path, "Hash": hash})
	}
	return data, nil
}
