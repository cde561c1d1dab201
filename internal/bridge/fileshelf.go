package bridge

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
)

// fileShelf holds the files that the program made for the user: only those
// can be fetched, by number.
type fileShelf struct {
	guard sync.Mutex
	paths []string
}

// add gives the address of a file, relative to the page.
func (s *fileShelf) add(path string) string {
	s.guard.Lock()
	defer s.guard.Unlock()
	s.paths = append(s.paths, path)
	return "files/" + strconv.Itoa(len(s.paths)-1) + "/" + url.PathEscape(filepath.Base(path))
}

func (s *fileShelf) serve(w http.ResponseWriter, r *http.Request) {
	path, ok := s.find(r.PathValue("id"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	// A file from outside must not run as one of our pages, which could call
	// every method. A browser shows no PDF in a sandbox, and runs none of it either.
	if !strings.EqualFold(filepath.Ext(path), ".pdf") {
		w.Header().Set("Content-Security-Policy", "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'")
	}
	http.ServeFile(w, r, path)
}

func (s *fileShelf) find(id string) (string, bool) {
	s.guard.Lock()
	defer s.guard.Unlock()
	n, err := strconv.Atoi(id)
	if err != nil || n < 0 || n >= len(s.paths) {
		return "", false
	}
	return s.paths[n], true
}
