package report_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/report"
	"toetssteen/internal/strategy"
	"toetssteen/locales"
)

var noon = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)

func improvementList() report.ImprovementList {
	action := assessment.ImprovementAction{
		ID: "01JD", ServiceID: "market", Criteria: []strategy.CriterionCode{"SD-G3", "XX-G9"}, Title: "=Chat", Due: "2026-10-31",
		Owner: "dienst Communicatie", Status: assessment.Started, Effort: assessment.SmallEffort, Budget: strategy.LowBudget,
		Aid: strategy.Current().Aids[0].ID, StrategyAction: 1, ChangedAt: noon,
	}
	undated, dropped := action, action
	undated.ID, undated.Due = "02JD", ""
	dropped.ID, dropped.Status = "03JD", assessment.Dropped
	return report.ImprovementList{
		Language: "nl", Town: "Dendermonde", Services: map[string]string{"market": "Standplaats op de markt"},
		Actions: []assessment.ImprovementAction{action, undated, dropped}, Editions: []*strategy.Catalogue{strategy.Current()},
	}
}

// wordsOf gives the texts of a workbook, as they stand in it.
func wordsOf(t *testing.T, data []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, name := range []string{"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "docProps/core.xml"} {
		file, err := archive.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(file)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}

func mustHold(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in it", part)
		}
	}
}

func TestImprovementsAsSpreadsheet(t *testing.T) {
	t.Parallel()
	for lang, words := range map[string][]string{
		"nl": {"Te laat", "Bezig", "Klein: dagen", "laag: minder dan 50 mensdagen"},
		"de": {"Überfällig", "Läuft", "Klein: Tage"},
		"fr": {"En retard", "En cours"},
		"en": {"Overdue", "Running"},
	} {
		list := improvementList()
		list.Language = strategy.Language(lang)
		var data bytes.Buffer
		if err := report.WriteImprovements(&data, list, locales.In(lang), noon); err != nil {
			t.Fatal(err)
		}
		text := wordsOf(t, data.Bytes())
		mustHold(t, text, append(words, "=Chat", "Standplaats op de markt", "SD-G3 ", "XX-G9", "dienst Communicatie", "Dendermonde", "<v>46326</v>")...)
		if strings.Contains(text, "improvement.") || strings.Contains(text, "<f>") {
			t.Errorf("%s: a text is missing, or a formula is there", lang)
		}
	}
}

func TestImprovementsAsCalendar(t *testing.T) {
	t.Parallel()
	list := improvementList()
	list.Fictional = true
	var b strings.Builder
	if err := report.WriteCalendar(&b, list, locales.In("nl"), noon); err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(b.String(), "\r\n ", "")
	mustHold(t, text, "UID:01JD@toetssteen", "DTSTART;VALUE=DATE:20261031", "SUMMARY:FICTIEVE GEGEVENS – =Chat", "STATUS:CANCELLED", `Wie: dienst Communicatie\n`)
	if strings.Contains(text, "02JD") || strings.Count(text, "BEGIN:VEVENT") != 2 || strings.Count(text, "BEGIN:VALARM") != 1 {
		t.Errorf("got\n%s", text)
	}
}

func TestAssessmentAsSpreadsheet(t *testing.T) {
	t.Parallel()
	answers, err := assessment.Complete(strategy.Current(), []assessment.Answer{
		{Criterion: "SD-G3", Verdict: assessment.No, Explanation: "- nog geen chat\n- wel telefoon", SavedAt: noon, SavedBy: "onthaal",
			Judge: assessment.Outside, Control: "de provincie", Discuss: true, Assignee: "dienst ICT"}})
	if err != nil {
		t.Fatal(err)
	}
	r := report.AssessmentReport{
		Language: "nl", Town: "Dendermonde", Service: assessment.Service{Name: "Standplaats op de markt"}, Catalogue: strategy.Current(), Date: noon,
		Assessment: assessment.Assessment{
			Moment: assessment.Before, Answers: answers,
			Review:   assessment.Reviewing{Stage: assessment.Adopted, AdoptedOn: "2026-10-01", Decision: "2026/114"},
			Evidence: []assessment.Evidence{{Criterion: "SD-G3", Name: "nota.pdf"}, {Criterion: "SD-G3", Name: "Website", Link: "https://example.org"}},
		},
	}
	var data bytes.Buffer
	if err := report.WriteSheet(&data, r, improvementList().Actions, locales.In("nl"), noon); err != nil {
		t.Fatal(err)
	}
	text := wordsOf(t, data.Bytes())
	mustHold(t, text, "- nog geen chat", "nota.pdf", "Website https://example.org", "=Chat (Bezig, 31 oktober 2026)", "Nog open", "onthaal", "BT-I4", "vooraf",
		"niet in onze handen", "de provincie", "Te bespreken", "dienst ICT", "Wie de verbeteractie doet", "vastgesteld", "2026/114", "nog geen score", "0 van 1 vervuld")
	if rows := strings.Count(text, "<row "); rows != 53 {
		t.Errorf("%d rows, want the header and 52 criteria", rows)
	}
}
