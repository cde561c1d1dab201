package report

import (
	"fmt"
	"io"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/report/pdf"
	"toetssteen/internal/strategy"
)

const program = "Toetssteen"

// WriteAssessment writes the report of an assessment to w as a tagged PDF
// (PDF/UA-1, PDF/A-2a). made is the moment that the file states. It gives the
// characters that the document could not show. A report that is not complete is
// refused with a fault, and nothing is written.
func WriteAssessment(w io.Writer, r AssessmentReport, texts Texts, made time.Time) (replaced []pdf.Replacement, err error) {
	if err := r.check(); err != nil {
		return nil, fmt.Errorf("write assessment report: %w", err)
	}
	p := pages{
		AssessmentReport: r, wording: newWording(r, texts), made: made,
		matrix: assessment.Score(r.Catalogue, r.Assessment.Answers), toldAt: make(map[string]strategy.CriterionCode),
	}
	replaced, err = pdf.Write(w, p.options(), p.build)
	if err != nil {
		return nil, fmt.Errorf("write assessment report: %w", err)
	}
	return replaced, nil
}

// pages is a report on its way into a document.
type pages struct {
	AssessmentReport
	wording
	made   time.Time
	matrix assessment.Matrix
	toldAt map[string]strategy.CriterionCode // findings, each where it is told
}

func (p *pages) cell(principle strategy.PrincipleCode, kind strategy.Kind) assessment.Cell {
	for _, c := range p.matrix {
		if c.Principle == principle && c.Kind == kind {
			return c
		}
	}
	return assessment.Cell{Principle: principle, Kind: kind}
}

func (p *pages) options() pdf.Options {
	o := pdf.Options{
		Title:        p.fill("report.title", args{"Service": p.Service.Name, "Town": p.Town}),
		Lang:         belgian(p.Language),
		Created:      p.made,
		Author:       p.Town,
		Subject:      p.text("report.subject"),
		Producer:     program,
		RunningTitle: p.fill("report.running", args{"Service": p.Service.Name}),
		FootText:     p.fill("report.foot", args{"Town": p.Town, "Date": p.date(p.Date)}),
		PageNumber: func(page, pages int) string {
			return p.fill("report.page", args{"Page": page, "Pages": pages})
		},
	}
	if p.Fictional {
		o.Mark = p.text("report.fictional.mark")
	}
	return o
}

func (p *pages) build(d *pdf.Document) error {
	p.titlePage(d)
	p.summary(d)
	p.service(d)
	if total := p.matrix.Sum(); total.Met < total.Total { // the rest is explained first, on pages of its own
		d.PageBreak()
		p.unmet(d)
		p.notApplicable(d)
		p.open(d)
		d.PageBreak()
	} else {
		p.unmet(d)
	}
	p.criteria(d)
	d.KeepTogether(func() { p.closing(d) })
	return nil
}

func (p *pages) titlePage(d *pdf.Document) {
	facts := []pdf.Definition{
		{Term: p.text("report.fact.moment"), Value: p.plain("report.moment." + string(p.Assessment.Moment))},
		{Term: p.text("report.fact.date"), Value: pdf.Text(p.date(p.Date))},
		{Term: p.text("report.fact.made_by"), Value: p.person(p.MadeBy)},
		{Term: p.text("report.fact.edition"), Value: pdf.Text(p.Assessment.Edition)},
		{Term: p.text("report.fact.submission"), Value: pdf.Text(p.Submission)},
	}
	if p.Assessment.Review.AdoptedOn != "" {
		facts = append(facts, p.adoption(p.Assessment.Review)...)
	}
	page := pdf.TitlePage{Kind: p.text("report.kind"), Title: p.Service.Name, Subtitle: p.Town, Facts: facts}
	if p.Fictional {
		page.Notice = p.plain("report.fictional.notice")
	}
	d.TitlePage(page)
}
