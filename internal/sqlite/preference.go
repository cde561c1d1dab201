package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"toetssteen/internal/journal"
)

// Preference is what the user of this device prefers.
type Preference struct {
	Language string // ISO 639-1; "" before it is chosen
	Theme    string // system, light, dark or contrast; "" for system
	Role     string // signs what is saved; a role, a name only if the user wants it
}

// Preference gives the preferences of this device.
func (s *Store) Preference(ctx context.Context) (Preference, error) {
	var p Preference
	err := s.db.QueryRowContext(ctx, `
		SELECT coalesce(language, ''),
		       coalesce(theme, ''),
		       coalesce(role, '')
		FROM preference
		WHERE id = ?`, s.device).Scan(&p.Language, &p.Theme, &p.Role)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return p, storageFault(fmt.Errorf("read preference: %w", err), s.folder)
	}
	return p, nil
}

// SavePreference writes the preferences of this device.
func (s *Store) SavePreference(ctx context.Context, p Preference) error {
	object := journal.Object{Kind: kindPreference, ID: s.device}
	_, err := s.write(ctx, p.Role,
		journal.Edit{Object: object, Field: "language", Value: emptyIsNull(p.Language)},
		journal.Edit{Object: object, Field: "theme", Value: emptyIsNull(p.Theme)},
		journal.Edit{Object: object, Field: "role", Value: emptyIsNull(p.Role)},
	)
	if err != nil {
		return fmt.Errorf("save preference: %w", err)
	}
	return nil
}

// LastSaved gives the time of the latest change by any device, the zero time
// for an empty journal.
func (s *Store) LastSaved(ctx context.Context) (journal.Clock, error) {
	var at journal.Clock
	err := s.db.QueryRowContext(ctx, `SELECT coalesce(max(clock), 0) FROM operation`).Scan(&at)
	return at, storageFault(err, s.folder)
}
