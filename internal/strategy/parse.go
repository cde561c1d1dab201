package strategy

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// Format is the version of the catalogue files that this program reads.
const Format = 1

// The files of a catalogue. The criteria stand in one file per principle.
const (
	editionFile    = "edition.json"
	principlesFile = "principles.json"
	criteriaGlob   = "criteria-*.json"
)

// maxFileSize bounds what a file from outside can make the program read.
const maxFileSize = 4 << 20

// Parse reads a catalogue from the root of fsys: edition.json,
// principles.json, and criteria-xx.json for each principle; it leaves other
// files alone. It is strict: unknown, repeated and misspelt fields are
// refused, and so is whatever [Catalogue.Validate] finds. The error names
// every file with a fault, and the place in it.
func Parse(fsys fs.FS) (*Catalogue, error) {
	r := reader{fsys: fsys, files: make(map[string][]byte)}
	var c Catalogue
	if err := r.edition(&c.Edition); err != nil {
		return nil, err
	}
	c.Principles = readList[Principle](&r, principlesFile)
	if err := errors.Join(r.errs...); err != nil {
		return nil, err
	}
	if err := c.validatePrinciples(); err != nil {
		return nil, err // their codes say which files to read
	}
	for _, p := range c.Principles {
		name := criteriaFile(p.Code)
		criteria := readList[Criterion](&r, name)
		c.Criteria = append(c.Criteria, criteria...)
		r.fail(inFile(name, p.Code, criteria))
	}
	r.fail(r.noOthers())
	if err := errors.Join(r.errs...); err != nil {
		return nil, err
	}
	if err := c.Validate(); err != nil {
		return nil, err
	}
	c.hash = hashOf(r.files)
	return &c, nil
}

func criteriaFile(p PrincipleCode) string {
	return "criteria-" + strings.ToLower(string(p)) + ".json"
}

// inFile refuses criteria that stand in the file of another principle.
func inFile(file string, p PrincipleCode, criteria []Criterion) error {
	var errs []error
	for _, c := range criteria {
		if c.Principle != p {
			errs = append(errs, fmt.Errorf("%s: %s: principle: %q is not %q, the principle of this file", file, c.Code, c.Principle, p))
		}
	}
	return errors.Join(errs...)
}

// reader reads files, keeps their bytes for the hash, and collects errors.
type reader struct {
	fsys  fs.FS
	files map[string][]byte
	errs  []error
}

func (r *reader) fail(err error) {
	if err != nil {
		r.errs = append(r.errs, err)
	}
}

func (r *reader) file(name string) ([]byte, error) {
	data, err := readFile(r.fsys, name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if err := wellFormed(data); err != nil {
		return nil, fmt.Errorf("%s:%w", name, err)
	}
	r.files[name] = data
	return data, nil
}

// edition looks at the format first: in another format anything may mean
// something else, and other faults say nothing.
func (r *reader) edition(e *Edition) error {
	data, err := r.file(editionFile)
	if err != nil {
		return err
	}
	var head struct {
		Format int `json:"format"`
	}
	if err := json.Unmarshal(data, &head); err == nil && head.Format != Format {
		return fmt.Errorf("%s: format: %d is not known, this program reads format %d", editionFile, head.Format, Format)
	}
	return decodeStrict(editionFile, data, 0, data, e)
}

// readList decodes element by element, so that an error has a place.
func readList[T any](r *reader, name string) []T {
	data, err := r.file(name)
	if err != nil {
		r.fail(err)
		return nil
	}
	var raw []json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		r.fail(fmt.Errorf("%s:1:1: not a list: %w", name, err))
		return nil
	}
	list := make([]T, 0, len(raw))
	for i, start := range elementOffsets(data) {
		var element T
		r.fail(decodeStrict(name, data, start, raw[i], &element))
		list = append(list, element)
	}
	return list
}

// noOthers refuses criteria files that no principle asked for: they would
// silently count for nothing.
func (r *reader) noOthers() error {
	names, err := fs.Glob(r.fsys, criteriaGlob)
	if err != nil {
		return fmt.Errorf("list criteria files: %w", err)
	}
	var errs []error
	for _, name := range names {
		if r.files[name] == nil {
			errs = append(errs, fmt.Errorf("%s: not in use: no principle in %s has this code", name, principlesFile))
		}
	}
	return errors.Join(errs...)
}

func readFile(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // only read
	data, err := io.ReadAll(io.LimitReader(f, maxFileSize+1))
	switch {
	case err != nil:
		return nil, err
	case len(data) > maxFileSize:
		return nil, fmt.Errorf("larger than %d bytes", maxFileSize)
	}
	return data, nil
}
