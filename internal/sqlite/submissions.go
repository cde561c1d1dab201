package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
	"toetssteen/internal/submission"
)

// AddSubmission keeps a frozen submission. It never changes afterwards.
func (s *Store) AddSubmission(ctx context.Context, user string, kept submission.Kept) error {
	object := journal.Object{Kind: kindSubmission, ID: kept.ID}
	_, err := s.write(ctx, user,
		journal.Edit{Object: object, Field: "assessment", Value: kept.Assessment},
		journal.Edit{Object: object, Field: "frozen_at", Value: kept.FrozenAt.UTC().Format(time.RFC3339)},
		journal.Edit{Object: object, Field: "name", Value: kept.Name},
		journal.Edit{Object: object, Field: "sealed", Value: string(kept.Sealed)},
	)
	if err != nil {
		return fmt.Errorf("keep submission: %w", err)
	}
	return nil
}

// verification is the journal's value for a proof; it may gain members.
type verification struct {
	At time.Time `json:"at"`
}

// MarkVerified records that the server gave the submission back unchanged.
func (s *Store) MarkVerified(ctx context.Context, user, id string, at time.Time) error {
	_, err := s.write(ctx, user, journal.Edit{
		Object: journal.Object{Kind: kindSubmission, ID: id}, Field: "verified", Value: verification{At: at.UTC()}})
	if err != nil {
		return fmt.Errorf("record verification: %w", err)
	}
	return nil
}

// AddReceipt keeps the working group's receipt, which the caller has verified.
func (s *Store) AddReceipt(ctx context.Context, user, id string, receipt []byte) error {
	_, err := s.write(ctx, user, journal.Edit{
		Object: journal.Object{Kind: kindSubmission, ID: id}, Field: "receipt", Value: string(receipt)})
	if err != nil {
		return fmt.Errorf("keep receipt: %w", err)
	}
	return nil
}

const submissionQuery = `
	SELECT id,
	       coalesce(assessment, ''),
	       frozen_at,
	       name,
	       sealed,
	       coalesce(verified, ''),
	       coalesce(receipt, '')
	FROM submission
	WHERE frozen_at IS NOT NULL AND name IS NOT NULL AND sealed IS NOT NULL`

// latestFirst sorts by the journal's clock, which never goes back: two may be
// frozen in the same second, or after the computer's clock was put right.
const latestFirst = `
	ORDER BY (SELECT max(clock) FROM operation
	          WHERE kind = 'submission' AND object = submission.id AND field = 'sealed') DESC,
	         id`

// Submissions gives all of them, the latest first.
func (s *Store) Submissions(ctx context.Context) ([]submission.Kept, error) {
	rows, err := s.db.QueryContext(ctx, submissionQuery+latestFirst)
	if err != nil {
		return nil, storageFault(fmt.Errorf("query submissions: %w", err), s.folder)
	}
	defer rows.Close()
	var found []submission.Kept
	for rows.Next() {
		kept, err := scanSubmission(rows)
		if err != nil {
			return nil, fmt.Errorf("read submission: %w", err)
		}
		found = append(found, kept)
	}
	return found, storageFault(rows.Err(), s.folder)
}

// Submission gives one; one that is not there is fault.NotFound.
func (s *Store) Submission(ctx context.Context, id string) (submission.Kept, error) {
	kept, err := scanSubmission(s.db.QueryRowContext(ctx, submissionQuery+` AND id = ?`, id))
	if errors.Is(err, sql.ErrNoRows) {
		return kept, fault.New(fault.NotFound, "error.submission_not_found", fault.Args{"ID": id})
	}
	if err != nil {
		return kept, storageFault(fmt.Errorf("read submission: %w", err), s.folder)
	}
	return kept, nil
}

func scanSubmission(row scanner) (submission.Kept, error) {
	var kept submission.Kept
	var frozen, sealed, verified, receipt string
	if err := row.Scan(&kept.ID, &kept.Assessment, &frozen, &kept.Name, &sealed, &verified, &receipt); err != nil {
		return kept, err
	}
	kept.Sealed, kept.Receipt = []byte(sealed), []byte(receipt)
	var err error
	if kept.FrozenAt, err = time.Parse(time.RFC3339, frozen); err != nil {
		return kept, fmt.Errorf("read time of submission: %w", err)
	}
	if verified != "" {
		var v verification
		if err := json.Unmarshal([]byte(verified), &v); err != nil {
			return kept, fmt.Errorf("read verification: %w", err)
		}
		kept.VerifiedAt = v.At
	}
	return kept, nil
}
