package strategy_test

import (
	"testing"

	"toetssteen/internal/strategy"
)

// Whatever is answered, something is left to assess; and an edition may do
// without scope questions.
func TestScopeQuestions(t *testing.T) {
	c := strategy.Current()
	if n := len(c.Scope); n < 8 || n > 12 {
		t.Errorf("%d scope questions", n)
	}
	ruled := make(map[strategy.CriterionCode]string)
	for _, q := range c.Scope {
		answers := make(map[strategy.ScopeAnswer]bool)
		for _, rule := range q.Rules {
			answers[rule.Answer] = true
			for _, code := range rule.Criteria {
				if other := ruled[code]; other != "" {
					t.Errorf("%s is ruled out by %s and %s: one question is enough", code, other, q.Code)
				}
				ruled[code] = q.Code
			}
		}
		if len(answers) == 2 {
			t.Errorf("%s rules something out whatever is answered", q.Code)
		}
	}
	if left := len(c.Criteria) - len(ruled); left < len(c.Criteria)/2 {
		t.Errorf("only %d criteria are left", left)
	}

	m := files(t)
	delete(m, "scope.json")
	without, err := strategy.Parse(m)
	if err != nil || len(without.Scope) != 0 {
		t.Fatalf("%d questions, %v", len(without.Scope), err)
	}
	if without.Hash() == c.Hash() {
		t.Error("the questions are not in the hash")
	}
}

// What covers a point only does not meet the criterion.
func TestCoversWhole(t *testing.T) {
	for _, aid := range strategy.Current().Aids {
		for _, contribution := range aid.Contributions {
			if aid.ID == "contactcenter-1700" && contribution.CoversWhole() {
				t.Errorf("%s covers all of %s", aid.ID, contribution.Criterion)
			}
			if aid.ID == "mijn-burgerprofiel" && contribution.Criterion == "SD-G4" && (!aid.Ready() || !contribution.CoversWhole()) {
				t.Error("building on Mijn Burgerprofiel does not meet SD-G4")
			}
		}
	}
}
