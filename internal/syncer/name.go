// Package syncer brings files to a plain WebDAV server and fetches them, and
// believes neither its status codes nor its listings: what is published is
// read back and compared, what is pulled must have the hash of its name.
//
// Files are never overwritten and never deleted, so that every step can be
// repeated after it was cut off anywhere.
package syncer

import (
	"context"
	"crypto/sha256"
	"encoding/base32"
	"path"
	"regexp"
	"strings"

	"toetssteen/internal/fault"
)

// Entry is a file or folder in a listing.
type Entry struct {
	Name  string // within its folder
	Size  int64  // bytes; -1 where the server does not say
	IsDir bool
}

// Remote is a folder on a server. Names are relative to it and separated by
// slashes. What fails is a fault, with fault.NotFound for what is not there.
type Remote interface {
	// Put stores a file and makes the folders above it. That it gives no error
	// does not prove that the file is there: see [Publish].
	Put(ctx context.Context, name string, data []byte) error
	// Get gives the bytes of a file.
	Get(ctx context.Context, name string) ([]byte, error)
	// List gives what is in a folder.
	List(ctx context.Context, folder string) ([]Entry, error)
}

var encoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// hashLength is 160 bits in base32 characters.
const hashLength = 32

// Hash gives the first 160 bits of the SHA-256 of data as 32 lower-case
// base32 characters (RFC 4648 section 6).
func Hash(data []byte) string {
	sum := sha256.Sum256(data)
	return encoding.EncodeToString(sum[:])[:hashLength]
}

// NameWithHash gives the name of a file that holds its own hash:
// prefix-<hash>.extension.
func NameWithHash(prefix string, data []byte, extension string) string {
	return prefix + "-" + Hash(data) + "." + extension
}

// fileName is how every published file is named: lower case, one dot, a hash.
var fileName = regexp.MustCompile(`^[a-z0-9-]{1,40}-([a-z2-7]{32})\.(json|bin)$`)

// HashIn takes the hash out of a file's name, "" where the name has none.
func HashIn(name string) string {
	match := fileName.FindStringSubmatch(path.Base(name))
	if match == nil {
		return ""
	}
	return match[1]
}

// VerifyName tells whether a file is whole: its name holds the hash of data.
func VerifyName(name string, data []byte) error {
	if want := HashIn(name); want == "" || !strings.EqualFold(want, Hash(data)) {
		return fault.New(fault.Corrupt, "error.sync_incomplete_file", fault.Args{"Name": name})
	}
	return nil
}
