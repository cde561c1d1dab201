package strategy_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"toetssteen/internal/strategy"
)

func TestRemarks(t *testing.T) {
	long := strings.Repeat("mot ", 26) + "mot."
	tests := []struct {
		name     string
		from, to string // in criteria-gc.json
		want     []string
	}{
		{"none", "", "", nil},
		{"a hard word, told once", `"nl": "Ja."`, `"nl": "De implementatie vraagt een implementatie."`, []string{"criteria-gc.json:23:10: GC-G1 met.nl: word_hard"}},
		{"a hard word that is quoted or in brackets", `"nl": "Ja."`, `"nl": "Schrijf niet “upload”, en noem de privacywet (AVG)."`, nil},
		{"a hard word in another language", `"fr": "Ja. (fr)"`, `"fr": "implementatie"`, nil},
		{"a long sentence in French", `"fr": "Ja. (fr)"`, `"fr": "` + long + `"`, []string{"criteria-gc.json:22:10: GC-G1 met.fr: sentence_long map[Max:26 Words:27]"}},
		{"a long sentence in German", `"de": "Ja. (de)"`, `"de": "` + long + `"`, []string{"criteria-gc.json:20:10: GC-G1 met.de: sentence_long map[Max:26 Words:27]"}},
		{"as long as a sentence may be", `"en": "Ja. (en)"`, `"en": "` + strings.Repeat("word ", 25) + `word."`, nil},
		{
			"one long Dutch sentence among short ones", `"nl": "Ja."`, `"nl": "` + strings.Repeat("een ", 26) + `twee. Ja. Ja. Ja."`,
			[]string{"criteria-gc.json:23:10: GC-G1 met.nl: sentence_long map[Max:26 Words:27]"},
		},
		{
			"Dutch in the place of English", "\"en\": \"Ja. (en)\",\n   \"fr\": \"Ja. (fr)\",\n   \"nl\": \"Ja.\"", "\"en\": \"Dit is nog niet vertaald.\",\n   \"fr\": \"Ja.\",\n   \"nl\": \"Dit is nog niet vertaald.\"",
			[]string{"criteria-gc.json:21:10: GC-G1 met.en: text_untranslated map[Language:en]"},
		},
		{"a short word that is the same", `"fr": "Ja. (fr)"`, `"fr": "Ja."`, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := smallCatalogue(t)
			replace(t, m, "criteria-gc.json", test.from, test.to)
			found := strategy.Examine(m, strategy.History{})
			if len(found.Faults) > 0 || found.Catalogue == nil {
				t.Fatalf("faults %v", found.Faults)
			}
			if len(found.Remarks) != len(test.want) {
				t.Fatalf("remarks %v, want %q", found.Remarks, test.want)
			}
			for i, want := range test.want {
				if !strings.HasPrefix(found.Remarks[i].String(), want) {
					t.Errorf("%v, want %s", found.Remarks[i], want)
				}
			}
			if _, err := strategy.Parse(m); err != nil {
				t.Errorf("remarks refuse: %v", err)
			}
		})
	}
}

// A name of its own may be the same in every language.
func TestNamesNeedNoTranslation(t *testing.T) {
	m := smallCatalogue(t)
	name := func(lang string) string { return fmt.Sprintf("%q: %q", lang, "Vlaams Datanutsbedrijf en meer") }
	replace(t, m, "aids.json", `"de": "Hulp (de)"`, name("de"))
	replace(t, m, "aids.json", `"nl": "Hulp"`, name("nl"))
	if found := strategy.Examine(m, strategy.History{}); len(found.Faults)+len(found.Remarks) > 0 {
		t.Errorf("%v, %v", found.Faults, found.Remarks)
	}
}

// Faults and remarks are told together.
func TestExamineTellsBoth(t *testing.T) {
	m := smallCatalogue(t)
	replace(t, m, "criteria-gc.json", `"nl": "Ja."`, `"nl": "De implementatie is klaar."`)
	replace(t, m, "aids.json", `"covers"`, `"cover"`)
	found := strategy.Examine(m, strategy.History{})
	if found.Catalogue != nil || len(found.Faults) != 1 || len(found.Remarks) != 1 {
		t.Errorf("catalogue %v, %v, %v", found.Catalogue, found.Faults, found.Remarks)
	}
}

// What we wrote ourselves has few remarks, all of them on words that our texts
// may use: see hardWords.
func TestOwnTextsHaveFewRemarks(t *testing.T) {
	for name, folder := range map[string]string{"shipped": shippedFolder, "second": "../../testdata/edition-2026.1"} {
		t.Run(name, func(t *testing.T) {
			found := strategy.Examine(os.DirFS(folder), strategy.History{})
			if len(found.Faults) > 0 || len(found.Remarks) > 11 {
				t.Errorf("%d faults and %d remarks, want 0 and at most 11", len(found.Faults), len(found.Remarks))
			}
			for _, remark := range found.Remarks {
				t.Log(remark)
				if remark.Key != "catalogue.remark.word_hard" {
					t.Errorf("not on a word: %v", remark)
				}
			}
			if !slices.IsSortedFunc(found.Remarks, func(a, b strategy.Fault) int { return strings.Compare(a.File, b.File) }) {
				t.Error("remarks are out of order")
			}
		})
	}
}
