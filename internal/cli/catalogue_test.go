package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"toetssteen/app"
	"toetssteen/internal/workinggroup"
	"toetssteen/locales"
)

const secondEdition = "../../testdata/edition-2026.1"

func TestCatalogueShow(t *testing.T) {
	t.Parallel()
	for _, lang := range locales.Languages() {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			var out, messages strings.Builder
			if code := run(t.Context(), []string{"catalogue", "show", "--json", "--lang", lang}, pages, &out, &messages); code != Done {
				t.Fatalf("exit %d: %s", code, messages.String())
			}
			var document struct {
				Edition        string              `json:"edition"`
				Language       string              `json:"language"`
				Principles     []map[string]any    `json:"principles"`
				Criteria       []map[string]any    `json:"criteria"`
				Indicators     []map[string]any    `json:"indicators"`
				Aids           []map[string]any    `json:"aids"`
				Actions        []map[string]any    `json:"actions"`
				Municipalities []map[string]any    `json:"municipalities"`
				AuthorityTypes []map[string]string `json:"authorityTypes"`
			}
			if err := json.Unmarshal([]byte(out.String()), &document); err != nil {
				t.Fatal(err)
			}
			if document.Edition != "2022.1" || document.Language != lang || len(document.Principles) != 5 || len(document.Criteria) != 52 ||
				len(document.Indicators) < 90 || len(document.Aids) < 35 || len(document.Actions) != 21 || len(document.Municipalities) != 285 || len(document.AuthorityTypes) != 11 {
				t.Errorf("edition %q in %q: %d principles, %d criteria, %d indicators, %d aids, %d actions, %d municipalities, %d types", document.Edition, document.Language,
					len(document.Principles), len(document.Criteria), len(document.Indicators), len(document.Aids), len(document.Actions), len(document.Municipalities), len(document.AuthorityTypes))
			}
			for _, m := range document.Municipalities {
				if m["name"] == "Antwerpen" && len(m["mergedFrom"].([]any)) != 2 {
					t.Errorf("Antwerpen merged from %v", m["mergedFrom"])
				}
			}
		})
	}
}

