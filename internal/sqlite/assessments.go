package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
)

// StartAssessment adds an assessment without answers.
func (s *Store) StartAssessment(ctx context.Context, user string, a assessment.Assessment) error {
	if err := assessment.ValidateMoment(a.Moment); err != nil {
		return err
	}
	if _, err := s.Service(ctx, a.ServiceID); err != nil {
		return err
	}
	object := journal.Object{Kind: kindAssessment, ID: a.ID}
	_, err := s.write(ctx, user,
		journal.Edit{Object: object, Field: "service", Value: a.ServiceID},
		journal.Edit{Object: object, Field: "moment", Value: a.Moment},
		journal.Edit{Object: object, Field: "edition", Value: a.Edition},
		journal.Edit{Object: object, Field: "started_at", Value: a.StartedAt.UTC().Format(time.RFC3339)},
		journal.Edit{Object: object, Field: "previous", Value: emptyIsNull(a.Previous)},
	)
	if err != nil {
		return fmt.Errorf("start assessment: %w", err)
	}
	return nil
}

// RemoveAssessment takes an assessment away; undoing brings it back whole.
func (s *Store) RemoveAssessment(ctx context.Context, user, id string) error {
	if _, err := s.Assessment(ctx, id); err != nil {
		return err
	}
	_, err := s.write(ctx, user, journal.Edit{
		Object: journal.Object{Kind: kindAssessment, ID: id}, Field: "removed", Value: true})
	if err != nil {
		return fmt.Errorf("remove assessment: %w", err)
	}
	return nil
}

const assessmentQuery = `
	SELECT a.id,
	       a.service,
	       a.moment,
	       coalesce(a.edition, ''),
	       a.started_at,
	       coalesce(a.previous, ''),
	       coalesce(a.stage, ''),
	       coalesce(a.stage_note, ''),
	       coalesce(a.stage_saw, ''),
	       coalesce(a.reviewer, ''),
	       coalesce(a.adopted_on, ''),
	       coalesce(a.decision, ''),
	       coalesce(a.cover, ''),
	       coalesce(a.correction, '')
	FROM assessment a JOIN service s ON s.id = a.service
	WHERE a.removed IS NOT 1
	  AND s.removed IS NOT 1
	  AND a.moment IS NOT NULL
	  AND a.started_at IS NOT NULL`

// Assessments gives all assessments, the latest started first, each with the
// answers that were given.
func (s *Store) Assessments(ctx context.Context) ([]assessment.Assessment, error) {
	found, err := s.assessments(ctx, assessmentQuery+` ORDER BY a.started_at DESC, a.id`)
	if err != nil {
		return nil, storageFault(err, s.folder)
	}
	answers, err := s.answers(ctx, "")
	if err != nil {
		return nil, storageFault(err, s.folder)
	}
	for i := range found {
		found[i].Answers = answers[found[i].ID]
	}
	return found, nil
}

func (s *Store) assessments(ctx context.Context, query string) ([]assessment.Assessment, error) {
	rows, err := s.db.QueryContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("query assessments: %w", err)
	}
	defer rows.Close()
	var found []assessment.Assessment
	for rows.Next() {
		a, err := scanAssessment(rows)
		if err != nil {
			return nil, fmt.Errorf("read assessment: %w", err)
		}
		found = append(found, a)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read assessments: %w", err)
	}
	return found, nil
}

// Assessment gives one assessment with the answers that were given; one that
// is not there is fault.NotFound.
func (s *Store) Assessment(ctx context.Context, id string) (assessment.Assessment, error) {
	a, err := scanAssessment(s.db.QueryRowContext(ctx, assessmentQuery+` AND a.id = ?`, id))
	if errors.Is(err, sql.ErrNoRows) {
		return a, fault.New(fault.NotFound, "error.assessment_not_found", fault.Args{"ID": id})
	}
	if err != nil {
		return a, storageFault(fmt.Errorf("read assessment: %w", err), s.folder)
	}
	answers, err := s.answers(ctx, id)
	if err != nil {
		return a, storageFault(err, s.folder)
	}
	a.Answers = answers[id]
	a.Measurements, err = s.measurements(ctx, id)
	return a, storageFault(err, s.folder)
}

func scanAssessment(row scanner) (assessment.Assessment, error) {
	var a assessment.Assessment
	var started, saw string
	if err := row.Scan(&a.ID, &a.ServiceID, &a.Moment, &a.Edition, &started, &a.Previous,
		&a.Review.Stage, &a.Review.Note, &saw, &a.Review.Reviewer, &a.Review.AdoptedOn, &a.Review.Decision, &a.Cover, &a.Correction); err != nil {
		return a, err
	}
	if saw != "" {
		if err := json.Unmarshal([]byte(saw), &a.Review.Saw); err != nil {
			return a, fmt.Errorf("read what the stage saw: %w", err)
		}
	}
	var err error
	a.StartedAt, err = time.Parse(time.RFC3339, started)
	return a, err
}
