package report_test

import (
	"encoding/json"
	"strings"
	"testing"

	"toetssteen/internal/assessment"
)

// measuredReport gives the sample with one measurement by an instrument.
func measuredReport(t testing.TB, finding string) (text string) {
	t.Helper()
	r := sampleReport(t)
	r.Assessment.Measurements = []assessment.Measurement{
		{Indicator: "SD-I3.1", Value: 40, Finding: json.RawMessage(finding), Edition: r.Catalogue.Edition.Edition},
		{Indicator: "GC-I4.1", Value: 20, Finding: json.RawMessage(finding), Edition: r.Catalogue.Edition.Edition},
		{Indicator: "GC-I4.2", Value: 20, Finding: json.RawMessage(finding), Edition: r.Catalogue.Edition.Edition},
		{Indicator: "SD-I3.2", Value: 20, Finding: json.RawMessage(finding), Edition: "2021.9"},
	}
	data, _ := write(t, r)
	_, root := open(t, data)
	var all strings.Builder
	for _, kid := range root.Kids {
		all.WriteString(words(kid.Content()) + "\n")
	}
	return all.String()
}

func TestFindingsAreTold(t *testing.T) {
	tests := []struct {
		name, finding string
		says          []string
		not           string
	}{
		{"a text", `{"instrument":"text","text":"🙂 Dienen te. Zij dienen te doen. Een zin die maar niet wil eindigen.","hits":[
			{"kind":"jargon","start":3,"end":12,"plain":"moeten"},{"kind":"jargon","start":18,"end":27,"plain":"moeten"},
			{"kind":"passive","start":14,"end":20},{"kind":"long_sentence","start":34,"end":69},
			{"kind":"jargon","start":60,"end":600,"plain":"buiten"},{"kind":"jargon","start":-1,"end":3,"plain":"buiten"},{"kind":"jargon","start":9,"end":3,"plain":"buiten"}]}`,
			[]string{"Moeilijke woorden, met een gewoon woord ernaast: “dienen te” (moeten)", "Lange zin: Een zin die maar niet wil eindigen"}, "buiten"},
		{"a page", `{"instrument":"page","findings":[
			{"rule":"image-alt","wcag":["1.1.1"],"help":"Afbeelding zonder tekst","count":3},{"rule":"own-vague-link","wcag":["2.4.4"],"help":"","count":1}]}`,
			[]string{"Afbeelding zonder tekst (WCAG 1.1.1): 3 onderdelen", "Link die niet zegt waar hij heen gaat (WCAG 2.4.4): 1 onderdeel"}, ""},
		{"a page measured in another language", `{"instrument":"page","language":"fr","findings":[{"rule":"image-alt","wcag":["1.1.1"],"help":"Image sans texte","count":1}]}`,
			[]string{"Image sans texte (WCAG 1.1.1): 1 onderdeel"}, ""},
		{"more long sentences than are quoted", `{"instrument":"text","text":"een twee drie","hits":[{"kind":"long_sentence","start":0,"end":3},{"kind":"long_sentence","start":4,"end":8},{"kind":"long_sentence","start":9,"end":13}]}`,
			[]string{"Lange zin: een", "Lange zin: twee", "en nog 1"}, "Lange zin: drie"},
		{"a process", `{"instrument":"steps","figures":{"askedTwice":[{"data":"naam","steps":[1,2]}],"known":[{"data":"adres","source":"Rijksregister"}]}}`,
			[]string{"Meer dan één keer gevraagd: naam", "De overheid heeft dit al: adres (Rijksregister)"}, ""},
		{"more than a page holds", `{"instrument":"steps","figures":{"askedTwice":[` + strings.TrimSuffix(strings.Repeat(`{"data":"x"},`, 500), ",") + `]}}`,
			[]string{"en nog 490"}, ""},
		{"of another shape", `{"instrument":"text","hits":"none"}`, nil, "Moeilijke"},
		{"with what no font has", `{"instrument":"text","text":"\u0000🙂\ud800` + strings.Repeat("a", 5000) + `","hits":[{"kind":"jargon","start":0,"end":5000,"plain":"\u202e"}]}`, []string{"Moeilijke woorden"}, strings.Repeat("a", 200)},
		{"of an instrument to come", `{"instrument":"other"}`, nil, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := measuredReport(t, test.finding)
			want := append([]string{"Gemeten volgens editie 2021.9; de indicator is sindsdien veranderd."}, test.says...)
			if len(test.says) > 0 { // the same finding stands at another criterion too
				want = append(want, "Wat er gevonden is, staat bij SD-I3.")
			}
			for _, want := range want {
				if strings.Count(text, want) != 1 {
					t.Errorf("%d times %q", strings.Count(text, want), want)
				}
			}
			if test.not != "" && strings.Contains(text, test.not) {
				t.Errorf("says %q", test.not)
			}
		})
	}
}
