package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"toetssteen/internal/journal"
)

// hiddenBy tells for each kind whether an object was removed, by itself or
// with what it belongs to.
var hiddenBy = map[journal.Kind]string{
	kindService:     `SELECT x.removed IS 1 FROM service x WHERE x.id = ?`,
	kindBuildsOn:    `SELECT s.removed IS 1 FROM builds_on x LEFT JOIN service s ON s.id = x.service WHERE x.id = ?`,
	kindAssessment:  `SELECT x.removed IS 1 OR s.removed IS 1 FROM assessment x LEFT JOIN service s ON s.id = x.service WHERE x.id = ?`,
	kindAnswer:      within("answer", "0"),
	kindScope:       within("scope", "0"),
	kindMeasurement: within("measurement", "0"),
	kindEvidence:    within("evidence", "x.removed IS 1"),
	kindComment:     within("comment", "x.removed IS 1"),
	kindImprovement: `SELECT x.removed IS 1 FROM improvement_action x WHERE x.id = ?`,
	kindReference:   `SELECT x.removed IS 1 FROM reference x WHERE x.id = ?`,
}

func within(table, own string) string {
	return fmt.Sprintf(`
		SELECT %s OR a.removed IS 1 OR s.removed IS 1
		FROM %s x
		LEFT JOIN assessment a ON a.id = x.assessment
		LEFT JOIN service s ON s.id = a.service
		WHERE x.id = ?`, own, table)
}

// hidden tells whether an object was removed: what two laptops say about it
// needs no choice then, unless it comes back.
func (s *Store) hidden(ctx context.Context, object journal.Object) (bool, error) {
	var is bool
	err := s.db.QueryRowContext(ctx, hiddenBy[object.Kind], object.ID).Scan(&is)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return false, fmt.Errorf("find whether %s %s was removed: %w", object.Kind, object.ID, err)
	}
	return is, nil
}
