package cli

import (
	"io"
	"log/slog"
	"os"
	"path/filepath"
)

const (
	logFile  = "toetssteen.log"
	logLimit = 1 << 20 // bytes; a larger one is put aside, and one that stood aside goes
)

// logTo gives a log in the data folder, for the window, which has no console.
// It is only for IT: where it can't be written, the program works all the same.
func logTo(folder string) (*slog.Logger, io.Closer) {
	_ = os.MkdirAll(folder, 0o700) // opening the data says better what is wrong with it
	path := filepath.Join(folder, logFile)
	if info, err := os.Stat(path); err == nil && info.Size() > logLimit {
		_ = os.Rename(path, path+".old") // tried again at the next start
	}
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return slog.New(slog.NewTextHandler(os.Stderr, nil)), io.NopCloser(nil)
	}
	return slog.New(slog.NewTextHandler(file, nil)), file
}
