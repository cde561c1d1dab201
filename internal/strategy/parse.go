package strategy

import (
	"encoding/json"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// Format is the version of the catalogue files that this program reads.
// Format 1 held the principles and criteria in Dutch only, and was never
// published.
const Format = 2

// The files of a catalogue. Criteria and indicators stand in one file per
// principle.
const (
	editionFile     = "edition.json"
	principlesFile  = "principles.json"
	criteriaStem    = "criteria-"
	indicatorsStem  = "indicators-"
	aidsFile        = "aids.json"
	actionsFile     = "actions.json"
	principleSuffix = ".json"
)

// maxFileSize bounds what a file from outside can make the program read.
const maxFileSize = 4 << 20

// Parse reads a catalogue from the root of fsys: edition.json,
// principles.json, aids.json, actions.json, and for each principle
// criteria-xx.json and indicators-xx.json; it leaves other files alone. It is
// strict: unknown, repeated and misspelt fields are refused, and so is a text
// without one of the languages, a code that nothing has, and whatever a
// screen could not show. The error is [Faults]: all that is wrong.
func Parse(fsys fs.FS) (*Catalogue, error) {
	r := reader{fsys: fsys, files: make(map[string]file)}
	var c Catalogue
	if !r.edition(&c.Edition) {
		return nil, r.faults.err() // in another format anything may mean something else
	}
	c.Principles = readList[Principle](&r, principlesFile)
	if len(r.faults) == 0 {
		r.checkPrinciples(c.Principles)
	}
	if len(r.faults) > 0 {
		return nil, r.faults.err() // their codes say which files to read
	}
	for _, p := range c.Principles {
		c.Criteria = append(c.Criteria, readList[Criterion](&r, fileOf(criteriaStem, p.Code))...)
		c.Indicators = append(c.Indicators, readList[Indicator](&r, fileOf(indicatorsStem, p.Code))...)
	}
	c.Aids = readList[Aid](&r, aidsFile)
	c.Actions = readList[Action](&r, actionsFile)
	r.refuseOthers(criteriaStem)
	r.refuseOthers(indicatorsStem)
	if len(r.faults) == 0 { // what could not be read would be missed everywhere
		r.check(&c)
	}
	if err := r.faults.err(); err != nil {
		return nil, err
	}
	c.hash = hashOf(r.files)
	return &c, nil
}

func fileOf(stem string, p PrincipleCode) string {
	return stem + strings.ToLower(string(p)) + principleSuffix
}

// file is a file that was read, and where everything in it stands.
type file struct {
	data   []byte
	places places
}

// reader reads files, keeps them for the hash, and collects faults.
type reader struct {
	fsys   fs.FS
	files  map[string]file
	faults Faults
}

// fail adds a fault of a file as a whole.
func (r *reader) fail(name, key string, args map[string]any) {
	r.faults = append(r.faults, Fault{File: name, Key: faultPrefix + key, Args: args})
}

func (r *reader) failAt(name string, data []byte, m *misfit) {
	line, column := lineOf(data, m.offset)
	r.faults = append(r.faults, Fault{File: name, Line: line, Column: column, Key: faultPrefix + m.key, Args: m.args})
}

func (r *reader) read(name string) (file, bool) {
	data, ok := r.bytes(name)
	if !ok {
		return file{}, false
	}
	where, bad := walk(data)
	if bad != nil {
		r.failAt(name, data, bad)
		return file{}, false
	}
	f := file{data, where}
	r.files[name] = f
	return f, true
}

func (r *reader) bytes(name string) ([]byte, bool) {
	opened, err := r.fsys.Open(name)
	if err != nil {
		r.fail(name, "file_missing", nil)
		return nil, false
	}
	defer func() { _ = opened.Close() }() // only read
	data, err := io.ReadAll(io.LimitReader(opened, maxFileSize+1))
	switch {
	case err != nil:
		r.fail(name, "file_unreadable", map[string]any{"Detail": err.Error()})
		return nil, false
	case len(data) > maxFileSize:
		r.fail(name, "file_too_large", map[string]any{"MaxMiB": maxFileSize >> 20})
		return nil, false
	}
	return data, true
}

// edition looks at the format first.
func (r *reader) edition(e *Edition) bool {
	f, ok := r.read(editionFile)
	if !ok {
		return false
	}
	var head struct {
		Format int `json:"format"`
	}
	if err := json.Unmarshal(f.data, &head); err == nil && head.Format != Format {
		key := "format_later"
		if head.Format < Format {
			key = "format_unknown"
		}
		r.failAt(editionFile, f.data, &misfit{f.places["/format"], key, map[string]any{"Found": head.Format, "Known": Format}})
		return false
	}
	if bad := decodeStrict(0, f.data, e); bad != nil {
		r.failAt(editionFile, f.data, bad)
		return false
	}
	return true
}

// readList decodes element by element, so that every one tells its faults.
func readList[T any](r *reader, name string) []T {
	f, ok := r.read(name)
	if !ok {
		return nil
	}
	var raw []json.RawMessage
	if err := json.Unmarshal(f.data, &raw); err != nil {
		r.failAt(name, f.data, &misfit{0, "not_a_list", nil})
		return nil
	}
	list := make([]T, len(raw))
	for i := range raw {
		if bad := decodeStrict(f.places[element(i)], raw[i], &list[i]); bad != nil {
			r.failAt(name, f.data, bad)
		}
	}
	return list
}

// refuseOthers refuses files that no principle asked for: they would silently
// count for nothing.
func (r *reader) refuseOthers(stem string) {
	names, err := fs.Glob(r.fsys, stem+"*"+principleSuffix)
	if err != nil {
		r.fail(stem+"*", "file_unreadable", map[string]any{"Detail": err.Error()})
	}
	for _, name := range names {
		_, read := r.files[name]
		failed := slices.ContainsFunc(r.faults, func(f Fault) bool { return f.File == name })
		if !read && !failed {
			r.fail(name, "not_in_use", map[string]any{"Principles": principlesFile})
		}
	}
}
