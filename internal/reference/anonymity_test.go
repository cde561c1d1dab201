package reference_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/reference"
	"toetssteen/internal/strategy"
	"toetssteen/internal/submission"
)

// mark is a made-up submission with one answer: counting looks at no more.
func mark(town int, audience assessment.Audience, v assessment.Verdict) submission.Document {
	return submission.Document{
		Municipality: submission.Municipality{NIS: fmt.Sprint(10000 + town)},
		Service:      submission.Service{Audience: audience},
		Assessment:   submission.Assessment{Edition: "2022.1", CatalogueHash: "x"},
		Answers:      []submission.Answer{{Criterion: "SD-G1", Verdict: v}},
	}
}

// many gives n submissions of services for an audience, of so many towns.
func many(n, towns int, audience assessment.Audience) []submission.Document {
	var documents []submission.Document
	for i := range n {
		documents = append(documents, mark(i%towns, audience, assessment.Yes))
	}
	return documents
}

func TestWhatIsCounted(t *testing.T) {
	t.Parallel()
	const c, e, a = assessment.Citizens, assessment.Enterprises, assessment.Associations
	join := func(lists ...[]submission.Document) (all []submission.Document) {
		for _, l := range lists {
			all = append(all, l...)
		}
		return all
	}
	for name, test := range map[string]struct {
		documents []submission.Document
		want      string // audience and number of submissions of each group
	}{
		"nothing":             {nil, ""},
		"four submissions":    {many(4, 4, c), ""},
		"five of two towns":   {many(5, 2, c), ""},
		"five of three towns": {many(5, 3, c), " 5;"},
		"two large groups":    {join(many(5, 3, c), many(6, 4, e)), " 11;citizens 5;enterprises 6;"},
		"a small rest would be known, so one waits": {join(many(5, 3, c), many(7, 3, e), many(2, 2, a)), " 14;enterprises 7;"},
		"a small rest and one large group":          {join(many(9, 4, c), many(1, 1, e)), " 10;"},
		"a rest of two towns":                       {join(many(9, 4, c), many(6, 2, e)), " 15;"},
		"a rest that is large itself":               {join(many(9, 4, c), many(3, 3, e), many(3, 3, "")), " 15;citizens 9;"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := ""
			for _, edition := range reference.Count(test.documents, false, now).Editions {
				for _, g := range edition.Groups {
					got += fmt.Sprintf("%s %d;", g.Audience, g.Submissions)
				}
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestCountsAreThoseOfTheAnswers(t *testing.T) {
	t.Parallel()
	documents := many(4, 3, "")
	documents = append(documents, mark(7, "", assessment.No), mark(8, "", assessment.NotApplicable))
	b := reference.Count(documents, false, now)
	g := b.Editions[0].Groups[0]
	if g.Submissions != 6 || g.Towns != 5 || g.Criteria[0] != (reference.CriterionCount{Criterion: "SD-G1", Met: 4, Unmet: 1, NotApplicable: 1}) {
		t.Errorf("got %+v", g)
	}
}

// Whoever has a benchmark can subtract any of its groups from all: no
// difference is about fewer submissions or towns than a group may be.
func TestNoDifferenceIsSmall(t *testing.T) {
	t.Parallel()
	audiences := []assessment.Audience{"", assessment.Citizens, assessment.Enterprises, assessment.Associations, assessment.Authorities}
	for seed := range uint64(3000) {
		random := rand.New(rand.NewPCG(seed, 11))
		var documents []submission.Document
		for range random.IntN(40) {
			documents = append(documents, mark(random.IntN(8), audiences[random.IntN(1+random.IntN(5))], assessment.Yes))
		}
		b := reference.Count(documents, false, now)
		if len(b.Editions) == 0 {
			continue
		}
		var published []assessment.Audience
		for _, g := range b.Editions[0].Groups[1:] {
			published = append(published, g.Audience)
		}
		for subset := range 1 << len(published) {
			var left []submission.Document
			for _, d := range documents {
				taken := false
				for i, audience := range published {
					taken = taken || subset&(1<<i) != 0 && d.Service.Audience == audience
				}
				if !taken {
					left = append(left, d)
				}
			}
			towns := make(map[string]bool)
			for _, d := range left {
				towns[d.Municipality.NIS] = true
			}
			if len(left) > 0 && (len(left) < reference.MinSubmissions || len(towns) < reference.MinTowns) {
				t.Fatalf("seed %d: all minus %b of %v is %d submissions of %d towns", seed, subset, published, len(left), len(towns))
			}
		}
	}
}

// Submissions by other editions are counted apart: they ask other things.
func TestEditionsAreCountedApart(t *testing.T) {
	t.Parallel()
	documents := many(5, 3, "")
	later := many(6, 3, "")
	for i := range later {
		later[i].Assessment.Edition = "2026.1"
	}
	few := many(2, 2, "")
	for i := range few {
		few[i].Assessment.Edition = "2031.1"
	}
	b := reference.Count(append(append(documents, later...), few...), false, now)
	if len(b.Editions) != 2 || b.Editions[0].Edition != "2026.1" || b.Editions[0].Groups[0].Submissions != 6 || b.Editions[1].Edition != strategy.Current().Edition.Edition {
		t.Errorf("got %+v", b.Editions)
	}
}
