// Package arrows holds the house rules about the code itself: which package
// may import which, and what no file may look like.
package arrows_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// rule says what a package of ours may import of ours, and why no more.
type rule struct {
	may []string
	why string
}

// leaves may be imported by everybody; they import nothing of ours.
var leaves = []string{"internal/fault", "internal/wholefile"}

var rules = map[string]rule{
	"": {[]string{"internal/cli"}, "main only embeds the pages and hands over"},
	"app": {[]string{"internal/assessment", "internal/colleague", "internal/edition", "internal/evidence", "internal/journal", "internal/readability", "internal/reference", "internal/report", "internal/sqlite", "internal/steps",
		"internal/strategy", "internal/submission", "internal/syncer", "internal/syncer/webdav", "internal/textfile", "internal/trust", "locales"}, "the facade delegates to the core; it knows neither command line nor bridge"},
	"locales":                      {nil, "texts are data"},
	"internal/fault":               {nil, "a leaf, so that every package can name what went wrong"},
	"internal/wholefile":           {nil, "files are written in one way only, in every package"},
	"internal/strategy":            {[]string{"internal/readability"}, "the catalogue is data that nothing else may colour; its texts must be readable"},
	"internal/evidence":            {nil, "foreign bytes are kept by code that knows nothing of what they prove"},
	"internal/edition":             {[]string{"internal/strategy", "internal/trust"}, "an edition is a catalogue and who signed it; who uses it does not matter"},
	"internal/readability":         {nil, "an instrument measures a text, whoever's it is"},
	"internal/steps":               {nil, "an instrument measures a process, whoever's it is"},
	"internal/textfile":            {nil, "foreign bytes are read by code that can reach nothing"},
	"internal/journal":             {nil, "the core of history is pure, so that its properties can be tested exhaustively"},
	"internal/colleague":           {[]string{"internal/journal", "internal/trust"}, "a file carries history from laptop to laptop; what it says is for whoever takes it in"},
	"internal/assessment":          {[]string{"internal/strategy"}, "the rules know no storage, so that screen, report and submission use the same ones"},
	"internal/trust":               {nil, "who signed a file does not depend on what is in it"},
	"internal/syncer":              {[]string{"internal/journal", "internal/trust"}, "moving files does not depend on what is in them"},
	"internal/syncer/webdav":       {[]string{"internal/syncer"}, "the transport serves the protocol, not the other way round"},
	"internal/syncer/webdavserver": {nil, "a server that knew our files would prove nothing in a test"},
	"internal/submission":          {[]string{"internal/assessment", "internal/strategy", "internal/syncer", "internal/trust"}, "a submission is complete in itself: it knows no database and no screen"},
	"internal/sqlite":              {[]string{"internal/assessment", "internal/journal", "internal/strategy", "internal/submission"}, "storage knows the domain, the domain does not know storage"},
	"internal/reference":           {[]string{"internal/assessment", "internal/strategy", "internal/submission", "internal/trust"}, "what towns compare with is made of submissions, and read without a database"},
	"internal/workinggroup":        {[]string{"internal/assessment", "internal/edition", "internal/reference", "internal/strategy", "internal/submission", "internal/syncer", "internal/trust"}, "the other side works from submissions alone, never from a town's database"},
	"internal/report":              {[]string{"internal/assessment", "internal/calendar", "internal/spreadsheet", "internal/strategy", "internal/report/pdf", "locales"}, "a report shows what it is given and looks nothing up"},
	"internal/spreadsheet":         {nil, "tables know no domain"},
	"internal/calendar":            {nil, "days to remember know no domain"},
	"internal/report/pdf":          {nil, "pages know no domain"},
	"internal/report/pdf/pdftest":  {nil, "the reader must not share code with the writer that it checks"},
	"internal/sample":              {[]string{"internal/assessment", "internal/sqlite", "internal/strategy"}, "sample data go in the way real data do"},
	"internal/bridge":              {nil, "the bridge carries text to a door and back; it need not know what stands behind it"},
	"internal/cli": {[]string{"app", "internal/assessment", "internal/bridge", "internal/edition", "internal/sample", "internal/sqlite", "internal/strategy", "internal/submission",
		"internal/syncer", "internal/syncer/webdav", "internal/syncer/webdavserver", "internal/workinggroup", "locales"}, "the command line is the other door; only main stands above it"},
	"internal/arrows": {nil, "rules stand outside what they rule"},
}

