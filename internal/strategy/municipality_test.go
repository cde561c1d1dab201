package strategy_test

import (
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"toetssteen/internal/strategy"
)

func TestMunicipalities(t *testing.T) {
	all := strategy.Municipalities()
	if len(all) != 285 {
		t.Fatalf("%d municipalities, want 285", len(all))
	}
	perProvince := make(map[string]int)
	facilities := 0
	nis, names := make(map[string]bool), make(map[string]bool)
	digits5, digits4 := regexp.MustCompile(`^[1-9][0-9]{4}$`), regexp.MustCompile(`^[1-9][0-9]{3}$`)
	for _, m := range all {
		perProvince[m.Province]++
		if m.LanguageFacilities {
			facilities++
		}
		if !digits5.MatchString(m.NIS) || nis[m.NIS] {
			t.Errorf("%s: NIS code %q malformed or repeated", m.Name, m.NIS)
		}
		if m.Name == "" || names[m.Name] {
			t.Errorf("%s: name %q empty or repeated", m.NIS, m.Name)
		}
		if m.PostalCode != "" && !digits4.MatchString(m.PostalCode) {
			t.Errorf("%s: postal code %q", m.Name, m.PostalCode)
		}
		nis[m.NIS], names[m.Name] = true, true
	}
	want := map[string]int{"Antwerpen": 67, "Limburg": 38, "Oost-Vlaanderen": 55, "Vlaams-Brabant": 63, "West-Vlaanderen": 62}
	if !reflect.DeepEqual(perProvince, want) {
		t.Errorf("per province %v, want %v", perProvince, want)
	}
	if facilities != 12 {
		t.Errorf("%d with language facilities, want 12", facilities)
	}
	if nis["00000"] {
		t.Error("00000 is the code of the fictional town")
	}
}

func TestMunicipalitiesAreInDutchOrder(t *testing.T) {
	var names []string
	for _, m := range strategy.Municipalities() {
		names = append(names, m.Name)
	}
	if first, last := names[0], names[len(names)-1]; first != "Aalst" || last != "Zwevegem" {
		t.Errorf("from %s to %s", first, last)
	}
	inOrder := []string{"De Haan", "De Panne", "Deerlijk", "Deinze", "Lo-Reninge", "Lochristi", "Sint-Truiden", "Spiere-Helkijn", "Tielt", "Tielt-Winge", "Tienen"}
	var got []string
	for _, name := range names {
		if slices.Contains(inOrder, name) {
			got = append(got, name)
		}
	}
	if !slices.Equal(got, inOrder) {
		t.Errorf("order %v, want %v", got, inOrder)
	}
}

func TestMunicipalitiesAreNotShared(t *testing.T) {
	strategy.Municipalities()[0].Name = "changed"
	if got := strategy.Municipalities()[0].Name; got == "changed" {
		t.Error("a caller's change shows to the next")
	}
}

func TestMunicipalityByNIS(t *testing.T) {
	m, err := strategy.MunicipalityByNIS("11002")
	if err != nil {
		t.Fatal(err)
	}
	want := strategy.Municipality{NIS: "11002", Name: "Antwerpen", Province: "Antwerpen", PostalCode: "2000", MergedFrom: []string{"Antwerpen", "Borsbeek"},
		Formers: []strategy.Former{{NIS: "11002", Name: "Antwerpen", Since: "2025-01-01"}, {NIS: "11007", Name: "Borsbeek", Since: "2025-01-01"}}}
	if !reflect.DeepEqual(m, want) {
		t.Errorf("got %+v, want %+v", m, want)
	}
	if m, _ := strategy.MunicipalityByNIS("73109"); m.Name != "Voeren" || !m.LanguageFacilities || m.PostalCode != "" {
		t.Errorf("got %+v, want Voeren with facilities and without postal code", m)
	}
	for _, nis := range []string{"", "00000", "11007", "Antwerpen", " 11002"} {
		if _, err := strategy.MunicipalityByNIS(nis); !errors.Is(err, strategy.ErrUnknownMunicipality) {
			t.Errorf("%q: error %v, want ErrUnknownMunicipality", nis, err)
		}
	}
}

func TestMunicipalityNow(t *testing.T) {
	tests := []struct{ name, old, nis, now, province string }{
		{"keeps its code", "11002", "11002", "Antwerpen", "Antwerpen"},
		{"merged into it", "11007", "11002", "Antwerpen", "Antwerpen"},
		{"moved to another province", "11056", "46030", "Beveren-Kruibeke-Zwijndrecht", "Oost-Vlaanderen"},
		{"same name, new code", "46014", "46029", "Lokeren", "Oost-Vlaanderen"},
		{"moved to another district", "44045", "46029", "Lokeren", "Oost-Vlaanderen"},
		{"Hasselt", "71022", "71072", "Hasselt", "Limburg"},
		{"Kortessem", "73040", "71072", "Hasselt", "Limburg"},
		{"merged in 2019", "72025", "72043", "Pelt", "Limburg"},
		{"never merged", "44021", "44021", "Gent", "Oost-Vlaanderen"},
		{"today's code", "46030", "46030", "Beveren-Kruibeke-Zwijndrecht", "Oost-Vlaanderen"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m, err := strategy.MunicipalityNow(test.old)
			if err != nil {
				t.Fatal(err)
			}
			if m.NIS != test.nis || m.Name != test.now || m.Province != test.province {
				t.Errorf("got %s %s (%s)", m.NIS, m.Name, m.Province)
			}
		})
	}
	if _, err := strategy.MunicipalityNow("99999"); !errors.Is(err, strategy.ErrUnknownMunicipality) {
		t.Errorf("error %v, want ErrUnknownMunicipality", err)
	}
}

