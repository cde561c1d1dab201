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
			hits, err := s.Find(t.Context(), test.query, 10)
			must(t, err)
			var got []string
			for _, h := range hits {
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
	hits, err := openSearch(t).Find(t.Context(), "persoon", 1)
	must(t, err)
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
