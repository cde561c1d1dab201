package report_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/report"
	"toetssteen/internal/report/pdf/pdftest"
	"toetssteen/internal/strategy"
	"toetssteen/locales"
)

// sampleNotification is the second version of one with everything in it.
func sampleNotification(t testing.TB) report.NotificationReport {
	t.Helper()
	base := sampleReport(t)
	for i, a := range base.Assessment.Answers { // a notification that was handed in is complete
		if a.Verdict == assessment.Open {
			base.Assessment.Answers[i].Verdict = assessment.Yes
		}
		if a.Incomplete() {
			base.Assessment.Answers[i].Explanation = "Dit volgt in de tweede fase."
		}
	}
	base.Assessment.Moment = assessment.After
	base.Assessment.Cover = "De dienst draait sinds januari.\n\nTwee koppelingen volgen nog."
	base.Assessment.Review = assessment.Reviewing{Stage: assessment.Adopted, AdoptedOn: "2026-11-18", Decision: "2026-CBS-1204", Saw: assessment.Saying(base.Assessment.Answers)}
	delete(base.Assessment.Review.Saw, "SD-G4") // it was answered otherwise then
	base.Assessment.Evidence = []assessment.Evidence{
		{Criterion: "SD-G1", Name: "testverslag.pdf", Hash: strings.Repeat("9f2c", 16), Size: 12_345},
		{Criterion: "GC-G1", Name: "Pagina van de dienst", Link: "https://voorbeeld.example/dienst"},
	}
	earlier := sampleReport(t)
	earlier.Assessment.StartedAt = time.Date(2025, 11, 3, 0, 0, 0, 0, time.UTC)
	for i := range earlier.Assessment.Answers {
		if i%3 == 0 {
			earlier.Assessment.Answers[i].Verdict = assessment.No
		}
	}
	return report.NotificationReport{
		AssessmentReport: base, Version: 2,
		Measures: []assessment.ImprovementAction{
			{Title: "Koppel het Loket voor Lokale Besturen", Criteria: []strategy.CriterionCode{"SD-G4"}, Owner: "dienst IT", Due: "2027-06-30", Status: assessment.Started, Budget: strategy.MediumBudget},
			{Title: "Praat met drie ouders", Criteria: []strategy.CriterionCode{"GC-I2", "SD-G4"}, Status: assessment.ToStart},
		},
		Earlier: &report.EarlierReport{Assessment: earlier.Assessment, Catalogue: earlier.Catalogue},
		Correction: &report.CorrectionReport{Reason: "De koppeling schuift op.", Parts: []string{"decision", "measures"}, Measures: []report.MeasureChange{
			{Title: "Praat met drie ouders", Kind: "changed", Facts: []string{"due", "owner"}}, {Title: "Meet elke maand", Kind: "gone"},
		}, Changes: []assessment.Difference{
			{Criterion: "SD-G4", From: assessment.Yes, To: assessment.No, Reworded: true}, {Criterion: "SD-I6", From: assessment.No, To: assessment.No, Reworded: true},
		}},
	}
}

func writeNotification(t testing.TB, r report.NotificationReport) ([]byte, *pdftest.Element) {
	t.Helper()
	var out bytes.Buffer
	if _, err := report.WriteNotification(&out, r, locales.In(string(r.Language)), made); err != nil {
		t.Fatal(err)
	}
	if err := pdftest.Verify(out.Bytes()); err != nil {
		t.Fatal(err)
	}
	_, root := open(t, out.Bytes())
	return out.Bytes(), root
}

func TestNotificationGolden(t *testing.T) {
	_, root := writeNotification(t, sampleNotification(t))
	got := root.Dump()
	golden := filepath.Join("testdata", "notification.golden")
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
		t.Errorf("the notification changed; look at the difference, then run: go test ./internal/report -run Golden -update\n%s", difference(string(want), got))
	}
}

