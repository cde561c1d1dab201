package app

import (
	"context"
	"encoding/base64"
	"unicode/utf16"
	"unicode/utf8"

	"toetssteen/internal/fault"
	"toetssteen/internal/readability"
	"toetssteen/internal/steps"
	"toetssteen/internal/textfile"
)

// TextInput is a text to measure: pasted, or in a file.
type TextInput struct {
	Text string `json:"text"`
	Name string `json:"name"` // of the file, "" for a pasted text
	Data string `json:"data"` // of the file, base64
}

// TextView is what the language instrument found.
type TextView struct {
	Text      string  `json:"text"`    // as far as it is shown
	Clipped   bool    `json:"clipped"` // there is more than is shown
	Words     int     `json:"words"`
	Sentences int     `json:"sentences"`
	Fragments int     `json:"fragments"` // titles, items of lists and choices in menus, which count as no sentences
	Letters   float64 `json:"wordLetters"`
	Syllables float64 `json:"wordSyllables"`
	Foreign   bool    `json:"foreign"` // does not look like Dutch

	SentenceWords float64 `json:"sentenceWords"`
	FleschDouma   float64 `json:"fleschDouma"`
	LongSentences float64 `json:"longSentences"`
	Passive       float64 `json:"passive"`
	Jargon        float64 `json:"jargon"`

	Hits   []HitView `json:"hits"`
	Hidden int       `json:"hidden"` // hits that are counted and not shown
}

// HitView is a finding; its place is in UTF-16 units, as in JavaScript.
type HitView struct {
	Kind  readability.HitKind    `json:"kind"`
	Start int                    `json:"start"`
	End   int                    `json:"end"`
	Words int                    `json:"words"`
	Sort  readability.JargonKind `json:"sort"`  // of jargon
	Plain string                 `json:"plain"` // what to write instead of jargon
}

// shownText is how much of a text is shown with its hits in place, in bytes.
const shownText = 60_000

// MeasureText measures how hard a text is to read. Nothing of it is kept.
func (f *Facade) MeasureText(_ context.Context, in TextInput) (TextView, error) {
	text := in.Text
	if in.Name != "" {
		data, err := base64.StdEncoding.DecodeString(in.Data)
		if err != nil {
			return TextView{}, fault.Wrap(err, fault.Invalid, "error.file_unreadable", fault.Args{"Path": in.Name})
		}
		if text, err = textfile.Text(in.Name, data); err != nil {
			return TextView{}, err
		}
	}
	figures, err := readability.Measure(text)
	if err != nil {
		return TextView{}, err
	}
	return textView(text, figures), nil
}

func textView(text string, f readability.Figures) TextView {
	shown := text[:wholeCharacters(text, shownText)]
	view := TextView{
		Text: shown, Clipped: len(shown) < len(text), Words: f.Words, Sentences: f.Sentences, Fragments: f.Fragments, Letters: f.WordLetters,
		Syllables: f.WordSyllables, Foreign: f.Foreign, SentenceWords: f.SentenceWords, FleschDouma: f.FleschDouma,
		LongSentences: f.LongSentences, Passive: f.Passive, Jargon: f.Jargon, Hits: []HitView{}, Hidden: f.Hidden,
	}
	units, at := 0, 0
	for _, hit := range f.Hits {
		if hit.End > len(shown) {
			view.Hidden++
			continue
		}
		units += unitsIn(text[at:hit.Start]) // hits come by place
		at = hit.Start
		h := HitView{Kind: hit.Kind, Start: units, End: units + unitsIn(text[hit.Start:hit.End]), Words: hit.Words}
		if hit.Jargon != nil {
			h.Sort, h.Plain = hit.Jargon.Kind, hit.Jargon.Plain
		}
		view.Hits = append(view.Hits, h)
	}
	return view
}

// wholeCharacters gives the longest length up to most that cuts no character.
func wholeCharacters(text string, most int) int {
	if len(text) <= most {
		return len(text)
	}
	for !utf8.RuneStart(text[most]) {
		most--
	}
	return most
}

func unitsIn(text string) int {
	n := 0
	for _, r := range text {
		n += utf16.RuneLen(r)
	}
	return n
}

// StepsInput is a process to measure.
type StepsInput struct {
	Steps []steps.Step `json:"steps"`
}

// MeasureSteps measures a process. Nothing of it is kept.
func (f *Facade) MeasureSteps(_ context.Context, in StepsInput) (steps.Figures, error) {
	return steps.Measure(in.Steps)
}
