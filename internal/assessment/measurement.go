package assessment

import (
	"encoding/json"
	"math"
	"time"

	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// Measurement is the figure that was found for one indicator. It supports the
// answer to the indicator's criterion, and never gives it.
type Measurement struct {
	Indicator strategy.IndicatorCode
	Value     float64         // in the indicator's unit; 1 and 0 for yes and no
	Note      string          // where the figure comes from, may be empty
	Finding   json.RawMessage // what an instrument found, nil for a figure that was typed
	Edition   string          // of the catalogue by which it was measured

	SavedAt time.Time
	SavedBy string // a role, may be empty
}

// Limits of what a measurement keeps.
const (
	MaxNote    = 2_000     // characters
	MaxFinding = 256 << 10 // bytes
	maxFigure  = 1e12      // larger than anything that a town counts
	decimals   = 100       // a figure has two
)

// Validate refuses a measurement that cannot be kept.
func (m Measurement) Validate(catalogue *strategy.Catalogue) error {
	indicator, err := catalogue.Indicator(m.Indicator)
	if err != nil {
		return fault.Wrap(err, fault.Invalid, "error.indicator_unknown",
			fault.Args{"Indicator": string(m.Indicator), "Edition": catalogue.Edition.Edition})
	}
	if low, high := bounds(indicator); math.IsNaN(m.Value) || m.Value < low || m.Value > high {
		if high == maxFigure {
			return invalid("value", "error.figure_impossible", nil)
		}
		return invalid("value", "error.figure_out_of_range", fault.Args{"Low": low, "High": high})
	}
	if indicator.Type == strategy.Count && m.Value != math.Trunc(m.Value) {
		return invalid("value", "error.figure_not_whole", nil)
	}
	if len(m.Finding) > MaxFinding || len(m.Finding) > 0 && !json.Valid(m.Finding) {
		return invalid("finding", "error.finding_too_large", fault.Args{"MaxKiB": MaxFinding >> 10})
	}
	return checkText("note", m.Note, MaxNote)
}

// Rounded gives a figure with the decimals that are kept, so that the screen and
// the report write the same.
func Rounded(value float64) float64 { return math.Round(value*decimals) / decimals }

// bounds gives the least and the greatest figure that an indicator can have.
func bounds(i strategy.Indicator) (low, high float64) {
	switch {
	case i.Type == strategy.YesNo:
		return 0, 1
	case i.Type == strategy.Scale && i.Scale != nil:
		return float64(i.Scale.From), float64(i.Scale.To)
	case i.Type == strategy.Share, i.Measure == strategy.FleschDouma, i.Measure == strategy.LongSentences, i.Measure == strategy.Passive:
		return 0, 100
	}
	return 0, maxFigure
}

// By tells whether a measurement was made by an edition, or carried over to it.
func (m Measurement) By(edition string) bool { return m.Edition == "" || m.Edition == edition }

// Suggested gives the verdict that a measurement suggests, [Open] for none.
// One that was made by another edition suggests nothing: its indicator asked
// something else then.
func Suggested(catalogue *strategy.Catalogue, indicator strategy.Indicator, m Measurement) Verdict {
	if !m.By(catalogue.Edition.Edition) {
		return Open
	}
	return Verdict(indicator.Suggest(m.Value))
}

// Deviates tells whether a verdict is the opposite of what was suggested. The
// person decides; that they decided otherwise is shown.
func Deviates(suggested, verdict Verdict) bool {
	return suggested == Yes && verdict == No || suggested == No && verdict == Yes
}

// Supported is an indicator with the measurement that was made for it.
type Supported struct {
	Indicator strategy.Indicator
	Measurement
	Suggested Verdict
	Deviates  bool // from the verdict that was given
}

// Support gives the measurements that support the answer to a criterion, in
// the catalogue's order. Those of indicators that the catalogue does not have
// are left out.
func (a Assessment) Support(catalogue *strategy.Catalogue, answer Answer) []Supported {
	var list []Supported
	for _, indicator := range catalogue.IndicatorsOf(answer.Criterion) {
		for _, m := range a.Measurements {
			if m.Indicator == indicator.Code {
				suggested := Suggested(catalogue, indicator, m)
				list = append(list, Supported{indicator, m, suggested, Deviates(suggested, answer.Verdict)})
			}
		}
	}
	return list
}
