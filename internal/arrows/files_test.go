package arrows_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// folders that hold nothing of ours.
var skipped = map[string]bool{
	".git": true, "node_modules": true, "dist": true, "bin": true, "tools": true, "testdata": true,
	"stamps": true, "log": true, "out": true, ".out": true, "test-results": true,
}

func sources(t *testing.T, visit func(path string, text []byte)) {
	t.Helper()
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if skipped[entry.Name()] {
				return filepath.SkipDir
			}
			return nil
		}
		switch filepath.Ext(path) {
		case ".go", ".ts", ".svelte", ".scss", ".sql", ".py", ".json":
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			visit(path, text)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

var (
	emptyName = regexp.MustCompile(`(?i)^(utils?|common|managers?|helpers?|misc)\b`)
	leftOpen  = regexp.MustCompile(`\b(` + strings.Join([]string{"TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"}, "|") + `)\b`)
	machine   = regexp.MustCompile(`"/(?:work|home|root)/`)
)

func TestFiles(t *testing.T) {
	t.Parallel()
	sources(t, func(path string, text []byte) {
		for _, part := range strings.Split(filepath.ToSlash(path), "/") {
			if emptyName.MatchString(part) {
				t.Errorf("%s: %q says nothing about what is in it", path, part)
			}
		}
		if filepath.Base(path) == "package-lock.json" {
			return
		}
		if found := leftOpen.Find(text); found != nil {
			t.Errorf("%s: %s: finish it, or file an issue", path, found)
		}
		if found := machine.Find(text); found != nil {
			t.Errorf("%s: %s is a path of one machine", path, found)
		}
	})
}

func TestMainIsShort(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../main.go")
	if err != nil {
		t.Fatal(err)
	}
	if lines := bytes.Count(text, []byte("\n")); lines >= 40 {
		t.Errorf("main.go has %d lines, want fewer than 40", lines)
	}
}
