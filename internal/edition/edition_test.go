package edition_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"toetssteen/internal/edition"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
	"toetssteen/internal/trust"
)

// second is the folder of the made-up second edition.
const second = "../../testdata/edition-2026.1"

func key(t testing.TB) trust.Key {
	t.Helper()
	k, err := trust.LoadOrCreateKey(filepath.Join(t.TempDir(), "key"))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func sealed(t testing.TB, folder fs.FS, k trust.Key) edition.File {
	t.Helper()
	file, err := edition.Seal(folder, k)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// copyOf gives the second edition's files, to change.
func copyOf(t testing.TB) fstest.MapFS {
	t.Helper()
	files := make(fstest.MapFS)
	names, err := fs.Glob(os.DirFS(second), "*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(second, name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}

func renamed(t testing.TB, number string) fstest.MapFS {
	t.Helper()
	files := copyOf(t)
	year, _, _ := strings.Cut(number, ".")
	text := strings.Replace(string(files["edition.json"].Data), "2026.1", number, 1)
	files["edition.json"] = &fstest.MapFile{Data: []byte(strings.Replace(text, "2026-11-01", year+"-11-01", 1))}
	return files
}

func TestTakeAndKeep(t *testing.T) {
	k, folder := key(t), filepath.Join(t.TempDir(), "catalogues")
	shelf, err := edition.OpenShelf(folder)
	if err != nil {
		t.Fatal(err)
	}
	if got := shelf.Latest().Edition.Edition; got != "2022.1" {
		t.Fatalf("latest %s before anything was taken", got)
	}
	if err := shelf.Take(sealed(t, os.DirFS(second), k), k.Public()); err != nil {
		t.Fatal(err)
	}
	again, err := edition.OpenShelf(folder)
	if err != nil || len(again.Broken()) > 0 {
		t.Fatalf("%v, broken %v", err, again.Broken())
	}
	for name, s := range map[string]*edition.Shelf{"at once": shelf, "after a restart": again} {
		if got := s.Latest().Edition.Edition; got != "2026.1" {
			t.Errorf("%s: latest %s", name, got)
		}
		if _, err := s.Catalogue("2022.1"); err != nil {
			t.Errorf("%s: the earlier edition is gone: %v", name, err)
		}
		if len(s.Editions()) != 2 {
			t.Errorf("%s: %d editions", name, len(s.Editions()))
		}
	}
}

// Each refused file leaves the shelf as it was.
func TestTakeRefuses(t *testing.T) {
	k := key(t)
	good := sealed(t, os.DirFS(second), k)
	tests := []struct {
		name string
		file func(*testing.T) (edition.File, error)
		want trust.PublicKey
		key  string
	}{
		{"signed by somebody else", func(t *testing.T) (edition.File, error) { return sealed(t, os.DirFS(second), key(t)), nil }, k.Public(), "error.catalogue_other_signer"},
		{"nobody to trust", func(*testing.T) (edition.File, error) { return good, nil }, trust.PublicKey{}, "error.catalogue_no_key"},
		{"a folder", func(*testing.T) (edition.File, error) { return edition.Open(second) }, k.Public(), "error.catalogue_unsigned"},
		{"altered after signing", func(t *testing.T) (edition.File, error) {
			return edition.Read("x.zip", rewrite(t, good.Bytes, "criteria-bt.json", func(s string) string { return strings.Replace(s, `"nl": "`, `"nl": "X`, 1) }))
		}, k.Public(), "error.catalogue_signature"},
		{"signature cut off", func(t *testing.T) (edition.File, error) {
			return edition.Read("x.zip", rewrite(t, good.Bytes, "signature.sealed", func(s string) string { return s[:20] }))
		}, k.Public(), "error.catalogue_signature"},
		{"a lower edition", func(t *testing.T) (edition.File, error) { return sealed(t, renamed(t, "2021.7"), k), nil }, k.Public(), "error.edition_lower"},
		{"the same number with other contents", func(t *testing.T) (edition.File, error) { return sealed(t, renamed(t, "2022.1"), k), nil }, k.Public(), "error.edition_differs"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "catalogues")
			shelf, err := edition.OpenShelf(folder)
			if err != nil {
				t.Fatal(err)
			}
			file, err := test.file(t)
			if err != nil {
				t.Fatal(err)
			}
			if err := shelf.Take(file, test.want); err == nil || fault.Of(err).Key != test.key {
				t.Errorf("%v, want %s", err, test.key)
			}
			if got := shelf.Latest().Edition.Edition; got != "2022.1" {
				t.Errorf("latest is %s now", got)
			}
			if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
				t.Error("something was written")
			}
		})
	}
}

// rewrite changes one file in a zip and leaves the others.
func rewrite(t *testing.T, data []byte, name string, change func(string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		w, err := archive.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == name {
			text = []byte(change(string(text)))
		}
		if _, err := w.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestReadRefuses(t *testing.T) {
	for name, data := range map[string][]byte{"nothing": nil, "no zip": []byte("{}"), "too large": make([]byte, edition.MaxFile+1)} {
		t.Run(name, func(t *testing.T) {
			if _, err := edition.Read("x.zip", data); err == nil || fault.Of(err).Code == fault.Internal {
				t.Errorf("error %v", err)
			}
		})
	}
	t.Run("a zip of something else", func(t *testing.T) {
		var out bytes.Buffer
		if err := zip.NewWriter(&out).Close(); err != nil {
			t.Fatal(err)
		}
		_, err := edition.Read("x.zip", out.Bytes())
		var faults strategy.Faults
		if !errors.As(err, &faults) || faults[0].File != "edition.json" {
			t.Errorf("error %v", err)
		}
	})
}

// The same folder and key give the same bytes.
func TestSealIsRepeatable(t *testing.T) {
	k := key(t)
	if a, b := sealed(t, os.DirFS(second), k), sealed(t, os.DirFS(second), k); !bytes.Equal(a.Bytes, b.Bytes) {
		t.Error("two files differ")
	}
}

// A damaged file in the folder leaves the others usable, and is told.
func TestBrokenFiles(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "2030.1.zip"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "2031.1.zip"), sealed(t, os.DirFS(second), key(t)).Bytes, 0o600); err != nil {
		t.Fatal(err)
	}
	shelf, err := edition.OpenShelf(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(shelf.Broken()) != 2 || shelf.Latest().Edition.Edition != "2022.1" {
		t.Errorf("broken %v, latest %s", shelf.Broken(), shelf.Latest().Edition.Edition)
	}
}

// An edition that assessments keep and that went missing can be taken again,
// though a later one is in use; one that nobody needs can't.
func TestTakeWhatIsMissing(t *testing.T) {
	k, folder := key(t), filepath.Join(t.TempDir(), "catalogues")
	shelf, err := edition.OpenShelf(folder)
	if err != nil {
		t.Fatal(err)
	}
	needed, later := sealed(t, os.DirFS(second), k), sealed(t, renamed(t, "2027.1"), k)
	for _, file := range []edition.File{needed, later} {
		if err := shelf.Take(file, k.Public()); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "2026.1.zip"), []byte("damaged"), 0o600); err != nil {
		t.Fatal(err)
	}
	shelf, err = edition.OpenShelf(folder)
	if err != nil || len(shelf.Broken()) != 1 {
		t.Fatalf("%v, broken %v", err, shelf.Broken())
	}
	if err := shelf.Take(needed, k.Public()); err == nil || fault.Of(err).Key != "error.edition_lower" {
		t.Errorf("nobody needs it: %v", err)
	}
	if err := shelf.Take(needed, k.Public(), "2026.1"); err != nil {
		t.Fatal(err)
	}
	if len(shelf.Broken()) != 0 || !shelf.Holds(needed.Catalogue) || shelf.Latest().Edition.Edition != "2027.1" {
		t.Errorf("broken %v, latest %s", shelf.Broken(), shelf.Latest().Edition.Edition)
	}
}

func TestOrder(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{{"2022.1", "2022.1", 0}, {"2022.9", "2022.10", -1}, {"2026.1", "2022.10", 1}, {"x", "2022.1", -1}} {
		if got := edition.Order(test.a, test.b); got < 0 != (test.want < 0) || got > 0 != (test.want > 0) {
			t.Errorf("%s to %s: %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Add(sealed(f, os.DirFS(second), key(f)).Bytes)
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := edition.Read("x.zip", data)
		if err == nil && file.Catalogue == nil {
			t.Error("neither a catalogue nor an error")
		}
	})
}
