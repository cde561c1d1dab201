package syncer

import (
	"context"
	"fmt"

	"toetssteen/internal/fault"
)

// PullReport says what a pull found.
type PullReport struct {
	Accepted []string         // names handed over
	Pending  map[string]error // not whole, not readable or refused; may be later
	Ignored  int              // entries that no program of ours named
	Missing  bool             // the folder is not there: nobody has written to it yet
}

// Pull fetches the files of a folder that are not known yet, and hands over
// those that have the hash of their name. A file that fails holds up no
// other. That a file is not in the listing means nothing.
func Pull(ctx context.Context, remote Remote, folder string, known func(name string) bool, accept func(name string, data []byte) error) (PullReport, error) {
	report := PullReport{Pending: make(map[string]error)}
	entries, err := remote.List(ctx, folder)
	if fault.CodeOf(err) == fault.NotFound {
		report.Missing = true
		return report, nil
	}
	if err != nil {
		return report, fmt.Errorf("list %s: %w", folder, err)
	}
	for _, entry := range entries {
		if entry.IsDir || HashIn(entry.Name) == "" {
			report.Ignored++
			continue
		}
		if known(entry.Name) {
			continue
		}
		data, err := remote.Get(ctx, folder+"/"+entry.Name)
		if forbids(err) {
			return report, fmt.Errorf("get %s: %w", entry.Name, err)
		}
		if err == nil {
			err = VerifyName(folder+"/"+entry.Name, data)
		}
		if err == nil {
			err = accept(entry.Name, data)
		}
		if err != nil {
			report.Pending[entry.Name] = err
			continue
		}
		report.Accepted = append(report.Accepted, entry.Name)
	}
	return report, nil
}
