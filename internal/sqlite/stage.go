package sqlite

import (
	"context"
	"fmt"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/journal"
)

// SaveStage takes an assessment to another stage within the town, as one
// change, so that one undo takes it back. The caller asked the rules, see
// [assessment.Reviewing.To].
func (s *Store) SaveStage(ctx context.Context, user, assessmentID string, r assessment.Reviewing) error {
	object := journal.Object{Kind: kindAssessment, ID: assessmentID}
	var saw any
	if r.Saw != nil {
		saw = r.Saw
	}
	_, err := s.write(ctx, user,
		journal.Edit{Object: object, Field: "stage", Value: emptyIsNull(r.Stage)},
		journal.Edit{Object: object, Field: "stage_note", Value: emptyIsNull(r.Note)},
		journal.Edit{Object: object, Field: "reviewer", Value: emptyIsNull(r.Reviewer)},
		journal.Edit{Object: object, Field: "adopted_on", Value: emptyIsNull(r.AdoptedOn)},
		journal.Edit{Object: object, Field: "decision", Value: emptyIsNull(r.Decision)},
		journal.Edit{Object: object, Field: "stage_saw", Value: saw},
	)
	if err != nil {
		return fmt.Errorf("save stage: %w", err)
	}
	return nil
}

// Author is who wrote something, and when.
type Author struct {
	User   string // a role, may be empty
	Device string // fingerprint
	At     time.Time
}

// StageAuthor gives who took an assessment to its stage; nobody where it was
// never anywhere else.
func (s *Store) StageAuthor(ctx context.Context, assessmentID string) (Author, error) {
	// What is said with a stage is written with it: a second proposal changes the reviewer alone.
	left, err := operations(ctx, s.db, `
		SELECT `+operationColumns+`
		FROM survivor v JOIN operation o ON o.id = v.operation
		WHERE v.kind = ? AND v.object = ? AND v.field IN ('stage', 'stage_note', 'reviewer', 'adopted_on', 'decision', 'stage_saw')
		ORDER BY o.clock DESC, o.id
		LIMIT 1`, kindAssessment, assessmentID)
	if err != nil || len(left) == 0 {
		return Author{}, storageFault(err, s.folder)
	}
	versions, err := s.versions(ctx, left)
	if err != nil {
		return Author{}, storageFault(err, s.folder)
	}
	by := versions[0].By
	return Author{User: by.User, Device: by.Device, At: by.At.Time()}, nil
}
