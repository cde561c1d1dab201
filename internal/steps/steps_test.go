package steps_test

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"toetssteen/internal/fault"
	"toetssteen/internal/steps"
)

// The process was counted by hand: four steps of the user in three channels;
// the name is asked twice, in two ways of writing; name, address and number
// plate are known.
func TestMeasure(t *testing.T) {
	process := []steps.Step{
		{Title: "Zoekt de uitleg", Who: steps.User, Channel: steps.Website},
		{Title: "Vult het formulier in", Who: steps.User, Channel: steps.Website, Asks: []string{"Naam", "je adres", "reden"}},
		{Title: "Kijkt na", Who: steps.Municipality, Channel: steps.Email},
		{Title: "Stuurt een attest", Who: steps.User, Channel: steps.Post, Asks: []string{"voornaam en naam", "Nummerplaat"}},
		{Title: "Haalt de kaart af", Who: steps.User, Channel: steps.Counter, Asks: []string{" "}},
	}
	f, err := steps.Measure(process)
	if err != nil {
		t.Fatal(err)
	}
	want := steps.Figures{
		Steps: 4, AllSteps: 5, Channels: []steps.Channel{steps.Website, steps.Post, steps.Counter}, Asked: 4,
		AskedTwice: []steps.Repeated{{Data: "Naam", Steps: []int{2, 4}}},
		Known: []steps.Known{
			{Data: "Naam", Source: "Rijksregister", Steps: []int{2, 4}},
			{Data: "je adres", Source: "Rijksregister", Steps: []int{2}},
			{Data: "Nummerplaat", Source: "Dienst Inschrijving Voertuigen (DIV)", Steps: []int{4}},
		},
	}
	if !reflect.DeepEqual(f, want) {
		t.Errorf("got  %+v\nwant %+v", f, want)
	}
}

// Each step is what it asks; what is found twice is written as data and steps.
func TestAskedTwice(t *testing.T) {
	tests := []struct {
		name  string
		asks  []string
		asked int
		twice map[string][]int
	}{
		{"written as one", []string{"naam en adres", "adres; reden", "Naam/geboortedatum"}, 4, map[string][]int{"naam": {1, 3}, "adres": {1, 2}}},
		{"the parts of an address", []string{"straat, huisnummer, postcode"}, 3, nil},
		{"one that has the word in it", []string{"straat en nummer", "stukken en bewijzen"}, 2, nil},
		{"what no authority keeps, in two words", []string{"e-mail, gsm", "e-mailadres en telefoonnummer"}, 2, map[string][]int{"e-mail": {1, 2}, "gsm": {1, 2}}},
		{"six fields of one source", []string{"voornaam, achternaam, geboortedatum, geboorteplaats, straat en nummer, postcode en gemeente"}, 6, nil},
		{"name beside first name", []string{"voornaam, naam"}, 2, nil},
		{"two papers of one source", []string{"geboorteakte", "huwelijksakte"}, 2, nil},
		{"two facts of an enterprise", []string{"rechtsvorm", "oprichtingsdatum, statuten"}, 3, nil},
		{"what the list does not know", []string{"reden", "datum van het feest", "de reden"}, 2, map[string][]int{"reden": {1, 3}}},
		{"in words that mean the same", []string{"familienaam", "je achternaam"}, 1, map[string][]int{"familienaam": {1, 2}}},
		{"in two languages", []string{"date of birth", "geboortedatum"}, 1, map[string][]int{"date of birth": {1, 2}}},
		{"twice in one step", []string{"geboortedatum, geboortedatum"}, 1, map[string][]int{"geboortedatum": {1}}},
		{"often, a step once", []string{"adres, thuisadres", "", "adres"}, 1, map[string][]int{"adres": {1, 3}}},
		{"the whole after its parts", []string{"voornaam, achternaam", "naam"}, 3, map[string][]int{"voornaam": {1, 2}, "achternaam": {1, 2}}},
		{"a part after the whole", []string{"adres", "postcode en gemeente"}, 2, map[string][]int{"postcode en gemeente": {1, 2}}},
		{"a part beside the whole", []string{"adres, postcode en gemeente"}, 2, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var process []steps.Step
			for _, asks := range test.asks {
				process = append(process, steps.Step{Title: "x", Who: steps.User, Channel: steps.App, Asks: strings.Split(asks, ",")})
			}
			f, err := steps.Measure(process)
			if err != nil {
				t.Fatal(err)
			}
			twice := make(map[string][]int)
			for _, repeated := range f.AskedTwice {
				twice[repeated.Data] = repeated.Steps
			}
			if f.Asked != test.asked || len(twice) != len(f.AskedTwice) || !maps.EqualFunc(twice, test.twice, slices.Equal) {
				t.Errorf("asked %d, twice %v; want %d, %v", f.Asked, f.AskedTwice, test.asked, test.twice)
			}
		})
	}
}

// Fields of one source are each known, and each once; the name of a field in
// known.json is no word for it.
func TestKnownByField(t *testing.T) {
	f, err := steps.Measure([]steps.Step{{Title: "x", Who: steps.User, Channel: steps.App, Asks: []string{"voornaam", "geboortedatum", "voornaam", "school"}}})
	if err != nil {
		t.Fatal(err)
	}
	want := []steps.Known{{Data: "voornaam", Source: "Rijksregister", Steps: []int{1}}, {Data: "geboortedatum", Source: "Rijksregister", Steps: []int{1}}}
	if !reflect.DeepEqual(f.Known, want) {
		t.Errorf("got  %+v\nwant %+v", f.Known, want)
	}
}

func TestKnownInFourLanguages(t *testing.T) {
	for _, data := range []string{"Geboortedatum", "Date de naissance", "Geburtsdatum", "Date of birth", "votre nom", "Ihre Anschrift", "your address", "numero d’entreprise"} {
		t.Run(data, func(t *testing.T) {
			f, err := steps.Measure([]steps.Step{{Title: "x", Who: steps.User, Channel: steps.App, Asks: []string{data}}})
			if err != nil || len(f.Known) != 1 {
				t.Errorf("known %v, %v", f.Known, err)
			}
		})
	}
}

func TestMeasureRefuses(t *testing.T) {
	good := steps.Step{Title: "x", Who: steps.User, Channel: steps.App}
	long := good
	long.Asks = []string{strings.Repeat("x", 201)}
	tests := map[string][]steps.Step{
		"no step":           nil,
		"too many":          slices.Repeat([]steps.Step{good}, 201),
		"nobody":            {{Title: "x", Channel: steps.App}},
		"unknown channel":   {{Title: "x", Who: steps.User, Channel: "fax"}},
		"data without end":  {long},
		"title without end": {{Title: strings.Repeat("x", 201), Who: steps.User, Channel: steps.App}},
	}
	for name, process := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := steps.Measure(process); fault.CodeOf(err) != fault.Invalid {
				t.Errorf("error %v, want invalid", err)
			}
		})
	}
}
