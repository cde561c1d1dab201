package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"toetssteen/internal/reference"
)

// What the working group took in leaves as a file that a town can read; too
// little of it leaves no benchmark.
func TestWorkingGroupFiles(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "demo")
	toetssteen(t, Done, "demo", folder)
	office, path := filepath.Join(folder, "werkgroep"), filepath.Join(t.TempDir(), "bundel.zip")
	out, _ := toetssteen(t, Done, "workinggroup", "bundle", office, "-o", path)
	if !strings.Contains(out, "1 indiening staat getekend in "+path) {
		t.Errorf("it says %q", out)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := reference.Read(path, data)
	if err != nil || len(file.Submissions) != 1 || !file.Fictional {
		t.Errorf("got %+v, %v", file, err)
	}
	out, _ = toetssteen(t, Done, "workinggroup", "bundle", office, "-o", path, "--json")
	if !strings.Contains(out, `"municipalities": 1`) && !strings.Contains(out, `"municipalities":1`) {
		t.Errorf("as JSON it says %q", out)
	}

	_, messages := toetssteen(t, Failed, "workinggroup", "benchmark", office, "-o", filepath.Join(folder, "telling.json"))
	if !strings.Contains(messages, "minstens 5 diensten van 3 gemeenten") {
		t.Errorf("it says %q", messages)
	}
	if _, err := os.Stat(filepath.Join(folder, "telling.json")); err == nil {
		t.Error("there is a benchmark of one submission")
	}
	toetssteen(t, WrongUse, "workinggroup", "bundle", office)
	toetssteen(t, Failed, "workinggroup", "benchmark", t.TempDir(), "-o", path)
}
