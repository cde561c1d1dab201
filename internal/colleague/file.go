// Package colleague holds the file with which laptops of one town share their
// work without a server: the operations of the journal and the evidence that
// they name, sealed with the key of the laptop that made it.
//
// The file is a zip. "operations.jsonl" has one operation a line, "evidence/"
// the files named by their hash, and "seal" is a sealed [Head]: it holds the
// hash of the operations, so that nothing in the file can be altered unseen.
package colleague

import (
	"archive/zip"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
	"toetssteen/internal/trust"
)

const (
	// Extension ends the name of a file for colleagues.
	Extension = ".toetssteen"
	// MaxFile is the largest file that is made and opened, in bytes.
	MaxFile = 128 << 20
	// Format is the version of what this program writes. Another major version is refused.
	Format = "1.0"

	sealContext    = "toetssteen/colleague/v1"
	sealFile       = "seal"
	operationsFile = "operations.jsonl"
	evidenceFolder = "evidence/"

	maxOperations = 256 << 20 // bytes, unpacked
)

// Town is whose work is in a file. Two are the same where all of it is.
type Town struct {
	NIS       string `json:"nis"`
	Name      string `json:"name,omitempty"` // of a fictional town, or of an authority
	Authority string `json:"authority,omitempty"`
	Fictional bool   `json:"fictional"`
}

// Head says what a file is.
type Head struct {
	Format     string    `json:"format"`
	Town       Town      `json:"town"`
	By         string    `json:"by"` // role of who made it, may be empty
	MadeAt     time.Time `json:"made_at"`
	App        string    `json:"app"`
	Operations string    `json:"operations"` // SHA-256 of the operations, hexadecimal
	Count      int       `json:"count"`
	Evidence   []string  `json:"evidence"` // hashes of the files that are in it
	Missing    []string  `json:"missing"`  // hashes of those that found no room, or were not there
}

// Evidence gives the files of evidence that belong to a town's work.
type Evidence interface {
	// Read gives a file by its hash; one that is not there is nil.
	Read(hash string) ([]byte, error)
}

// File is a file that was opened and is whole.
type File struct {
	Head       Head
	Signer     trust.PublicKey // of the laptop that made it
	Operations []journal.Operation
	Evidence   map[string][]byte // by hash
}

// line is an operation as it stands in the file.
type line struct {
	ID         journal.ID      `json:"id"`
	Device     string          `json:"device"`
	User       string          `json:"user,omitempty"`
	At         journal.Clock   `json:"at"`
	Change     journal.ID      `json:"change"`
	Undoes     journal.ID      `json:"undoes,omitempty"`
	Kind       journal.Kind    `json:"kind"`
	Object     string          `json:"object"`
	Field      string          `json:"field"`
	Value      json.RawMessage `json:"value"`
	Supersedes []journal.ID    `json:"supersedes,omitempty"`
}

// Write makes a file of operations and the evidence that they name. Evidence
// that finds no room is left out, and named in the head.
func Write(key trust.Key, head Head, ops []journal.Operation, evidence Evidence) ([]byte, Head, error) {
	lines, err := write(ops)
	if err != nil {
		return nil, head, err
	}
	head.Format, head.Count, head.Operations = Format, len(ops), hash(lines)
	head.Evidence, head.Missing = []string{}, []string{}

	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	if err := add(archive, operationsFile, zip.Deflate, lines); err != nil {
		return nil, head, err
	}
	const spare = 1 << 20 // for the seal and the zip's own lists
	for _, name := range named(ops) {
		data, err := evidence.Read(name)
		if err != nil {
			return nil, head, err
		}
		if err := archive.Flush(); err != nil {
			return nil, head, err
		}
		if data == nil || hash(data) != name || out.Len()+len(data)+spare > MaxFile {
			head.Missing = append(head.Missing, name)
			continue
		}
		head.Evidence = append(head.Evidence, name)
		if err := add(archive, evidenceFolder+name, zip.Store, data); err != nil {
			return nil, head, err
		}
	}
	seal, err := trust.Seal(key, sealContext, head)
	if err != nil {
		return nil, head, fmt.Errorf("seal file for colleagues: %w", err)
	}
	if err := errors.Join(add(archive, sealFile, zip.Deflate, seal), archive.Close()); err != nil {
		return nil, head, err
	}
	if out.Len() > MaxFile {
		return nil, head, tooLarge("")
	}
	return out.Bytes(), head, nil
}

// write gives the lines of operations.
func write(ops []journal.Operation) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	for _, op := range ops {
		if err := encoder.Encode(line{
			ID: op.ID, Device: op.Device, User: op.User, At: op.At, Change: op.Change, Undoes: op.Undoes,
			Kind: op.Object.Kind, Object: op.Object.ID, Field: op.Field, Value: op.Value, Supersedes: op.Supersedes,
		}); err != nil {
			return nil, fmt.Errorf("write operation %s: %w", op.ID, err)
		}
	}
	return out.Bytes(), nil
}

