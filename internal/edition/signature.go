package edition

import (
	"encoding/json"
	"fmt"

	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
	"toetssteen/internal/trust"
)

// signatureFile stands beside the files that it signs, and is sealed as
// [trust.Seal] does.
const signatureFile = "signature.sealed"

const signatureContext = "toetssteen/catalogue/v1"

// signed is what a signature says: which edition, and the hash of its files.
type signed struct {
	Edition string `json:"edition"`
	Date    string `json:"date"`
	Hash    string `json:"hash"` // see [strategy.Catalogue.Hash]
}

func signedOf(c *strategy.Catalogue) signed {
	return signed{Edition: c.Edition.Edition, Date: c.Edition.Date, Hash: c.Hash()}
}

func sign(c *strategy.Catalogue, key trust.Key) ([]byte, error) {
	signature, err := trust.Seal(key, signatureContext, signedOf(c))
	if err != nil {
		return nil, fmt.Errorf("sign catalogue: %w", err)
	}
	return signature, nil
}

// Signed tells whether there is a signature, which may not hold.
func (f File) Signed() bool { return f.signature != nil }

// Signer gives who signed the file. A file without a signature, or with one
// that belongs to other contents, is fault.Corrupt.
func (f File) Signer() (trust.PublicKey, error) {
	if f.signature == nil {
		return trust.PublicKey{}, fault.New(fault.Corrupt, "error.catalogue_unsigned", fault.Args{"Edition": f.Catalogue.Edition.Edition})
	}
	body, signer, err := trust.Open(f.signature, signatureContext)
	if err != nil {
		return trust.PublicKey{}, fault.Wrap(err, fault.Corrupt, "error.catalogue_signature", fault.Args{"Edition": f.Catalogue.Edition.Edition})
	}
	var says signed
	if err := json.Unmarshal(body, &says); err != nil || says != signedOf(f.Catalogue) {
		return trust.PublicKey{}, fault.Wrap(err, fault.Corrupt, "error.catalogue_signature", fault.Args{"Edition": f.Catalogue.Edition.Edition})
	}
	return signer, nil
}
