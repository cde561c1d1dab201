package strategy_test

import (
	"testing"

	"toetssteen/internal/strategy"
)

// Whoever does not meet a criterion finds something that helps with it.
func TestEveryCriterionHasAnAid(t *testing.T) {
	c := strategy.Current()
	for _, criterion := range c.Criteria {
		if len(c.AidsFor([]strategy.CriterionCode{criterion.Code})) == 0 {
			t.Errorf("%s: no aid contributes to it", criterion.Code)
		}
	}
}
