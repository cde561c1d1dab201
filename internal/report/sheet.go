package report

import (
	"cmp"
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
// verdict, the explanation, the evidence, the figures, the improvement
// actions, and what colleagues marked. It may still be incomplete.
func WriteSheet(out io.Writer, r AssessmentReport, actions []assessment.ImprovementAction, texts Texts, now time.Time) error {
	w := newWording(r, texts)
	text := w.text
	sheet := spreadsheet.Sheet{Name: text("report.sheet.title")}
	for _, column := range []struct {
		key   string
		width float64
	}{
		{"code", 8}, {"principle", 22}, {"kind", 20}, {"criterion", 34}, {"question", 50}, {"answer", 18}, {"explanation", 60},
		{"evidence", 36}, {"measurements", 36}, {"improvements", 40}, {"owner", 24},
		{"judge", 20}, {"control", 24}, {"discuss", 12}, {"assignee", 24}, {"answered_on", 14}, {"answered_by", 24},
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
			spreadsheet.Text(plannedFor(actions, criterion.Code, w)),
			spreadsheet.Text(ownersFor(actions, criterion.Code)),
			spreadsheet.Text(text("report.sheet.judge." + judgeWord(answer.Judge))),
			spreadsheet.Text(answer.Control),
			spreadsheet.Text(discussed(answer, text)),
			spreadsheet.Text(answer.Assignee),
			spreadsheet.Date(answered),
			spreadsheet.Text(answer.SavedBy),
		})
	}
	title := fmt.Sprintf("%s – %s – %s", r.Service.Name, text("moment."+string(r.Assessment.Moment)), r.Town)
	return spreadsheet.Write(out, spreadsheet.Book{
		Title: marked(title, r.Fictional, texts), Language: string(lang), MadeAt: now,
		Sheets: []spreadsheet.Sheet{sheet, about(r, w)},
	})
}

// about is the sheet that says which assessment it is.
func about(r AssessmentReport, w wording) spreadsheet.Sheet {
	text := w.text
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
	review := r.Assessment.Review
	add("report.sheet.stage", spreadsheet.Text(text("report.sheet.stage."+stageWord(review.Stage))))
	if review.AdoptedOn != "" {
		add("report.fact.adopted", spreadsheet.Date(review.AdoptedOn))
		add("report.fact.decision", spreadsheet.Text(review.Decision))
		if changed := review.ChangedSince(r.Assessment.Answers); len(changed) > 0 {
			add("report.fact.since", spreadsheet.Text(w.changedSince(changed)))
		}
	}
	for _, cell := range assessment.Score(r.Catalogue, r.Assessment.Answers) {
		name := principleName(r.Catalogue, cell.Principle, r.Language) + ", " + text("report.kind."+string(cell.Kind))
		sheet.Rows = append(sheet.Rows, []spreadsheet.Cell{spreadsheet.Text(text("report.sheet.score") + ": " + name), spreadsheet.Text(w.score(cell))})
	}
	return sheet
}

func (w wording) score(cell assessment.Cell) string {
	if cell.Counted() == 0 {
		return w.text("report.sheet.score_none")
	}
	return w.fill("report.sheet.score_of", args{"Met": cell.Met, "Counted": cell.Counted(), "Percent": w.percent(cell.Percent())})
}

func stageWord(s assessment.Stage) string { return cmp.Or(string(s), "filling") }

func judgeWord(j assessment.Judge) string { return cmp.Or(string(j), "ourselves") }

func discussed(a assessment.Answer, text func(string) string) string {
	if !a.Discuss {
		return ""
	}
	return text("report.sheet.discuss_yes")
}

// ownersFor names who answers for the actions, each once.
func ownersFor(actions []assessment.ImprovementAction, code strategy.CriterionCode) string {
	var owners []string
	for _, a := range actions {
		if slices.Contains(a.Criteria, code) && a.Owner != "" && !slices.Contains(owners, a.Owner) {
			owners = append(owners, a.Owner)
		}
	}
	return strings.Join(owners, "\n")
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

func plannedFor(actions []assessment.ImprovementAction, code strategy.CriterionCode, w wording) string {
	var lines []string
	for _, a := range actions {
		if slices.Contains(a.Criteria, code) {
			line := a.Title + " (" + w.text("improvement.status."+string(a.Status))
			if due, err := time.Parse(time.DateOnly, a.Due); err == nil {
				line += ", " + w.date(due)
			}
			lines = append(lines, line+")")
		}
	}
	return strings.Join(lines, "\n")
}
