package strategy

import "slices"

// Language is an ISO 639-1 code.
type Language string

// The languages of the user interface. Every text exists in each.
const (
	Dutch   Language = "nl"
	French  Language = "fr"
	German  Language = "de"
	English Language = "en"
)

// Languages gives the languages, the strategy's own first.
func Languages() []Language { return []Language{Dutch, French, German, English} }

func (l Language) known() bool { return slices.Contains(Languages(), l) }

// Text is a text in one or more languages.
type Text map[Language]string

// In gives the text in a language, or in Dutch where that is missing.
func (t Text) In(lang Language) string {
	if s := t[lang]; s != "" {
		return s
	}
	return t[Dutch]
}
