package sqlite

import (
	"context"
	"fmt"

	"toetssteen/internal/assessment"
	"toetssteen/internal/journal"
)

// SaveCover writes what the notification of an assessment says first.
func (s *Store) SaveCover(ctx context.Context, user, assessmentID, text string) error {
	if err := assessment.ValidateCover(text); err != nil {
		return err
	}
	return s.editAssessment(ctx, user, assessmentID, "save cover note", journal.Edit{Field: "cover", Value: emptyIsNull(text)})
}

// SaveCorrection writes why an assessment is handed in again.
func (s *Store) SaveCorrection(ctx context.Context, user, assessmentID, text string) error {
	if err := assessment.ValidateCorrection(text); err != nil {
		return err
	}
	return s.editAssessment(ctx, user, assessmentID, "save reason of correction", journal.Edit{Field: "correction", Value: emptyIsNull(text)})
}

// editAssessment edits fields of an assessment that is there, as one change.
func (s *Store) editAssessment(ctx context.Context, user, assessmentID, what string, edits ...journal.Edit) error {
	if _, err := s.Assessment(ctx, assessmentID); err != nil {
		return err
	}
	for i := range edits {
		edits[i].Object = journal.Object{Kind: kindAssessment, ID: assessmentID}
	}
	if _, err := s.write(ctx, user, edits...); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}
