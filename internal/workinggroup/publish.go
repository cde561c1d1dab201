package workinggroup

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"toetssteen/internal/fault"
	"toetssteen/internal/reference"
	"toetssteen/internal/submission"
)

// Made is a file for the municipalities, with what it was made of.
type Made struct {
	Data        []byte
	Submissions int
	Towns       int
}

// Bundle makes a signed bundle of what was received: of each assessment, the
// latest submission.
func (o *Office) Bundle(now time.Time) (Made, error) {
	all, err := o.received()
	if err != nil {
		return Made{}, err
	}
	latest := latestOf(all, func(t received) string { return t.document.Assessment.ID })
	if len(latest) == 0 {
		return Made{}, fault.New(fault.Conflict, "error.bundle_empty", nil)
	}
	sealed := make(map[string][]byte)
	made := Made{Submissions: len(latest)}
	towns := make(map[string]bool)
	for _, t := range latest {
		sealed[t.nis+"/"+t.name] = t.sealed
		towns[t.nis] = true
	}
	made.Towns = len(towns)
	made.Data, err = reference.Bundle(o.key, sealed, o.training, now)
	return made, err
}

// Benchmark makes a signed, anonymous benchmark of what was received: of each
// service, the latest submission. It is refused while so little came in that
// it would say something about a few.
func (o *Office) Benchmark(now time.Time) (Made, reference.Benchmark, error) {
	all, err := o.received()
	if err != nil {
		return Made{}, reference.Benchmark{}, err
	}
	var documents []submission.Document
	for _, t := range latestOf(all, func(t received) string { return t.document.Service.ID }) {
		documents = append(documents, t.document)
	}
	b := reference.Count(documents, o.training, now)
	if len(b.Editions) == 0 {
		return Made{}, b, fault.New(fault.Conflict, "error.benchmark_too_few",
			fault.Args{"Submissions": reference.MinSubmissions, "Towns": reference.MinTowns})
	}
	data, err := reference.SealBenchmark(o.key, b)
	return Made{Data: data, Submissions: len(documents)}, b, err
}

// received is a submission that has a receipt saying so.
type received struct {
	nis, name string
	sealed    []byte
	document  submission.Document
}

// received gives what was received, by municipality in the order of their
// receipts. A copy that is missing or altered stops it: what is left would say
// something else.
func (o *Office) received() (all []received, err error) {
	unlock, err := o.lock()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	towns, err := os.ReadDir(filepath.Join(o.folder, receiptsFolder))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read receipts: %w", err)
	}
	for _, town := range towns {
		if !town.IsDir() || !nisCode.MatchString(town.Name()) {
			continue
		}
		of, err := o.receivedOf(town.Name())
		if err != nil {
			return nil, err
		}
		all = append(all, of...)
	}
	return all, nil
}

func (o *Office) receivedOf(nis string) ([]received, error) {
	l, err := o.ledger(nis)
	if err != nil {
		return nil, err
	}
	folder := filepath.Join(o.folder, submissionsFolder, nis)
	copies, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read submissions of %s: %w", nis, err)
	}
	byDigest := make(map[string]received)
	for _, entry := range copies {
		sealed, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if err != nil {
			return nil, fmt.Errorf("read submission: %w", err)
		}
		byDigest[submission.Digest(sealed)] = received{nis: nis, name: entry.Name(), sealed: sealed}
	}
	var all []received
	for _, receipt := range l.receipts {
		if receipt.Result != submission.Received {
			continue
		}
		t, there := byDigest[receipt.Submission]
		if !there {
			return nil, fault.New(fault.Corrupt, "error.submission_copy_missing", fault.Args{"Path": folder, "Number": receipt.Number})
		}
		if t.document, _, err = submission.Open(t.sealed); err != nil {
			return nil, fmt.Errorf("open submission %s: %w", t.name, err)
		}
		all = append(all, t)
	}
	return all, nil
}

// latestOf keeps of each municipality the last submission with the same key.
func latestOf(all []received, key func(received) string) []received {
	last := make(map[string]received)
	for _, t := range all {
		last[t.nis+"/"+t.document.Municipality.Name+"/"+key(t)] = t
	}
	var kept []received
	for _, t := range last {
		kept = append(kept, t)
	}
	slices.SortFunc(kept, func(a, b received) int { return strings.Compare(a.nis+a.name, b.nis+b.name) })
	return kept
}
