package app

import (
	"context"

	"toetssteen/internal/evidence"
	"toetssteen/internal/sqlite"
)

// Examined is what a check of the data folder found.
type Examined struct {
	sqlite.Findings
	Evidence evidence.Findings `json:"evidence"`
}

// Sound tells whether nothing is wrong.
func (e Examined) Sound() bool { return e.Findings.Sound() && e.Evidence.Sound() }

// Examine checks the database, compares every table with the journal, and
// holds the files of evidence against what refers to them. With rebuild, it
// also puts right what differs in the tables; the copy that it makes first
// stays in the folder of backups.
func (f *Facade) Examine(ctx context.Context, rebuild bool) (Examined, error) {
	var found Examined
	var err error
	if rebuild {
		found.Findings, err = f.store.Rebuild(ctx)
	} else {
		found.Findings, err = f.store.Check(ctx)
	}
	if err != nil {
		return found, err
	}
	hashes, err := f.store.EvidenceHashes(ctx)
	if err != nil {
		return found, err
	}
	found.Evidence, err = f.evidence.Check(hashes)
	return found, err
}
