package workinggroup

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
	"toetssteen/internal/submission"
	"toetssteen/internal/syncer"
)

// Taken is one submission that was answered in this intake.
type Taken struct {
	Municipality string              `json:"municipality"` // NIS code
	Name         string              `json:"name"`         // path on the server
	Town         string              `json:"town"`         // as the submission names it
	Service      string              `json:"service"`
	Result       submission.Result   `json:"result"`
	Reasons      []submission.Reason `json:"reasons,omitempty"`
	Number       int                 `json:"receipt"`
	ReceiptName  string              `json:"receipt_name"`
	NewDevice    bool                `json:"new_device"` // the first submission that this device signed
	Problem      string              `json:"problem,omitempty"`
}

// Intake says what was found on the server.
type Intake struct {
	Municipalities int     `json:"municipalities"`
	Taken          []Taken `json:"taken"`
	Known          int     `json:"known"`   // answered before
	Pending        int     `json:"pending"` // not whole yet: an upload may be under way
	Problems       []error `json:"-"`       // one for each pending file, and for each municipality whose intake stopped
}

var nisCode = regexp.MustCompile(`^\d{5}$`)

// Intake reads every municipality's folder on the server, answers each
// submission that has no receipt yet, and puts the receipts on the server,
// also those that it lost. One intake runs at a time (fault.Locked).
func (o *Office) Intake(ctx context.Context, remote syncer.Remote, now time.Time) (Intake, error) {
	unlock, err := o.lock()
	if err != nil {
		return Intake{}, err
	}
	intake, err := o.intake(ctx, remote, now)
	return intake, errors.Join(err, unlock())
}

func (o *Office) intake(ctx context.Context, remote syncer.Remote, now time.Time) (Intake, error) {
	var intake Intake
	towns, err := remote.List(ctx, "m")
	if fault.CodeOf(err) == fault.NotFound {
		return intake, nil // nobody has handed in yet
	}
	if err != nil {
		return intake, fmt.Errorf("list municipalities: %w", err)
	}
	for _, town := range towns {
		if !town.IsDir || !nisCode.MatchString(town.Name) {
			continue
		}
		intake.Municipalities++
		if err := o.take(ctx, remote, town.Name, now, &intake); err != nil {
			if ctx.Err() != nil {
				return intake, err
			}
			intake.Problems = append(intake.Problems, fmt.Errorf("take in %s: %w", town.Name, err))
		}
	}
	return intake, nil
}

func (o *Office) take(ctx context.Context, remote syncer.Remote, nis string, now time.Time, intake *Intake) error {
	l, err := o.ledger(nis)
	if err != nil {
		return err
	}
	accept := func(name string, sealed []byte) error {
		if _, answered := l.find(submission.Digest(sealed)); answered {
			intake.Known++
			return nil
		}
		taken, err := o.answer(l, path.Join(submission.Folder(nis), name), sealed, now)
		if err != nil {
			return err
		}
		intake.Taken = append(intake.Taken, taken)
		return nil
	}
	nothing := func(string) bool { return false }
	report, err := syncer.Pull(ctx, remote, submission.Folder(nis), nothing, accept)
	if err != nil {
		return err
	}
	intake.Pending += len(report.Pending)
	for _, name := range slices.Sorted(maps.Keys(report.Pending)) {
		intake.Problems = append(intake.Problems, report.Pending[name])
	}
	return o.publish(ctx, remote, l)
}

// answer judges one submission, keeps a copy and writes the receipt.
func (o *Office) answer(l *ledger, name string, sealed []byte, now time.Time) (Taken, error) {
	taken := Taken{Municipality: l.nis, Name: name, Result: submission.Received}
	receipt := submission.Receipt{Submission: submission.Digest(sealed), Result: submission.Received, At: now.UTC().Truncate(time.Second)}

	document, signer, err := submission.Open(sealed)
	if err == nil {
		receipt.Signer = signer.Fingerprint()
		taken.Town, taken.Service, taken.NewDevice = document.Municipality.Name, document.Service.Name, !l.knows(receipt.Signer)
		replaced, unread := o.copiesOf(l.nis, document.Replaces)
		if unread != nil {
			return taken, unread // our own disk is no reason to return what a town handed in
		}
		if err = o.judge(l.nis, document); err == nil {
			err = follows(document, replaced)
		}
	}
	if err != nil {
		receipt.Result, receipt.Reasons = submission.Returned, []submission.Reason{submission.ReasonOf(err)}
		taken.Problem = err.Error()
	}
	copyPath := filepath.Join(o.folder, submissionsFolder, l.nis, path.Base(name))
	if err := keep(copyPath, sealed); err != nil {
		return taken, err
	}
	written, err := o.issue(l, receipt)
	if err != nil {
		return taken, err
	}
	taken.Result, taken.Reasons, taken.Number = written.Result, written.Reasons, written.Number
	taken.ReceiptName = submission.ReceiptName(l.nis, written.Number, written.sealed)
	return taken, nil
}

// judge refuses a document that does not hold, stands in the wrong folder, or
// mixes training with real work.
func (o *Office) judge(nis string, d submission.Document) error {
	if d.Municipality.NIS != nis {
		return &submission.Refusal{Reason: submission.WrongFolder, Err: fmt.Errorf("submission of %s in the folder of %s", d.Municipality.NIS, nis)}
	}
	if d.Fictional && !o.training {
		return &submission.Refusal{Reason: submission.IsFictional, Err: errors.New("sample data")}
	}
	if !d.Fictional && o.training {
		return &submission.Refusal{Reason: submission.NotFictional, Err: errors.New("real data at a training working group")}
	}
	if _, err := strategy.MunicipalityByNIS(nis); err != nil && !d.Fictional {
		return &submission.Refusal{Reason: submission.NoSuchTown, Err: err}
	}
	catalogue, err := o.shelf.Catalogue(d.Assessment.Edition)
	if err != nil {
		return &submission.Refusal{Reason: submission.OtherEdition, Err: err}
	}
	return d.Check(catalogue)
}

// publish puts every receipt on the server that is not there with the right
// bytes.
func (o *Office) publish(ctx context.Context, remote syncer.Remote, l *ledger) error {
	there := make(map[string]bool)
	note := func(name string, _ []byte) error { there[name] = true; return nil }
	if _, err := syncer.Pull(ctx, remote, submission.ReceiptFolder(l.nis), func(string) bool { return false }, note); err != nil {
		return fmt.Errorf("read receipts on the server: %w", err)
	}
	for _, receipt := range l.receipts {
		name := submission.ReceiptName(l.nis, receipt.Number, receipt.sealed)
		if there[path.Base(name)] {
			continue
		}
		if _, err := syncer.Publish(ctx, remote, name, receipt.sealed); err != nil {
			return fmt.Errorf("publish receipt %d: %w", receipt.Number, err)
		}
	}
	return nil
}
