package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
)

// StartAssessment adds an assessment without answers. What was answered to
// scope questions before is part of the same change.
func (s *Store) StartAssessment(ctx context.Context, user string, a assessment.Assessment, scope assessment.ScopeAnswers) error {
	if err := assessment.ValidateMoment(a.Moment); err != nil {
		return err
	}
	if _, err := s.Service(ctx, a.ServiceID); err != nil {
		return err
	}
	object := journal.Object{Kind: kindAssessment, ID: a.ID}
	edits := []journal.Edit{
		{Object: object, Field: "service", Value: a.ServiceID},
		{Object: object, Field: "moment", Value: a.Moment},
		{Object: object, Field: "edition", Value: a.Edition},
		{Object: object, Field: "started_at", Value: a.StartedAt.UTC().Format(time.RFC3339)},
		{Object: object, Field: "previous", Value: emptyIsNull(a.Previous)},
	}
	for _, question := range slices.Sorted(maps.Keys(scope)) {
		edits = append(edits, journal.Edit{
			Object: journal.Object{Kind: kindScope, ID: a.ID + "/" + question}, Field: "answer", Value: emptyIsNull(scope[question])})
	}
	_, err := s.write(ctx, user, edits...)
	if err != nil {
		return fmt.Errorf("start assessment: %w", err)
	}
	return nil
}

// Carried gives the assessments whose answers are proposed in others, by id,
// each with the answers that were given.
func (s *Store) Carried(ctx context.Context) (map[string]assessment.Assessment, error) {
	const carried = `(SELECT previous FROM assessment WHERE previous IS NOT NULL)`
	found, err := s.assessments(ctx, assessmentQuery+` AND a.id IN `+carried)
	if err != nil {
		return nil, storageFault(err, s.folder)
	}
	answers, err := s.answersWhere(ctx, `a.assessment IN `+carried)
	if err != nil {
		return nil, storageFault(err, s.folder)
	}
	byID := make(map[string]assessment.Assessment, len(found))
	for _, a := range found {
		a.Answers = answers[a.ID]
		byID[a.ID] = a
	}
	return byID, nil
}

// CarryFrom lets the answers of another assessment be proposed in this one, or
// of none for "".
func (s *Store) CarryFrom(ctx context.Context, user, id, previous string) error {
	if _, err := s.Assessment(ctx, id); err != nil {
		return err
	}
	if previous != "" {
		if _, err := s.Assessment(ctx, previous); err != nil {
			return err
		}
	}
	_, err := s.write(ctx, user, journal.Edit{
		Object: journal.Object{Kind: kindAssessment, ID: id}, Field: "previous", Value: emptyIsNull(previous)})
	if err != nil {
		return fmt.Errorf("carry over answers: %w", err)
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
// answers that were given, their evidence and the comments.
func (s *Store) Assessments(ctx context.Context) ([]assessment.Assessment, error) {
	found, err := s.assessments(ctx, assessmentQuery+` ORDER BY a.started_at DESC, a.id`)
	if err != nil {
		return nil, storageFault(err, s.folder)
	}
	answers, err := s.answers(ctx, "")
	if err != nil {
		return nil, storageFault(err, s.folder)
	}
	evidence, err := s.evidence(ctx, "", "")
	if err != nil {
		return nil, storageFault(err, s.folder)
	}
	comments, err := s.comments(ctx, "", "")
	if err != nil {
		return nil, storageFault(err, s.folder)
	}
	for i := range found {
		found[i].Answers, found[i].Evidence, found[i].Comments = answers[found[i].ID], assessment.EachOnce(evidence[found[i].ID]), comments[found[i].ID]
	}
	return found, nil
}

func (s *Store) assessments(ctx context.Context, query string, args ...any) ([]assessment.Assessment, error) {
	rows, err := s.db.QueryContext(ctx, query, args...)
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
	if a.Measurements, err = s.measurements(ctx, id); err != nil {
		return a, storageFault(err, s.folder)
	}
	evidence, err := s.evidence(ctx, id, "")
	if err != nil {
		return a, storageFault(err, s.folder)
	}
	comments, err := s.comments(ctx, id, "")
	a.Evidence, a.Comments = assessment.EachOnce(evidence[id]), comments[id]
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
