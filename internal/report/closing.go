package report

import (
	"fmt"
	"strings"

	"toetssteen/internal/report/pdf"
)

// closing says how to read the report, and where it comes from.
func (a *assessment) closing(d *pdf.Document) {
	d.Heading(1, a.text("report.closing.heading"))
	d.Heading(2, a.text("report.closing.reading"))
	limit := args{"Limit": a.percent(a.GoodFrom)}
	d.Bullets(
		a.plain("report.closing.answers"),
		a.plain("report.closing.explain"),
		pdf.Text(a.fill("report.closing.score", limit)),
		a.plain("report.closing.equal"),
		a.plain("report.closing.codes"),
		a.plain("report.closing.symbols"),
	)
	d.Heading(2, a.text("report.closing.source"))
	d.Text(pdf.Run{Text: a.fill("report.closing.edition", args{"Edition": a.Edition})})
	d.Text(pdf.Run{Text: a.fill("report.closing.made", args{"Date": a.date(a.made), "Program": program})})
	if a.Submission != "" {
		d.Text(pdf.Run{Text: a.fill("report.closing.submission", args{"Hash": a.Submission})})
	}
	if lost := d.Replaced(); len(lost) > 0 {
		d.Heading(2, a.text("report.closing.lost"))
		d.Text(pdf.Run{Text: a.fill("report.closing.marker", args{"Marker": string(pdf.Marker), "List": a.lost(lost)})})
	}
}

// lostShown is how many characters are named; the caller is told of all.
const lostShown = 20

// lost names characters that could not be shown by their numbers, which is all
// that can be shown of them.
func (a *assessment) lost(list []pdf.Replacement) string {
	var names []string
	for i, r := range list {
		if i == lostShown {
			names = append(names, "…")
			break
		}
		names = append(names, a.texts.Count("report.closing.lost_character", r.Count, args{"Character": fmt.Sprintf("U+%04X", r.Rune)}))
	}
	return strings.Join(names, ", ")
}
