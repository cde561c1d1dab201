package app

import (
	"context"

	"toetssteen/internal/sqlite"
)

// Examine checks the database. With rebuild, it also makes every table again
// from the journal and reports what differed; the copy that it makes first
// stays in the folder of backups.
func (f *Facade) Examine(ctx context.Context, rebuild bool) (sqlite.Findings, error) {
	if rebuild {
		return f.store.Rebuild(ctx)
	}
	return f.store.Check(ctx)
}
