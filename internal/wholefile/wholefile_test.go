package wholefile_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"toetssteen/internal/fault"
	"toetssteen/internal/wholefile"
)

// only wants one file in a folder, with a text.
func only(t *testing.T, path, text string) {
	t.Helper()
	files, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(files) != 1 {
		t.Errorf("in the folder: %v, %v", files, err)
	}
	if got, err := os.ReadFile(path); string(got) != text {
		t.Errorf("holds %q, want %q (%v)", got, text, err)
	}
}

func TestWrite(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "new folder", "file")
	for _, text := range []string{"first", "", "second"} {
		if err := wholefile.Write(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		only(t, path, text)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if mode := info.Mode().Perm(); mode&0o077 != 0 {
		t.Errorf("mode %v", mode)
	}
}

func TestWhatCannotBeReadChangesNothing(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "file")
	if err := wholefile.Write(path, []byte("first")); err != nil {
		t.Fatal(err)
	}
	cut := io.MultiReader(strings.NewReader("half of it"), iotest.ErrReader(io.ErrUnexpectedEOF))
	if err := wholefile.Copy(path, cut); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("error %v", err)
	}
	only(t, path, "first")
}

func TestFaultsNameTheFile(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "a file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{
		"a folder that is a file": filepath.Join(folder, "a file", "below"),
		"the name of a folder":    folder,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := wholefile.Write(path, []byte("text"))
			if f := fault.Of(err); err == nil || f.Code != fault.ReadOnly || f.Args["Path"] != path {
				t.Errorf("error %v", err)
			}
		})
	}
}

// Of many that create the same file at once, one succeeds.
func TestCreate(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "file")
	var group sync.WaitGroup
	created := make(chan string, 8)
	for _, text := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		group.Go(func() {
			switch err := wholefile.Create(path, []byte(text)); {
			case err == nil:
				created <- text
			case !errors.Is(err, fs.ErrExist):
				t.Error(err)
			}
		})
	}
	group.Wait()
	close(created)
	first := <-created
	if second, more := <-created; more {
		t.Errorf("both %s and %s were created", first, second)
	}
	only(t, path, first)
}
