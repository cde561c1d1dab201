package assessment_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

func named(ids ...string) []assessment.Service {
	var services []assessment.Service
	for _, id := range ids {
		services = append(services, assessment.Service{ID: id, Name: "Dienst " + id})
	}
	return services
}

func stands(t testing.TB, id string, given ...assessment.Answer) assessment.Latest {
	t.Helper()
	a, err := assessment.By(strategy.Current(), assessment.Assessment{ID: id, Answers: given})
	if err != nil {
		t.Fatal(err)
	}
	return assessment.Latest{Assessment: a, Catalogue: strategy.Current()}
}

type (
	targets = []assessment.Target
	links   = map[string]targets
)

func TestInherits(t *testing.T) {
	t.Parallel()
	yes := assessment.Answer{Criterion: "SD-G1", Verdict: assessment.Yes, Explanation: "Alles kan online."}
	no := assessment.Answer{Criterion: "SD-G1", Verdict: assessment.No, Explanation: "Nog op papier."}
	portal := assessment.Service{ID: "portal", Name: "Ons loket", Kind: assessment.AsAid, Aid: "mijn-burgerprofiel"}
	for name, c := range map[string]struct {
		services  []assessment.Service
		on        links
		latest    map[string]assessment.Latest
		criterion strategy.CriterionCode
		verdict   assessment.Verdict // "" for nothing
		source    string
		reason    string
	}{
		"an aid that covers it": {
			services: named("a"), on: links{"a": {"aid:mijn-burgerprofiel"}},
			criterion: "SD-G4", verdict: assessment.Yes, source: "mijn-burgerprofiel", reason: "Dit is het hoofdloket voor burgers.",
		},
		"an aid that only helps":         {services: named("a"), on: links{"a": {"aid:mijn-burgerprofiel"}}, criterion: "GC-G3"},
		"an aid that covers a point":     {services: named("a"), on: links{"a": {"aid:contactcenter-1700"}}, criterion: "SD-I4"},
		"an aid that is not there yet":   {services: named("a"), on: links{"a": {"aid:feedbackinstrument"}}, criterion: "GC-I3"},
		"an aid that nobody knows":       {services: named("a"), on: links{"a": {"aid:none"}}, criterion: "SD-G4"},
		"a service that is not there":    {services: named("a"), on: links{"a": {"service:b"}}, criterion: "SD-G1"},
		"a service that is not assessed": {services: named("a", "b"), on: links{"a": {"service:b"}}, criterion: "SD-G1"},
		"a service that meets it": {
			services: named("a", "b"), on: links{"a": {"service:b"}}, latest: map[string]assessment.Latest{"b": stands(t, "of-b", yes)},
			criterion: "SD-G1", verdict: assessment.Yes, source: "of-b", reason: "Alles kan online.",
		},
		"a service to which it does not apply": {
			services: named("a", "b"), on: links{"a": {"service:b"}},
			latest:    map[string]assessment.Latest{"b": stands(t, "of-b", assessment.Answer{Criterion: "SD-G1", Verdict: assessment.NotApplicable, Explanation: "x"})},
			criterion: "SD-G1",
		},
		"one fails it and another meets it": {
			services: named("a", "b", "c"), on: links{"a": {"service:b", "service:c"}},
			latest:    map[string]assessment.Latest{"b": stands(t, "of-b", yes), "c": stands(t, "of-c", no)},
			criterion: "SD-G1", verdict: assessment.No, source: "of-c", reason: "Nog op papier.",
		},
		"a chain": {
			services: named("a", "b", "c"), on: links{"a": {"service:b"}, "b": {"service:c"}},
			latest:    map[string]assessment.Latest{"b": stands(t, "of-b"), "c": stands(t, "of-c", no)},
			criterion: "SD-G1", verdict: assessment.No, source: "of-b", reason: "Nog op papier.",
		},
		"a chain with a link that is not assessed": {
			services: named("a", "b"), on: links{"a": {"service:b"}, "b": {"aid:mijn-burgerprofiel"}},
			criterion: "SD-G4", verdict: assessment.Yes, source: "mijn-burgerprofiel", reason: "Dit is het hoofdloket voor burgers.",
		},
		"the town's verdict on an aid goes before the catalogue's": {
			services: append(named("a"), portal), on: links{"a": {"aid:mijn-burgerprofiel"}},
			latest: map[string]assessment.Latest{"portal": stands(t, "of-portal",
				assessment.Answer{Criterion: "SD-G4", Verdict: assessment.No, Explanation: "Nog niet gekoppeld."})},
			criterion: "SD-G4", verdict: assessment.No, source: "of-portal", reason: "Nog niet gekoppeld.",
		},
		"what the town did not say of an aid, the catalogue does": {
			services: append(named("a"), portal), on: links{"a": {"aid:mijn-burgerprofiel"}},
			latest:    map[string]assessment.Latest{"portal": stands(t, "of-portal", yes)},
			criterion: "SD-G4", verdict: assessment.Yes, source: "mijn-burgerprofiel", reason: "Dit is het hoofdloket voor burgers.",
		},
		"a circle": {
			services: named("a", "b"), on: links{"a": {"service:b"}, "b": {"service:a"}},
			latest:    map[string]assessment.Latest{"a": stands(t, "of-a", yes), "b": stands(t, "of-b", no)},
			criterion: "SD-G1",
		},
		"two laptops disagree about the source": {
			services: named("a", "b"), on: links{"a": {"service:b"}},
			latest: map[string]assessment.Latest{"b": stands(t, "of-b",
				assessment.Answer{Criterion: "SD-G1", Verdict: assessment.Yes, Conflict: true})},
			criterion: "SD-G1",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := assessment.NewBuilding(c.services, c.on)
			for id, latest := range c.latest {
				b.Stands(id, latest)
			}
			in, is := b.Inherits(strategy.Current(), "a")[c.criterion]
			if is != (c.verdict != "") || in.Verdict != c.verdict || in.Source.ID != c.source || in.Source.Reason.In("nl") != c.reason {
				t.Errorf("got %v %+v", is, in)
			}
		})
	}
}

