package sqlite_test

import (
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/sqlite"
)

func copyFiles(t *testing.T, from, to string) {
	t.Helper()
	must(t, os.MkdirAll(to, 0o700))
	entries, err := os.ReadDir(from)
	must(t, err)
	for _, entry := range entries {
		if entry.IsDir() || entry.Name() == sqlite.LockFile {
			continue
		}
		data, err := os.ReadFile(filepath.Join(from, entry.Name()))
		must(t, err)
		must(t, os.WriteFile(filepath.Join(to, entry.Name()), data, 0o600))
	}
}

// raw opens the database file past the store.
func raw(t *testing.T, folder string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(folder, sqlite.DatabaseFile))
	must(t, err)
	t.Cleanup(func() { must(t, db.Close()) })
	return db
}

func closed(t *testing.T, folder string) {
	t.Helper()
	store, err := sqlite.Open(t.Context(), folder, sqlite.Options{Device: device("laptop")})
	must(t, err)
	must(t, store.SaveService(t.Context(), "clerk", service))
	must(t, store.Close())
}

func contents(t *testing.T, folder string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, sqlite.DatabaseFile))
	must(t, err)
	return string(data)
}

func TestPragmas(t *testing.T) {
	t.Parallel()
	store := openStore(t, t.TempDir())
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"} {
		if got := sqlite.Pragma(t, store, pragma); got != want {
			t.Errorf("%s is %s, want %s", pragma, got, want)
		}
	}
}

func TestTablesAreStrict(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	closed(t, folder)
	rows, err := raw(t, folder).Query(`SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'`)
	must(t, err)
	defer rows.Close()
	for rows.Next() {
		var name string
		must(t, rows.Scan(&name))
		t.Errorf("table %s is not STRICT", name)
	}
	must(t, rows.Err())
}

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		spoil func(t *testing.T, folder string)
		code  fault.Code
	}{
		"a newer schema": {func(t *testing.T, folder string) {
			closed(t, folder)
			_, err := raw(t, folder).Exec(`PRAGMA user_version = 99`)
			must(t, err)
		}, fault.Newer},
		"somebody else's database": {func(t *testing.T, folder string) {
			_, err := raw(t, folder).Exec(`CREATE TABLE photo (id INTEGER)`)
			must(t, err)
		}, fault.Corrupt},
		"a file that is no database": {func(t *testing.T, folder string) {
			must(t, os.WriteFile(filepath.Join(folder, sqlite.DatabaseFile), []byte(strings.Repeat("no database ", 500)), 0o600))
		}, fault.Corrupt},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			c.spoil(t, folder)
			before := contents(t, folder)
			_, err := sqlite.Open(t.Context(), folder, sqlite.Options{Device: device("laptop")})
			mustCode(t, err, c.code)
			if path, _ := fault.Of(err).Args["Path"].(string); !strings.HasPrefix(path, folder) {
				t.Errorf("the fault names %q, not the place", path)
			}
			if contents(t, folder) != before {
				t.Error("the file was changed")
			}
		})
	}
}

// Nobody else on the computer can read the data, whatever the folder allows.
func TestFilesAreForThisUserOnly(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "50% done? #1")
	must(t, os.Mkdir(folder, 0o755))
	store := openStore(t, folder)
	must(t, store.SaveService(t.Context(), "", service))
	for _, name := range []string{sqlite.DatabaseFile, sqlite.DatabaseFile + "-wal", sqlite.DatabaseFile + "-shm"} {
		info, err := os.Stat(filepath.Join(folder, name))
		must(t, err)
		if mode := info.Mode().Perm(); mode != 0o600 {
			t.Errorf("%s has mode %v", name, mode)
		}
	}
}

func TestSecondProcessIsRefused(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	openStore(t, folder)
	command := exec.Command(os.Args[0], "-test.run=^TestOpenInChild$")
	command.Env = append(os.Environ(), childFolder+"="+folder)
	output, err := command.CombinedOutput()
	if err != nil || !strings.Contains(string(output), "code=locked") {
		t.Errorf("second process: %v\n%s", err, output)
	}
}

// A folder that this user may not write to: the child gives up root, for whom
// no folder is read-only.
func TestReadOnlyFolderIsRefused(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	closed(t, folder)
	before := contents(t, folder)
	for path := folder; path != "/" && path != os.TempDir(); path = filepath.Dir(path) {
		must(t, os.Chmod(path, 0o555))
	}
	t.Cleanup(func() {
		for path := folder; path != "/" && path != os.TempDir(); path = filepath.Dir(path) {
			must(t, os.Chmod(path, 0o755))
		}
	})
	must(t, os.Chmod(filepath.Join(folder, sqlite.DatabaseFile), 0o444))
	command := exec.Command(childBinary(t), "-test.run=^TestOpenInChild$")
	command.Dir = "/"
	command.Env = append(os.Environ(), childFolder+"="+folder)
	if os.Getuid() == 0 {
		const nobody = 65534
		command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	output, err := command.CombinedOutput()
	if err != nil || !strings.Contains(string(output), "code=read_only") {
		t.Errorf("read-only folder: %v\n%s", err, output)
	}
	if contents(t, folder) != before {
		t.Error("the file was changed")
	}
}

// childBinary copies the test binary to where another user may run it.
func childBinary(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(os.Args[0])
	must(t, err)
	folder, err := os.MkdirTemp("", "child")
	must(t, err)
	t.Cleanup(func() { must(t, os.RemoveAll(folder)) })
	must(t, os.Chmod(folder, 0o755))
	path := filepath.Join(folder, "child.test")
	must(t, os.WriteFile(path, data, 0o755))
	return path
}

const childFolder = "TOETSSTEEN_TEST_CHILD_FOLDER"

// TestOpenInChild opens a folder in a process of its own, for the tests above.
func TestOpenInChild(t *testing.T) {
	folder := os.Getenv(childFolder)
	if folder == "" {
		return // only as a child
	}
	store, err := sqlite.Open(t.Context(), folder, sqlite.Options{Device: device("laptop")})
	if err == nil {
		err = store.SaveService(t.Context(), "clerk", assessment.Service{ID: "other", Name: "Andere"})
	}
	fmt.Printf("code=%s %v\n", fault.CodeOf(err), err)
}

// A full disk: SQLite may not grow the file any further.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	store := withAssessment(t, t.TempDir())
	must(t, store.SaveAnswers(t.Context(), "clerk", "a", assessment.Answer{Criterion: "SD-G1", Verdict: assessment.Yes}))
	sqlite.Fill(t, store)
	err := store.SaveAnswers(t.Context(), "clerk", "a",
		assessment.Answer{Criterion: "SD-G2", Verdict: assessment.No, Explanation: strings.Repeat("lang ", 3_000)})
	mustCode(t, err, fault.Full)
	if got := answerOf(t, store, "SD-G1").Verdict; got != assessment.Yes {
		t.Errorf("the earlier answer is %q, want yes", got)
	}
	if got := answerOf(t, store, "SD-G2"); got.Verdict != assessment.Open || got.Explanation != "" {
		t.Errorf("half of the refused answer is kept: %q", got.Verdict)
	}
}
