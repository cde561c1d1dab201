package trust

import (
	"crypto"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base32"
	"strings"

	"toetssteen/internal/fault"
)

// PublicKey is the public half of a [Key]. The zero value is no key. Public
// keys are compared with ==.
type PublicKey struct{ bytes string }

// base32 without padding, in lower case (RFC 4648 section 6): it can be read
// aloud and typed.
var encoding = base32.StdEncoding.WithPadding(base32.NoPadding)

const (
	checksumSize    = 3 // bytes of SHA-256 that a typed key ends with
	groupSize       = 4 // characters between two hyphens
	fingerprintSize = 10
)

// IsZero tells whether there is no key.
func (p PublicKey) IsZero() bool { return p.bytes == "" }

// String gives the text form: the key and a checksum in base32, in groups of
// four, as in "mfrg-gzdf-…". [ParsePublicKey] reads it.
func (p PublicKey) String() string {
	if p.IsZero() {
		return ""
	}
	return grouped(encode([]byte(p.bytes + checksum(p.bytes))))
}

// Fingerprint gives 16 base32 characters of the key's SHA-256: enough to tell
// devices apart, short enough for a list.
func (p PublicKey) Fingerprint() string {
	sum := sha256.Sum256([]byte(p.bytes))
	return encode(sum[:fingerprintSize])
}

// ParsePublicKey reads the text form. Capitals, spaces and missing hyphens do
// not matter; a typing error is fault.Invalid.
func ParsePublicKey(text string) (PublicKey, error) {
	plain := strings.ToUpper(strings.NewReplacer("-", "", " ", "", "\n", "", "\r", "", "\t", "").Replace(text))
	bytes, err := encoding.DecodeString(plain)
	if err != nil || len(bytes) != ed25519.PublicKeySize+checksumSize || encode(bytes) != strings.ToLower(plain) {
		return PublicKey{}, fault.Wrap(err, fault.Invalid, "error.public_key_unreadable", fault.Args{"field": "workingGroupKey"})
	}
	key, check := string(bytes[:ed25519.PublicKeySize]), string(bytes[ed25519.PublicKeySize:])
	if checksum(key) != check {
		return PublicKey{}, fault.New(fault.Invalid, "error.public_key_mistyped", fault.Args{"field": "workingGroupKey"})
	}
	return PublicKey{key}, nil
}

func (p PublicKey) verify(context string, message, signature []byte) error {
	return ed25519.VerifyWithOptions(ed25519.PublicKey(p.bytes), message, signature, &ed25519.Options{Hash: crypto.Hash(0), Context: context})
}

func checksum(key string) string {
	sum := sha256.Sum256([]byte(key))
	return string(sum[:checksumSize])
}

func encode(bytes []byte) string { return strings.ToLower(encoding.EncodeToString(bytes)) }

func grouped(text string) string {
	var groups []string
	for len(text) > groupSize {
		groups, text = append(groups, text[:groupSize]), text[groupSize:]
	}
	return strings.Join(append(groups, text), "-")
}
