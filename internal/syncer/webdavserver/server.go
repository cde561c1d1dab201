// Package webdavserver is a small WebDAV server in the program itself, for
// demonstrations, training and tests. It keeps files in a folder.
package webdavserver

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"path"
	"path/filepath"

	"github.com/emersion/go-webdav"

	"toetssteen/internal/wholefile"
)

// New gives a handler that serves a folder.
func New(folder string) http.Handler {
	return &webdav.Handler{FileSystem: atomicFiles{webdav.LocalFileSystem(folder), folder}}
}

// atomicFiles writes each file whole or not at all. go-webdav's own folder
// truncates a file before it writes, shows it half written, and keeps what an
// interrupted upload left.
type atomicFiles struct {
	webdav.LocalFileSystem
	folder string
}

// Create stores a file in one step.
func (f atomicFiles) Create(ctx context.Context, name string, body io.ReadCloser) (*webdav.FileInfo, bool, error) {
	// Clean as an absolute path, so that no name leads out of the folder.
	target := filepath.Join(f.folder, filepath.FromSlash(path.Clean("/"+name)))
	_, err := f.Stat(ctx, name)
	created := err != nil
	err = wholefile.Copy(target, body)
	if errors.Is(err, fs.ErrNotExist) {
		err = webdav.NewHTTPError(http.StatusConflict, err) // RFC 4918 9.7.1: no parent collection
	}
	if err != nil {
		return nil, false, err
	}
	info, err := f.Stat(ctx, name)
	return info, created, err
}
