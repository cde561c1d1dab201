package app

import (
	"context"
	"slices"
	"strings"

	"toetssteen/internal/strategy"
)

// UndoView says what was taken back.
type UndoView struct {
	Undone       bool   `json:"undone"`
	Kind         string `json:"kind"`    // answer, measurement, service, assessment, move or town
	Subject      string `json:"subject"` // what it was about, to read; for a move, the edition that is used again
	AssessmentID string `json:"assessmentId"`
	Criterion    string `json:"criterion"`
}

// Undo takes back the latest change of this device, also one of yesterday.
func (f *Facade) Undo(ctx context.Context, _ Nothing) (UndoView, error) {
	undone, err := f.store.Undo(ctx, f.role(ctx))
	if err != nil || len(undone.Objects) == 0 {
		return UndoView{}, err
	}
	object := undone.Objects[0]
	view := UndoView{Undone: true, Kind: string(object.Kind)}
	switch view.Kind {
	case "answer":
		view.AssessmentID, view.Criterion, _ = strings.Cut(object.ID, "/")
		if _, catalogue, err := f.assessment(ctx, view.AssessmentID); err == nil {
			if criterion, err := catalogue.Criterion(strategy.CriterionCode(view.Criterion)); err == nil {
				view.Subject = criterion.Label.In(strategy.Language(f.language(ctx)))
			}
		}
	case "measurement":
		var code string
		view.AssessmentID, code, _ = strings.Cut(object.ID, "/")
		if _, catalogue, err := f.assessment(ctx, view.AssessmentID); err == nil {
			if indicator, err := catalogue.Indicator(strategy.IndicatorCode(code)); err == nil {
				view.Criterion, view.Subject = string(indicator.Criterion), indicator.Label.In(strategy.Language(f.language(ctx)))
			}
		}
	case "assessment":
		view.AssessmentID = object.ID
		a, err := f.store.Assessment(ctx, object.ID)
		if err == nil && slices.Equal(undone.Fields, []string{"edition"}) {
			view.Kind, view.Subject = "move", a.Edition
			break
		}
		if slices.ContainsFunc(undone.Fields, func(field string) bool { return slices.Contains(stageFields, field) }) {
			view.Kind = "stage"
		}
		if err == nil {
			if service, err := f.store.Service(ctx, a.ServiceID); err == nil {
				view.Subject = service.Name
			}
		}
	case "service":
		if service, err := f.store.Service(ctx, object.ID); err == nil {
			view.Subject = service.Name
		}
	}
	return view, nil
}
