package assessment_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

func TestShort(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ met, unmet, notApplicable, want int }{
		"good already":                   {4, 1, 0, 0},
		"nothing counted":                {0, 0, 6, 0},
		"just one":                       {4, 2, 0, 1},
		"all of one":                     {0, 1, 0, 1},
		"none of five":                   {0, 5, 0, 4},
		"what does not apply stays out":  {0, 5, 40, 4},
		"a whole one for a part of one":  {0, 6, 0, 5},
		"79 of 99, not quite 80 percent": {79, 20, 0, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := (assessment.Cell{Met: c.met, Unmet: c.unmet, NotApplicable: c.notApplicable}).Short(); got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
		})
	}
}

// Whatever is answered: meeting what is named makes the cell good, and one
// fewer does not; a cell that is not named is good already, or counts nothing.
func TestFewestChangesProperties(t *testing.T) {
	t.Parallel()
	catalogue := strategy.Current()
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 9))
		answers := randomAnswers(random, catalogue)
		lifts := assessment.FewestChanges(catalogue, answers, assessment.Priorities(catalogue, answers, assessment.Surroundings{}))
		for _, cell := range assessment.Score(catalogue, answers) {
			at := slices.IndexFunc(lifts, func(l assessment.Lift) bool {
				return l.Cell.Principle == cell.Principle && l.Cell.Kind == cell.Kind
			})
			if at < 0 {
				if s := cell.State(); s == assessment.Partial || s == assessment.None {
					t.Fatalf("seed %d: nothing lifts %s %s", seed, cell.Principle, cell.Kind)
				}
				continue
			}
			named := lifts[at].Criteria
			if s := after(catalogue, answers, cell, named); s != assessment.Good {
				t.Fatalf("seed %d: %v leave %s %s %s", seed, named, cell.Principle, cell.Kind, s)
			}
			for i := range named {
				fewer := slices.Delete(slices.Clone(named), i, i+1)
				if after(catalogue, answers, cell, fewer) == assessment.Good {
					t.Fatalf("seed %d: %v would do for %s %s", seed, fewer, cell.Principle, cell.Kind)
				}
			}
		}
	}
}

// after gives the state of a cell once some criteria are met.
func after(catalogue *strategy.Catalogue, answers []assessment.Answer, cell assessment.Cell, met []strategy.CriterionCode) assessment.State {
	changed := slices.Clone(answers)
	for i, a := range changed {
		if slices.Contains(met, a.Criterion) {
			changed[i].Verdict = assessment.Yes
		}
	}
	for _, c := range assessment.Score(catalogue, changed) {
		if c.Principle == cell.Principle && c.Kind == cell.Kind {
			return c.State()
		}
	}
	return ""
}

func TestFewestChangesTakesTheLeastEffort(t *testing.T) {
	t.Parallel()
	catalogue := strategy.Current()
	answers := answersBut(map[strategy.CriterionCode]assessment.Verdict{"SD-G1": assessment.No, "SD-G2": assessment.No, "SD-G3": assessment.No})
	town := assessment.Surroundings{Actions: []assessment.ImprovementAction{
		{Criteria: []strategy.CriterionCode{"SD-G1", "SD-G2"}, Effort: assessment.LargeEffort},
		{Criteria: []strategy.CriterionCode{"SD-G3"}, Effort: assessment.SmallEffort},
	}}
	lifts := assessment.FewestChanges(catalogue, answers, assessment.Priorities(catalogue, answers, town))
	if len(lifts) != 1 || !slices.Equal(lifts[0].Criteria, []strategy.CriterionCode{"SD-G3", "SD-G1"}) {
		t.Errorf("got %+v", lifts)
	}
}
