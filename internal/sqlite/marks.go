package sqlite

import (
	"context"
	"fmt"

	"toetssteen/internal/assessment"
	"toetssteen/internal/journal"
	"toetssteen/internal/strategy"
)

// SaveMarks writes the marks of answers of an assessment as one change: who
// can judge, doubt, and whom it is assigned to. What was said stays. The
// caller has validated them.
func (s *Store) SaveMarks(ctx context.Context, user, assessmentID string, answers ...assessment.Answer) error {
	var edits []journal.Edit
	for _, a := range answers {
		object := journal.Object{Kind: kindAnswer, ID: assessmentID + "/" + string(a.Criterion)}
		var discuss any
		if a.Discuss {
			discuss = true
		}
		edits = append(edits,
			journal.Edit{Object: object, Field: "judge", Value: emptyIsNull(a.Judge)},
			journal.Edit{Object: object, Field: "control", Value: emptyIsNull(a.Control)},
			journal.Edit{Object: object, Field: "discuss", Value: discuss},
			journal.Edit{Object: object, Field: "assignee", Value: emptyIsNull(a.Assignee)},
		)
	}
	if _, err := s.write(ctx, user, edits...); err != nil {
		return fmt.Errorf("save marks: %w", err)
	}
	return nil
}

// Assign assigns answers to a role or colleague as one change, "" to nobody.
func (s *Store) Assign(ctx context.Context, user, assessmentID, assignee string, criteria ...strategy.CriterionCode) error {
	var edits []journal.Edit
	for _, code := range criteria {
		object := journal.Object{Kind: kindAnswer, ID: assessmentID + "/" + string(code)}
		edits = append(edits, journal.Edit{Object: object, Field: "assignee", Value: emptyIsNull(assignee)})
	}
	if _, err := s.write(ctx, user, edits...); err != nil {
		return fmt.Errorf("assign answers: %w", err)
	}
	return nil
}

// Assignees gives the roles and colleagues that were named before, in
// alphabetical order.
func (s *Store) Assignees(ctx context.Context) ([]string, error) {
	return s.texts(ctx, `
		SELECT assignee FROM answer WHERE assignee IS NOT NULL
		UNION SELECT role FROM preference WHERE role <> ''
		UNION SELECT owner_role FROM service WHERE owner_role <> '' AND removed IS NOT 1
		UNION SELECT reviewer FROM assessment WHERE reviewer <> ''
		ORDER BY 1 COLLATE NOCASE`)
}

// PutBack sets fields of an object to earlier values as a new change.
func (s *Store) PutBack(ctx context.Context, user string, edits ...journal.Edit) error {
	if _, err := s.write(ctx, user, edits...); err != nil {
		return fmt.Errorf("put earlier value back: %w", err)
	}
	return nil
}
