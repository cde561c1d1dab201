package steps_test

import (
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
