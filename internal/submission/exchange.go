package submission

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"toetssteen/internal/fault"
	"toetssteen/internal/syncer"
	"toetssteen/internal/trust"
)

// Exchange brings submissions to the working group's server and fetches the
// receipts. Every run does all of it again that is not proven: it can be cut
// off anywhere and repeated.
type Exchange struct {
	Shelf        Shelf
	Remote       syncer.Remote
	User         string
	NIS          string
	WorkingGroup trust.PublicKey                    // zero: receipts can't be verified, and none is believed
	Progress     func(step string, done, total int) // may be nil
}

// Outcome says what a run did.
type Outcome struct {
	Verified  int              // submissions newly proven to be on the server
	Restored  int              // proven before, lost or altered by the server since, and put back
	Received  int              // receipts newly kept
	Doubts    map[string]error // files that are not whole yet, or not ours to believe, by name
	Failed    map[string]error // by submission id
	Unchecked bool             // there is no key to verify receipts with
}

// Run publishes and fetches. The error is what stopped the run as a whole;
// what failed for one submission stands in the outcome.
func (e Exchange) Run(ctx context.Context) (Outcome, error) {
	outcome := Outcome{Failed: make(map[string]error), Unchecked: e.WorkingGroup.IsZero()}
	kept, err := e.Shelf.Submissions(ctx)
	if err != nil {
		return outcome, err
	}
	err = e.publish(ctx, kept, &outcome)
	if err != nil && fault.CodeOf(err) != fault.Full { // a full server still has receipts
		return outcome, err
	}
	if !outcome.Unchecked {
		err = errors.Join(err, e.fetch(ctx, kept, &outcome))
	}
	return outcome, err
}

// publish hands in what has no receipt yet. One that was verified before goes
// through it again, which puts it back where a server lost it.
func (e Exchange) publish(ctx context.Context, kept []Kept, outcome *Outcome) error {
	var unanswered []Kept
	for _, k := range kept {
		if len(k.Receipt) == 0 {
			unanswered = append(unanswered, k)
		}
	}
	for i, k := range unanswered {
		e.tell("publish", i, len(unanswered))
		there, err := e.stillThere(ctx, k)
		if err != nil {
			return fmt.Errorf("look at what was handed in: %w", err)
		}
		if there {
			continue
		}
		proof, err := syncer.Publish(ctx, e.Remote, k.Name, k.Sealed)
		if err != nil {
			outcome.Failed[k.ID] = err
			if stops(err) {
				return fmt.Errorf("hand in: %w", err)
			}
			continue
		}
		if !k.VerifiedAt.IsZero() {
			outcome.Restored++
			continue
		}
		if err := e.Shelf.MarkVerified(ctx, e.User, k.ID, proof.VerifiedAt); err != nil {
			return err
		}
		outcome.Verified++
	}
	e.tell("publish", len(unanswered), len(unanswered))
	return nil
}

// stillThere tells whether what was verified before is on the server as it was:
// then there is nothing to upload. Its error is one that an upload would meet.
func (e Exchange) stillThere(ctx context.Context, k Kept) (bool, error) {
	if k.VerifiedAt.IsZero() {
		return false, nil
	}
	there, err := e.Remote.Get(ctx, k.Name)
	if stops(err) {
		return false, err
	}
	return err == nil && bytes.Equal(there, k.Sealed), nil
}

// stops tells whether the next file would meet the same: a server that
// refuses the password must not be asked again, and an absent one is absent.
func stops(err error) bool {
	switch fault.CodeOf(err) {
	case fault.Denied, fault.Unavailable, fault.Canceled, fault.Full, fault.Invalid:
		return true
	}
	return errors.Is(err, context.Canceled)
}

func (e Exchange) fetch(ctx context.Context, kept []Kept, outcome *Outcome) error {
	e.tell("receipts", 0, 1)
	byDigest := make(map[string]Kept, len(kept))
	have := make(map[string]bool)
	for _, k := range kept {
		byDigest[Digest(k.Sealed)] = k
		if len(k.Receipt) > 0 {
			have[syncer.Hash(k.Receipt)] = true
		}
	}
	known := func(name string) bool { return have[syncer.HashIn(name)] }
	accept := func(_ string, sealed []byte) error {
		receipt, err := OpenReceipt(sealed, e.WorkingGroup)
		if err != nil {
			return err
		}
		k, ours := byDigest[receipt.Submission]
		if !ours || receipt.Municipality != e.NIS {
			return nil // of another laptop of this town
		}
		if err := e.Shelf.AddReceipt(ctx, e.User, k.ID, sealed); err != nil {
			return err
		}
		if k.VerifiedAt.IsZero() { // the receipt proves it just as well
			if err := e.Shelf.MarkVerified(ctx, e.User, k.ID, receipt.At); err != nil {
				return err
			}
		}
		outcome.Received++
		return nil
	}
	report, err := syncer.Pull(ctx, e.Remote, ReceiptFolder(e.NIS), known, accept)
	if err != nil {
		return fmt.Errorf("fetch receipts: %w", err)
	}
	outcome.Doubts = report.Pending
	e.tell("receipts", 1, 1)
	return nil
}

func (e Exchange) tell(step string, done, total int) {
	if e.Progress != nil {
		e.Progress(step, done, total)
	}
}
