package app

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/pkg/browser"
)

// openFile shows a file in the program that the system has for it. It must
// come from Go: Wails opens no file: addresses.
func openFile(path string) (string, error) {
	browser.Stdout, browser.Stderr = io.Discard, io.Discard
	if err := browser.OpenFile(path); err != nil {
		return "", fmt.Errorf("open %s: %w", path, err)
	}
	return "", nil
}

// openFolder shows the folder that a file stands in.
func openFolder(path string) (string, error) { return openFile(filepath.Dir(path)) }
