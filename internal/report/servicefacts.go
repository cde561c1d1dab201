package report

import (
	"toetssteen/internal/assessment"
	"toetssteen/internal/report/pdf"
	"toetssteen/internal/strategy"
)

// service states the facts, and why the service is significant or not.
func (p *pages) service(d *pdf.Document) {
	s := p.Service
	if s.Kind == assessment.AsAid {
		p.aid(d)
		return
	}
	d.Heading(1, p.text("report.service.heading"))
	d.Definitions(
		pdf.Definition{Term: p.text("report.service.name"), Value: p.person(s.Name)},
		pdf.Definition{Term: p.text("report.service.audience"), Value: p.known(p.audience())},
		pdf.Definition{Term: p.text("report.service.development"), Value: p.development()},
		pdf.Definition{Term: p.text("report.service.planned"), Value: p.planned()},
		pdf.Definition{Term: p.text("report.service.budget"), Value: p.known(p.budget())},
		pdf.Definition{Term: p.text("report.service.users"), Value: p.known(p.users())},
		pdf.Definition{Term: p.text("report.service.owner"), Value: p.person(s.OwnerRole)},
	)
	d.KeepTogether(func() {
		d.Heading(2, p.text("report.significance.heading"))
		d.Text(pdf.Run{Text: p.significance(), Bold: true})
		d.Text(pdf.Run{Text: p.consequence()})
		d.Paragraph(pdf.Paragraph{Small: true, Runs: pdf.Text(p.fill("report.significance.rule", p.limits()))})
	})
}

// aid states the facts of an aid. Nobody has to assess it, so that there is
// no test of its significance.
func (p *pages) aid(d *pdf.Document) {
	s := p.Service
	d.Heading(1, p.text("report.aid.heading"))
	facts := []pdf.Definition{
		{Term: p.text("report.service.name"), Value: p.person(s.Name)},
		{Term: p.text("report.aid.kind"), Value: p.plain("report.aid.is")},
	}
	if name := p.catalogueAid(s.Aid); name != "" {
		facts = append(facts, pdf.Definition{Term: p.text("report.aid.catalogue"), Value: pdf.Text(name)})
	}
	d.Definitions(append(facts,
		pdf.Definition{Term: p.text("report.aid.opens_up"), Value: p.known(p.opensUp())},
		pdf.Definition{Term: p.text("report.service.audience"), Value: p.known(p.audience())},
		pdf.Definition{Term: p.text("report.service.planned"), Value: p.planned()},
		pdf.Definition{Term: p.text("report.service.owner"), Value: p.person(s.OwnerRole)},
	)...)
	d.Paragraph(pdf.Paragraph{Small: true, Runs: p.plain("report.aid.duty")})
}

// catalogueAid names an aid as the edition does, "" where it is not in it.
func (p *pages) catalogueAid(id strategy.AidID) string {
	for _, aid := range p.Catalogue.Aids {
		if aid.ID == id {
			return aid.Name.In(p.Language)
		}
	}
	return ""
}

func (p *pages) opensUp() string {
	if p.Service.OpensUp == nil {
		return ""
	}
	return p.number(*p.Service.OpensUp)
}

// known gives the text, or says that it is not known.
func (p *pages) known(text string) []pdf.Run {
	if text == "" {
		return p.missing("report.unknown")
	}
	return pdf.Text(text)
}

func (p *pages) audience() string {
	if p.Service.Audience == "" {
		return ""
	}
	return p.text("audience." + string(p.Service.Audience))
}

func (p *pages) development() []pdf.Run {
	if p.Service.Development == "" {
		return p.missing("report.unknown")
	}
	return p.plain("report.development." + string(p.Service.Development))
}

func (p *pages) planned() []pdf.Run {
	if p.Service.Planned == "" {
		return nil // an existing service has no planned start
	}
	return pdf.Text(p.month(p.Service.Planned))
}

func (p *pages) budget() string {
	if p.Service.BudgetEuro == nil {
		return ""
	}
	return p.money(*p.Service.BudgetEuro)
}

func (p *pages) users() string {
	if p.Service.Users == nil {
		return ""
	}
	return p.number(*p.Service.Users)
}

func (p *pages) limits() args {
	return args{
		"Budget": p.budget(), "Users": p.users(),
		"BudgetLimit": p.money(assessment.BudgetLimitEuro), "UsersLimit": p.number(assessment.UsersLimit),
	}
}

func (p *pages) significance() string {
	key := "report.significance.no"
	switch s := p.Service.Significance(); {
	case s.ByBudget && s.ByUsers:
		key = "report.significance.both"
	case s.ByBudget:
		key = "report.significance.budget"
	case s.ByUsers:
		key = "report.significance.users"
	case s.Unknown:
		key = "report.significance.unknown"
	}
	return p.fill(key, p.limits())
}

// consequence says whether an assessment is due.
func (p *pages) consequence() string {
	switch s := p.Service.Significance(); {
	case s.Required:
		return p.text("report.significance.required")
	case s.Unknown:
		return p.text("report.significance.to_complete")
	case s.Significant:
		return p.text("report.significance.not_new")
	default:
		return p.text("report.significance.voluntary")
	}
}
