package report

import (
	"fmt"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"toetssteen/internal/report/pdf"
	"toetssteen/internal/strategy"
)

// wording writes texts, numbers and dates in the language of a report.
type wording struct {
	texts   Texts
	numbers *message.Printer
	typed   string // the language of what people typed, "" where it is the document's
}

type args = map[string]any

func newWording(r AssessmentReport, texts Texts) wording {
	w := wording{texts: texts, numbers: message.NewPrinter(language.Make(string(r.Language)))}
	if r.ContentLanguage != "" && r.ContentLanguage != belgian(r.Language) {
		w.typed = r.ContentLanguage
	}
	return w
}

// belgian gives the language tag of a document: the country's variant of the
// languages that are spoken here.
func belgian(lang strategy.Language) string {
	switch lang {
	case strategy.Dutch, strategy.French, strategy.German:
		return string(lang) + "-BE"
	}
	return string(lang)
}

func (w wording) text(key string) string         { return w.texts.Text(key, nil) }
func (w wording) fill(key string, a args) string { return w.texts.Text(key, a) }
func (w wording) count(key string, n int) string { return w.texts.Count(key, n, nil) }
func (w wording) number(n int64) string          { return w.numbers.Sprintf("%d", n) }
func (w wording) money(euro int64) string {
	return w.fill("report.money", args{"Amount": w.number(euro)})
}
func (w wording) percent(n int) string          { return w.fill("report.percent", args{"Percent": n}) }
func (w wording) plain(key string) []pdf.Run    { return pdf.Text(w.text(key)) }
func (w wording) person(typed string) []pdf.Run { return []pdf.Run{{Text: typed, Lang: w.typed}} }
func (w wording) missing(key string) []pdf.Run  { return []pdf.Run{{Text: w.text(key), Italic: true}} }
func (w wording) labelled(key, typed string) []pdf.Run {
	return []pdf.Run{{Text: w.text(key) + " ", Bold: true}, {Text: typed, Lang: w.typed}}
}

func (w wording) date(t time.Time) string {
	return w.fill("report.date", args{"Day": t.Day(), "Month": w.monthName(t.Month()), "Year": t.Year()})
}

// month writes a month such as "2027-03".
func (w wording) month(text string) string {
	t, err := time.Parse("2006-01", text)
	if err != nil {
		return text
	}
	return w.fill("report.month_of_year", args{"Month": w.monthName(t.Month()), "Year": t.Year()})
}

func (w wording) monthName(m time.Month) string {
	return w.text(fmt.Sprintf("report.month.%02d", int(m)))
}
