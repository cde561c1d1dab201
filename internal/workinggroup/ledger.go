package workinggroup

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"toetssteen/internal/fault"
	"toetssteen/internal/submission"
)

// ledger is what the working group has told one municipality so far: its
// receipts, by number, read from the working group's own folder.
type ledger struct {
	nis      string
	receipts []issued
}

// issued is a receipt that was written, with its exact bytes.
type issued struct {
	submission.Receipt
	sealed []byte
}

// ledger reads the receipts for a municipality and holds their chain: a
// damaged or missing one stops the intake for it, because a number must never
// be given twice.
func (o *Office) ledger(nis string) (*ledger, error) {
	folder := filepath.Join(o.folder, receiptsFolder, nis)
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read receipts of %s: %w", nis, err)
	}
	l := &ledger{nis: nis}
	for _, entry := range entries {
		path := filepath.Join(folder, entry.Name())
		if filepath.Ext(path) != ".json" {
			continue
		}
		sealed, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("read receipt: %w", err)
		}
		receipt, err := submission.OpenReceipt(sealed, o.PublicKey())
		if err != nil {
			return nil, fmt.Errorf("read receipt %s: %w", path, err)
		}
		l.receipts = append(l.receipts, issued{Receipt: receipt, sealed: sealed})
	}
	slices.SortFunc(l.receipts, func(a, b issued) int { return a.Number - b.Number })
	for i, receipt := range l.receipts {
		if receipt.Number != i+1 || receipt.Previous != l.digest(i) {
			return nil, fault.New(fault.Corrupt, "error.receipts_broken", fault.Args{"Path": folder, "Number": i + 1})
		}
	}
	return l, nil
}

// digest gives the hash of the first n receipts' last one, "" for none.
func (l *ledger) digest(n int) string {
	if n == 0 {
		return ""
	}
	return submission.Digest(l.receipts[n-1].sealed)
}

// find gives the receipt for a submission by the hash of its bytes.
func (l *ledger) find(digest string) (issued, bool) {
	for _, receipt := range l.receipts {
		if receipt.Submission == digest {
			return receipt, true
		}
	}
	return issued{}, false
}

// knows tells whether a device's submission was received before.
func (l *ledger) knows(signer string) bool {
	return slices.ContainsFunc(l.receipts, func(r issued) bool {
		return r.Signer == signer && r.Result == submission.Received
	})
}

// issue writes the next receipt to the working group's folder, before
// anybody else can see it.
func (o *Office) issue(l *ledger, receipt submission.Receipt) (issued, error) {
	receipt.Format = submission.Format
	receipt.Municipality = l.nis
	receipt.Number = len(l.receipts) + 1
	receipt.Previous = l.digest(len(l.receipts))
	sealed, err := submission.SealReceipt(o.key, receipt)
	if err != nil {
		return issued{}, err
	}
	path := filepath.Join(o.folder, receiptsFolder, l.nis, filepath.Base(submission.ReceiptName(l.nis, receipt.Number, sealed)))
	if err := keep(path, sealed); err != nil {
		return issued{}, err
	}
	l.receipts = append(l.receipts, issued{Receipt: receipt, sealed: sealed})
	return l.receipts[len(l.receipts)-1], nil
}
