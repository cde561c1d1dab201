package sqlite

import (
	"context"
	"fmt"

	"toetssteen/internal/assessment"
	"toetssteen/internal/journal"
)

// MoveAssessment takes an assessment to another edition and writes the
// answers and measurements that the move changes: one change, so that one undo
// takes it back.
func (s *Store) MoveAssessment(ctx context.Context, user, id, edition string, answers []assessment.Answer, measured []assessment.Measurement) error {
	if _, err := s.Assessment(ctx, id); err != nil {
		return err
	}
	edits := []journal.Edit{{Object: journal.Object{Kind: kindAssessment, ID: id}, Field: "edition", Value: edition}}
	for _, a := range answers {
		edits = append(edits, answerEdits(id, a)...)
	}
	for _, m := range measured {
		object := journal.Object{Kind: kindMeasurement, ID: id + "/" + string(m.Indicator)}
		edits = append(edits, journal.Edit{Object: object, Field: "edition", Value: m.Edition})
	}
	if _, err := s.write(ctx, user, edits...); err != nil {
		return fmt.Errorf("move assessment to edition %s: %w", edition, err)
	}
	return nil
}
