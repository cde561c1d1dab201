package strategy

import (
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"toetssteen/internal/readability"
)

// maxText is the longest text of a catalogue, in characters.
const maxText = 1000

// name refuses what text refuses.
func (s spot) name(t Text) { s.written(properName, t) }

// text refuses a text that lacks a language, and what would not show as
// written.
func (s spot) text(t Text) { s.written(phrase, t) }

func (s spot) written(kind textKind, t Text) {
	s.r.texts = append(s.r.texts, placedText{s, kind, t})
	for _, lang := range Languages() {
		if strings.TrimSpace(t[lang]) == "" {
			s.at(string(lang)).fail("text_missing", map[string]any{"Language": string(lang)})
		}
	}
	for _, lang := range slices.Sorted(maps.Keys(t)) {
		text, here := t[lang], s.at(string(lang))
		switch {
		case !lang.known():
			here.fail("language_unknown", map[string]any{"Language": string(lang)})
		case strings.TrimSpace(text) == "":
			// told above
		case !utf8.ValidString(text) || strings.ContainsFunc(text, hidden):
			here.fail("text_hidden", nil)
		case text != strings.TrimSpace(text) || strings.Contains(text, "  "):
			here.fail("text_spaces", nil)
		case utf8.RuneCountInString(text) > maxText:
			here.fail("text_too_long", map[string]any{"Max": maxText})
		}
	}
}

// maxSentence is the most words that the sentences of a Dutch text may have on
// average: more is above language level B1.
const maxSentence = 15

// prose refuses what text refuses, and a Dutch text that is hard to read.
func (s spot) prose(t Text) {
	s.written(prose, t)
	lengths := readability.SentenceWords(t[Dutch])
	words := 0
	for _, n := range lengths {
		words += n
	}
	if words > maxSentence*len(lengths) {
		s.at(string(Dutch)).fail("sentences_long", map[string]any{"Average": (words + len(lengths)/2) / len(lengths), "Max": maxSentence})
	}
}

// optionalText refuses a text that is there and not as it should be.
func (s spot) optionalText(t Text) {
	if t != nil {
		s.prose(t)
	}
}

// hidden tells whether a character is invisible or could reorder a line: text
// from outside should read as it is.
func hidden(r rune) bool {
	return r == utf8.RuneError || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

func (s spot) date(value string) {
	s.failUnless(isDate(value), "date_malformed", value)
}

func isDate(value string) bool {
	_, err := time.Parse(time.DateOnly, value)
	return err == nil
}
