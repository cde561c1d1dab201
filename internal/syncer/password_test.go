package syncer_test

import (
	"os"
	"path/filepath"
	"testing"

	"toetssteen/internal/fault"
	"toetssteen/internal/syncer"
)

func TestPasswordIsKeptForThisUserOnly(t *testing.T) {
	folder := t.TempDir()
	load := func() string {
		t.Helper()
		password, err := syncer.LoadPassword(folder)
		if err != nil {
			t.Fatal(err)
		}
		return password
	}
	if got := load(); got != "" {
		t.Errorf("a new folder has the password %q", got)
	}
	for _, password := range []string{"eerste", " met spaties en é ", "", ""} {
		if err := syncer.SavePassword(folder, password); err != nil {
			t.Fatal(err)
		}
		if got := load(); got != password {
			t.Errorf("kept %q as %q", password, got)
		}
	}
	if err := syncer.SavePassword(folder, "tweede"); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(folder)
	if err != nil || len(files) != 1 {
		t.Fatalf("files %v, %v", files, err)
	}
	info, err := files[0].Info()
	if err != nil {
		t.Fatal(err)
	}
	if mode := info.Mode().Perm(); mode != 0o600 {
		t.Errorf("mode %v", mode)
	}
}

func TestPasswordThatCannotBeKept(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(folder, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	err := syncer.SavePassword(folder, "geheim")
	if f := fault.Of(err); err == nil || f.Code != fault.ReadOnly || f.Args["Path"] != filepath.Join(folder, "server-password") {
		t.Errorf("error %v", err)
	}
}
