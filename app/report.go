package app

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/report"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
	"toetssteen/locales"
)

// ReportInput says what to report on.
type ReportInput struct {
	AssessmentID string `json:"assessmentId"`
}

// MakeReport writes the report of an assessment as PDF into the data folder
// and shows it.
func (f *Facade) MakeReport(ctx context.Context, in ReportInput) (FileView, error) {
	file, err := f.WriteReport(ctx, in.AssessmentID, "")
	if err != nil {
		return file, err
	}
	file.URL, err = f.config.Show(file.Path)
	return file, err
}

// WriteReport writes the report to a path, or into the folder of reports for
// "". A report that cannot be written leaves an earlier one as it was.
func (f *Facade) WriteReport(ctx context.Context, assessmentID, path string) (FileView, error) {
	model, err := f.assessmentReport(ctx, assessmentID)
	if err != nil {
		return FileView{}, err
	}
	if path == "" {
		path = filepath.Join(f.store.Folder(), "reports", reportName(model))
	}
	var pdf bytes.Buffer
	replaced, err := report.WriteAssessment(&pdf, model, f.Texts(ctx), f.now())
	if err != nil {
		return FileView{}, err
	}
	if err := WriteFile(path, pdf.Bytes()); err != nil {
		return FileView{}, err
	}
	file := FileView{FileName: filepath.Base(path), Path: path, Replaced: []string{}}
	for _, r := range replaced {
		file.Replaced = append(file.Replaced, string(r.Rune))
	}
	return file, nil
}

func (f *Facade) assessmentReport(ctx context.Context, assessmentID string) (report.AssessmentReport, error) {
	var model report.AssessmentReport
	town, err := f.store.Town(ctx)
	if err != nil {
		return model, err
	}
	a, err := f.complete(ctx, assessmentID)
	if err != nil {
		return model, err
	}
	service, err := f.store.Service(ctx, a.ServiceID)
	if err != nil {
		return model, err
	}
	latest, err := f.latestSubmissions(ctx)
	if err != nil {
		return model, err
	}
	name, err := townName(town)
	if err != nil {
		return model, err
	}
	texts := f.Texts(ctx)
	lang := strategy.Language(texts.Language())
	date := assessment.LastSaved(a.Answers)
	if date.IsZero() {
		date = a.StartedAt
	}
	return report.AssessmentReport{
		Language: texts.Language(), ContentLanguage: locales.Default, Fictional: town.Fictional,
		Town: name, Service: reportService(service, texts.Text), Moment: report.Moment(a.Moment), Date: date.In(time.Local),
		MadeBy: f.role(ctx), Edition: a.Edition, Submission: latest[a.ID].Number,
		Principles: reportPrinciples(f.catalogue, lang), Criteria: reportCriteria(f.catalogue, a.Answers, lang),
		Matrix: reportMatrix(assessment.Score(f.catalogue, a.Answers)), Totals: reportTotals(a.Answers), GoodFrom: assessment.GoodPercent,
	}, nil
}

func townName(town sqlite.Town) (string, error) {
	view := townView(town)
	if view == nil {
		return "", fault.New(fault.Conflict, "error.town_missing", nil)
	}
	return view.Name, nil
}

func reportService(s assessment.Service, text func(string, map[string]any) string) report.Service {
	test := s.Significance()
	audience := ""
	if s.Audience != "" {
		audience = text("audience."+string(s.Audience), nil)
	}
	return report.Service{
		Name: s.Name, Audience: audience, BudgetEuro: s.BudgetEuro, Users: s.Users,
		Development: report.Development(s.Development), Planned: s.Planned, OwnerRole: s.OwnerRole,
		Significance: report.Significance{
			Significant: test.Significant, ByBudget: test.ByBudget, ByUsers: test.ByUsers, Unknown: test.Unknown,
			Required: test.Required, BudgetLimitEuro: assessment.BudgetLimitEuro, UsersLimit: assessment.UsersLimit,
		},
	}
}

func reportPrinciples(catalogue *strategy.Catalogue, lang strategy.Language) []report.Principle {
	var principles []report.Principle
	for _, p := range catalogue.Principles {
		principles = append(principles, report.Principle{Code: string(p.Code), Name: p.Name.In(lang)})
	}
	return principles
}

func reportCriteria(catalogue *strategy.Catalogue, answers []assessment.Answer, lang strategy.Language) []report.Criterion {
	var criteria []report.Criterion
	for i, c := range catalogue.Criteria {
		criteria = append(criteria, report.Criterion{
			Code: string(c.Code), Principle: string(c.Principle), Kind: report.Kind(c.Kind),
			Label: c.Label.In(lang), Question: c.Question.In(lang),
			Verdict: report.Verdict(answers[i].Verdict), Explanation: answers[i].Explanation,
		})
	}
	return criteria
}

func reportMatrix(matrix assessment.Matrix) []report.Cell {
	var cells []report.Cell
	for _, c := range matrix {
		cells = append(cells, report.Cell{
			Principle: string(c.Principle), Kind: report.Kind(c.Kind), Met: c.Met, Counted: c.Counted(),
			NotApplicable: c.NotApplicable, Open: c.Open, Percent: c.Percent(), State: report.State(c.State()),
		})
	}
	return cells
}

func reportTotals(answers []assessment.Answer) report.Totals {
	var totals report.Totals
	for _, a := range answers {
		switch a.Verdict {
		case assessment.Yes:
			totals.Met++
		case assessment.No:
			totals.Unmet++
		case assessment.NotApplicable:
			totals.NotApplicable++
		default:
			totals.Open++
		}
	}
	return totals
}

var unfit = regexp.MustCompile(`[^\p{L}\p{N}]+`)

// reportName makes a file name that every system takes.
func reportName(r report.AssessmentReport) string {
	const longest = 60 // characters of the service's name
	name := []rune(strings.Trim(unfit.ReplaceAllString(r.Service.Name, "-"), "-"))
	return fmt.Sprintf("%s-%s-%s.pdf", string(name[:min(len(name), longest)]), r.Moment, r.Date.Format(time.DateOnly))
}
