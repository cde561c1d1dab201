package report

import (
	"toetssteen/internal/assessment"
	"toetssteen/internal/report/pdf"
)

// shortHash is how much of a hash a person compares.
const shortHash = 12

// attached adds what else was recorded about an answer: who can tell, doubt,
// whom it is assigned to, and the evidence.
func (p *pages) attached(d *pdf.Document, a answered) {
	if marks := p.marks(a.Answer); len(marks) > 0 {
		d.Bullets(marks...)
	}
	var items [][]pdf.Run
	for _, e := range p.Assessment.EvidenceOf(a.Code) {
		items = append(items, p.evidence(e))
	}
	if len(items) > 0 {
		d.Paragraph(pdf.Paragraph{Tight: true, Bind: true, Runs: []pdf.Run{{Text: p.text("report.evidence"), Bold: true}}})
		d.Bullets(items...)
	}
}

func (p *pages) marks(a assessment.Answer) [][]pdf.Run {
	var items [][]pdf.Run
	switch {
	case a.Judge == assessment.Users:
		items = append(items, p.plain("report.marks.users"))
	case a.Judge == assessment.Outside && a.Control != "":
		items = append(items, p.labelled("report.marks.outside_of", a.Control))
	case a.Judge == assessment.Outside:
		items = append(items, p.plain("report.marks.outside"))
	}
	if a.Discuss {
		items = append(items, p.plain("report.marks.discuss"))
	}
	if a.Assignee != "" {
		items = append(items, p.labelled("report.marks.assignee", a.Assignee))
	}
	return items
}

func (p *pages) evidence(e assessment.Evidence) []pdf.Run {
	if e.IsLink() {
		if e.Name == "" {
			return pdf.Text(e.Link)
		}
		return []pdf.Run{{Text: e.Name, Lang: p.typed}, {Text: " – " + e.Link}}
	}
	return []pdf.Run{{Text: e.Name, Lang: p.typed}, {Text: " – " + p.fill("report.evidence.file", args{
		"Size": p.size(e.Size), "Hash": e.Hash[:min(len(e.Hash), shortHash)],
	})}}
}

// size writes a number of bytes, rounded up: no file takes nothing.
func (p *pages) size(bytes int64) string {
	const kilo, mega = 1 << 10, 1 << 20
	if bytes < mega {
		return p.fill("report.evidence.kilobytes", args{"Number": p.number((bytes + kilo - 1) / kilo)})
	}
	return p.fill("report.evidence.megabytes", args{"Number": p.decimal(float64((bytes*10+mega-1)/mega) / 10)})
}
