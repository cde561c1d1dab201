package reference

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"toetssteen/internal/fault"
	"toetssteen/internal/submission"
	"toetssteen/internal/trust"
)

// MaxFile is the largest file that is opened, in bytes.
const MaxFile = 16 << 20

// Kind says what a file is.
type Kind string

// The kinds.
const (
	OneSubmission Kind = "submission" // what a town handed in: nobody vouches for it
	OfSubmissions Kind = "bundle"     // of the working group
	OfCounts      Kind = "benchmark"  // of the working group
)

// File is a file that was read: it is whole, and signed by Signer. Whether
// that is who it should be is for the caller to judge.
type File struct {
	Kind        Kind
	Hash        string // of its bytes, hexadecimal SHA-256
	Signer      trust.PublicKey
	MadeAt      time.Time
	Fictional   bool
	Submissions []Submission // of a submission or a bundle
	Benchmark   *Benchmark   // of a benchmark
}

// Submission is one submission in a file.
type Submission struct {
	submission.Document
	Digest string // of its sealed bytes
}

// The contexts keep a signature over one kind of file from counting for another.
const (
	bundleContext    = "toetssteen/bundle/v1"
	benchmarkContext = "toetssteen/benchmark/v1"
)

// Read reads a file of any kind from its bytes; name is for messages. What is
// not whole, or was altered, is fault.Corrupt.
func Read(name string, data []byte) (File, error) {
	if len(data) > MaxFile {
		return File{}, fault.New(fault.Invalid, "error.file_too_large", fault.Args{"File": name, "MaxMiB": MaxFile >> 20})
	}
	var file File
	var err error
	switch {
	case bytes.HasPrefix(data, []byte("PK")):
		file, err = readBundle(data)
	case contextOf(data) == benchmarkContext:
		file, err = readBenchmark(data)
	default:
		file, err = readSubmission(data)
	}
	file.Hash = submission.Digest(data)
	if err == nil || fault.CodeOf(err) == fault.Newer {
		return file, err
	}
	return File{}, fault.Wrap(err, fault.Corrupt, "error.reference_unreadable", fault.Args{"File": name})
}

// contextOf tells what a sealed file says that it is; it is verified when it
// is opened.
func contextOf(data []byte) string {
	_, second, _ := strings.Cut(strings.TrimSuffix(string(data), "\n"), "\n")
	var e struct {
		Context string `json:"context"`
	}
	if json.Unmarshal([]byte(second), &e) != nil {
		return ""
	}
	return e.Context
}

func readSubmission(data []byte) (File, error) {
	document, signer, err := submission.Open(data)
	if err != nil {
		return File{}, err
	}
	return File{
		Kind: OneSubmission, Signer: signer, MadeAt: document.FrozenAt, Fictional: document.Fictional,
		Submissions: []Submission{{document, submission.Digest(data)}},
	}, nil
}

// checkFormat refuses a format of a newer major version.
func checkFormat(format string) error {
	major, _, _ := strings.Cut(format, ".")
	ours, _, _ := strings.Cut(Format, ".")
	switch {
	case format == "":
		return errors.New("no format")
	case major != ours:
		return fault.New(fault.Newer, "error.submission_newer", fault.Args{"Format": format, "Known": Format})
	}
	return nil
}

// Format is the version of the bundles and benchmarks that this program
// writes. A reader takes any minor version of its major version.
const Format = "1.0"