// Every unmet criterion stands there with its explanation, and with what is
// planned for it or that nothing is.
func TestNotificationSaysIt(t *testing.T) {
	r := sampleNotification(t)
	_, root := writeNotification(t, r)
	rows := root.All("Table")[1].All("TR")[1:]
	at := 0
	for i, a := range r.Assessment.Answers {
		if a.Verdict != assessment.No {
			continue
		}
		row := words(rows[at].Content())
		at++
		planned := slices.ContainsFunc(r.Measures, func(m assessment.ImprovementAction) bool { return m.Plans(a.Criterion) })
		if !strings.Contains(row, string(r.Catalogue.Criteria[i].Code)) || !strings.Contains(row, words(a.Explanation)) || strings.Contains(row, "Geen maatregel gepland") == planned {
			t.Errorf("%s: %q", a.Criterion, row)
		}
	}
	if at != len(rows) {
		t.Errorf("%d rows for %d unmet criteria", len(rows), at)
	}
	all := words(root.Content())
	for _, want := range []string{
		"2026-CBS-1204", "18 november 2026", "De dienst draait sinds januari.", "Waarom: De koppeling schuift op.", "was “Ja”, nu “Nee”.", "Het besluit is anders.", "Veranderd na het besluit", "1 criterium: SD-G4. Het besluit gaat niet over wat er nu staat.", "Praat met drie ouders: veranderd: de datum, wie het doet.",
		"Tegen 30 juni 2027", "Budget: gemiddeld", "Verantwoordelijk: dienst IT", "begonnen op 3 november 2025", "testverslag.pdf (kenmerk 9f2c9f2c9f2c…)", "https://voorbeeld.example/dienst",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("not said: %s", want)
		}
	}
}

// TestEveryStateOfANotification writes notifications from empty to complete in
// every language, and looks for texts that were left unfilled.
func TestEveryStateOfANotification(t *testing.T) {
	for name, change := range map[string]func(*report.NotificationReport){
		"everything": func(*report.NotificationReport) {},
		"the first, a draft": func(r *report.NotificationReport) {
			r.Version, r.Correction, r.Earlier, r.Measures, r.Submission = 1, nil, nil, nil, ""
			r.Assessment.Cover, r.Assessment.Review, r.Assessment.Evidence = "", assessment.Reviewing{}, nil
		},
		"nothing answered": func(r *report.NotificationReport) {
			for i := range r.Assessment.Answers {
				r.Assessment.Answers[i].Verdict, r.Assessment.Answers[i].Explanation = assessment.Open, ""
			}
		},
		"a version that changes nothing": func(r *report.NotificationReport) { r.Correction = &report.CorrectionReport{} },
		"every part": func(r *report.NotificationReport) {
			r.Correction.Parts = []string{"town", "service", "edition", "cover", "decision", "earlier", "measures", "evidence", "origins", "since"}
			for i := range r.Measures {
				r.Measures[i].Budget = []strategy.Budget{strategy.LowBudget, strategy.ByProject}[i]
			}
		},
	} {
		for _, lang := range locales.Languages() {
			t.Run(name+"/"+lang, func(t *testing.T) {
				r := sampleNotification(t)
				r.Language, r.ContentLanguage = strategy.Language(lang), "nl-BE"
				change(&r)
				_, root := writeNotification(t, r)
				if bad := unfilled.FindString(strings.ReplaceAll(root.Content(), "rapport", "")); bad != "" {
					t.Errorf("%q in the text", bad)
				}
			})
		}
	}
}

func TestIncompleteNotificationsAreRefused(t *testing.T) {
	for name, change := range map[string]func(*report.NotificationReport){
		"no version":                func(r *report.NotificationReport) { r.Version = 0 },
		"no town":                   func(r *report.NotificationReport) { r.Town = "" },
		"an earlier without answer": func(r *report.NotificationReport) { r.Earlier.Assessment.Answers = nil },
	} {
		t.Run(name, func(t *testing.T) {
			r := sampleNotification(t)
			change(&r)
			var out bytes.Buffer
			if _, err := report.WriteNotification(&out, r, locales.In("nl"), made); fault.Of(err) == nil || fault.Of(err).Key != "error.report_inconsistent" || out.Len() != 0 {
				t.Errorf("error %v, %d bytes", err, out.Len())
			}
		})
	}
}
