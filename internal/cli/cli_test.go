package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"toetssteen/app"
	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

var pages = fstest.MapFS{"index.html": {Data: []byte("pages")}}

// toetssteen runs the program in Dutch and gives what it prints.
func toetssteen(t *testing.T, want int, args ...string) (out, messages string) {
	t.Helper()
	var outBuffer, messageBuffer bytes.Buffer
	code := run(t.Context(), append(args, "--lang", "nl"), pages, &outBuffer, &messageBuffer)
	if code != want {
		t.Fatalf("toetssteen %s: exit %d, want %d\n%s%s", strings.Join(args, " "), code, want, outBuffer.String(), messageBuffer.String())
	}
	return outBuffer.String(), messageBuffer.String()
}

func TestDemo(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "demo")
	out, _ := toetssteen(t, Done, "demo", folder)
	for _, step := range []string{"ingediend op deze laptop", "nagekeken op de server", "ontvangen door de werkgroep"} {
		if !strings.Contains(out, step) {
			t.Errorf("the demo does not say %q:\n%s", step, out)
		}
	}
	for what, pattern := range map[string]string{
		"database": "gemeente/toetssteen.db", "report": "rapport.pdf",
		"submission": "server/m/00000/sub/*.json", "receipt": "server/wg/receipts/00000/*.json",
		"working group's copy": "werkgroep/submissions/00000/*.json",
	} {
		if found, err := filepath.Glob(filepath.Join(folder, pattern)); err != nil || len(found) != 1 {
			t.Errorf("%s: %v, %v", what, found, err)
		}
	}
	for _, path := range regexp.MustCompile(`\S*/\S+\.(pdf|json)`).FindAllString(out, -1) {
		if _, err := os.Stat(path); err != nil {
			t.Errorf("the demo names a file that is not there: %v", err)
		}
	}
	pdf, err := os.ReadFile(filepath.Join(folder, "rapport.pdf"))
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-1.7")) {
		t.Errorf("the report is no PDF: %v", err)
	}
	_, messages := toetssteen(t, Failed, "demo", folder)
	if !strings.Contains(messages, "niet leeg") {
		t.Errorf("a second demo in the folder says %q", messages)
	}
}

func TestDoctor(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	toetssteen(t, Done, "sample", "--data", folder)
	out, _ := toetssteen(t, Done, "doctor", "--rebuild", "--data", folder)
	if !strings.HasPrefix(out, "0 verschillen gevonden") {
		t.Errorf("got %q", out)
	}
}

// sampleAssessment gives the id of the running assessment of the sample town.
func sampleAssessment(t *testing.T, folder string) string {
	t.Helper()
	out, _ := toetssteen(t, Done, "assessment", "list", "--json", "--data", folder)
	var services []struct {
		Assessments []struct {
			ID    string
			State assessment.Standing
		}
	}
	if err := json.Unmarshal([]byte(out), &services); err != nil {
		t.Fatal(err)
	}
	for _, s := range services {
		for _, a := range s.Assessments {
			if a.State == assessment.Running {
				return a.ID
			}
		}
	}
	t.Fatal("no assessment is running in the sample data")
	return ""
}

// Scripts rely on the numbers.
func TestExitCodes(t *testing.T) {
	t.Parallel()
	if got := [...]int{Done, Failed, WrongUse, Attention}; got != [...]int{0, 1, 2, 3} {
		t.Errorf("exit codes %v", got)
	}
}

