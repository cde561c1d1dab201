package report_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/report"
	"toetssteen/internal/report/pdf"
	"toetssteen/internal/report/pdf/pdftest"
	"toetssteen/internal/strategy"
	"toetssteen/locales"
)

var update = flag.Bool("update", false, "write the golden files anew")

func write(t testing.TB, r report.AssessmentReport) ([]byte, []pdf.Replacement) {
	t.Helper()
	var out bytes.Buffer
	replaced, err := report.WriteAssessment(&out, r, locales.In(string(r.Language)), made)
	if err != nil {
		t.Fatal(err)
	}
	if err := pdftest.Verify(out.Bytes()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), replaced
}

func open(t testing.TB, data []byte) (*pdftest.File, *pdftest.Element) {
	t.Helper()
	f, err := pdftest.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	root, err := f.Tree()
	if err != nil {
		t.Fatal(err)
	}
	return f, root
}

// TestAssessmentGolden compares what a reader gets with testdata, and holds what
// must be true of it whatever the golden file says.
func TestAssessmentGolden(t *testing.T) {
	r := sampleReport(t)
	data, replaced := write(t, r)
	if len(replaced) != 0 {
		t.Errorf("replaced: %v", replaced)
	}
	_, root := open(t, data)
	got := root.Dump()
	golden := filepath.Join("testdata", "assessment.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the report changed; look at the difference, then run: go test ./internal/report -run Golden -update\n%s", difference(string(want), got))
	}
	everythingIsSaid(t, r, root)
}

