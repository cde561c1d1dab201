package reference

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"toetssteen/internal/fault"
	"toetssteen/internal/submission"
	"toetssteen/internal/trust"
)

// The limits of a bundle: they are held while it is read, because a small zip
// can hold a lot.
const (
	maxEntries  = 5000
	maxUnpacked = 128 << 20
)

// manifestName stands in the zip beside the submissions that it lists.
const manifestName = "bundle.sealed"

// manifest is what the working group signs: which submissions are in it.
type manifest struct {
	Format    string    `json:"format"`
	MadeAt    time.Time `json:"made_at"`
	Fictional bool      `json:"fictional,omitempty"`
	Files     []entry   `json:"files"` // by name
}

type entry struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"` // of the exact bytes, hexadecimal
}

// Bundle makes a bundle of sealed submissions by their names. The same
// submissions give the same bytes at the same time.
func Bundle(key trust.Key, sealed map[string][]byte, fictional bool, now time.Time) ([]byte, error) {
	m := manifest{Format: Format, MadeAt: now.UTC().Truncate(time.Second), Fictional: fictional, Files: []entry{}}
	for name, data := range sealed {
		m.Files = append(m.Files, entry{name, submission.Digest(data)})
	}
	slices.SortFunc(m.Files, func(a, b entry) int { return strings.Compare(a.Name, b.Name) })
	signed, err := trust.Seal(key, bundleContext, m)
	if err != nil {
		return nil, fmt.Errorf("sign bundle: %w", err)
	}
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	if err := add(archive, manifestName, signed, m.MadeAt); err != nil {
		return nil, err
	}
	for _, e := range m.Files {
		if err := add(archive, e.Name, sealed[e.Name], m.MadeAt); err != nil {
			return nil, err
		}
	}
	if err := archive.Close(); err != nil {
		return nil, fmt.Errorf("make bundle: %w", err)
	}
	if out.Len() > MaxFile || len(m.Files) > maxEntries {
		return nil, fault.New(fault.Invalid, "error.bundle_too_large", fault.Args{"MaxMiB": MaxFile >> 20, "Max": maxEntries})
	}
	return out.Bytes(), nil
}

func add(archive *zip.Writer, name string, data []byte, at time.Time) error {
	w, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: at})
	if err == nil {
		_, err = w.Write(data)
	}
	if err != nil {
		return fmt.Errorf("make bundle: %w", err)
	}
	return nil
}

func readBundle(data []byte) (File, error) {
	files, err := unpack(data)
	if err != nil {
		return File{}, err
	}
	body, signer, err := trust.Open(files[manifestName], bundleContext)
	if err != nil {
		return File{}, fmt.Errorf("open %s: %w", manifestName, err)
	}
	var m manifest
	if err := json.Unmarshal(body, &m); err != nil {
		return File{}, fmt.Errorf("read %s: %w", manifestName, err)
	}
	if err := checkFormat(m.Format); err != nil {
		return File{}, err
	}
	if len(files) != len(m.Files)+1 {
		return File{}, fmt.Errorf("%d files, and %d are listed", len(files)-1, len(m.Files))
	}
	file := File{Kind: OfSubmissions, Signer: signer, MadeAt: m.MadeAt, Fictional: m.Fictional}
	for _, e := range m.Files {
		sealed, there := files[e.Name]
		if !there || submission.Digest(sealed) != e.SHA256 {
			return File{}, fmt.Errorf("%s is not what was signed", e.Name)
		}
		document, _, err := submission.Open(sealed)
		if err != nil {
			return File{}, fmt.Errorf("open %s: %w", e.Name, err)
		}
		if document.Fictional != m.Fictional {
			return File{}, fmt.Errorf("%s: sample data among real ones, or the other way round", e.Name)
		}
		file.Submissions = append(file.Submissions, Submission{document, e.SHA256})
	}
	return file, nil
}

// unpack reads a zip into memory, counting while it reads. Names are names
// only: nothing is written anywhere.
func unpack(data []byte) (map[string][]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("open zip: %w", err)
	}
	if len(archive.File) > maxEntries+1 {
		return nil, fmt.Errorf("%d files in a zip, at most %d", len(archive.File), maxEntries)
	}
	files := make(map[string][]byte, len(archive.File))
	left := int64(maxUnpacked)
	for _, f := range archive.File {
		if _, twice := files[f.Name]; twice {
			return nil, fmt.Errorf("%s stands in the zip twice", f.Name)
		}
		content, err := unpackOne(f, min(left, trust.MaxSealed))
		if err != nil {
			return nil, fmt.Errorf("unpack %s: %w", f.Name, err)
		}
		files[f.Name] = content
		left -= int64(len(content))
	}
	return files, nil
}

func unpackOne(f *zip.File, limit int64) (content []byte, err error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	content, err = io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(content)) > limit {
		err = errors.New("too large")
	}
	return content, err
}