// foreign says which packages of others may be imported in few places only.
var foreign = map[string]rule{
	"database/sql":                          {[]string{"internal/sqlite"}, "every line of SQL stands in one package"},
	"modernc.org/sqlite":                    {[]string{"internal/sqlite"}, "every line of SQL stands in one package"},
	"net/http":                              {[]string{"internal/bridge", "internal/cli", "internal/syncer/webdav", "internal/syncer/webdavserver"}, "the domain works without a network"},
	"github.com/emersion/go-webdav":         {[]string{"internal/syncer/webdav", "internal/syncer/webdavserver"}, "its flaws are put right in one place"},
	"github.com/jung-kurt/gofpdf":           {[]string{"internal/report/pdf"}, "untagged PDF must not slip out past the tagger"},
	"github.com/xuri/excelize/v2":           {[]string{"internal/spreadsheet"}, "texts that look like formulas are written in one place"},
	"github.com/wailsapp/wails/v2":          {[]string{"app"}, "all but the window builds without it"},
	"github.com/nicksnyder/go-i18n/v2/i18n": {[]string{"locales"}, "texts have one source"},
	"github.com/spf13/cobra":                {[]string{"internal/cli"}, "the core knows no command line"},
	"crypto/ed25519":                        {[]string{"internal/trust"}, "keys are handled in one place"},
}

type listed struct {
	ImportPath string
	Imports    []string
}

// packages lists ours, with what their code (not their tests) imports.
func packages(t *testing.T) []listed {
	t.Helper()
	command := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	command.Dir = "../.."
	output, err := command.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	decoder := json.NewDecoder(strings.NewReader(string(output)))
	for {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(p.ImportPath, "/node_modules/") {
			all = append(all, p)
		}
	}
}

const module = "toetssteen"

// ours gives the place of a package within the module.
func ours(importPath string) (place string, is bool) {
	if importPath == module {
		return "", true
	}
	return strings.CutPrefix(importPath, module+"/")
}

func TestArrows(t *testing.T) {
	t.Parallel()
	for _, p := range packages(t) {
		place, _ := ours(p.ImportPath)
		r, known := rules[place]
		if !known {
			t.Errorf("package %q has no rule: add one here, with its reason, and a line to the code map in ARCHITECTURE.md", place)
			continue
		}
		for _, imported := range p.Imports {
			checkForeign(t, place, imported)
			target, is := ours(imported)
			if is && !slices.Contains(leaves, target) && !slices.Contains(r.may, target) {
				t.Errorf("%q imports %q: not allowed, because %s", place, target, r.why)
			}
		}
	}
}

func checkForeign(t *testing.T, place, imported string) {
	t.Helper()
	for path, r := range foreign {
		if (imported == path || strings.HasPrefix(imported, path+"/")) && !slices.Contains(r.may, place) {
			t.Errorf("%q imports %s: not allowed, because %s", place, imported, r.why)
		}
	}
}

// A rule that nothing follows any more is in the way of the next one.
func TestRulesAreInUse(t *testing.T) {
	t.Parallel()
	var places []string
	for _, p := range packages(t) {
		place, _ := ours(p.ImportPath)
		places = append(places, place)
	}
	for place := range rules {
		if !slices.Contains(places, place) && place != "internal/arrows" {
			t.Errorf("there is a rule for %q, and no such package", place)
		}
	}
}
