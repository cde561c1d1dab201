package report

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"toetssteen/internal/assessment"
	"toetssteen/internal/report/pdf"
)

// finding is what an instrument left beside a figure: the parts that are told
// on paper. It may come from elsewhere, so whatever does not fit is left out.
type finding struct {
	Instrument string `json:"instrument"`

	Text string    `json:"text"` // that was measured, as far as it is kept
	Hits []textHit `json:"hits"`

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

// found tells what the instruments found, once for each measurement that gave
// several figures.
func (p *pages) found(list []assessment.Supported) [][]pdf.Run {
	var items [][]pdf.Run
	var told []string
	for _, s := range list {
		if len(s.Finding) == 0 || slices.Contains(told, string(s.Finding)) {
			continue
		}
		told = append(told, string(s.Finding))
		var f finding
		if json.Unmarshal(s.Finding, &f) != nil {
			continue // its figure stands in the report all the same
		}
		switch f.Instrument {
		case "text":
			items = append(items, p.foundInText(f)...)
		case "page":
			items = append(items, p.foundInPage(f)...)
		case "steps":
			items = append(items, p.foundInSteps(f)...)
		}
	}
	return items
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
			if word := fmt.Sprintf("“%s” (%s)", strings.ToLower(said), quote(hit.Plain)); !slices.Contains(words, word) {
				words = append(words, word)
			}
		case "long_sentence":
			sentences = append(sentences, p.told("report.finding.long", said))
		}
	}
	var items [][]pdf.Run
	if len(words) > 0 {
		items = append(items, p.told("report.finding.jargon", p.some(words, toldWords)))
	}
	return append(items, sentences[:min(len(sentences), toldSentences)]...)
}

func (p *pages) foundInPage(f finding) [][]pdf.Run {
	var items [][]pdf.Run
	for _, one := range f.Findings[:min(len(f.Findings), toldRules)] {
		what := p.text("report.finding.vague")
		if one.Help != "" {
			what = p.fill("measure.page.fault", args{"Rule": quote(one.Help)})
		}
		if len(one.WCAG) > 0 {
			what += " (WCAG " + quote(one.WCAG[0]) + ")"
		}
		items = append(items, []pdf.Run{{Text: p.texts.Count("report.finding.page", max(one.Count, 0), args{"What": what})}})
	}
	if rest := len(f.Findings) - toldRules; rest > 0 {
		items = append(items, []pdf.Run{{Text: p.count("report.finding.more", rest)}})
	}
	return items
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
		items = append(items, p.told("report.finding.twice", p.some(twice, toldData)))
	}
	if len(known) > 0 {
		items = append(items, p.told("report.finding.known", p.some(known, toldData)))
	}
	return items
}

// told says something of the report's own about words that people wrote.
func (p *pages) told(key, words string) []pdf.Run {
	return []pdf.Run{{Text: p.text(key) + " "}, {Text: words, Lang: p.typed}}
}

// some gives the first of a list, and how many more there are.
func (p *pages) some(list []string, most int) string {
	if len(list) <= most {
		return strings.Join(list, ", ")
	}
	return strings.Join(list[:most], ", ") + " " + p.count("report.finding.more", len(list)-most)
}

// quote gives words in one line, no longer than can be read in a list.
func quote(text string) string {
	characters := []rune(strings.Join(strings.Fields(text), " "))
	if len(characters) > longestQuote {
		return string(characters[:longestQuote]) + "…"
	}
	return string(characters)
}
