package webdavserver_test

import (
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"toetssteen/internal/syncer/webdavserver"
)

// An upload that is cut off leaves what was there, and nothing beside it.
func TestUploadThatIsCutOff(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "kept"), []byte("first"), 0o600); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(webdavserver.New(folder))
	for _, name := range []string{"kept", "fresh"} {
		connection, err := net.DialTCP("tcp", nil, server.Listener.Addr().(*net.TCPAddr))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(connection, "PUT /%s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nhalf of it", name)
		if err := connection.CloseWrite(); err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadAll(connection); err != nil { // until the server is done with it
			t.Fatal(err)
		}
		connection.Close()
	}
	server.Close()
	files, err := os.ReadDir(folder)
	if err != nil || len(files) != 1 {
		t.Errorf("in the folder: %v, %v", files, err)
	}
	if text, err := os.ReadFile(filepath.Join(folder, "kept")); string(text) != "first" {
		t.Errorf("kept is %q, %v", text, err)
	}
}

func TestNoNameLeadsOutOfTheFolder(t *testing.T) {
	above := t.TempDir()
	folder := filepath.Join(above, "served")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	handler := webdavserver.New(folder)
	for _, name := range []string{"/../out", "/a/../../out", "/%2e%2e/out", `/..\out`, "//../out"} {
		request := httptest.NewRequest(http.MethodPut, "/", strings.NewReader("text"))
		request.URL.Path = strings.ReplaceAll(name, "%2e", ".")
		handler.ServeHTTP(httptest.NewRecorder(), request)
	}
	err := filepath.WalkDir(above, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && !strings.HasPrefix(path, folder+string(filepath.Separator)) {
			t.Errorf("written outside: %s", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
