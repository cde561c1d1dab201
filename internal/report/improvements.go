package report

import (
	"io"
	"strings"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/calendar"
	"toetssteen/internal/spreadsheet"
	"toetssteen/internal/strategy"
)

// ImprovementList is everything that the list of improvement actions is made of.
type ImprovementList struct {
	Language  strategy.Language
	Fictional bool
	Town      string
	Actions   []assessment.ImprovementAction // in the order in which they are written
	Services  map[string]string              // names by id
	Editions  []*strategy.Catalogue          // where criteria and aids are looked up, the latest first
}

// WriteImprovements writes the list as a spreadsheet.
func WriteImprovements(w io.Writer, list ImprovementList, texts Texts, now time.Time) error {
	text := func(key string) string { return texts.Text(key, nil) }
	title := text("report.improvements.title")
	sheet := spreadsheet.Sheet{Name: title}
	for _, column := range []struct {
		key   string
		width float64
	}{
		{"title", 44}, {"service", 30}, {"criteria", 36}, {"status", 14}, {"due", 12}, {"overdue", 10}, {"owner", 26}, {"effort", 12},
		{"budget", 24}, {"aid", 30}, {"strategy", 36}, {"plan", 20}, {"note", 50}, {"changed", 14}, {"changed_by", 24}, {"town", 30},
	} {
		sheet.Columns = append(sheet.Columns, spreadsheet.Column{Title: text("report.improvements." + column.key), Width: column.width})
	}
	for _, a := range list.Actions {
		overdue := ""
		if a.Overdue(now) {
			overdue = text("verdict.yes")
		}
		sheet.Rows = append(sheet.Rows, []spreadsheet.Cell{
			spreadsheet.Text(a.Title),
			spreadsheet.Text(list.Services[a.ServiceID]),
			spreadsheet.Text(strings.Join(list.criteria(a), "\n")),
			spreadsheet.Text(text("improvement.status." + string(a.Status))),
			spreadsheet.Date(a.Due),
			spreadsheet.Text(overdue),
			spreadsheet.Text(a.Owner),
			spreadsheet.Text(choice(text, "improvement.effort.", string(a.Effort))),
			spreadsheet.Text(choice(text, "action.budget.", string(a.Budget))),
			spreadsheet.Text(list.aid(a.Aid)),
			spreadsheet.Text(list.strategyAction(a.StrategyAction)),
			spreadsheet.Text(a.Plan),
			spreadsheet.Text(a.Note),
			spreadsheet.Date(a.ChangedAt.In(now.Location()).Format(time.DateOnly)),
			spreadsheet.Text(a.ChangedBy),
			spreadsheet.Text(list.Town),
		})
	}
	return spreadsheet.Write(w, spreadsheet.Book{
		Title: marked(title+" – "+list.Town, list.Fictional, texts), Language: string(list.Language), MadeAt: now, Sheets: []spreadsheet.Sheet{sheet}})
}

// WriteCalendar writes the actions that have a date as a calendar. One that
// was dropped is there as canceled, so that it disappears where it was taken
// in before.
func WriteCalendar(w io.Writer, list ImprovementList, texts Texts, now time.Time) error {
	c := calendar.Calendar{
		Name:     marked(texts.Text("report.improvements.title", nil)+" – "+list.Town, list.Fictional, texts),
		Language: string(list.Language), MadeAt: now,
	}
	for _, a := range list.Actions {
		day, err := time.Parse(time.DateOnly, a.Due)
		if err != nil {
			continue // without a date there is nothing to remember
		}
		title := a.Title
		if a.Status == assessment.Done {
			title = texts.Text("report.improvements.done", map[string]any{"Title": title})
		}
		c.Entries = append(c.Entries, calendar.Entry{
			UID: a.ID + "@toetssteen", Day: day, Title: marked(title, list.Fictional, texts), Description: list.description(a, texts),
			Changed: a.ChangedAt, Canceled: a.Status == assessment.Dropped, Remind: !a.Closed(),
		})
	}
	return calendar.Write(w, c)
}

func (l ImprovementList) description(a assessment.ImprovementAction, texts Texts) string {
	var lines []string
	add := func(key, value string) {
		if value != "" {
			lines = append(lines, texts.Text("report.improvements.line", map[string]any{"Name": texts.Text(key, nil), "Value": value}))
		}
	}
	add("report.improvements.service", l.Services[a.ServiceID])
	add("report.improvements.owner", a.Owner)
	add("report.improvements.status", texts.Text("improvement.status."+string(a.Status), nil))
	add("report.improvements.criteria", strings.Join(l.criteria(a), ", "))
	add("report.improvements.aid", l.aid(a.Aid))
	add("report.improvements.note", a.Note)
	return strings.Join(lines, "\n")
}

// criteria gives the codes with their labels; of a code that no edition has,
// the code alone.
func (l ImprovementList) criteria(a assessment.ImprovementAction) []string {
	var names []string
	for _, code := range a.Criteria {
		name := string(code)
		for _, edition := range l.Editions {
			if criterion, err := edition.Criterion(code); err == nil {
				name += " " + criterion.Label.In(l.Language)
				break
			}
		}
		names = append(names, name)
	}
	return names
}

func (l ImprovementList) aid(id strategy.AidID) string {
	for _, edition := range l.Editions {
		for _, aid := range edition.Aids {
			if aid.ID == id {
				return aid.Name.In(l.Language)
			}
		}
	}
	return string(id)
}

func (l ImprovementList) strategyAction(number int) string {
	for _, edition := range l.Editions {
		for _, action := range edition.Actions {
			if action.Number == number {
				return action.Title.In(l.Language)
			}
		}
	}
	return ""
}

// choice gives the word for a choice, "" where none was made.
func choice(text func(string) string, prefix, value string) string {
	if value == "" {
		return ""
	}
	return text(prefix + value)
}

// marked says of fictional data what they are.
func marked(words string, fictional bool, texts Texts) string {
	if !fictional {
		return words
	}
	return texts.Text("report.fictional.mark", nil) + " – " + words
}
