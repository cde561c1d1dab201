package app_test

import (
	"encoding/json"
	"slices"
	"testing"

	"toetssteen/app"
	"toetssteen/internal/strategy"
)

// What one instrument found is kept at several criteria as one change, and so
// is taken away.
func TestMeasurementsOfSeveralCriteria(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	id := assessed(t, f)
	measured := func(view app.MeasuredView) []strategy.IndicatorCode {
		var codes []strategy.IndicatorCode
		for _, m := range view.Measurements {
			codes = append(codes, m.Indicator)
		}
		return codes
	}
	both := []strategy.IndicatorCode{"DG-G2.1", "GC-G1.1"}
	view, err := f.SaveMeasurement(t.Context(), app.MeasurementInput{
		AssessmentID: id, Figures: []app.FigureInput{{Indicator: both[0], Value: 1}, {Indicator: both[1], Value: 9}},
		Note: "2 stappen beschreven", Finding: json.RawMessage(`{"instrument":"steps","steps":[]}`),
	})
	must(t, err)
	if got := measured(view); !slices.Equal(got, both) {
		t.Fatalf("measured %v", got)
	}
	view, err = f.RemoveMeasurement(t.Context(), app.IndicatorsInput{AssessmentID: id, Indicators: both})
	must(t, err)
	if got := measured(view); len(got) != 0 {
		t.Fatalf("after removing: %v", got)
	}
	for _, want := range []int{2, 0} {
		_, err := f.Undo(t.Context(), app.Nothing{})
		must(t, err)
		a, err := f.Assessment(t.Context(), app.IDInput{ID: id})
		must(t, err)
		if len(a.Measured) != want {
			t.Errorf("after undoing: %d measurements, want %d", len(a.Measured), want)
		}
	}
	_, err = f.SaveMeasurement(t.Context(), app.MeasurementInput{
		AssessmentID: id, Figures: []app.FigureInput{{Indicator: both[0], Value: 1}, {Indicator: "XX-G9.1", Value: 9}},
	})
	if a, loadErr := f.Assessment(t.Context(), app.IDInput{ID: id}); err == nil || loadErr != nil || len(a.Measured) != 0 {
		t.Errorf("one indicator that does not exist: %v, %v, kept %d", err, loadErr, len(a.Measured))
	}
}
