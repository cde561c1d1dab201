package submission

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"toetssteen/internal/trust"
)

// Result is what the working group decided.
type Result string

// The results.
const (
	Received Result = "received"
	Returned Result = "returned" // with reasons; a corrected submission can follow
)

// Receipt is the working group's signed answer to one submission. Receipts of
// a municipality are numbered from 1 without gaps and chained, so that a
// missing one shows.
type Receipt struct {
	Format       string    `json:"format"`
	Number       int       `json:"number"`
	Previous     string    `json:"previous,omitempty"` // SHA-256 of the receipt before, hex
	Municipality string    `json:"municipality"`       // NIS code
	Submission   string    `json:"submission"`         // SHA-256 of the exact bytes handed in, hex
	Signer       string    `json:"signer,omitempty"`   // fingerprint of the device that signed it
	Result       Result    `json:"result"`
	Reasons      []Reason  `json:"reasons,omitempty"`
	At           time.Time `json:"at"`
}

// Digest gives the SHA-256 of the exact bytes of a sealed file, in hex: how
// receipts refer to submissions and to each other.
func Digest(sealed []byte) string {
	sum := sha256.Sum256(sealed)
	return hex.EncodeToString(sum[:])
}

// readReceipt reads a receipt that was verified when it came in.
func readReceipt(sealed []byte) (Receipt, error) {
	body, _, err := trust.Open(sealed, receiptContext)
	if err != nil {
		return Receipt{}, fmt.Errorf("read receipt: %w", err)
	}
	var r Receipt
	if err := unmarshal(body, &r); err != nil {
		return Receipt{}, fmt.Errorf("read receipt: %w", err)
	}
	return r, nil
}
