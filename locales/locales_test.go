package locales_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"toetssteen/internal/fault"
	"toetssteen/locales"
)

// messages reads every file of a language, and fails on a key that stands in
// two of them or out of order.
func messages(t *testing.T, lang string) map[string]map[string]string {
	t.Helper()
	paths, err := filepath.Glob(lang + "/*.json")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files for %s: %v", lang, err)
	}
	all := make(map[string]map[string]string)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var file map[string]json.RawMessage
		if err := json.Unmarshal(data, &file); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if keys := keysInOrder(data); !slices.IsSorted(keys) || len(keys) != len(file) {
			t.Errorf("%s: keys are not sorted, or one stands twice", path)
		}
		for key, value := range file {
			if _, twice := all[key]; twice {
				t.Errorf("%s: %s stands in another file too", path, key)
			}
			all[key] = forms(t, path, key, value)
		}
	}
	return all
}

var topKey = regexp.MustCompile(`(?m)^ {2}"([^"]+)":`)

func keysInOrder(data []byte) []string {
	var keys []string
	for _, match := range topKey.FindAllSubmatch(data, -1) {
		keys = append(keys, string(match[1]))
	}
	return keys
}

func forms(t *testing.T, path, key string, value json.RawMessage) map[string]string {
	t.Helper()
	var text string
	if json.Unmarshal(value, &text) == nil {
		return map[string]string{"": text}
	}
	var plural map[string]string
	if err := json.Unmarshal(value, &plural); err != nil {
		t.Fatalf("%s: %s: %v", path, key, err)
	}
	return plural
}

var placeholder = regexp.MustCompile(`\{\{\.\w+\}\}`)

// Each language has the same keys with the same placeholders, no empty text,
// and the plural forms that it needs.
func TestLanguagesAreEqual(t *testing.T) {
	t.Parallel()
	want := messages(t, locales.Default)
	for _, lang := range locales.Languages() {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			have := messages(t, lang)
			for key, texts := range want {
				if have[key] == nil {
					t.Errorf("%s is missing", key)
					continue
				}
				if len(texts) > 1 {
					checkPlural(t, lang, key, have[key])
				}
				if a, b := placeholders(texts), placeholders(have[key]); !slices.Equal(a, b) {
					t.Errorf("%s names %v, in %s %v", key, b, locales.Default, a)
				}
			}
			for key, texts := range have {
				if want[key] == nil {
					t.Errorf("%s is not in %s", key, locales.Default)
				}
				for form, text := range texts {
					if strings.TrimSpace(text) == "" {
						t.Errorf("%s %s is empty", key, form)
					}
				}
			}
		})
	}
}

func checkPlural(t *testing.T, lang, key string, texts map[string]string) {
	t.Helper()
	names := map[plural.Form]string{plural.One: "one", plural.Other: "other", plural.Many: "many"}
	for _, n := range []int{0, 1, 2, 5, 11, 1_000_000} {
		form := plural.Cardinal.MatchPlural(language.MustParse(lang), n, 0, 0, 0, 0)
		if texts[names[form]] == "" {
			t.Errorf("%s has no form %q", key, names[form])
		}
	}
}

func placeholders(texts map[string]string) []string {
	var found []string
	for _, text := range texts {
		found = append(found, placeholder.FindAllString(text, -1)...)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// Words that the product does not use, in any text.
func TestTone(t *testing.T) {
	t.Parallel()
	forbidden := regexp.MustCompile(`(?i)\b(succesvol|gelieve|successfully|please|succès|veuillez|s’il vous plaît|erfolgreich|bitte)\b|!`)
	for _, lang := range locales.Languages() {
		for key, texts := range messages(t, lang) {
			for _, text := range texts {
				if word := forbidden.FindString(text); word != "" {
					t.Errorf("%s %s says %q", lang, key, word)
				}
			}
		}
	}
}

func TestTexts(t *testing.T) {
	t.Parallel()
	nl, en := locales.In("nl"), locales.In("en")
	for name, c := range map[string]struct{ got, want string }{
		"plain":             {nl.Text("verdict.yes", nil), "ja"},
		"argument":          {en.Text("cli.demo.done", map[string]any{"Path": "/x"}), "Done. Everything is fictional and stands in /x."},
		"one":               {nl.Count("sync.message.received", 1, nil), "1 ontvangstbewijs ontvangen."},
		"more":              {nl.Count("sync.message.received", 2, nil), "2 ontvangstbewijzen ontvangen."},
		"unknown key":       {nl.Text("no.such.key", nil), "no.such.key"},
		"unknown language":  {locales.In("xx").Text("verdict.yes", nil), "ja"},
		"markup stays text": {nl.Text("cli.demo.done", map[string]any{"Path": "<b>"}), "Klaar. Alles is fictief en staat in <b>."},
		"fault": {nl.Fault(fault.New(fault.Full, "error.disk_full", fault.Args{"Path": "D:"}))[:33],
			"De schijf met D: is vol. Wat eerd"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if c.got != c.want {
				t.Errorf("got %q, want %q", c.got, c.want)
			}
		})
	}
}

func TestTextsInParallel(t *testing.T) {
	t.Parallel()
	var group sync.WaitGroup
	for range 20 {
		group.Go(func() {
			if got := locales.In("en").Text("verdict.no", nil); got != "no" {
				t.Errorf("got %q", got)
			}
		})
	}
	group.Wait()
}
