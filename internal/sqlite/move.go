package sqlite

import (
	"context"
	"fmt"

	"toetssteen/internal/assessment"
	"toetssteen/internal/journal"
)

// MoveAssessment takes an assessment to another edition and writes the
// answers that the move changes: one change, so that one undo takes it back.
func (s *Store) MoveAssessment(ctx context.Context, user, id, edition string, answers ...assessment.Answer) error {
	if _, err := s.Assessment(ctx, id); err != nil {
		return err
	}
	edits := []journal.Edit{{Object: journal.Object{Kind: kindAssessment, ID: id}, Field: "edition", Value: edition}}
	for _, a := range answers {
		edits = append(edits, answerEdits(id, a)...)
	}
	if _, err := s.write(ctx, user, edits...); err != nil {
		return fmt.Errorf("move assessment to edition %s: %w", edition, err)
	}
	return nil
}
