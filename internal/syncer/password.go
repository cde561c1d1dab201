package syncer

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"toetssteen/internal/fault"
	"toetssteen/internal/wholefile"
)

// passwordFile holds the server's password, in the data folder. It stands
// outside the journal, because what is in the journal goes to colleagues.
const passwordFile = "server-password"

// LoadPassword gives the password of the data folder, "" for none.
func LoadPassword(folder string) (string, error) {
	data, err := os.ReadFile(filepath.Join(folder, passwordFile))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fault.Wrap(err, fault.ReadOnly, "error.password_unreadable", fault.Args{"Path": filepath.Join(folder, passwordFile)})
	}
	return string(data), nil
}

// SavePassword keeps the password, readable for this user of the computer
// only; "" removes it. It replaces the file in one step.
func SavePassword(folder, password string) error {
	path := filepath.Join(folder, passwordFile)
	if password != "" {
		return wholefile.Write(path, []byte(password))
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fault.Wrap(err, fault.ReadOnly, "error.file_unwritable", fault.Args{"Path": path})
	}
	return nil
}
