package strategy

// Language is an ISO 639-1 code.
type Language string

// The languages of the user interface. Dutch is the one in which every text
// exists.
const (
	Dutch   Language = "nl"
	French  Language = "fr"
	German  Language = "de"
	English Language = "en"
)

func (l Language) known() bool {
	switch l {
	case Dutch, French, German, English:
		return true
	}
	return false
}

// Text is a text in one or more languages.
type Text map[Language]string

// In gives the text in a language, or in Dutch where that is missing.
func (t Text) In(lang Language) string {
	if s := t[lang]; s != "" {
		return s
	}
	return t[Dutch]
}