func TestBadInput(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	toetssteen(t, Done, "sample", "--data", folder)
	id := sampleAssessment(t, folder)
	before, _ := toetssteen(t, Done, "assessment", "show", id, "--json", "--data", folder)

	login := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte("<html><title>Log in</title></html>"))
	}))
	t.Cleanup(login.Close)
	office := filepath.Join(t.TempDir(), "office")
	toetssteen(t, Done, "workinggroup", "init", office)

	for name, c := range map[string]struct {
		args []string
		code int
		says string // what and where
	}{
		"an unknown criterion":              {[]string{"assessment", "answer", id, "XX-G1", "yes"}, Failed, "Criterium XX-G1 bestaat niet in editie " + strategy.Current().Edition.Edition},
		"a verdict that isn't one":          {[]string{"assessment", "answer", id, "SD-G1", "misschien"}, WrongUse, "Kies yes, no of not_applicable"},
		"an unknown assessment":             {[]string{"assessment", "show", "nergens"}, Failed, "nergens"},
		"a report on a full disk":           {[]string{"report", "assessment", id, "-o", "/dev/full/rapport.pdf"}, Failed, "/dev/full"},
		"actions in a file of another kind": {[]string{"report", "actions", "-o", "acties.pdf"}, Failed, "acties.pdf"},
		"actions without a file":            {[]string{"report", "actions"}, Failed, ".xlsx of .ics"},
		"handing in what is open":           {[]string{"submit", id}, Failed, "Nog open: 48. Alles"},
		"a sync without a server":           {[]string{"sync"}, Failed, "nog geen server ingesteld"},
		"a server with a login page":        {[]string{"workinggroup", "intake", office, "--url", login.URL}, Failed, "127.0.0.1"},
		"an unknown command":                {[]string{"dance"}, WrongUse, "de opdracht “dance” bestaat niet"},
		"an unknown command below another":  {[]string{"assessment", "dance"}, WrongUse, "answer, list, show"},
		"a command that wants another":      {[]string{"report"}, WrongUse, "na toetssteen report hoort nog een opdracht: actions, assessment, notification"},
		"an intake without a server":        {[]string{"workinggroup", "intake", office}, WrongUse, "--url ontbreekt"},
		"a window in a build without one":   {nil, Failed, "Start “toetssteen browser”"},
		"a server for everybody":            {[]string{"serve", folder, "--listen", "0.0.0.0:0"}, WrongUse, "“0.0.0.0:0”"},
		"a text that is not UTF-8":          {[]string{"assessment", "answer", id, "SD-G1", "no", "--explanation", "a\xff"}, Failed, "geen UTF-8"},
		"an unknown flag":                   {[]string{"sync", "--fast"}, WrongUse, "de optie --fast bestaat niet"},
		"a flag with a wrong value":         {[]string{"sync", "--json=maybe"}, WrongUse, "“maybe” past niet bij --json"},
		"too few arguments":                 {[]string{"submit"}, WrongUse, "gebruik toetssteen submit ASSESSMENT"},
		"too many arguments":                {[]string{"version", "now"}, WrongUse, "gebruik toetssteen version."},
		"a working group that is not there": {[]string{"workinggroup", "intake", folder, "--url", login.URL}, Failed, folder},
	} {
		t.Run(name, func(t *testing.T) {
			_, messages := toetssteen(t, c.code, append(c.args, "--data", folder)...)
			if !strings.Contains(messages, c.says) || strings.Contains(messages, "error.") {
				t.Errorf("says %q, want %q in it", messages, c.says)
			}
		})
	}
	after, _ := toetssteen(t, Done, "assessment", "show", id, "--json", "--data", folder)
	if before != after {
		t.Error("bad input changed what is stored")
	}
}

