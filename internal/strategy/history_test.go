package strategy_test

import (
	"slices"
	"strings"
	"testing"

	"toetssteen/internal/strategy"
)

// numbered gives a sketch as an edition.
func numbered(edition, text string) *strategy.Catalogue {
	c := sketch(text)
	c.Edition.Edition = edition
	return c
}

// What the line "replaces" of GC-G1 in an edition 2026.1 may say, beside the
// editions that are known.
func TestHistory(t *testing.T) {
	first, second := numbered("2022.1", "GC-G1 GC-G2 GC-I1"), numbered("2022.2", "GC-G1<GC-G2 GC-I1")
	tests := []struct {
		name     string
		known    []*strategy.Catalogue
		replaces string // in JSON, "" for none
		want     []string
	}{
		{"nothing", []*strategy.Catalogue{first}, ``, nil},
		{"a code of an earlier edition", []*strategy.Catalogue{first}, `["GC-G2"]`, nil},
		{"a code that no edition has", []*strategy.Catalogue{first}, `["GC-G44"]`, []string{"criteria-gc.json:54:16: GC-G1 replaces[0]: replaces_unknown map[Editions:2022.1 Value:GC-G44]"}},
		{"a code of a later edition", []*strategy.Catalogue{first, numbered("2030.1", "GC-G44")}, `["GC-G44"]`, []string{"criteria-gc.json:54:16: GC-G1 replaces[0]: replaces_unknown"}},
		{"a code when there is no earlier edition", []*strategy.Catalogue{numbered("2026.1", "GC-G2")}, `["GC-G2"]`, []string{"criteria-gc.json:54:16: GC-G1 replaces[0]: replaces_unknown"}},
		{"a code when no edition is known", nil, `["GC-G44"]`, nil},
		{"a code that is none", []*strategy.Catalogue{first}, `["x"]`, []string{"criteria-gc.json:54:16: GC-G1 replaces[0]: criterion_code_malformed"}},
		{"carried on", []*strategy.Catalogue{second, first}, `["GC-G2"]`, nil},
		{"not carried on", []*strategy.Catalogue{second, first}, ``, []string{"criteria-gc.json:2:2: GC-G1 replaces: replaces_dropped map[Edition:2022.2 Source:GC-G1 Value:GC-G2]"}},
		{
			"not carried on from what it replaces", []*strategy.Catalogue{first, numbered("2022.2", "GC-G1 GC-G7<GC-G2")}, `["GC-G7"]`,
			[]string{"criteria-gc.json:54:15: GC-G1 replaces: replaces_dropped map[Edition:2022.2 Source:GC-G7 Value:GC-G2]"},
		},
		{"carried on from what it replaces", []*strategy.Catalogue{first, numbered("2022.2", "GC-G1 GC-G7<GC-G2")}, `["GC-G7", "GC-G2"]`, nil},
		{"itself", []*strategy.Catalogue{first}, `["GC-G1"]`, []string{"criteria-gc.json:54:16: GC-G1 replaces[0]: replaces_itself"}},
		{"twice", []*strategy.Catalogue{first}, `["GC-G2", "GC-G2"]`, []string{"criteria-gc.json:54:25: GC-G1 replaces[1]: code_duplicate"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := smallCatalogue(t)
			replace(t, m, "edition.json", `"2022.1"`, `"2026.1"`)
			replace(t, m, "edition.json", `"2022-04-21"`, `"2026-04-21"`)
			if test.replaces != "" {
				replace(t, m, "criteria-gc.json", "\n  ]\n }", "\n  ],\n  \"replaces\": "+test.replaces+"\n }")
			}
			found := strategy.Examine(m, strategy.History{Editions: test.known})
			published := strategy.Examine(m, strategy.History{Editions: test.known, Published: true})
			if len(found.Faults) != len(test.want) {
				t.Fatalf("%v, want %q", found.Faults, test.want)
			}
			for i, want := range test.want {
				if !strings.HasPrefix(found.Faults[i].String(), want) {
					t.Errorf("%v, want %s", found.Faults[i], want)
				}
				history := strings.Contains(want, "unknown") || strings.Contains(want, "dropped")
				if remarks := published.Remarks; history && (len(published.Faults) > 0 || len(remarks) != len(test.want) || !strings.HasPrefix(remarks[i].String(), want)) {
					t.Errorf("once published: %v, %v", published.Faults, remarks)
				}
			}
		})
	}
}

func TestOrderOfEditions(t *testing.T) {
	editions := []string{"2026.1", "2022.10", "x", "2022.9"}
	slices.SortFunc(editions, strategy.Order)
	if got := strings.Join(editions, " "); got != "x 2022.9 2022.10 2026.1" {
		t.Errorf("got %s", got)
	}
}
