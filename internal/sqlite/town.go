package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"toetssteen/internal/journal"
)

// Town is who works with this data, and where it hands in.
type Town struct {
	NIS             string // NIS code of the municipality, "" before it is chosen
	Name            string // of a fictional town, or of an authority; municipalities are named by their code
	Authority       string // type of a local authority that is no municipality, "" for a municipality
	Fictional       bool   // sample data
	ServerURL       string // the working group's WebDAV folder, "" for none
	ServerUser      string
	WorkingGroupKey string // public key that receipts must be signed with
}

var townObject = journal.Object{Kind: kindTown, ID: "town"}

// Town gives the town; before anything was chosen, an empty one.
func (s *Store) Town(ctx context.Context) (Town, error) {
	var t Town
	err := s.db.QueryRowContext(ctx, `
		SELECT coalesce(nis, ''),
		       coalesce(name, ''),
		       coalesce(authority, ''),
		       coalesce(fictional, 0),
		       coalesce(server_url, ''),
		       coalesce(server_user, ''),
		       coalesce(working_group_key, '')
		FROM town
		WHERE id = ?`, townObject.ID,
	).Scan(&t.NIS, &t.Name, &t.Authority, &t.Fictional, &t.ServerURL, &t.ServerUser, &t.WorkingGroupKey)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return t, storageFault(fmt.Errorf("read town: %w", err), s.folder)
	}
	return t, nil
}

// SaveTown writes the town. Whether it is fictional is settled when its first
// data are written and cannot be changed afterwards.
func (s *Store) SaveTown(ctx context.Context, user string, t Town) error {
	edits := []journal.Edit{
		{Object: townObject, Field: "nis", Value: emptyIsNull(t.NIS)},
		{Object: townObject, Field: "name", Value: emptyIsNull(t.Name)},
		{Object: townObject, Field: "authority", Value: emptyIsNull(t.Authority)},
		{Object: townObject, Field: "server_url", Value: emptyIsNull(t.ServerURL)},
		{Object: townObject, Field: "server_user", Value: emptyIsNull(t.ServerUser)},
		{Object: townObject, Field: "working_group_key", Value: emptyIsNull(t.WorkingGroupKey)},
	}
	if t.Fictional {
		edits = append(edits, journal.Edit{Object: townObject, Field: "fictional", Value: true})
	}
	if _, err := s.write(ctx, user, edits...); err != nil {
		return fmt.Errorf("save town: %w", err)
	}
	return nil
}

// Empty tells whether nothing was ever written here.
func (s *Store) Empty(ctx context.Context) (bool, error) {
	var empty bool
	err := s.db.QueryRowContext(ctx, `SELECT NOT EXISTS (SELECT 1 FROM operation)`).Scan(&empty)
	return empty, storageFault(err, s.folder)
}
