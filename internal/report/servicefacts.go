package report

import "toetssteen/internal/report/pdf"

// service states the facts, and why the service is significant or not.
func (a *assessment) service(d *pdf.Document) {
	s := a.Service
	d.Heading(1, a.text("report.service.heading"))
	d.Definitions(
		pdf.Definition{Term: a.text("report.service.name"), Value: a.person(s.Name)},
		pdf.Definition{Term: a.text("report.service.audience"), Value: a.known(s.Audience)},
		pdf.Definition{Term: a.text("report.service.development"), Value: a.development()},
		pdf.Definition{Term: a.text("report.service.planned"), Value: a.planned()},
		pdf.Definition{Term: a.text("report.service.budget"), Value: a.known(a.budget())},
		pdf.Definition{Term: a.text("report.service.users"), Value: a.known(a.users())},
		pdf.Definition{Term: a.text("report.service.owner"), Value: a.person(s.OwnerRole)},
	)
	d.KeepTogether(func() {
		d.Heading(2, a.text("report.significance.heading"))
		d.Text(pdf.Run{Text: a.significance(), Bold: true})
		d.Text(pdf.Run{Text: a.consequence()})
		d.Paragraph(pdf.Paragraph{Small: true, Runs: pdf.Text(a.fill("report.significance.rule", a.limits()))})
	})
}

// known gives the text, or says that it is not known.
func (a *assessment) known(text string) []pdf.Run {
	if text == "" {
		return a.missing("report.unknown")
	}
	return pdf.Text(text)
}

func (a *assessment) development() []pdf.Run {
	if a.Service.Development == "" {
		return a.missing("report.unknown")
	}
	return a.plain("report.development." + string(a.Service.Development))
}

func (a *assessment) planned() []pdf.Run {
	if a.Service.Planned == "" {
		return nil // an existing service has no planned start
	}
	return pdf.Text(a.month(a.Service.Planned))
}

func (a *assessment) budget() string {
	if a.Service.BudgetEuro == nil {
		return ""
	}
	return a.money(*a.Service.BudgetEuro)
}

func (a *assessment) users() string {
	if a.Service.Users == nil {
		return ""
	}
	return a.number(*a.Service.Users)
}

func (a *assessment) limits() args {
	s := a.Service.Significance
	return args{
		"Budget": a.budget(), "Users": a.users(),
		"BudgetLimit": a.money(s.BudgetLimitEuro), "UsersLimit": a.number(s.UsersLimit),
	}
}

func (a *assessment) significance() string {
	key := "report.significance.no"
	switch s := a.Service.Significance; {
	case s.ByBudget && s.ByUsers:
		key = "report.significance.both"
	case s.ByBudget:
		key = "report.significance.budget"
	case s.ByUsers:
		key = "report.significance.users"
	case s.Unknown:
		key = "report.significance.unknown"
	}
	return a.fill(key, a.limits())
}

// consequence says whether an assessment is due.
func (a *assessment) consequence() string {
	switch s := a.Service.Significance; {
	case s.Required:
		return a.text("report.significance.required")
	case s.Unknown:
		return a.text("report.significance.to_complete")
	case s.Significant:
		return a.text("report.significance.not_new")
	default:
		return a.text("report.significance.voluntary")
	}
}
