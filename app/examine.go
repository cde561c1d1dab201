package app

import (
	"context"

	"toetssteen/internal/sqlite"
)

// Examine checks the database and compares every table with the journal. With
// rebuild, it also puts right what differs; the copy that it makes first stays
// in the folder of backups.
func (f *Facade) Examine(ctx context.Context, rebuild bool) (sqlite.Findings, error) {
	if rebuild {
		return f.store.Rebuild(ctx)
	}
	return f.store.Check(ctx)
}
