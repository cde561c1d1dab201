package sqlite_test

import (
	"slices"
	"strings"
	"testing"

	"toetssteen/internal/sqlite"
)

func openSearch(t testing.TB) *sqlite.Search {
	t.Helper()
	s, err := sqlite.OpenSearch(t.Context(), []sqlite.Document{
		{Kind: "criterion", ID: "SD-I6", Title: "Iemand anders machtigen", Text: "Kan de gebruiker een andere persoon een mandaat geven?"},
		{Kind: "criterion", ID: "SD-G1", Title: "Volledig online", Text: "Alles kan online. Een mandaat is niet nodig."},
		{Kind: "aid", ID: "mandaten", Title: "Mandatensysteem", Text: "Wie voor een ander handelt, toont dat hiermee. Één plaats."},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestSearch(t *testing.T) {
	t.Parallel()
	s := openSearch(t)
	tests := []struct {
		name, query string
		want        []string
	}{
		{"a word", "mandaat", []string{"SD-G1", "SD-I6"}},
		{"the start of a word", "mandat", []string{"mandaten"}},
		{"a title before a text", "online", []string{"SD-G1"}},
		{"a code", "SD-G1", []string{"SD-G1"}},
		{"all words", "mandaat persoon", []string{"SD-I6"}},
		{"some words, where none has all", "machtigen volledig", []string{"SD-I6", "SD-G1"}},
		{"whatever the accents", "een plaats", []string{"mandaten"}},
		{"whatever the capitals", "ONLINE", []string{"SD-G1"}},
		{"nothing found", "fiets", nil},
		{"nothing asked", "  ", nil},
		{"operators are words", `" OR NEAR( * ^ -`, nil},
		{"a column is a word", "title:online", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found, err := s.Find(t.Context(), test.query, 10)
			must(t, err)
			var got []string
			for _, h := range found.Hits {
				got = append(got, h.ID)
			}
			slices.Sort(got)
			slices.Sort(test.want)
			if !slices.Equal(got, test.want) {
				t.Errorf("%v, want %v", got, test.want)
			}
		})
	}
}

func TestSearchShowsWhatWasFound(t *testing.T) {
	t.Parallel()
	result, err := openSearch(t).Find(t.Context(), "persoon", 1)
	must(t, err)
	hits := result.Hits
	var found, all strings.Builder
	for _, piece := range hits[0].Passage {
		all.WriteString(piece.Text)
		if piece.Found {
			found.WriteString(piece.Text)
		}
	}
	if found.String() != "persoon" || !strings.Contains(all.String(), "een andere persoon een mandaat") {
		t.Errorf("found %q in %q", found.String(), all.String())
	}
}

// A list that is not whole, and one of what holds some of the words only, say
// so; what is asked for by its code comes first.
func TestSearchSaysWhatItGives(t *testing.T) {
	t.Parallel()
	s, err := sqlite.OpenSearch(t.Context(), []sqlite.Document{
		{Kind: "indicator", ID: "GC-G1.1", Title: "GC-G1 in de titel", Text: "Telt."},
		{Kind: "criterion", ID: "GC-G1", Title: "Eenvoudig", Text: "Vraagt."},
		{Kind: "criterion", ID: "GC-G10", Title: "Ander", Text: "Vraagt."},
	})
	must(t, err)
	defer func() { must(t, s.Close()) }()
	for _, test := range []struct {
		name, query   string
		limit         int
		first         string
		more, partial bool
	}{
		{"by its code", "gc-g1", 5, "GC-G1", false, false},
		{"more than are given", "vraagt", 1, "GC-G1", true, false},
		{"as many as are given", "vraagt", 2, "GC-G1", false, false},
		{"some of the words", "eenvoudig telt", 5, "GC-G1", false, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			found, err := s.Find(t.Context(), test.query, test.limit)
			must(t, err)
			if len(found.Hits) > test.limit || found.Hits[0].ID != test.first || found.More != test.more || found.Partial != test.partial {
				t.Errorf("%+v", found)
			}
		})
	}
}

func FuzzSearch(f *testing.F) {
	s := openSearch(f)
	for _, query := range []string{"mandaat", `"`, "a\x00b", "NEAR(a b)", "é*", strings.Repeat("a ", 100)} {
		f.Add(query)
	}
	f.Fuzz(func(t *testing.T, query string) {
		if _, err := s.Find(t.Context(), query, 5); err != nil {
			t.Errorf("%q: %v", query, err)
		}
	})
}
