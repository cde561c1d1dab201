package assessment_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

func TestCellState(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		met, unmet, notApplicable, open int
		state                           assessment.State
		percent                         int
		provisional                     bool
	}{
		"nothing answered":              {0, 0, 0, 6, assessment.StillOpen, 0, false},
		"nothing applies":               {0, 0, 6, 0, assessment.NothingSet, 0, false},
		"rest open, others don't apply": {0, 0, 3, 3, assessment.StillOpen, 0, false},
		"none met":                      {0, 5, 1, 0, assessment.None, 0, false},
		"just 80":                       {4, 1, 0, 0, assessment.Good, 80, false},
		"80 of what applies":            {4, 1, 7, 0, assessment.Good, 80, false},
		"just below 80":                 {79, 20, 0, 0, assessment.Partial, 79, false},
		"rounded down, never up to 80":  {799, 201, 0, 0, assessment.Partial, 79, false},
		"all":                           {6, 0, 0, 0, assessment.Good, 100, false},
		"some":                          {1, 5, 0, 0, assessment.Partial, 16, false},
		"good so far":                   {2, 0, 0, 4, assessment.Good, 100, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cell := assessment.Cell{Met: c.met, Unmet: c.unmet, NotApplicable: c.notApplicable, Open: c.open}
			if cell.State() != c.state || cell.Percent() != c.percent || cell.Provisional() != c.provisional {
				t.Errorf("got %s %d %v, want %s %d %v", cell.State(), cell.Percent(), cell.Provisional(), c.state, c.percent, c.provisional)
			}
		})
	}
}

func randomAnswers(random *rand.Rand, catalogue *strategy.Catalogue) []assessment.Answer {
	verdicts := []assessment.Verdict{assessment.Open, assessment.Yes, assessment.No, assessment.NotApplicable}
	var answers []assessment.Answer
	for _, criterion := range catalogue.Criteria {
		answers = append(answers, assessment.Answer{Criterion: criterion.Code, Verdict: verdicts[random.IntN(len(verdicts))]})
	}
	return answers
}

// Whatever is answered: every criterion is counted once, in the cell where it
// belongs; one more yes never makes a cell worse, and one more not-applicable
// leaves the count.
func TestScoreProperties(t *testing.T) {
	t.Parallel()
	catalogue := strategy.Current()
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 3))
		answers := randomAnswers(random, catalogue)
		matrix := assessment.Score(catalogue, answers)
		if len(matrix) != 10 {
			t.Fatalf("%d cells, want 10", len(matrix))
		}
		for _, cell := range matrix {
			if sum := cell.Counted() + cell.NotApplicable + cell.Open; sum != cell.Total || cell.Total != len(catalogue.CriteriaOf(cell.Principle, cell.Kind)) {
				t.Fatalf("seed %d: %s %s counts %d of %d", seed, cell.Principle, cell.Kind, sum, cell.Total)
			}
		}
		sum := matrix.Sum()
		if sum.Total != len(catalogue.Criteria) || sum.Counted()+sum.NotApplicable+sum.Open != sum.Total {
			t.Fatalf("seed %d: the sum is %+v", seed, sum)
		}
		if open := assessment.ProgressOf(answers).Open; sum.Open != open {
			t.Fatalf("seed %d: %d open in the matrix, %d among the answers", seed, sum.Open, open)
		}
		at := random.IntN(len(answers))
		if answers[at].Verdict != assessment.No {
			continue
		}
		answers[at].Verdict = assessment.Yes
		for i, better := range assessment.Score(catalogue, answers) {
			if better.Percent() < matrix[i].Percent() {
				t.Fatalf("seed %d: a yes made %s %s worse", seed, better.Principle, better.Kind)
			}
		}
	}
}

func TestSignificance(t *testing.T) {
	t.Parallel()
	n := func(n int64) *int64 { return &n }
	for name, c := range map[string]struct {
		budget, users *int64
		development   assessment.Development
		want          string // significant by budget, by users, unknown, required
	}{
		"nothing known":          {nil, nil, assessment.New, "false false false true false"},
		"just at both limits":    {n(500_000), n(100_000), assessment.New, "false false false false false"},
		"one euro over":          {n(500_001), n(0), assessment.New, "true true false false true"},
		"one user over":          {n(0), n(100_001), assessment.Reworked, "true false true false true"},
		"existing: not required": {n(900_000), n(200_000), assessment.Existing, "true true true false false"},
		"small, users unknown":   {n(10), nil, assessment.New, "false false false true false"},
		"large, users unknown":   {n(600_000), nil, assessment.New, "true true false false true"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := assessment.Service{BudgetEuro: c.budget, Users: c.users, Development: c.development}.Significance()
			if got := fmt.Sprint(s.Significant, s.ByBudget, s.ByUsers, s.Unknown, s.Required); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
