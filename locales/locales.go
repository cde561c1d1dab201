// Package locales holds every text that a user sees, in the formats of
// go-i18n: one folder per language, one file per area. The window imports the
// same files.
package locales

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"toetssteen/internal/fault"
)

//go:embed */*.json
var files embed.FS

// Default is the language of the strategy, for whoever has not chosen.
const Default = "nl"

// Languages lists what there are texts in, by ISO 639-1 code.
func Languages() []string {
	folders, err := fs.ReadDir(files, ".")
	if err != nil {
		panic(err) // embedded
	}
	var codes []string
	for _, folder := range folders {
		codes = append(codes, folder.Name())
	}
	return codes
}

var bundle = sync.OnceValue(func() *i18n.Bundle {
	b := i18n.NewBundle(language.MustParse(Default))
	b.RegisterUnmarshalFunc("json", json.Unmarshal)
	for _, lang := range Languages() {
		names, err := fs.Glob(files, lang+"/*.json")
		if err != nil {
			panic(err) // the pattern is sound
		}
		for _, name := range names {
			data, err := files.ReadFile(name)
			if err != nil {
				panic(err) // embedded
			}
			// go-i18n reads the language from the file's name.
			if _, err := b.ParseMessageFileBytes(data, lang+path.Ext(name)); err != nil {
				panic(fmt.Sprintf("read %s: %v", name, err)) // a test reads them all
			}
		}
	}
	return b
})

// Texts gives texts in one language.
type Texts struct {
	lang      string
	localizer *i18n.Localizer
}

// In gives the texts of a language, and those of [Default] for one that
// there are none in.
func In(lang string) Texts {
	if !slices.Contains(Languages(), lang) {
		lang = Default
	}
	return Texts{lang: lang, localizer: i18n.NewLocalizer(bundle(), lang, Default)}
}

// Language gives the ISO 639-1 code.
func (t Texts) Language() string { return t.lang }

// Text gives the text of a key, with its arguments filled in. A key without
// text gives the key itself: visible, and harmless.
func (t Texts) Text(key string, args map[string]any) string {
	return t.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: args})
}

// Count gives the text of a key in the form that n asks for; the text may
// name n as {{.Count}}.
func (t Texts) Count(key string, n int, args map[string]any) string {
	data := map[string]any{"Count": n}
	for k, v := range args {
		data[k] = v
	}
	return t.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: data, PluralCount: n})
}

// Fault gives the text of an error for the user.
func (t Texts) Fault(err error) string {
	f := fault.Of(err)
	return t.Text(f.Key, f.Args)
}

func (t Texts) localize(config *i18n.LocalizeConfig) string {
	text, err := t.localizer.Localize(config)
	if err != nil || text == "" {
		return config.MessageID
	}
	return text
}