func difference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return fmt.Sprintf("line %d\nwant %s\ngot  %s", i+1, w[i], g[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

// everythingIsSaid looks for each criterion with its answer and explanation,
// and for each cell of the matrix.
func everythingIsSaid(t *testing.T, r report.AssessmentReport, root *pdftest.Element) {
	t.Helper()
	answers := map[assessment.Verdict]string{assessment.Yes: "Ja", assessment.No: "Nee", assessment.NotApplicable: "Niet van toepassing", assessment.Open: "Nog open"}
	kids := root.Kids
	for i, c := range r.Catalogue.Criteria {
		given := r.Assessment.Answers[i]
		at := slices.IndexFunc(kids, func(e *pdftest.Element) bool {
			return e.Kind == "H3" && e.Content() == string(c.Code)+" – "+c.Label.In(r.Language)
		})
		if at < 0 {
			t.Errorf("%s has no heading", c.Code)
			continue
		}
		if got := kids[at+1].Content(); got != c.Question.In(r.Language) {
			t.Errorf("%s: question %q", c.Code, got)
		}
		if got := kids[at+2].Content(); got != answers[given.Verdict] {
			t.Errorf("%s: answer %q", c.Code, got)
		}
		if said := kids[at+3].Content(); given.Explanation != "" && !strings.Contains(words(said), words(given.Explanation)) {
			t.Errorf("%s: explanation %q", c.Code, said)
		}
	}
	cells := root.All("Table")[0].All("TD")
	matrix := assessment.Score(r.Catalogue, r.Assessment.Answers)
	if len(cells) != len(matrix) {
		t.Fatalf("%d cells in the matrix", len(cells))
	}
	for i, c := range matrix {
		if want := fmt.Sprintf("%d van %d vervuld, %d %%", c.Met, c.Counted(), c.Percent()); c.Counted() > 0 && !strings.Contains(words(cells[i].Content()), want) {
			t.Errorf("cell %d: %q, want %q", i, cells[i].Content(), want)
		}
	}
	unmet, want := root.All("Table")[1].All("TR"), matrix.Sum().Unmet
	if len(unmet) != want+1 {
		t.Errorf("%d rows for %d unmet criteria", len(unmet)-1, want)
	}
}

func words(text string) string { return strings.Join(strings.Fields(text), " ") }

func TestAssessmentIsDeterministic(t *testing.T) {
	first, _ := write(t, sampleReport(t))
	second, _ := write(t, sampleReport(t))
	if !bytes.Equal(first, second) {
		t.Error("the bytes differ")
	}
}

func TestFictionalMarkIsOnEveryPage(t *testing.T) {
	for _, fictional := range []bool{true, false} {
		r := sampleReport(t)
		r.Fictional = fictional
		data, _ := write(t, r)
		f, root := open(t, data)
		for i := range f.Pages {
			content, err := f.Content(i)
			if err != nil {
				t.Fatal(err)
			}
			marked := slices.ContainsFunc(content, func(c pdftest.Content) bool { return strings.Contains(c.Text, "FICTIEVE GEGEVENS") })
			if marked != fictional {
				t.Errorf("page %d: mark is %v, want %v", i+1, marked, fictional)
			}
		}
		if said := strings.Contains(root.Content(), "fictieve gegevens"); said != fictional {
			t.Errorf("readers are told: %v, want %v", said, fictional)
		}
	}
}

// TestSignificanceIsExplained goes through the outcomes of the test.
func TestSignificanceIsExplained(t *testing.T) {
	amount := func(n int64) *int64 { return &n }
	for _, c := range []struct {
		name          string
		budget, users *int64
		development   assessment.Development
		want          []string
	}{
		{"budget", amount(650_000), nil, assessment.New,
			[]string{"Ja. Het budget van 650.000 euro ligt boven de grens van 500.000 euro.", "verplicht: vooraf, en nog eens", "Niet bekend"}},
		{"users", amount(1), amount(100_001), assessment.Existing, []string{"Ja. Met 100.001 gebruikers", "niet nieuw en niet grondig vernieuwd"}},
		{"both", amount(500_001), amount(1_250_000), assessment.Reworked, []string{"(500.001 euro)", "(1.250.000)"}},
		{"neither", amount(500_000), amount(100_000), assessment.New, []string{"Nee. Het budget (500.000 euro)", "Een aftoetsing is niet verplicht."}},
		{"unknown", nil, amount(5), assessment.New, []string{"Dat is nog niet bekend.", "Vul het budget"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := sampleReport(t)
			r.Service.BudgetEuro, r.Service.Users, r.Service.Development = c.budget, c.users, c.development
			data, _ := write(t, r)
			_, root := open(t, data)
			for _, want := range append(c.want, "meer dan 500.000 euro, of bij meer dan 100.000 gebruikers") {
				if !strings.Contains(words(root.Content()), want) {
					t.Errorf("not said: %s", want)
				}
			}
		})
	}
}

// unfilled matches a key without a text, and a text without its arguments.
var unfilled = regexp.MustCompile(`report\.[a-z]\w*|<no value>|\{\{|%!|\(\)`)

// TestEveryStateOfAnAssessment writes reports of assessments from empty to
// complete, in both languages, and looks for texts that were left unfilled.
func TestEveryStateOfAnAssessment(t *testing.T) {
	fill := func(v assessment.Verdict, explanation string) func(*report.AssessmentReport) {
		return func(r *report.AssessmentReport) {
			for i := range r.Assessment.Answers {
				r.Assessment.Answers[i].Verdict, r.Assessment.Answers[i].Explanation = v, explanation
			}
		}
	}
	for _, c := range []struct {
		name   string
		change func(*report.AssessmentReport)
	}{
		{"sample", func(*report.AssessmentReport) {}},
		{"nothing answered", fill(assessment.Open, "")},
		{"all yes", fill(assessment.Yes, "")},
		{"all yes with remarks", fill(assessment.Yes, "Zo is het.")},
		{"all no without explanation", fill(assessment.No, " \n")},
		{"all no", fill(assessment.No, strings.Repeat("We doen dit volgend jaar. ", 40))},
		{"nothing applies", fill(assessment.NotApplicable, "Niet voor deze dienst.")},
		{"one criterion", func(r *report.AssessmentReport) {
			one := *r.Catalogue
			one.Principles, one.Criteria = one.Principles[:1], one.Criteria[:1]
			r.Catalogue, r.Assessment.Answers = &one, r.Assessment.Answers[:1]
		}},
		{"few facts", func(r *report.AssessmentReport) {
			r.Service = assessment.Service{Name: "Dienst"}
			r.MadeBy, r.Submission, r.Assessment.Moment, r.Fictional = "", "", assessment.After, false
		}},
	} {
		for _, lang := range locales.Languages() {
			t.Run(c.name+"/"+lang, func(t *testing.T) {
				r := sampleReport(t)
				r.Language, r.ContentLanguage = strategy.Language(lang), "nl-BE"
				c.change(&r)
				data, _ := write(t, r)
				f, root := open(t, data)
				text := root.Content() + " " + f.Catalog()["Lang"].(pdftest.String).Text()
				if bad := unfilled.FindString(text); bad != "" {
					t.Errorf("%q in the text", bad)
				}
			})
		}
	}
}

func TestLanguageOfWhatPeopleTyped(t *testing.T) {
	r := sampleReport(t)
	r.Language, r.ContentLanguage = "en", "nl-BE"
	data, _ := write(t, r)
	f, root := open(t, data)
	if got := f.Catalog()["Lang"].(pdftest.String).Text(); got != "en" {
		t.Errorf("document in %q", got)
	}
	found := false
	for _, span := range root.All("Span") {
		found = found || span.Lang == "nl-BE" && strings.Contains(words(span.Content()), words(sampleExplanations["GC-I2"]))
	}
	if !found {
		t.Error("explanations are not marked as Dutch")
	}
}

func TestLostCharactersAreReportedAndExplained(t *testing.T) {
	r := sampleReport(t)
	r.Assessment.Answers[0].Explanation = "Mooi zo 😀😀 → verder"
	data, replaced := write(t, r)
	want := []pdf.Replacement{
		{Rune: '😀', With: "◊", Count: 2, Near: "Mooi zo ◊◊ ◊ verder"}, {Rune: '→', With: "◊", Count: 1, Near: "Mooi zo ◊◊ ◊ verder"},
	}
	if !slices.Equal(replaced, want) {
		t.Errorf("replaced %+v, want %+v", replaced, want)
	}
	_, root := open(t, data)
	if !strings.Contains(words(root.Content()), "Het gaat om: U+1F600 (2 keer), U+2192 (1 keer).") {
		t.Error("the closing page does not explain the marker")
	}
}

func TestHostileTextInEveryField(t *testing.T) {
	for name, text := range map[string]string{
		"emoji": "😀 👨‍👩‍👧", "not UTF-8": "a\xff\xfeb", "right to left": "שלום עליכם", "control": "a\x00\x1b[31m\u202E", "brackets": `)\\( <</S /P>> BDC EMC {{.Count}}`,
		"long word": strings.Repeat("x", 20_000), "long text": strings.Repeat("een lange uitleg ", 1_200), "lines": strings.Repeat("a\n\n", 400),
	} {
		t.Run(name, func(t *testing.T) {
			r := sampleReport(t)
			r.Town, r.Service.Name, r.Service.OwnerRole = "T"+text, "N"+text, text
			r.MadeBy, r.Assessment.Edition, r.Submission = text, "E"+text, text
			hostile := *r.Catalogue
			hostile.Criteria = slices.Clone(hostile.Criteria)
			for i := 0; i < len(hostile.Criteria); i += 13 {
				hostile.Criteria[i].Question, hostile.Criteria[i].Label = strategy.Text{strategy.Dutch: text}, strategy.Text{strategy.Dutch: text}
				r.Assessment.Answers[i].Explanation = text
			}
			r.Catalogue = &hostile
			write(t, r)
		})
	}
}

func TestIncompleteReportsAreRefused(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*report.AssessmentReport)
	}{
		{"no language", func(r *report.AssessmentReport) { r.Language = "" }},
		{"no town", func(r *report.AssessmentReport) { r.Town = " " }},
		{"no service", func(r *report.AssessmentReport) { r.Service.Name = "" }},
		{"no edition", func(r *report.AssessmentReport) { r.Assessment.Edition = "" }},
		{"no date", func(r *report.AssessmentReport) { r.Date = time.Time{} }},
		{"no catalogue", func(r *report.AssessmentReport) { r.Catalogue = nil }},
		{"no criteria", func(r *report.AssessmentReport) { r.Catalogue = &strategy.Catalogue{} }},
		{"unknown moment", func(r *report.AssessmentReport) { r.Assessment.Moment = "during" }},
		{"unknown development", func(r *report.AssessmentReport) { r.Service.Development = "old" }},
		{"unreadable month", func(r *report.AssessmentReport) { r.Service.Planned = "maart" }},
		{"unknown verdict", func(r *report.AssessmentReport) { r.Assessment.Answers[0].Verdict = "maybe" }},
		{"answer missing", func(r *report.AssessmentReport) { r.Assessment.Answers = r.Assessment.Answers[1:] }},
		{"answers in another order", func(r *report.AssessmentReport) { slices.Reverse(r.Assessment.Answers) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := sampleReport(t)
			c.change(&r)
			var out bytes.Buffer
			_, err := report.WriteAssessment(&out, r, locales.In("nl"), made)
			if f := fault.Of(err); err == nil || f.Key != "error.report_inconsistent" || f.Args["Field"] == "" {
				t.Errorf("error %v", err)
			}
			if out.Len() != 0 {
				t.Error("something was written")
			}
			if text := locales.In("nl").Fault(err); !strings.Contains(text, "Je antwoorden zijn bewaard") {
				t.Errorf("text for the user: %s", text)
			}
		})
	}
}

