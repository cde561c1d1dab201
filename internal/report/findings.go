package report

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/language"

	"toetssteen/internal/assessment"
	"toetssteen/internal/report/pdf"
)

// finding is what an instrument left beside a figure: the parts that are told
// on paper. It may come from elsewhere, so whatever does not fit is left out.
type finding struct {
	Instrument string `json:"instrument"`

	Text string    `json:"text"` // that was measured, as far as it is kept
	Hits []textHit `json:"hits"`

	Language string     `json:"language"` // of the help of a page's findings
	Findings []struct { // of a page
		Rule  string   `json:"rule"`
		WCAG  []string `json:"wcag"`
		Help  string   `json:"help"`
		Count int      `json:"count"`
	} `json:"findings"`

	Figures struct { // of a process
		AskedTwice []struct {
			Data string `json:"data"`
		} `json:"askedTwice"`
		Known []struct {
			Data   string `json:"data"`
			Source string `json:"source"`
		} `json:"known"`
	} `json:"figures"`
}

// textHit is a stretch of a text, in UTF-16 units as in JavaScript.
type textHit struct {
	Kind  string `json:"kind"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Plain string `json:"plain"`
}

// What of a finding is told.
const (
	toldWords     = 8
	toldSentences = 2
	toldRules     = 8
	toldData      = 10
	longestQuote  = 160 // characters
)

// found tells what the instruments found. One measurement can stand at several
// indicators and criteria: it is told once, and referred to from the others.
func (p *pages) found(list []assessment.Supported) [][]pdf.Run {
	var items [][]pdf.Run
	for _, s := range list {
		if len(s.Finding) == 0 {
			continue
		}
		if at, told := p.toldAt[string(s.Finding)]; told {
			see := []pdf.Run{{Text: p.fill("report.finding.see", args{"Criterion": at})}}
			if at != s.Indicator.Criterion && !slices.ContainsFunc(items, func(item []pdf.Run) bool { return slices.Equal(item, see) }) {
				items = append(items, see)
			}
			continue
		}
		if what := p.foundBy(s.Finding); len(what) > 0 {
			p.toldAt[string(s.Finding)] = s.Indicator.Criterion
			items = append(items, what...)
		}
	}
	return items
}

func (p *pages) foundBy(data json.RawMessage) [][]pdf.Run {
	var f finding
	if json.Unmarshal(data, &f) != nil {
		return nil // its figure stands in the report all the same
	}
	switch f.Instrument {
	case "text":
		return p.foundInText(f)
	case "page":
		return p.foundInPage(f)
	case "steps":
		return p.foundInSteps(f)
	}
	return nil
}

func (p *pages) foundInText(f finding) [][]pdf.Run {
	text := utf16.Encode([]rune(f.Text))
	var words []string
	var sentences [][]pdf.Run
	for _, hit := range f.Hits {
		if hit.Start < 0 || hit.End > len(text) || hit.Start >= hit.End {
			continue
		}
		said := quote(string(utf16.Decode(text[hit.Start:hit.End])))
		switch hit.Kind {
		case "jargon":
			if word := p.fill("report.finding.word", args{"Word": strings.ToLower(said), "Plain": quote(hit.Plain)}); !slices.Contains(words, word) {
				words = append(words, word)
			}
		case "long_sentence":
			sentences = append(sentences, p.told("report.finding.long", 1, said))
		}
	}
	var items [][]pdf.Run
	if len(words) > 0 {
		items = append(items, p.told("report.finding.jargon", toldWords, words...))
	}
	if rest := len(sentences) - toldSentences; rest > 0 {
		sentences = append(sentences[:toldSentences], []pdf.Run{{Text: p.count("report.finding.more", rest)}})
	}
	return append(items, sentences...)
}

// foundInPage tells the findings of a page. The names of the rules stand in the
// language of whoever measured.
func (p *pages) foundInPage(f finding) [][]pdf.Run {
	own := f.Language == "" || f.Language == string(p.Language)
	var items [][]pdf.Run
	for _, one := range f.Findings[:min(len(f.Findings), toldRules)] {
		what := pdf.Run{Text: quote(one.Help)}
		switch {
		case one.Help == "":
			what.Text = p.text("report.finding.vague")
		case own:
			what.Text = p.fill("measure.page.fault", args{"Rule": what.Text})
		default:
			what.Lang = bcp47(f.Language)
		}
		where := ""
		if len(one.WCAG) > 0 {
			where = " (WCAG " + quote(one.WCAG[0]) + ")"
		}
		items = append(items, []pdf.Run{what, {Text: where + p.text("punctuation.colon") + " " + p.count("report.finding.elements", max(one.Count, 0))}})
	}
	if rest := len(f.Findings) - toldRules; rest > 0 {
		items = append(items, []pdf.Run{{Text: p.count("report.finding.more", rest)}})
	}
	return items
}

// bcp47 gives a language that a finding names, "" for what is none.
func bcp47(name string) string {
	if tag, err := language.Parse(name); err == nil {
		return tag.String()
	}
	return ""
}

func (p *pages) foundInSteps(f finding) [][]pdf.Run {
	var twice, known []string
	for _, one := range f.Figures.AskedTwice {
		twice = append(twice, quote(one.Data))
	}
	for _, one := range f.Figures.Known {
		known = append(known, quote(one.Data)+" ("+quote(one.Source)+")")
	}
	var items [][]pdf.Run
	if len(twice) > 0 {
		items = append(items, p.told("report.finding.twice", toldData, twice...))
	}
	if len(known) > 0 {
		items = append(items, p.told("report.finding.known", toldData, known...))
	}
	return items
}

// told says something of the report's own about the first of what people wrote,
// and how many more there are.
func (p *pages) told(key string, most int, list ...string) []pdf.Run {
	runs := []pdf.Run{{Text: p.text(key) + " "}, {Text: strings.Join(list[:min(len(list), most)], ", "), Lang: p.typed}}
	if rest := len(list) - most; rest > 0 {
		runs = append(runs, pdf.Run{Text: " " + p.count("report.finding.more", rest)})
	}
	return runs
}

// quote gives words in one line, no longer than can be read in a list.
func quote(text string) string {
	characters := []rune(strings.Join(strings.Fields(text), " "))
	if len(characters) > longestQuote {
		return string(characters[:longestQuote]) + "…"
	}
	return string(characters)
}
