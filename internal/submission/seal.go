package submission

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"toetssteen/internal/fault"
	"toetssteen/internal/trust"
)

// The contexts keep a signature over one kind of document from counting for another.
const (
	documentContext = "toetssteen/submission/v1"
	receiptContext  = "toetssteen/receipt/v1"
)

// Seal gives the exact bytes that are handed in: the document, signed.
func Seal(key trust.Key, d Document) ([]byte, error) {
	sealed, err := trust.Seal(key, documentContext, d)
	if err != nil {
		return nil, fmt.Errorf("seal submission: %w", err)
	}
	return sealed, nil
}

// Open verifies the signature and reads the document; it does not judge the
// content (see [Document.Check]). Members that it does not know are left
// alone: a newer minor version may have them.
func Open(sealed []byte) (Document, trust.PublicKey, error) {
	body, signer, err := trust.Open(sealed, documentContext)
	if err != nil {
		return Document{}, signer, fmt.Errorf("open submission: %w", err)
	}
	var d Document
	if err := unmarshal(body, &d); err != nil {
		return Document{}, signer, fmt.Errorf("open submission: %w", err)
	}
	return d, signer, nil
}

// newer tells whether a format has another major version than ours.
func newer(format string) bool {
	major, _, _ := strings.Cut(format, ".")
	ours, _, _ := strings.Cut(Format, ".")
	return format != "" && major != ours
}

// SealReceipt signs a receipt with the working group's key.
func SealReceipt(key trust.Key, r Receipt) ([]byte, error) {
	sealed, err := trust.Seal(key, receiptContext, r)
	if err != nil {
		return nil, fmt.Errorf("seal receipt: %w", err)
	}
	return sealed, nil
}

// OpenReceipt verifies that the working group with this key signed the receipt.
func OpenReceipt(sealed []byte, workingGroup trust.PublicKey) (Receipt, error) {
	body, err := trust.OpenFrom(sealed, receiptContext, workingGroup)
	if err != nil {
		return Receipt{}, fmt.Errorf("open receipt: %w", err)
	}
	var r Receipt
	if err := unmarshal(body, &r); err != nil {
		return Receipt{}, fmt.Errorf("open receipt: %w", err)
	}
	return r, nil
}

// unmarshal looks at the format first: a further major version may look
// otherwise altogether.
func unmarshal(body []byte, into any) error {
	var head struct {
		Format string `json:"format"`
	}
	if err := json.Unmarshal(body, &head); err == nil && newer(head.Format) {
		return fault.New(fault.Newer, "error.submission_newer", fault.Args{"Format": head.Format, "Known": Format})
	}
	if err := json.NewDecoder(bytes.NewReader(body)).Decode(into); err != nil {
		return fault.Wrap(err, fault.Corrupt, "error.submission_unreadable", nil)
	}
	return nil
}