// TestFormerCodes reads the file itself: a former code leads to one
// municipality only, and is not in use today unless by the same one.
func TestFormerCodes(t *testing.T) {
	data, err := os.ReadFile("municipalities.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Municipalities []struct {
			NIS    string `json:"nis_code"`
			Former []struct {
				NIS   string `json:"nis_code"`
				Since string `json:"since"`
			} `json:"merged_from"`
		} `json:"municipalities"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	today := make(map[string]bool)
	for _, m := range file.Municipalities {
		today[m.NIS] = true
	}
	former := make(map[string]bool)
	for _, m := range file.Municipalities {
		for _, old := range m.Former {
			if former[old.NIS] {
				t.Errorf("former code %s is repeated", old.NIS)
			}
			former[old.NIS] = true
			if today[old.NIS] && old.NIS != m.NIS {
				t.Errorf("former code %s is another municipality's today", old.NIS)
			}
			if old.Since != "2019-01-01" && old.Since != "2025-01-01" {
				t.Errorf("%s: merged on %q", old.NIS, old.Since)
			}
		}
	}
	if len(former) != 43 {
		t.Errorf("%d former codes, want 43", len(former))
	}
}

func TestSearchMunicipalities(t *testing.T) {
	tests := []struct {
		name, query string
		limit       int
		want        []string // first results
		exactly     bool
	}{
		{"prefix", "antw", 0, []string{"Antwerpen"}, true},
		{"case", "GENT", 0, []string{"Gent"}, true},
		{"accents", "Génk", 0, []string{"Genk"}, true},
		{"accent as a character of its own", "Ge\u0301nk", 0, []string{"Genk"}, true},
		{"whole name first", "tielt", 0, []string{"Tielt", "Tielt-Winge"}, true},
		{"prefix of a later word before substring", "reninge", 0, []string{"Lo-Reninge"}, true},
		{"word start before substring", "berg", 3, []string{"Heist-op-den-Berg"}, false},
		{"inside a word", "twerp", 0, []string{"Antwerpen"}, true},
		{"space for hyphen", "sint niklaas", 0, []string{"Sint-Niklaas"}, true},
		{"St for Sint", "St.-Truiden", 0, []string{"Sint-Truiden"}, true},
		{"spaces around", "  de   haan ", 0, []string{"De Haan"}, true},
		{"former name", "zwijn", 0, []string{"Beveren-Kruibeke-Zwijndrecht"}, true},
		{"former name that is gone", "borsbeek", 0, []string{"Antwerpen"}, true},
		{"former name after today's", "ham", 2, []string{"Hamme", "Hamont-Achel"}, false},
		{"postal code", "9300", 0, []string{"Aalst"}, true},
		{"start of a postal code", "930", 0, []string{"Aalst"}, true},
		{"NIS code", "46029", 0, []string{"Lokeren"}, true},
		{"NIS code before the merger", "46014", 0, []string{"Lokeren"}, true},
		{"no such town", "amsterdam", 0, nil, true},
		{"limit", "b", 5, []string{"Baarle-Hertog", "Balen", "Beernem", "Beerse", "Beersel"}, true},
		{"empty query", "", 2, []string{"Aalst", "Aalter"}, true},
		{"only spaces", " - ", 1, []string{"Aalst"}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, m := range strategy.SearchMunicipalities(test.query, test.limit) {
				got = append(got, m.Name)
			}
			if test.limit > 0 && len(got) > test.limit {
				t.Errorf("%d results, limit %d", len(got), test.limit)
			}
			head := got
			if !test.exactly {
				head = got[:min(len(test.want), len(got))]
			}
			if !slices.Equal(head, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

// TestSearchFindsEveryMunicipality types each name as people do: without
// capitals and hyphens.
func TestSearchFindsEveryMunicipality(t *testing.T) {
	for _, m := range strategy.Municipalities() {
		typed := strings.ToLower(strings.ReplaceAll(m.Name, "-", " "))
		if got := strategy.SearchMunicipalities(typed, 1); len(got) != 1 || got[0].NIS != m.NIS {
			t.Errorf("%q finds %v", typed, got)
		}
		for _, former := range m.MergedFrom {
			found := strategy.SearchMunicipalities(former, 0)
			if !slices.ContainsFunc(found, func(f strategy.Municipality) bool { return f.NIS == m.NIS }) {
				t.Errorf("%q does not find %s", former, m.Name)
			}
		}
	}
}

func TestMunicipalityCredits(t *testing.T) {
	want := []strategy.Credit{{Holder: "Statbel", Dataset: "REFNIS"}, {Holder: "FOD BOSA", Dataset: "BeST Address", Licence: "CC BY 4.0"}}
	if got := strategy.MunicipalityCredits(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func BenchmarkSearchMunicipalities(b *testing.B) {
	for _, query := range []string{"ant", "st niklaas", "zwijndrecht", "xyz"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				strategy.SearchMunicipalities(query, 12)
			}
		})
	}
}
