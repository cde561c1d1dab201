package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/spreadsheet"
	"toetssteen/internal/strategy"
)

// WriteSheet writes one assessment as a spreadsheet: every criterion with its
// verdict, the explanation, the evidence, the figures and the improvement
// actions. It may still be incomplete.
func WriteSheet(w io.Writer, r AssessmentReport, actions []assessment.ImprovementAction, texts Texts, now time.Time) error {
	text := func(key string) string { return texts.Text(key, nil) }
	sheet := spreadsheet.Sheet{Name: text("report.sheet.title")}
	for _, column := range []struct {
		key   string
		width float64
	}{
		{"code", 8}, {"principle", 22}, {"kind", 20}, {"criterion", 34}, {"question", 50}, {"answer", 18}, {"explanation", 60},
		{"evidence", 36}, {"measurements", 36}, {"improvements", 40}, {"answered_on", 14}, {"answered_by", 24},
	} {
		sheet.Columns = append(sheet.Columns, spreadsheet.Column{Title: text("report.sheet." + column.key), Width: column.width})
	}
	lang := r.Language
	for _, answer := range r.Assessment.Answers {
		criterion, err := r.Catalogue.Criterion(answer.Criterion)
		if err != nil {
			return fmt.Errorf("write assessment as spreadsheet: %w", err)
		}
		answered := ""
		if !answer.SavedAt.IsZero() {
			answered = answer.SavedAt.In(now.Location()).Format(time.DateOnly)
		}
		verdict := string(answer.Verdict)
		if answer.Verdict == assessment.Open {
			verdict = "open"
		}
		sheet.Rows = append(sheet.Rows, []spreadsheet.Cell{
			spreadsheet.Text(string(criterion.Code)),
			spreadsheet.Text(principleName(r.Catalogue, criterion.Principle, lang)),
			spreadsheet.Text(text("report.kind." + string(criterion.Kind))),
			spreadsheet.Text(criterion.Label.In(lang)),
			spreadsheet.Text(criterion.Question.In(lang)),
			spreadsheet.Text(text("report.answer." + verdict)),
			spreadsheet.Text(answer.Explanation),
			spreadsheet.Text(evidenceOf(r.Assessment, criterion.Code)),
			spreadsheet.Text(figuresOf(r, criterion.Code)),
			spreadsheet.Text(plannedFor(actions, criterion.Code, text)),
			spreadsheet.Date(answered),
			spreadsheet.Text(answer.SavedBy),
		})
	}
	title := fmt.Sprintf("%s – %s – %s", r.Service.Name, text("moment."+string(r.Assessment.Moment)), r.Town)
	return spreadsheet.Write(w, spreadsheet.Book{
		Title: marked(title, r.Fictional, texts), Language: string(lang), MadeAt: now,
		Sheets: []spreadsheet.Sheet{sheet, about(r, texts)},
	})
}

// about is the sheet that says which assessment it is.
func about(r AssessmentReport, texts Texts) spreadsheet.Sheet {
	text := func(key string) string { return texts.Text(key, nil) }
	sheet := spreadsheet.Sheet{
		Name:    text("report.sheet.about"),
		Columns: []spreadsheet.Column{{Title: text("report.sheet.fact"), Width: 30}, {Title: text("report.sheet.value"), Width: 60}},
	}
	add := func(key string, cell spreadsheet.Cell) {
		sheet.Rows = append(sheet.Rows, []spreadsheet.Cell{spreadsheet.Text(text(key)), cell})
	}
	add("report.improvements.town", spreadsheet.Text(r.Town))
	if r.Fictional {
		add("report.fictional.mark", spreadsheet.Text(text("report.fictional.notice")))
	}
	add("report.improvements.service", spreadsheet.Text(r.Service.Name))
	add("report.fact.moment", spreadsheet.Text(text("moment."+string(r.Assessment.Moment))))
	add("report.fact.edition", spreadsheet.Text(r.Catalogue.Edition.Edition))
	add("report.fact.date", spreadsheet.Date(r.Date.Format(time.DateOnly)))
	add("report.fact.made_by", spreadsheet.Text(r.MadeBy))
	if r.Submission != "" {
		add("report.fact.submission", spreadsheet.Text(r.Submission))
	}
	return sheet
}

func principleName(c *strategy.Catalogue, code strategy.PrincipleCode, lang strategy.Language) string {
	for _, p := range c.Principles {
		if p.Code == code {
			return p.Name.In(lang)
		}
	}
	return string(code)
}

func evidenceOf(a assessment.Assessment, code strategy.CriterionCode) string {
	var lines []string
	for _, e := range a.Evidence {
		if e.Criterion == code {
			lines = append(lines, strings.TrimSpace(e.Name+" "+e.Link))
		}
	}
	return strings.Join(lines, "\n")
}

func figuresOf(r AssessmentReport, code strategy.CriterionCode) string {
	var lines []string
	for _, m := range r.Assessment.Measurements {
		indicator, err := r.Catalogue.Indicator(m.Indicator)
		if err == nil && indicator.Criterion == code {
			lines = append(lines, fmt.Sprintf("%s: %v", indicator.Label.In(r.Language), m.Value))
		}
	}
	return strings.Join(lines, "\n")
}

func plannedFor(actions []assessment.ImprovementAction, code strategy.CriterionCode, text func(string) string) string {
	var lines []string
	for _, a := range actions {
		if slices.Contains(a.Criteria, code) {
			line := a.Title + " (" + text("improvement.status."+string(a.Status))
			if a.Due != "" {
				line += ", " + a.Due
			}
			lines = append(lines, line+")")
		}
	}
	return strings.Join(lines, "\n")
}
