package report

import (
	"fmt"
	"io"
	"time"

	"toetssteen/internal/report/pdf"
)

const program = "Toetssteen"

// WriteAssessment writes the report of an assessment to w as a tagged PDF
// (PDF/UA-1, PDF/A-2a). made is the moment that the file states. It gives the
// characters that the document could not show. A report that contradicts
// itself is refused with a fault, and nothing is written.
func WriteAssessment(w io.Writer, r AssessmentReport, texts Texts, made time.Time) (replaced []pdf.Replacement, err error) {
	if err := r.check(); err != nil {
		return nil, fmt.Errorf("write assessment report: %w", err)
	}
	a := assessment{AssessmentReport: r, wording: newWording(r, texts), made: made}
	replaced, err = pdf.Write(w, a.options(), a.build)
	if err != nil {
		return nil, fmt.Errorf("write assessment report: %w", err)
	}
	return replaced, nil
}

// assessment is a report on its way into a document.
type assessment struct {
	AssessmentReport
	wording
	made time.Time
}

func (a *assessment) options() pdf.Options {
	o := pdf.Options{
		Title:        a.fill("report.title", args{"Service": a.Service.Name, "Town": a.Town}),
		Lang:         belgian(a.Language),
		Created:      a.made,
		Author:       a.Town,
		Subject:      a.text("report.subject"),
		Producer:     program,
		RunningTitle: a.fill("report.running", args{"Service": a.Service.Name}),
		FootText:     a.fill("report.foot", args{"Town": a.Town, "Date": a.date(a.Date)}),
		PageNumber: func(page, pages int) string {
			return a.fill("report.page", args{"Page": page, "Pages": pages})
		},
	}
	if a.Fictional {
		o.Mark = a.text("report.fictional.mark")
	}
	return o
}

func (a *assessment) build(d *pdf.Document) error {
	a.titlePage(d)
	a.summary(d)
	a.service(d)
	if a.Totals.Met < a.Totals.all() { // the rest is explained first, on pages of its own
		d.PageBreak()
		a.unmet(d)
		a.notApplicable(d)
		a.open(d)
		d.PageBreak()
	} else {
		a.unmet(d)
	}
	a.criteria(d)
	d.KeepTogether(func() { a.closing(d) })
	return nil
}

func (a *assessment) titlePage(d *pdf.Document) {
	facts := []pdf.Definition{
		{Term: a.text("report.fact.moment"), Value: a.plain("report.moment." + string(a.Moment))},
		{Term: a.text("report.fact.date"), Value: pdf.Text(a.date(a.Date))},
		{Term: a.text("report.fact.made_by"), Value: a.person(a.MadeBy)},
		{Term: a.text("report.fact.edition"), Value: pdf.Text(a.Edition)},
		{Term: a.text("report.fact.submission"), Value: pdf.Text(a.Submission)},
	}
	page := pdf.TitlePage{Kind: a.text("report.kind"), Title: a.Service.Name, Subtitle: a.Town, Facts: facts}
	if a.Fictional {
		page.Notice = a.plain("report.fictional.notice")
	}
	d.TitlePage(page)
}