// TestPlainTextOrder reads the file with a program that is not ours.
func TestPlainTextOrder(t *testing.T) {
	r := sampleReport(t)
	data, _ := write(t, r)
	file := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", file, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext (Debian package poppler-utils): %v", err)
	}
	f, _ := open(t, data)
	text, at := words(string(out)), 0
	for _, next := range []string{
		"Aftoetsing van een digitale dienst", "Controle op de leerplicht", "Voorbeeldgem", "Samenvatting", "Score per principe", "Wat de tekens betekenen",
		"De score in woorden", "De dienst", "650.000 euro", "Is dit een significante dienst?", "Pas toe of leg uit", "Niet van toepassing", "Nog open",
		"Alle criteria", heading(r.Catalogue.Criteria[0]), heading(r.Catalogue.Criteria[51]), "Over dit rapport", fmt.Sprintf("Pagina %d van %d", len(f.Pages), len(f.Pages)),
	} {
		found := strings.Index(text[at:], next)
		if found < 0 {
			t.Fatalf("%q does not follow", next)
		}
		at += found
	}
}

func heading(c strategy.Criterion) string {
	return fmt.Sprintf("%s – %s", c.Code, c.Label.In(strategy.Dutch))
}

func BenchmarkAssessment(b *testing.B) {
	r, texts := sampleReport(b), locales.In("nl")
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if _, err := report.WriteAssessment(&out, r, texts, made); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(out.Len())/1024, "KB/file")
	}
}

func TestAnAidIsNamedAsOne(t *testing.T) {
	r := sampleReport(t)
	opens := int64(1_400)
	aid := r.Catalogue.Aids[0]
	r.Service.Kind, r.Service.Aid, r.Service.OpensUp = assessment.AsAid, aid.ID, &opens
	data, _ := write(t, r)
	_, root := open(t, data)
	said := words(root.Content())
	for _, want := range []string{"Hulpmiddel dat de gemeente aanbiedt", aid.Name.In(r.Language), "1.400", "Een hulpmiddel aftoetsen is niet verplicht."} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %s", want)
		}
	}
	if strings.Contains(said, "meer dan 500.000 euro, of bij") {
		t.Error("the test of services is held against an aid")
	}
}
