package edition_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"toetssteen/internal/edition"
	"toetssteen/internal/strategy"
)

// third gives a made-up third edition: the second one under another number.
func third(t testing.TB, change func(criteria string) string) fstest.MapFS {
	t.Helper()
	files := renamed(t, "2027.1")
	files["criteria-gc.json"] = &fstest.MapFile{Data: []byte(change(string(files["criteria-gc.json"].Data)))}
	return files
}

const line = ",\n    \"replaces\": [\n      \"GC-G4\"\n    ]"

// 2026.1 split GC-G4 into GC-G5 and GC-G6. An edition that forgets is not
// signed; one that carries it on leads from 2022.1 as well, also where 2026.1
// never was.
func TestSkippedEdition(t *testing.T) {
	k := key(t)
	second, err := edition.Open(second)
	if err != nil {
		t.Fatal(err)
	}
	known := []*strategy.Catalogue{second.Catalogue, strategy.Current()}
	t.Run("forgotten", func(t *testing.T) {
		_, err := edition.Seal(third(t, func(s string) string { return strings.ReplaceAll(s, line, "") }), k, known...)
		var faults strategy.Faults
		if !errors.As(err, &faults) || len(faults) != 2 || !strings.HasPrefix(faults[0].String(), "criteria-gc.json:110:3: GC-G5 replaces: replaces_dropped") {
			t.Errorf("error %v", err)
		}
	})
	t.Run("a code that nothing has", func(t *testing.T) {
		_, err := edition.Seal(third(t, func(s string) string { return strings.Replace(s, `"GC-G4"`, `"GC-G4", "GC-G44"`, 1) }), k, known...)
		if err == nil || !strings.Contains(err.Error(), "criteria-gc.json:146:16: GC-G5 replaces[1]: replaces_unknown") {
			t.Errorf("error %v", err)
		}
	})
	t.Run("carried on", func(t *testing.T) {
		// GC-G5 is called GC-G7 since: it names what 2022.1 and what 2026.1 called it.
		files := third(t, func(s string) string {
			return strings.Replace(strings.ReplaceAll(s, `"GC-G5"`, `"GC-G7"`), `"GC-G4"`, `"GC-G5", "GC-G4"`, 1)
		})
		for _, name := range []string{"indicators-gc.json", "aids.json"} {
			files[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(files[name].Data), `"GC-G5`, `"GC-G7`))}
		}
		file, err := edition.Seal(files, k, known...)
		if err != nil {
			t.Fatal(err)
		}
		from := make(map[strategy.CriterionCode]strategy.CriterionCode)
		for _, c := range strategy.Compare(strategy.Current(), file.Catalogue) {
			if c.Kind == strategy.Split {
				from[c.Code] = c.From[0]
			}
		}
		if len(from) != 2 || from["GC-G7"] != "GC-G4" || from["GC-G6"] != "GC-G4" {
			t.Errorf("from 2022.1: %v", from)
		}
		shelf, err := edition.OpenShelf(filepath.Join(t.TempDir(), "catalogues"))
		if err != nil {
			t.Fatal(err)
		}
		if err := shelf.Take(file, k.Public()); err != nil {
			t.Errorf("a town that skipped 2026.1: %v", err)
		}
		path := filepath.Join(t.TempDir(), "2027.1.zip")
		if err := os.WriteFile(path, file.Bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		_, found, err := edition.Examine(path, []*strategy.Catalogue{strategy.Current()})
		if err != nil || len(found.Faults) > 0 || !strings.Contains(strategy.Faults(found.Remarks).Error(), "GC-G7 replaces[0]: replaces_unknown") {
			t.Errorf("%v: faults %v, remarks %v", err, found.Faults, found.Remarks)
		}
	})
}
