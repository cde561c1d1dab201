package readability_test

import (
	"slices"
	"strings"
	"testing"

	"toetssteen/internal/readability"
)

func TestWords(t *testing.T) {
	kinds := make(map[readability.JargonKind]int)
	seen := make(map[string]string)
	var names []string
	for _, entry := range readability.Words() {
		kinds[entry.Kind]++
		names = append(names, entry.Word)
		for _, form := range append([]string{entry.Word}, entry.Forms...) {
			if form != strings.ToLower(form) || form != strings.Join(strings.Fields(form), " ") || form == "" {
				t.Errorf("%q: not in lower case with single spaces", form)
			}
			if other, ok := seen[form]; ok {
				t.Errorf("%q stands under %q and %q", form, other, entry.Word)
			}
			seen[form] = entry.Word
		}
		if entry.Plain == "" {
			t.Errorf("%q has no plain alternative", entry.Word)
		}
	}
	if !slices.IsSorted(names) {
		t.Error("not in alphabetical order")
	}
	for kind, least := range map[readability.JargonKind]int{
		readability.Officialese: 150, readability.Legal: 50, readability.Technical: 30, readability.English: 25, readability.Abbreviation: 10,
	} {
		if kinds[kind] < least {
			t.Errorf("%d words of kind %s, at least %d", kinds[kind], kind, least)
		}
	}
	t.Logf("%d words, %d forms: %v", len(names), len(seen), kinds)
}

// What is offered instead must not be on the list itself.
func TestAlternativesArePlain(t *testing.T) {
	for _, entry := range readability.Words() {
		for _, hit := range measure(t, strings.TrimPrefix(entry.Plain, "leg uit: ")).Hits {
			if hit.Kind == readability.HitJargon {
				t.Errorf("%q: the alternative %q holds %q", entry.Word, entry.Plain, hit.Jargon.Word)
			}
		}
	}
}

// Every form is found in a sentence, whole words only.
func TestWordsAreFound(t *testing.T) {
	for _, entry := range readability.Words() {
		for _, form := range append([]string{entry.Word}, entry.Forms...) {
			found := slices.ContainsFunc(measure(t, "Wij "+form+" dat.").Hits, func(h readability.Hit) bool {
				return h.Jargon != nil && (h.Jargon.Word == entry.Word || strings.Contains(h.Jargon.Word, form))
			})
			if !found {
				t.Errorf("%q is not found", form)
			}
		}
	}
}
