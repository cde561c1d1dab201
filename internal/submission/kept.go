package submission

import (
	"context"
	"fmt"
	"time"

	"toetssteen/internal/syncer"
)

// Kept is a submission as this device keeps it: the exact bytes, and what
// became of them.
type Kept struct {
	ID         string
	Assessment string
	FrozenAt   time.Time
	Name       string    // path on the server, holds the hash of Sealed
	Sealed     []byte    // the exact bytes handed in
	VerifiedAt time.Time // zero until the server gave the same bytes back
	Receipt    []byte    // the exact bytes of the receipt, empty until it came
}

// Shelf keeps submissions on this device.
type Shelf interface {
	Submissions(ctx context.Context) ([]Kept, error)
	MarkVerified(ctx context.Context, user, id string, at time.Time) error
	AddReceipt(ctx context.Context, user, id string, receipt []byte) error
}

// State says how far a submission came.
type State string

// The states, in the order in which they follow each other.
const (
	StateFrozen   State = "frozen"   // handed in on this device
	StateVerified State = "verified" // the server gave the same bytes back
	StateReceived State = "received" // the working group's receipt came
	StateReturned State = "returned" // the receipt says no, with reasons
)

// State gives the state; the receipt is believed because it was verified
// before it was kept.
func (k Kept) State() (State, Receipt, error) {
	switch {
	case len(k.Receipt) > 0:
		receipt, err := readReceipt(k.Receipt)
		if err != nil {
			return StateVerified, Receipt{}, err
		}
		if receipt.Result == Returned {
			return StateReturned, receipt, nil
		}
		return StateReceived, receipt, nil
	case !k.VerifiedAt.IsZero():
		return StateVerified, Receipt{}, nil
	default:
		return StateFrozen, Receipt{}, nil
	}
}

// Folder gives where a municipality's submissions stand on the server.
func Folder(nis string) string { return "m/" + nis + "/sub" }

// ReceiptFolder gives where the receipts for a municipality stand.
func ReceiptFolder(nis string) string { return "wg/receipts/" + nis }

// Name gives the path of a sealed submission: it holds the hash of the exact
// bytes, so that whoever reads it can tell whether it is whole.
func Name(nis, id string, sealed []byte) string {
	return syncer.NameWithHash(Folder(nis)+"/"+id, sealed, "json")
}

// ReceiptName gives the path of a sealed receipt.
func ReceiptName(nis string, number int, sealed []byte) string {
	return syncer.NameWithHash(fmt.Sprintf("%s/rcp-%08d", ReceiptFolder(nis), number), sealed, "json")
}