func TestCircleIsSeen(t *testing.T) {
	t.Parallel()
	portal := assessment.Service{ID: "p", Name: "Loket", Kind: assessment.AsAid, Aid: "acm"}
	b := assessment.NewBuilding(append(named("a", "b", "c"), portal), links{"a": {"service:b"}, "b": {"service:c", "aid:acm"}})
	for name, c := range map[string]struct {
		service string
		target  assessment.Target
		want    bool
	}{
		"itself":                     {"a", "service:a", true},
		"itself, as an aid":          {"p", "aid:acm", true},
		"one that builds on it":      {"c", "service:a", true},
		"through an aid of the town": {"p", "service:a", true},
		"another":                    {"a", "service:c", false},
		"an aid":                     {"a", "aid:magda", false},
		"what is not there":          {"a", "service:z", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := b.Circle(c.service, c.target); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

// Whatever builds on whatever: it ends, a verdict that somebody gave stays,
// what follows follows its source, and the order in which links are made
// changes nothing.
func TestBuildingProperties(t *testing.T) {
	t.Parallel()
	catalogue := strategy.Current()
	random := rand.New(rand.NewPCG(2022, 1))
	verdicts := []assessment.Verdict{assessment.Open, assessment.Open, assessment.Yes, assessment.No, assessment.NotApplicable}
	for round := range 300 {
		services := named("a", "b", "c", "d", "e", "f")
		on, latest := make(links), make(map[string]assessment.Latest)
		for _, s := range services {
			for range random.IntN(4) {
				on[s.ID] = append(on[s.ID], assessment.OnService(services[random.IntN(len(services))].ID))
			}
			if random.IntN(2) == 0 {
				on[s.ID] = append(on[s.ID], assessment.OnAid(catalogue.Aids[random.IntN(len(catalogue.Aids))].ID))
			}
			var given []assessment.Answer
			for _, c := range catalogue.Criteria {
				given = append(given, assessment.Answer{Criterion: c.Code, Verdict: verdicts[random.IntN(len(verdicts))], Explanation: fmt.Sprint(s.ID, round)})
			}
			latest[s.ID] = stands(t, "of-"+s.ID, given...)
		}
		build := func(on links) *assessment.Building {
			b := assessment.NewBuilding(services, on)
			for id, l := range latest {
				b.Stands(id, l)
			}
			return b
		}
		shuffled := make(links)
		for id, list := range on {
			shuffled[id] = append(targets{}, list...)
			random.Shuffle(len(list), func(i, j int) { shuffled[id][i], shuffled[id][j] = shuffled[id][j], shuffled[id][i] })
		}
		b, other := build(on), build(shuffled)
		for _, s := range services {
			inherits := b.Inherits(catalogue, s.ID)
			if !reflect.DeepEqual(inherits, other.Inherits(catalogue, s.ID)) {
				t.Fatalf("round %d: another order of links says something else of %s", round, s.ID)
			}
			out := assessment.RuledOut(catalogue, assessment.ScopeAnswers{"login": "no", "partners": "yes"})
			for i, a := range (assessment.Basis{Scope: out, Inherits: inherits}).On(latest[s.ID].Assessment.Answers) {
				was := latest[s.ID].Assessment.Answers[i]
				if was.Verdict != assessment.Open && !reflect.DeepEqual(a, was) {
					t.Fatalf("round %d: %s of %s changed from %+v to %+v", round, a.Criterion, s.ID, was, a)
				}
				if a.Explanation != was.Explanation {
					t.Fatalf("round %d: what somebody wrote changed from %q to %q", round, was.Explanation, a.Explanation)
				}
				follows(t, b, out, s.ID, a)
			}
		}
	}
}

// follows checks that what was derived says what its source says now.
func follows(t *testing.T, b *assessment.Building, out map[strategy.CriterionCode]assessment.Source, service string, a assessment.Answer) {
	t.Helper()
	_, ruledOut := out[a.Criterion]
	switch a.Origin {
	case assessment.Scoped:
		if !ruledOut || a.Verdict != assessment.NotApplicable {
			t.Fatalf("%s of %s is ruled out by nothing", a.Criterion, service)
		}
	case assessment.Inherited:
		on, _ := b.Targets(service)
		found := false
		for _, target := range on {
			in, is := b.From(strategy.Current(), target)[a.Criterion]
			found = found || is && in.Verdict == a.Verdict
			if is && in.Verdict == assessment.No && a.Verdict == assessment.Yes {
				t.Fatalf("%s of %s is met, though a part fails it", a.Criterion, service)
			}
		}
		if !found || ruledOut {
			t.Fatalf("%s of %s comes from nowhere", a.Criterion, service)
		}
	case assessment.Own:
	}
}

func TestScopeRulesOut(t *testing.T) {
	t.Parallel()
	catalogue := strategy.Current()
	for name, c := range map[string]struct {
		answers assessment.ScopeAnswers
		out     int
	}{
		"nothing answered":              {nil, 0},
		"everything yes":                {assessment.ScopeAnswers{"login": "yes", "personal-data": "yes"}, 0},
		"one no":                        {assessment.ScopeAnswers{"login": "no"}, 1},
		"two":                           {assessment.ScopeAnswers{"login": "no", "personal-data": "no"}, 7},
		"a question of another edition": {assessment.ScopeAnswers{"weather": "no"}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := assessment.RuledOut(catalogue, c.answers); len(got) != c.out {
				t.Errorf("rules out %v", got)
			}
		})
	}
	if err := assessment.ValidateScope(catalogue, "weather", "no"); err == nil {
		t.Error("a question that is not there is answered")
	}
	if err := assessment.ValidateScope(catalogue, "login", "perhaps"); err == nil {
		t.Error("perhaps is an answer")
	}
}
