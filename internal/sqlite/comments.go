package sqlite

import (
	"context"
	"fmt"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
)

// AddComment records a comment on an answer. The caller has validated it.
func (s *Store) AddComment(ctx context.Context, user, assessmentID string, c assessment.Comment) error {
	object := journal.Object{Kind: kindComment, ID: c.ID}
	_, err := s.write(ctx, user,
		journal.Edit{Object: object, Field: "assessment", Value: assessmentID},
		journal.Edit{Object: object, Field: "criterion", Value: c.Criterion},
		journal.Edit{Object: object, Field: "text", Value: c.Text},
	)
	if err != nil {
		return fmt.Errorf("add comment: %w", err)
	}
	return nil
}

// SettleComment settles a comment, or opens it again.
func (s *Store) SettleComment(ctx context.Context, user, id string, settled bool) error {
	var value any
	if settled {
		value = true
	}
	_, err := s.write(ctx, user, journal.Edit{Object: journal.Object{Kind: kindComment, ID: id}, Field: "settled", Value: value})
	if err != nil {
		return fmt.Errorf("settle comment: %w", err)
	}
	return nil
}

// RemoveComment takes a comment away; undoing brings it back.
func (s *Store) RemoveComment(ctx context.Context, user, id string) error {
	_, err := s.write(ctx, user, journal.Edit{Object: journal.Object{Kind: kindComment, ID: id}, Field: "removed", Value: true})
	if err != nil {
		return fmt.Errorf("remove comment: %w", err)
	}
	return nil
}

// Comment gives one comment and the assessment that it belongs to; one that
// is not there, or was taken away, is fault.NotFound.
func (s *Store) Comment(ctx context.Context, id string) (assessment.Comment, string, error) {
	found, err := s.comments(ctx, "", id)
	if err != nil {
		return assessment.Comment{}, "", storageFault(err, s.folder)
	}
	for of, list := range found {
		return list[0], of, nil
	}
	return assessment.Comment{}, "", fault.New(fault.NotFound, "error.comment_not_found", fault.Args{"ID": id})
}

// comments gives the comments of one assessment, or of all for "", by
// assessment; with an id, that one only.
func (s *Store) comments(ctx context.Context, assessmentID, id string) (map[string][]assessment.Comment, error) {
	ofOne, args := onlyWith("c.assessment", assessmentID)
	itself, more := onlyWith("c.id", id)
	rows, err := s.db.QueryContext(ctx, `
		SELECT c.id,
		       c.assessment,
		       c.criterion,
		       c.text,
		       c.settled IS 1,
		       max(o.clock),
		       o.user,
		       o.device
		FROM comment c
		JOIN survivor v ON v.kind = 'comment' AND v.object = c.id AND v.field = 'text'
		JOIN operation o ON o.id = v.operation
		WHERE c.removed IS NOT 1
		  AND c.assessment IS NOT NULL
		  AND c.criterion IS NOT NULL
		  AND c.text IS NOT NULL
		  AND `+ofOne+` AND `+itself+`
		GROUP BY c.id
		ORDER BY c.criterion, max(o.clock), c.id`, append(args, more...)...)
	if err != nil {
		return nil, fmt.Errorf("query comments: %w", err)
	}
	defer rows.Close()
	found := make(map[string][]assessment.Comment)
	for rows.Next() {
		var of string
		var c assessment.Comment
		var at journal.Clock
		if err := rows.Scan(&c.ID, &of, &c.Criterion, &c.Text, &c.Settled, &at, &c.SavedBy, &c.Device); err != nil {
			return nil, fmt.Errorf("read comment: %w", err)
		}
		c.SavedAt = at.Time()
		found[of] = append(found[of], c)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read comments: %w", err)
	}
	return found, nil
}
