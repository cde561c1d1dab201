package app

import (
	"context"
	"encoding/json"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

// MeasurementView is the figure that was found for an indicator.
type MeasurementView struct {
	Indicator strategy.IndicatorCode `json:"indicator"`
	Value     float64                `json:"value"`
	Note      string                 `json:"note"`
	Finding   json.RawMessage        `json:"finding"` // null for a figure that was typed
	Edition   string                 `json:"edition"`
	Suggested assessment.Verdict     `json:"suggested"` // "" for no suggestion
	SavedAt   string                 `json:"savedAt"`
	SavedBy   string                 `json:"savedBy"`
}

// measurementViews gives those of indicators that the catalogue has.
func measurementViews(catalogue *strategy.Catalogue, measurements []assessment.Measurement) []MeasurementView {
	views := []MeasurementView{}
	for _, m := range measurements {
		indicator, err := catalogue.Indicator(m.Indicator)
		if err != nil {
			continue // of another edition; it stays in the history
		}
		view := MeasurementView{
			Indicator: m.Indicator, Value: m.Value, Note: m.Note, Finding: m.Finding, Edition: m.Edition,
			Suggested: assessment.Suggested(catalogue, indicator, m), SavedAt: moment(m.SavedAt), SavedBy: m.SavedBy,
		}
		views = append(views, view)
	}
	return views
}

// FigureInput is a figure for one indicator.
type FigureInput struct {
	Indicator strategy.IndicatorCode `json:"indicator"`
	Value     float64                `json:"value"`
}

// MeasurementInput is what was found, for one indicator or for all those that
// one instrument gives a figure for, of one criterion or of several.
type MeasurementInput struct {
	AssessmentID string          `json:"assessmentId"`
	Figures      []FigureInput   `json:"figures"`
	Note         string          `json:"note"`
	Finding      json.RawMessage `json:"finding"` // of an instrument; null for a figure that was typed
}

// MeasuredView is an assessment's measurements after one was saved.
type MeasuredView struct {
	Measurements []MeasurementView `json:"measurements"`
	Answers      []AnswerView      `json:"answers"` // of the criteria that were measured
	SavedAt      string            `json:"savedAt"`
}

// SaveMeasurement keeps figures as one change. The answer stays as it is: an
// indicator suggests, the person decides.
func (f *Facade) SaveMeasurement(ctx context.Context, in MeasurementInput) (MeasuredView, error) {
	_, catalogue, err := f.assessment(ctx, in.AssessmentID)
	if err != nil {
		return MeasuredView{}, err
	}
	var found []assessment.Measurement
	for _, figure := range in.Figures {
		m := assessment.Measurement{
			Indicator: figure.Indicator, Value: assessment.Rounded(figure.Value), Note: in.Note, Finding: emptied(in.Finding), Edition: catalogue.Edition.Edition,
		}
		if err := m.Validate(catalogue); err != nil {
			return MeasuredView{}, err
		}
		found = append(found, m)
	}
	if err := f.store.SaveMeasurements(ctx, f.role(ctx), in.AssessmentID, found...); err != nil {
		return MeasuredView{}, err
	}
	return f.measured(ctx, in.AssessmentID)
}

// emptied gives nil for the null of JSON.
func emptied(text json.RawMessage) json.RawMessage {
	if string(text) == "null" {
		return nil
	}
	return text
}

// IndicatorsInput names indicators of an assessment.
type IndicatorsInput struct {
	AssessmentID string                   `json:"assessmentId"`
	Indicators   []strategy.IndicatorCode `json:"indicators"`
}

// RemoveMeasurement takes figures away as one change.
func (f *Facade) RemoveMeasurement(ctx context.Context, in IndicatorsInput) (MeasuredView, error) {
	if _, _, err := f.assessment(ctx, in.AssessmentID); err != nil {
		return MeasuredView{}, err
	}
	if err := f.store.RemoveMeasurements(ctx, f.role(ctx), in.AssessmentID, in.Indicators...); err != nil {
		return MeasuredView{}, err
	}
	return f.measured(ctx, in.AssessmentID)
}

func (f *Facade) measured(ctx context.Context, assessmentID string) (MeasuredView, error) {
	a, catalogue, err := f.complete(ctx, assessmentID)
	if err != nil {
		return MeasuredView{}, err
	}
	view := MeasuredView{Measurements: measurementViews(catalogue, a.Measurements), SavedAt: moment(f.now())}
	for _, answer := range a.Answers {
		view.Answers = append(view.Answers, f.answerView(strategy.Language(f.language(ctx)), catalogue, a, answer))
	}
	return view, nil
}
