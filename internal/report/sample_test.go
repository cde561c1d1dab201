package report_test

import (
	"strings"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/report"
	"toetssteen/internal/strategy"
)

var made = time.Date(2026, 11, 23, 14, 3, 0, 0, time.UTC)

// sampleReport is a fictional assessment with all 52 criteria.
func sampleReport(t testing.TB) report.AssessmentReport {
	t.Helper()
	budget, users := int64(650_000), int64(84_000)
	catalogue := strategy.Current()
	r := report.AssessmentReport{
		Language: strategy.Dutch, Fictional: true, Town: "Voorbeeldgem",
		Date: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC), MadeBy: "Dienst onderwijs, dossierbeheerder",
		Submission: "9f2c4b7a1de05c3388a6f4f0c2b19e7755d1a0b6e3c8f29417ab60cd5e8f1234",
		Service: assessment.Service{
			Name: "Controle op de leerplicht", Audience: assessment.Citizens, BudgetEuro: &budget, Users: &users,
			Development: assessment.New, Planned: "2027-03", OwnerRole: "Diensthoofd onderwijs",
		},
		Assessment: assessment.Assessment{Moment: assessment.Before, Edition: catalogue.Edition.Edition},
		Catalogue:  catalogue,
	}
	for _, c := range catalogue.Criteria {
		answer := assessment.Answer{Criterion: c.Code}
		answer.Verdict, answer.Explanation = sampleAnswer(string(c.Code))
		r.Assessment.Answers = append(r.Assessment.Answers, answer)
	}
	// One figure that the answer agrees with, one that it deviates from, one that suggests nothing, and one of a single thing.
	r.Assessment.Measurements = []assessment.Measurement{
		{Indicator: "GC-G1.1", Value: 11, Note: "11 stappen beschreven", Edition: catalogue.Edition.Edition},
		{Indicator: "GC-I4.3", Value: 13.4, Note: "brief-ouders.docx: 312 woorden, 23 zinnen", Edition: catalogue.Edition.Edition},
		{Indicator: "BT-I1.1", Value: 47.5, Edition: catalogue.Edition.Edition},
		{Indicator: "DG-I2.1", Value: 1, Edition: catalogue.Edition.Edition},
		{Indicator: "DH-G4.1", Value: 1, Note: "1 stap beschreven", Edition: catalogue.Edition.Edition},
	}
	return r
}

var sampleExplanations = map[string]string{
	"SD-G4": "De dienst is te vinden via Mijn Burgerprofiel. De koppeling met het Loket voor Lokale Besturen volgt in de tweede fase, samen met de aansluiting op het kruispunt van de gemeente. Tot dan verwijst de gemeentelijke website naar het juiste loket.",
	"SD-I6": "Ouders kunnen nog niemand machtigen. Het mandatensysteem is in ontwikkeling. Wie hulp nodig heeft, komt langs bij de sociale dienst.",
	"GC-I2": "Er is nog geen onderzoek gebeurd met ouders die weinig Nederlands spreken.\n\nWe plannen drie gesprekken in het voorjaar, samen met het onthaalbureau en twee scholen. De resultaten gaan mee in het ontwerp van de brieven.",
	"DH-I5": "De oudercomités zijn gevraagd; verenigingen voor anderstalige ouders nog niet.",
	"DG-I5": "We weten hoeveel gezinnen niet antwoorden op de eerste brief (ongeveer 12 %), maar niet waarom.",
	"BT-G2": "Een overzicht van wie het dossier opende, bestaat enkel intern. De leverancier heeft een offerte gemaakt voor een scherm in Mijn Burgerprofiel: https://voorbeeld.example/offerte/2026/een-heel-lang-adres-zonder-spaties-dat-nergens-mag-breken-behalve-waar-het-moet.",
	"DG-G7": "Er zijn geen gegevens die een ouder elders kan gebruiken.",
	"SD-G2": "De controle is wettelijk verplicht: er valt voor de burger niets te kiezen.",
	"DH-G1": "",
	"DG-G5": "De verwerking steunt op een wet, niet op toestemming.",
	"SD-G1": "Sinds september 2026 ook voor thuisonderwijs.",
}

func sampleAnswer(code string) (assessment.Verdict, string) {
	text := sampleExplanations[code]
	switch code {
	case "SD-G4", "SD-I6", "GC-I2", "DH-I5", "DG-I5", "BT-G2", "DH-G1":
		return assessment.No, text
	case "DG-G7", "SD-G2", "DG-G5":
		return assessment.NotApplicable, text
	case "GC-I1", "GC-I4", "DG-I1":
		return assessment.Open, ""
	case "GC-I3":
		return assessment.No, "De vraag naar tevredenheid staat klaar, maar is nog niet aangezet."
	}
	if strings.HasPrefix(code, "BT-I") {
		return assessment.No, "Dit is nog niet nagekeken met gebruikers. We doen dat in de testweek van februari."
	}
	return assessment.Yes, text
}
