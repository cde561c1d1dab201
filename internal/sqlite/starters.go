package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"toetssteen/internal/assessment"
)

// Starters gives who started each assessment, by its id.
func (s *Store) Starters(ctx context.Context) (map[string]Author, error) {
	ops, err := operations(ctx, s.db, `
		SELECT `+operationColumns+`
		FROM operation o
		WHERE o.kind = ? AND o.field = 'started_at'
		ORDER BY o.clock DESC, o.id`, kindAssessment)
	if err != nil {
		return nil, storageFault(err, s.folder)
	}
	starters := make(map[string]Author, len(ops))
	for _, op := range ops { // the earliest last
		starters[op.Object.ID] = Author{User: op.User, Device: op.Device, At: op.At.Time()}
	}
	return starters, nil
}

// Started tells of what moment an assessment is, and when it was started; also
// of one that was removed.
func (s *Store) Started(ctx context.Context, id string) (assessment.Moment, time.Time, error) {
	var of assessment.Moment
	var started string
	err := s.db.QueryRowContext(ctx, `SELECT coalesce(moment, ''), coalesce(started_at, '') FROM assessment WHERE id = ?`, id).Scan(&of, &started)
	if errors.Is(err, sql.ErrNoRows) {
		return "", time.Time{}, nil
	}
	if err != nil {
		return "", time.Time{}, storageFault(fmt.Errorf("read start of assessment %s: %w", id, err), s.folder)
	}
	at, err := time.Parse(time.RFC3339, started)
	if err != nil {
		return of, time.Time{}, nil // its start has not arrived yet
	}
	return of, at, nil
}
