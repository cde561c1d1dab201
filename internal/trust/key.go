// Package trust holds keys and signatures: who wrote a file, and whether it
// is still what was written.
package trust

import (
	"crypto"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"toetssteen/internal/fault"
	"toetssteen/internal/wholefile"
)

// Key is a private Ed25519 key (RFC 8032) of a device or a working group.
type Key struct{ private ed25519.PrivateKey }

// NewKey makes a fresh one.
func NewKey() (Key, error) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return Key{}, fmt.Errorf("generate key: %w", err)
	}
	return Key{private}, nil
}

// Public gives the public half.
func (k Key) Public() PublicKey {
	return PublicKey{string(k.private.Public().(ed25519.PublicKey))}
}

// sign signs with a context (Ed25519ctx, RFC 8032 section 5.1), so that a
// signature over one kind of document never counts for another.
func (k Key) sign(context string, message []byte) ([]byte, error) {
	return k.private.Sign(rand.Reader, message, &ed25519.Options{Hash: crypto.Hash(0), Context: context})
}

const (
	pemType  = "PRIVATE KEY" // PKCS #8, RFC 7468 section 10
	keyLimit = 4096          // bytes; a key file has about 120
)

// LoadOrCreateKey reads the key file, or makes one where there is none.
func LoadOrCreateKey(path string) (Key, error) {
	key, err := LoadKey(path)
	if errors.Is(err, fs.ErrNotExist) {
		return createKey(path)
	}
	return key, err
}

// LoadKey reads the key file; one that is not there is fault.NotFound. A
// damaged file is fault.Corrupt and stays as it is: writing a new key over it
// would make this device a stranger.
func LoadKey(path string) (Key, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Key{}, fault.Wrap(err, fault.NotFound, "error.key_missing", fault.Args{"Path": path})
	}
	if err != nil {
		return Key{}, fault.Wrap(err, fault.ReadOnly, "error.key_unreadable", fault.Args{"Path": path})
	}
	key, err := parseKey(text)
	if err != nil {
		return Key{}, fault.Wrap(err, fault.Corrupt, "error.key_damaged", fault.Args{"Path": path})
	}
	return key, nil
}

func parseKey(text []byte) (Key, error) {
	if len(text) > keyLimit {
		return Key{}, errors.New("read key: too long")
	}
	block, rest := pem.Decode(text)
	if block == nil || block.Type != pemType || len(rest) > 0 {
		return Key{}, errors.New("read key: not one PEM block")
	}
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return Key{}, fmt.Errorf("read key: %w", err)
	}
	private, ok := parsed.(ed25519.PrivateKey)
	if !ok {
		return Key{}, fmt.Errorf("read key: %T is not Ed25519", parsed)
	}
	return Key{private}, nil
}

func createKey(path string) (Key, error) {
	key, err := NewKey()
	if err != nil {
		return Key{}, err
	}
	der, err := x509.MarshalPKCS8PrivateKey(key.private)
	if err != nil {
		return Key{}, fmt.Errorf("write key: %w", err)
	}
	if err := wholefile.Create(path, pem.EncodeToMemory(&pem.Block{Type: pemType, Bytes: der})); err != nil {
		return Key{}, err
	}
	return key, nil
}
