package syncer

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"toetssteen/internal/fault"
)

// Proof says that a file is on the server, byte for byte.
type Proof struct {
	Name       string
	Size       int
	SHA256     string // hex
	VerifiedAt time.Time
}

// attempts is how often a file is put on the server before it is said to
// alter or lose files.
const attempts = 5

// Publish puts a file on the server, reads it back and compares it. What the
// server answers to the upload does not count, good or bad, but for answers
// that forbid going on. Publishing a file that is already there is harmless.
func Publish(ctx context.Context, remote Remote, name string, data []byte) (Proof, error) {
	return PublishWith(ctx, remote, name, data, Patience{})
}

// PublishWith is [Publish] with another way to wait.
func PublishWith(ctx context.Context, remote Remote, name string, data []byte, patience Patience) (Proof, error) {
	var last error
	for attempt := range attempts {
		if attempt > 0 {
			if err := patience.wait(ctx, attempt, last); err != nil {
				return Proof{}, err
			}
		}
		putErr := remote.Put(ctx, name, data)
		if forbids(putErr) {
			return Proof{}, fmt.Errorf("publish %s: %w", name, putErr)
		}
		there, getErr := remote.Get(ctx, name)
		if getErr == nil && bytes.Equal(there, data) {
			sum := sha256.Sum256(data)
			return Proof{Name: name, Size: len(data), SHA256: hex.EncodeToString(sum[:]), VerifiedAt: patience.now()}, nil
		}
		if forbids(getErr) {
			return Proof{}, fmt.Errorf("read %s back: %w", name, getErr)
		}
		last = why(name, putErr, getErr)
		if !transient(last) {
			break
		}
	}
	return Proof{}, fmt.Errorf("publish %s: %w", name, last)
}

// why gives the reason that a file is not proven to be there: what the server
// said of the upload first, then of the reading, then that the bytes differ.
func why(name string, putErr, getErr error) error {
	if err := errors.Join(putErr, getErr); err != nil {
		return err
	}
	return fault.New(fault.Corrupt, "error.sync_server_alters", fault.Args{"Name": name})
}

// forbids tells whether an answer means that asking again does harm or no
// good: a refused password may lock the account, a full server stays full.
func forbids(err error) bool {
	switch fault.CodeOf(err) {
	case fault.Denied, fault.Full, fault.Canceled, fault.Invalid:
		return true
	}
	return false
}

// transient tells whether a later attempt may go better.
func transient(err error) bool {
	switch fault.CodeOf(err) {
	case fault.Unavailable:
		return true
	case fault.Corrupt, fault.NotFound, fault.Conflict:
		return true // half uploads, folders that vanish, caches that lag behind
	}
	return false
}
