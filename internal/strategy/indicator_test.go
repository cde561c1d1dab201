package strategy_test

import (
	"testing"

	"toetssteen/internal/strategy"
)

func TestUnitFor(t *testing.T) {
	steps := strategy.Indicator{
		Unit:    strategy.Text{"nl": "stappen", "fr": "étapes", "de": "Schritte", "en": "steps"},
		UnitOne: strategy.Text{"nl": "stap", "fr": "étape", "de": "Schritt", "en": "step"},
	}
	share := strategy.Indicator{Unit: strategy.Text{"nl": "% van de zinnen"}}
	for _, test := range []struct {
		name  string
		of    strategy.Indicator
		value float64
		lang  strategy.Language
		want  string
	}{
		{"one", steps, 1, strategy.Dutch, "stap"},
		{"several", steps, 2, strategy.German, "Schritte"},
		{"none", steps, 0, strategy.English, "steps"},
		{"none in French", steps, 0, strategy.French, "étape"},
		{"one and a half in French", steps, 1.5, strategy.French, "étape"},
		{"no singular", share, 1, strategy.Dutch, "% van de zinnen"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := test.of.UnitFor(test.value, test.lang); got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}
