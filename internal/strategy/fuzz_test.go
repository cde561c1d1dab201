package strategy_test

import (
	"encoding/json"
	"errors"
	"maps"
	"testing"
	"testing/fstest"
	"time"

	"toetssteen/internal/strategy"
)

// parse parses, and fails a test where that does not end.
func parse(t testing.TB, m fstest.MapFS) (c *strategy.Catalogue, err error) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		c, err = strategy.Parse(m)
	}()
	select {
	case <-done:
		return c, err
	case <-time.After(20 * time.Second):
		t.Fatal("does not end")
		return nil, nil
	}
}

// smallCatalogue gives a catalogue of one principle, with one of everything
// that there can be.
func smallCatalogue(t testing.TB) fstest.MapFS {
	t.Helper()
	text := func(nl string) strategy.Text {
		return strategy.Text{"nl": nl, "fr": nl + " (fr)", "de": nl + " (de)", "en": nl + " (en)"}
	}
	criterion := func(code strategy.CriterionCode, kind strategy.Kind) strategy.Criterion {
		return strategy.Criterion{
			Code: code, Principle: "GC", Kind: kind, Source: "2.3.1", Label: text("Eenvoudig"), Question: text("Is het eenvoudig?"), Met: text("Ja."),
			NotMeant: text("Nee."), Example: text("Zo."), Points: []strategy.Point{{Code: string(code) + "a", Label: text("Punt"), Text: text("Een punt.")}},
		}
	}
	one := 1.0
	m := make(fstest.MapFS)
	for name, value := range map[string]any{
		"edition.json": strategy.Edition{Format: strategy.Format, Edition: "2022.1", Date: "2022-04-21", Source: strategy.Source{
			Title: text("Strategie"), Publisher: text("Overheid"), Version: "2022-04-21", Published: "2022-05-06",
		}},
		"principles.json":  []strategy.Principle{{Code: "GC", Name: text("Gebruiker centraal"), Meaning: text("De gebruiker eerst.")}},
		"criteria-gc.json": []strategy.Criterion{criterion("GC-G1", strategy.User), criterion("GC-I1", strategy.Inclusion)},
		"indicators-gc.json": []strategy.Indicator{
			{
				Code: "GC-G1.1", Criterion: "GC-G1", Type: strategy.Scale, Label: text("Cijfer"), Question: text("Welk cijfer?"), How: text("Vraag het."), Unit: text("punten"),
				Scale: &strategy.Range{From: 0, To: 5}, Threshold: strategy.Threshold{AtLeast: &one}, Reason: text("Daarom."), Suggests: &strategy.Suggestion{Reached: "yes"},
			},
			{
				Code: "GC-I1.1", Criterion: "GC-I1", Type: strategy.YesNo, Label: text("Hulp"), Question: text("Is er hulp?"), How: text("Kijk."),
				Threshold: strategy.Threshold{Is: "yes"}, Reason: text("Daarom."), Suggests: &strategy.Suggestion{Missed: "no"},
			},
		},
		"aids.json": []strategy.Aid{{
			ID: "hulp", Type: strategy.Method, Name: text("Hulp"), Statuses: []strategy.StatedStatus{{Status: strategy.Developed, Source: "4.1"}}, Supplier: text("Overheid"),
			Description: text("Het helpt."), Link: "https://example.org/", Source: []string{"4.1"},
			Contributions: []strategy.Contribution{{Criterion: "GC-G1", Extent: strategy.Covers, Why: text("Het helpt.")}},
		}},
		"actions.json": []strategy.Action{{
			Number: 1, Title: text("Doen"), Description: text("Doe het."), Owner: text("Overheid"), Timing: strategy.ShortTerm, Budget: strategy.LowBudget,
			Status: strategy.Running, Touches: []int{}, Source: "5.1", ServedBy: []strategy.Serving{{Part: strategy.AidsPart, How: text("Zo.")}},
		}},
	} {
		data, err := json.MarshalIndent(value, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		m[name] = &fstest.MapFile{Data: data}
	}
	return m
}

func TestSmallCatalogueIsSound(t *testing.T) {
	if _, err := strategy.Parse(smallCatalogue(t)); err != nil {
		t.Error(err)
	}
}

// Whatever stands in the files: parsing ends, and gives a catalogue that a
// screen can show or faults that say where.
func FuzzParse(f *testing.F) {
	m := smallCatalogue(f)
	text := func(name string) string { return string(m[name].Data) }
	edition, principles, criteria := text("edition.json"), text("principles.json"), text("criteria-gc.json")
	indicators, aids, actions := text("indicators-gc.json"), text("aids.json"), text("actions.json")
	f.Add(edition, principles, criteria, indicators, aids, actions)
	f.Add(edition, principles, `[null]`, indicators, aids, actions)
	f.Add(edition, principles, `[{"code":"XC-G1","principle":"XC"}]`, indicators, aids, actions)
	f.Add(edition, `[{"code":"GC"},{"code":"GC"},{"code":"../"}]`, criteria, `[]`, `[null]`, `[{"number":1e9}]`)
	f.Add(`{"format":3}`, `[]`, `[]`, `[]`, `[]`, `[]`)
	f.Add(`{"format":2,"edition":"2022.1","date":"2022-04-21"}`, principles, `[{"points":[{}]}]`, `[{"threshold":{"at_least":1e999}}]`, `[{"statuses":[{}]}]`, `{}`)
	f.Add(`null`, principles, `[{"code":"GC-G1","label":{"nl":"\ud800"}}]`, `[null]`, `[{"contributions":[null]}]`, `[[]]`)
	f.Fuzz(func(t *testing.T, edition, principles, criteria, indicators, aids, actions string) {
		broken := fstest.MapFS{
			"edition.json": {Data: []byte(edition)}, "principles.json": {Data: []byte(principles)}, "criteria-gc.json": {Data: []byte(criteria)},
			"indicators-gc.json": {Data: []byte(indicators)}, "aids.json": {Data: []byte(aids)}, "actions.json": {Data: []byte(actions)},
		}
		c, err := parse(t, broken)
		if err != nil {
			var faults strategy.Faults
			if c != nil || !errors.As(err, &faults) || len(faults) == 0 {
				t.Fatalf("catalogue %v beside the error %v", c, err)
			}
			for _, fault := range faults {
				if fault.File == "" {
					t.Errorf("%v says not where", fault)
				}
			}
			return
		}
		for _, criterion := range c.Criteria {
			if criterion.Question[strategy.German] == "" || len(c.IndicatorsOf(criterion.Code)) == 0 {
				t.Errorf("%s: no question or indicator", criterion.Code)
			}
		}
		if len(c.Hash()) != 64 {
			t.Errorf("hash %q", c.Hash())
		}
	})
}

// The scope questions, which a catalogue may do without.
func FuzzParseScope(f *testing.F) {
	m := smallCatalogue(f)
	f.Add(`[{"code":"a","question":{"nl":"A?","fr":"A?","de":"A?","en":"A?"},"rules":[{"answer":"no","criteria":["GC-G1"],"reason":{"nl":"A.","fr":"A.","de":"A.","en":"A."}}]}]`)
	f.Add(`[{"rules":[{"criteria":["GC-G1","GC-G1"]},{"criteria":["GC-G1"]}]}]`)
	f.Add(`[{"rules":[null]}, null]`)
	f.Add(`{}`)
	f.Fuzz(func(t *testing.T, scope string) {
		broken := maps.Clone(m)
		broken["scope.json"] = &fstest.MapFile{Data: []byte(scope)}
		c, err := parse(t, broken)
		if err != nil {
			var faults strategy.Faults
			if c != nil || !errors.As(err, &faults) || len(faults) == 0 {
				t.Fatalf("catalogue %v beside the error %v", c, err)
			}
			return
		}
		for _, q := range c.Scope {
			if found, is := c.ScopeQuestion(q.Code); !is || len(found.Rules) == 0 {
				t.Errorf("question %q is not found, or rules out nothing", q.Code)
			}
		}
	})
}