func TestRealDataAreNotTouchedBySample(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	p := &program{folder: folder, messages: os.Stderr}
	config, err := p.config(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	facade, err := app.Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := facade.SaveTown(t.Context(), app.TownInput{NIS: "11002"}); err != nil {
		t.Fatal(err)
	}
	if err := facade.Close(); err != nil {
		t.Fatal(err)
	}
	_, messages := toetssteen(t, Failed, "sample", "--data", folder)
	if !strings.Contains(messages, "bevat echte gegevens") {
		t.Errorf("says %q", messages)
	}
}

func TestHelpSpeaksTheUsersLanguage(t *testing.T) {
	t.Parallel()
	for lang, want := range map[string]string{"nl": "Opdrachten:", "en": "Commands:"} {
		var out, messages bytes.Buffer
		if code := run(context.Background(), []string{"--help", "--lang", lang}, pages, &out, &messages); code != Done || !strings.Contains(out.String(), want) || strings.Contains(out.String(), "help for") {
			t.Errorf("%s: exit %d, %s%s", lang, code, out.String(), messages.String())
		}
	}
}

func TestWrongFlags(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		args []string
		says string
	}{
		"without its value":   {[]string{"sync", "--lang", "nl", "--data"}, "na --data hoort een waarde"},
		"an unknown language": {[]string{"sync", "--lang", "xx"}, "de taal “xx” is er niet. Kies uit de, en, fr, nl"},
	} {
		t.Run(name, func(t *testing.T) {
			var out, messages bytes.Buffer
			if code := run(t.Context(), c.args, pages, &out, &messages); code != WrongUse || !strings.Contains(messages.String(), c.says) {
				t.Errorf("exit %d, %s%s", code, out.String(), messages.String())
			}
		})
	}
}

func TestMistypedDataFolder(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "mistyped")
	for _, args := range [][]string{{"assessment", "list"}, {"sync"}, {"doctor", "--rebuild"}} {
		_, messages := toetssteen(t, Failed, append(args, "--data", folder)...)
		if !strings.Contains(messages, folder) || !strings.Contains(messages, "geen gegevens van Toetssteen") {
			t.Errorf("%v says %q", args, messages)
		}
	}
	if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}
}

func TestVersionSaysWhereTheDataStand(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		args []string
		ends string
	}{
		"own":             {nil, filepath.Join("Toetssteen", "data")},
		"sample":          {[]string{"--sample"}, filepath.Join("Toetssteen", "sample")},
		"another folder":  {[]string{"--data", "elsewhere"}, "elsewhere"},
		"sample in there": {[]string{"--data", "elsewhere", "--sample"}, "elsewhere"},
	} {
		t.Run(name, func(t *testing.T) {
			out, _ := toetssteen(t, Done, append([]string{"version"}, c.args...)...)
			if !strings.HasSuffix(strings.TrimSpace(out), c.ends) {
				t.Errorf("says %q, want %q at the end", out, c.ends)
			}
		})
	}
}

func TestAnotherVerdictKeepsTheExplanation(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	toetssteen(t, Done, "sample", "--data", folder)
	id := sampleAssessment(t, folder)
	toetssteen(t, Done, "assessment", "answer", id, "sd-g1", "no", "--explanation", "Volgt in 2027.", "--data", folder)
	toetssteen(t, Done, "assessment", "answer", id, "SD-G1", "yes", "--data", folder)
	if out, _ := toetssteen(t, Done, "assessment", "show", id, "--data", folder); !strings.Contains(out, "Volgt in 2027.") {
		t.Error("the explanation is gone")
	}
	toetssteen(t, Done, "assessment", "answer", id, "SD-G1", "yes", "--explanation", "", "--data", folder)
	if out, _ := toetssteen(t, Done, "assessment", "show", id, "--data", folder); strings.Contains(out, "Volgt in 2027.") {
		t.Error("the explanation can't be taken away")
	}
}

// A server that says yes and keeps nothing: handed in here, but not there.
func TestSubmitToAServerThatKeepsNothing(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	toetssteen(t, Done, "sample", "--data", folder)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		w.WriteHeader(http.StatusCreated)
	}))
	t.Cleanup(server.Close)
	facade, err := app.Open(t.Context(), app.Config{Folder: folder})
	if err != nil {
		t.Fatal(err)
	}
	_, err = facade.SaveServer(t.Context(), app.ServerInput{URL: server.URL})
	if err := errors.Join(err, facade.Close()); err != nil {
		t.Fatal(err)
	}
	for _, command := range [][]string{{"submit", "compulsory-education-check-after"}, {"sync"}} {
		_, messages := toetssteen(t, Attention, append(command, "--data", folder)...)
		if !strings.Contains(messages, "staat nog niet zeker op de server") {
			t.Errorf("%v says %q", command, messages)
		}
	}
}
