package assessment_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

func number(n float64) *float64 { return &n }

func TestSuggested(t *testing.T) {
	both := &strategy.Suggestion{Reached: "yes", Missed: "no"}
	tests := []struct {
		name      string
		indicator strategy.Indicator
		value     float64
		want      assessment.Verdict
	}{
		{"yes reaches yes", strategy.Indicator{Threshold: strategy.Threshold{Is: "yes"}, Suggests: both}, 1, assessment.Yes},
		{"no misses yes", strategy.Indicator{Threshold: strategy.Threshold{Is: "yes"}, Suggests: both}, 0, assessment.No},
		{"no reaches no", strategy.Indicator{Threshold: strategy.Threshold{Is: "no"}, Suggests: both}, 0, assessment.Yes},
		{"on the limit, at least", strategy.Indicator{Threshold: strategy.Threshold{AtLeast: number(80)}, Suggests: both}, 80, assessment.Yes},
		{"under the limit, at least", strategy.Indicator{Threshold: strategy.Threshold{AtLeast: number(80)}, Suggests: both}, 79.9, assessment.No},
		{"on the limit, at most", strategy.Indicator{Threshold: strategy.Threshold{AtMost: number(8)}, Suggests: both}, 8, assessment.Yes},
		{"over the limit, at most", strategy.Indicator{Threshold: strategy.Threshold{AtMost: number(8)}, Suggests: both}, 9, assessment.No},
		{"reached proves nothing", strategy.Indicator{Threshold: strategy.Threshold{AtMost: number(8)}, Suggests: &strategy.Suggestion{Missed: "no"}}, 1, assessment.Open},
		{"a direction only", strategy.Indicator{Threshold: strategy.Threshold{Better: "lower"}}, 1, assessment.Open},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := assessment.Suggested(&strategy.Catalogue{}, test.indicator, assessment.Measurement{Value: test.value}); got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

func TestDeviates(t *testing.T) {
	for _, suggested := range []assessment.Verdict{assessment.Open, assessment.Yes, assessment.No} {
		for _, verdict := range []assessment.Verdict{assessment.Open, assessment.Yes, assessment.No, assessment.NotApplicable} {
			want := suggested == assessment.Yes && verdict == assessment.No || suggested == assessment.No && verdict == assessment.Yes
			if got := assessment.Deviates(suggested, verdict); got != want {
				t.Errorf("suggested %q, verdict %q: %v", suggested, verdict, got)
			}
		}
	}
}

// of gives the first indicator of the catalogue of a type.
func of(t *testing.T, kind strategy.IndicatorType) strategy.IndicatorCode {
	t.Helper()
	for _, i := range strategy.Current().Indicators {
		if i.Type == kind {
			return i.Code
		}
	}
	t.Fatalf("no indicator of type %s", kind)
	return ""
}

func TestMeasurementValidate(t *testing.T) {
	tests := []struct {
		name string
		m    assessment.Measurement
		key  string // "" for one that can be kept
	}{
		{"yes", assessment.Measurement{Indicator: of(t, strategy.YesNo), Value: 1}, ""},
		{"neither yes nor no", assessment.Measurement{Indicator: of(t, strategy.YesNo), Value: 2}, "error.figure_out_of_range"},
		{"a count", assessment.Measurement{Indicator: of(t, strategy.Count), Value: 12}, ""},
		{"half a count", assessment.Measurement{Indicator: of(t, strategy.Count), Value: 1.5}, "error.figure_not_whole"},
		{"a share", assessment.Measurement{Indicator: of(t, strategy.Share), Value: 99.5}, ""},
		{"a share over a hundred", assessment.Measurement{Indicator: of(t, strategy.Share), Value: 101}, "error.figure_out_of_range"},
		{"less than nothing", assessment.Measurement{Indicator: of(t, strategy.Duration), Value: -1}, "error.figure_impossible"},
		{"no number", assessment.Measurement{Indicator: of(t, strategy.Duration), Value: math.NaN()}, "error.figure_impossible"},
		{"without end", assessment.Measurement{Indicator: of(t, strategy.Duration), Value: math.Inf(1)}, "error.figure_impossible"},
		{"off the scale", assessment.Measurement{Indicator: of(t, strategy.Scale), Value: 9}, "error.figure_out_of_range"},
		{"unknown indicator", assessment.Measurement{Indicator: "SD-G1.99"}, "error.indicator_unknown"},
		{"note without end", assessment.Measurement{Indicator: of(t, strategy.Share), Note: strings.Repeat("x", assessment.MaxNote+1)}, "error.text_too_long"},
		{"finding without end", assessment.Measurement{Indicator: of(t, strategy.Share), Finding: json.RawMessage(`"` + strings.Repeat("x", assessment.MaxFinding) + `"`)}, "error.finding_too_large"},
		{"finding that is no JSON", assessment.Measurement{Indicator: of(t, strategy.Share), Finding: json.RawMessage(`{`)}, "error.finding_too_large"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := test.m.Validate(strategy.Current())
			if test.key == "" && err != nil || test.key != "" && (err == nil || fault.Of(err).Key != test.key) {
				t.Errorf("%v, want %q", err, test.key)
			}
		})
	}
}

func TestRounded(t *testing.T) {
	for value, want := range map[float64]float64{7.25: 7.25, 5.04: 5.04, 1.0 / 3: 0.33, 2: 2, 0.005: 0.01} {
		if got := assessment.Rounded(value); got != want {
			t.Errorf("%v becomes %v, want %v", value, got, want)
		}
	}
}