func TestCatalogueCheck(t *testing.T) {
	t.Parallel()
	out, _ := toetssteen(t, Done, "catalogue", "check", secondEdition)
	if !strings.Contains(out, "Editie 2026.1: geen fouten.") || !strings.Contains(out, "Niet getekend.") {
		t.Errorf("got %q", out)
	}

	for _, want := range []string{"criteria-sd.json:533:13: SD-I6 not_meant.nl: opmerking: “machtiging” is een moeilijk woord; eenvoudiger is: toelating", "11 opmerkingen"} {
		if !strings.Contains(out, want) {
			t.Errorf("the remarks lack %q:\n%s", want, out)
		}
	}
	out, _ = toetssteen(t, Done, "catalogue", "check", secondEdition, "--json")
	var sound struct{ Faults, Remarks []map[string]string }
	if err := json.Unmarshal([]byte(out), &sound); err != nil || len(sound.Faults) != 0 || len(sound.Remarks) != 11 {
		t.Errorf("%v: %s", err, out)
	}

	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(secondEdition)); err != nil {
		t.Fatal(err)
	}
	spoil := func(name, from, to string) {
		path := filepath.Join(folder, name)
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), from) {
			t.Fatalf("%s does not hold %q", name, from)
		}
		if err := os.WriteFile(path, []byte(strings.Replace(string(text), from, to, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	spoil("criteria-bt.json", `"fr": "`, `"xx": "`)
	spoil("aids.json", `"criterion": "`, `"criterion": "X`)
	out, messages := toetssteen(t, Failed, "catalogue", "check", folder)
	for _, want := range []string{"aids.json:", "bestaat niet", "criteria-bt.json:7:14: BT-G1 label.fr: de tekst ontbreekt in de taal fr", "onbekende taal “xx”"} {
		if !strings.Contains(out, want) {
			t.Errorf("the faults lack %q:\n%s", want, out)
		}
	}
	if !strings.Contains(messages, "3 fouten") || !strings.Contains(messages, "blijft") {
		t.Errorf("the message is %q", messages)
	}
	out, _ = toetssteen(t, Failed, "catalogue", "check", folder, "--json")
	var checked struct{ Faults, Remarks []map[string]string }
	if err := json.Unmarshal([]byte(out), &checked); err != nil || len(checked.Faults) != 3 || len(checked.Remarks) != 11 {
		t.Errorf("%v: %s", err, out)
	}
	_, messages = toetssteen(t, Failed, "catalogue", "check", filepath.Join(folder, "nowhere"))
	if !strings.Contains(messages, "bestaat niet") {
		t.Errorf("the message is %q", messages)
	}
}

// What a criterion replaces is held against the editions that are known here.
func TestCatalogueHistory(t *testing.T) {
	t.Parallel()
	folder, office := t.TempDir(), filepath.Join(t.TempDir(), "office")
	if err := os.CopyFS(folder, os.DirFS(secondEdition)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "criteria-gc.json")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text = bytes.Replace(text, []byte("\"replaces\": [\n      \"GC-G4\""), []byte("\"replaces\": [\n      \"GC-G44\""), 1)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	const want = "criteria-gc.json:146:7: GC-G5 replaces[0]: GC-G44 staat in geen eerdere editie die hier bekend is (2022.1)\n"
	out, _ := toetssteen(t, Failed, "catalogue", "check", folder)
	if !strings.Contains(out, want) {
		t.Errorf("check says %q", out)
	}
	toetssteen(t, Done, "workinggroup", "init", office)
	out, _ = toetssteen(t, Failed, "workinggroup", "publish", office, folder, "-o", filepath.Join(office, "x.zip"))
	if !strings.Contains(out, want) {
		t.Errorf("publish says %q", out)
	}
	if _, err := os.Stat(filepath.Join(office, "x.zip")); err == nil {
		t.Error("a file was written")
	}
}

// The working group signs a folder, a town with its key takes the file, and
// one without does not.
func TestCatalogueTake(t *testing.T) {
	t.Parallel()
	office, town, file := filepath.Join(t.TempDir(), "office"), t.TempDir(), filepath.Join(t.TempDir(), "2026.1.zip")
	toetssteen(t, Done, "workinggroup", "init", office)
	out, _ := toetssteen(t, Done, "workinggroup", "publish", office, secondEdition, "-o", file)
	if !strings.Contains(out, "Editie 2026.1") {
		t.Errorf("got %q", out)
	}
	out, _ = toetssteen(t, Done, "catalogue", "check", file)
	if !strings.Contains(out, "Getekend door") {
		t.Errorf("got %q", out)
	}
	toetssteen(t, Done, "sample", "--data", town)
	_, messages := toetssteen(t, Failed, "catalogue", "take", file, "--data", town)
	if !strings.Contains(messages, "sleutel") {
		t.Errorf("the message is %q", messages)
	}
	// A file that got lost can be made again.
	again := filepath.Join(t.TempDir(), "again.zip")
	toetssteen(t, Done, "workinggroup", "publish", office, secondEdition, "-o", again)
	if a, b := readFile(t, file), readFile(t, again); a != b {
		t.Error("published twice, the files differ")
	}
	for name, want := range map[string]string{file: "is geen map", filepath.Join(secondEdition, "edition.json"): "is geen map", filepath.Join(office, "nowhere"): "bestaat niet"} {
		out, messages = toetssteen(t, Failed, "workinggroup", "publish", office, name, "-o", file)
		if out != "" || !strings.Contains(messages, want) {
			t.Errorf("publishing %s says %q %q, want %q", name, out, messages, want)
		}
	}
	toetssteen(t, WrongUse, "workinggroup", "publish", office, secondEdition)
	toetssteen(t, WrongUse, "catalogue", "show", "a", "b")

	trust(t, town, office)
	toetssteen(t, Done, "catalogue", "take", file, "--data", town)
	out, _ = toetssteen(t, Done, "catalogue", "show", "--data", town)
	if !strings.Contains(out, "2026.1") {
		t.Errorf("what is in use is not shown: %q", out)
	}
	out, _ = toetssteen(t, Done, "version", "--data", town)
	if !strings.Contains(out, "2026.1") {
		t.Errorf("version says %q", out)
	}
}

// Where the file can't be written, the working group does not use the edition
// either.
func TestPublishNowhere(t *testing.T) {
	t.Parallel()
	office := filepath.Join(t.TempDir(), "office")
	toetssteen(t, Done, "workinggroup", "init", office)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	toetssteen(t, Failed, "workinggroup", "publish", office, secondEdition, "-o", filepath.Join(file, "x.zip"))
	if kept, err := os.ReadDir(filepath.Join(office, "catalogues")); err == nil && len(kept) > 0 {
		t.Errorf("the working group uses %v", kept)
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// trust puts the key of a working group in a town's settings.
func trust(t *testing.T, town, folder string) {
	t.Helper()
	office, err := workinggroup.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	facade, err := app.Open(t.Context(), app.Config{Folder: town})
	if err != nil {
		t.Fatal(err)
	}
	_, err = facade.SaveServer(t.Context(), app.ServerInput{WorkingGroupKey: office.PublicKey().String()})
	if err = errors.Join(err, facade.Close()); err != nil {
		t.Fatal(err)
	}
}