// named gives the hashes of evidence that operations name, each once, the
// newest first: what a colleague has not seen yet finds room before what is old.
func named(ops []journal.Operation) []string {
	latest := make(map[string]journal.Clock)
	for _, op := range ops {
		var text string
		if op.Object.Kind == "evidence" && op.Field == "hash" && json.Unmarshal(op.Value, &text) == nil && isHash(text) {
			latest[text] = max(latest[text], op.At)
		}
	}
	return slices.SortedFunc(maps.Keys(latest), func(a, b string) int {
		return cmp.Or(cmp.Compare(latest[b], latest[a]), cmp.Compare(a, b))
	})
}

func add(archive *zip.Writer, name string, method uint16, data []byte) error {
	w, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: method})
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// Open reads a file; name is for messages. It is believed to be whole, not to
// fit: that is for whoever takes the operations in.
func Open(name string, data []byte) (File, error) {
	if len(data) > MaxFile {
		return File{}, tooLarge(name)
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return File{}, fault.Wrap(err, fault.Corrupt, "error.colleague_no_file", fault.Args{"File": name})
	}
	var file File
	seal, err := entry(archive, sealFile, trust.MaxSealed)
	if err != nil {
		return File{}, fault.Wrap(err, fault.Corrupt, "error.colleague_no_file", fault.Args{"File": name})
	}
	body, signer, err := trust.Open(seal, sealContext)
	if err != nil {
		return File{}, damaged(err, name)
	}
	file.Signer = signer
	if err := json.Unmarshal(body, &file.Head); err != nil {
		return File{}, damaged(err, name)
	}
	if major, _, _ := strings.Cut(file.Head.Format, "."); major != "1" {
		return File{}, fault.New(fault.Newer, "error.colleague_newer", fault.Args{"File": name, "Format": file.Head.Format, "Known": Format})
	}
	lines, err := entry(archive, operationsFile, maxOperations)
	if err != nil {
		return File{}, damaged(err, name)
	}
	if hash(lines) != file.Head.Operations {
		return File{}, damaged(errors.New("operations do not have the hash of the seal"), name)
	}
	if file.Operations, err = readLines(lines); err != nil {
		return File{}, damaged(err, name)
	}
	if len(file.Operations) != file.Head.Count {
		return File{}, damaged(fmt.Errorf("%d operations, not %d", len(file.Operations), file.Head.Count), name)
	}
	if file.Evidence, err = readEvidence(archive, file.Head.Evidence); err != nil {
		return File{}, damaged(err, name)
	}
	return file, nil
}

func readLines(lines []byte) ([]journal.Operation, error) {
	var ops []journal.Operation
	decoder := json.NewDecoder(bytes.NewReader(lines))
	for {
		var l line
		if err := decoder.Decode(&l); errors.Is(err, io.EOF) {
			return ops, nil
		} else if err != nil {
			return nil, fmt.Errorf("read operation %d: %w", len(ops)+1, err)
		}
		op := journal.Operation{
			ID: l.ID, Device: l.Device, User: l.User, At: l.At, Change: l.Change, Undoes: l.Undoes,
			Object: journal.Object{Kind: l.Kind, ID: l.Object}, Field: l.Field, Value: l.Value, Supersedes: l.Supersedes,
		}
		if err := op.Validate(); err != nil {
			return nil, err
		}
		ops = append(ops, op)
	}
}

// readEvidence reads the files that the seal names, and no others.
func readEvidence(archive *zip.Reader, hashes []string) (map[string][]byte, error) {
	found := make(map[string][]byte)
	room := int64(MaxFile)
	for _, name := range hashes {
		if !isHash(name) {
			return nil, fmt.Errorf("evidence %.20q has no hash for a name", name)
		}
		data, err := entry(archive, evidenceFolder+name, room)
		if err != nil {
			return nil, err
		}
		if hash(data) != name {
			return nil, fmt.Errorf("evidence %s has other bytes", name)
		}
		found[name] = data
		room -= int64(len(data))
	}
	return found, nil
}

// entry unpacks one file of the zip, up to a limit: what a zip says about its
// sizes is not believed.
func entry(archive *zip.Reader, name string, limit int64) ([]byte, error) {
	f, err := archive.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // only read
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, fmt.Errorf("unpack %s: %w", name, err)
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("unpack %s: more than %d bytes", name, limit)
	}
	return data, nil
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func isHash(text string) bool {
	bytes, err := hex.DecodeString(text)
	return err == nil && len(bytes) == sha256.Size && hex.EncodeToString(bytes) == text
}

func damaged(err error, name string) error {
	return fault.Wrap(err, fault.Corrupt, "error.colleague_damaged", fault.Args{"File": name})
}

func tooLarge(name string) error {
	return fault.New(fault.Invalid, "error.colleague_too_large", fault.Args{"File": name, "MaxMiB": MaxFile >> 20})
}
