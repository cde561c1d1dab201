package report_test

import (
	_ "embed"
	"strings"
	"testing"
	"time"

	"toetssteen/internal/report"
)

//go:embed testdata/criteria.tsv
var criteriaTable string

var made = time.Date(2026, 11, 23, 14, 3, 0, 0, time.UTC)

var principles = []report.Principle{
	{Code: "SD", Name: "Standaard digitaal"}, {Code: "GC", Name: "Gebruiker centraal"},
	{Code: "DH", Name: "Digitaal herdacht"}, {Code: "DG", Name: "Datagedreven"}, {Code: "BT", Name: "Betrouwbaar"},
}

// sampleReport is a fictional assessment with all 52 criteria.
func sampleReport(t testing.TB) report.AssessmentReport {
	t.Helper()
	budget, users := int64(650_000), int64(84_000)
	r := report.AssessmentReport{
		Language: "nl", Fictional: true, Town: "Voorbeeldgem", Moment: report.Before,
		Date: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC), MadeBy: "Dienst onderwijs, dossierbeheerder",
		Edition: "2026.1", Submission: "9f2c4b7a1de05c3388a6f4f0c2b19e7755d1a0b6e3c8f29417ab60cd5e8f1234",
		Principles: principles, GoodFrom: 80,
		Service: report.Service{
			Name: "Controle op de leerplicht", Audience: "Burgers", BudgetEuro: &budget, Users: &users,
			Development: report.New, Planned: "2027-03", OwnerRole: "Diensthoofd onderwijs",
			Significance: report.Significance{Significant: true, ByBudget: true, Required: true, BudgetLimitEuro: 500_000, UsersLimit: 100_000},
		},
	}
	for _, row := range strings.Split(strings.TrimSpace(criteriaTable), "\n") {
		fields := strings.Split(row, "\t")
		c := report.Criterion{Code: fields[0], Principle: fields[0][:2], Kind: report.User, Label: fields[1], Question: fields[2]}
		if fields[0][3] == 'I' {
			c.Kind = report.Inclusion
		}
		c.Verdict, c.Explanation = sampleAnswer(c.Code)
		r.Criteria = append(r.Criteria, c)
	}
	score(&r)
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

func sampleAnswer(code string) (report.Verdict, string) {
	text := sampleExplanations[code]
	switch code {
	case "SD-G4", "SD-I6", "GC-I2", "DH-I5", "DG-I5", "BT-G2", "DH-G1":
		return report.No, text
	case "DG-G7", "SD-G2", "DG-G5":
		return report.NotApplicable, text
	case "GC-I1", "GC-I4", "DG-I1":
		return report.Open, ""
	case "GC-I3":
		return report.No, "De vraag naar tevredenheid staat klaar, maar is nog niet aangezet."
	}
	if strings.HasPrefix(code, "BT-I") {
		return report.No, "Dit is nog niet nagekeken met gebruikers. We doen dat in de testweek van februari."
	}
	return report.Yes, text
}

// score does what the caller of the package does: count, and judge.
func score(r *report.AssessmentReport) {
	r.Matrix, r.Totals = nil, report.Totals{}
	for _, p := range r.Principles {
		for _, k := range []report.Kind{report.User, report.Inclusion} {
			cell := report.Cell{Principle: p.Code, Kind: k}
			for _, c := range r.Criteria {
				if c.Principle != p.Code || c.Kind != k {
					continue
				}
				switch c.Verdict {
				case report.Yes:
					cell.Met++
					cell.Counted++
					r.Totals.Met++
				case report.No:
					cell.Counted++
					r.Totals.Unmet++
				case report.NotApplicable:
					cell.NotApplicable++
					r.Totals.NotApplicable++
				case report.Open:
					cell.Open++
					r.Totals.Open++
				}
			}
			switch {
			case cell.Counted == 0 && cell.Open > 0:
				cell.State = report.StillOpen
			case cell.Counted == 0:
				cell.State = report.NothingSet
			default:
				cell.Percent = 100 * cell.Met / cell.Counted
				switch {
				case cell.Met == 0:
					cell.State = report.None
				case cell.Percent >= r.GoodFrom:
					cell.State = report.Good
				default:
					cell.State = report.Partial
				}
			}
			r.Matrix = append(r.Matrix, cell)
		}
	}
}
