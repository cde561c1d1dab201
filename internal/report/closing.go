package report

import (
	"fmt"
	"strings"

	"toetssteen/internal/assessment"
	"toetssteen/internal/report/pdf"
)

// closing says how to read the report, and where it comes from.
func (p *pages) closing(d *pdf.Document) {
	d.Heading(1, p.text("report.closing.heading"))
	d.Heading(2, p.text("report.closing.reading"))
	limit := args{"Limit": p.percent(assessment.GoodPercent)}
	d.Bullets(
		p.plain("report.closing.answers"),
		p.plain("report.closing.explain"),
		pdf.Text(p.fill("report.closing.score", limit)),
		p.plain("report.closing.equal"),
		p.plain("report.closing.codes"),
		p.plain("report.closing.symbols"),
	)
	d.Heading(2, p.text("report.closing.source"))
	d.Text(pdf.Run{Text: p.fill("report.closing.edition", args{"Edition": p.Assessment.Edition})})
	d.Text(pdf.Run{Text: p.fill("report.closing.made", args{"Date": p.date(p.made), "Program": program})})
	if p.Submission != "" {
		d.Text(pdf.Run{Text: p.fill("report.closing.submission", args{"Hash": p.Submission})})
	}
	if lost := d.Replaced(); len(lost) > 0 {
		d.Heading(2, p.text("report.closing.lost"))
		d.Text(pdf.Run{Text: p.fill("report.closing.marker", args{"Marker": string(pdf.Marker), "List": p.lost(lost)})})
	}
}

// lostShown is how many characters are named; the caller is told of all.
const lostShown = 20

// lost names characters that could not be shown by their numbers, which is all
// that can be shown of them.
func (p *pages) lost(list []pdf.Replacement) string {
	var names []string
	for i, r := range list {
		if i == lostShown {
			names = append(names, "…")
			break
		}
		names = append(names, p.texts.Count("report.closing.lost_character", r.Count, args{"Character": fmt.Sprintf("U+%04X", r.Rune)}))
	}
	return strings.Join(names, ", ")
}
