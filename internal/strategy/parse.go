package strategy

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strconv"
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
	scopeFile       = "scope.json" // may be left out
	principleSuffix = ".json"
)

// maxFileSize bounds what a file from outside can make the program read.
const maxFileSize = 4 << 20

// Parse reads a catalogue from the root of fsys: edition.json,
// principles.json, aids.json, actions.json, and for each principle
// criteria-xx.json and indicators-xx.json, and scope.json where it is there;
// it leaves other files alone. It is
// strict: unknown, repeated and misspelt fields are refused, and so is a text
// without one of the languages, a code that nothing has, and whatever a
// screen could not show. The error is [Faults]: all that is wrong in every
// file that can be read at all.
func Parse(fsys fs.FS) (*Catalogue, error) {
	r := reader{fsys: fsys, files: make(map[string]file)}
	c := r.catalogue()
	if err := r.faults.err(); err != nil {
		return nil, err
	}
	c.hash = hashOf(r.files)
	return c, nil
}

// catalogue reads and checks every file. What it gives is whole where there
// are no faults.
func (r *reader) catalogue() *Catalogue {
	var c Catalogue
	if !r.edition(&c.Edition) {
		return &c
	}
	principles := readList[Principle](r, principlesFile)
	p := parts{principles: principles, aids: readList[Aid](r, aidsFile), actions: readList[Action](r, actionsFile)}
	if r.has(scopeFile) {
		p.scope = readList[ScopeQuestion](r, scopeFile)
	}
	codes, all := usable(principles)
	for _, code := range codes {
		p.criteria = append(p.criteria, readList[Criterion](r, fileOf(criteriaStem, code)))
		p.indicators = append(p.indicators, readList[Indicator](r, fileOf(indicatorsStem, code)))
	}
	if all { // else they may belong to a principle that can't be read
		r.refuseOthers(criteriaStem)
		r.refuseOthers(indicatorsStem)
	}
	r.check(p, codes, all)
	r.checkHistory(c.Edition.Edition, p.criteria)
	c.Principles, c.Aids, c.Actions, c.Scope = p.principles.values(), p.aids.values(), p.actions.values(), p.scope.values()
	for i := range codes {
		c.Criteria = append(c.Criteria, p.criteria[i].values()...)
		c.Indicators = append(c.Indicators, p.indicators[i].values()...)
	}
	return &c
}

// usable gives the codes that say which files to read, and whether those are
// all that there should be.
func usable(principles list[Principle]) (codes []PrincipleCode, all bool) {
	all = principles.whole
	for _, p := range principles.entries {
		code := p.value.Code
		if !principleCode.MatchString(string(code)) || slices.Contains(codes, code) {
			all = false
			continue
		}
		codes = append(codes, code)
	}
	return codes, all
}

func fileOf(stem string, p PrincipleCode) string {
	return stem + strings.ToLower(string(p)) + principleSuffix
}

// file is a file that was read, and where everything in it stands.
type file struct {
	data   []byte
	value  any // as encoding/json gives it, with [json.Number]
	layout layout
}

// reader reads files, keeps them for the hash, and collects faults. It keeps
// the texts too, for who asks for remarks: measuring them takes time.
type reader struct {
	fsys    fs.FS
	files   map[string]file
	faults  Faults
	texts   []placedText
	remarks Remarks
	history History
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
	f := file{data: data, layout: where}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&f.value); err != nil {
		r.fail(name, "file_unreadable", map[string]any{"Detail": err.Error()})
		return file{}, false
	}
	r.files[name] = f
	return f, true
}

// has tells whether a file that may be left out is there. One that is there
// and can't be read is: reading it says so.
func (r *reader) has(name string) bool {
	_, err := fs.Stat(r.fsys, name)
	return !errors.Is(err, fs.ErrNotExist)
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
	return bytes.TrimPrefix(data, byteOrderMark), true
}

// byteOrderMark stands before what some editors save as UTF-8. It is no part
// of the text, and no editor counts it as a column.
var byteOrderMark = []byte("\ufeff")

// edition looks at the format first. It gives false where nothing can be said
// about the other files: there is no edition, or it is of another format.
func (r *reader) edition(e *Edition) bool {
	f, ok := r.read(editionFile)
	if !ok {
		_, err := fs.Stat(r.fsys, editionFile)
		return err == nil
	}
	s := spot{r: r, file: editionFile}
	fields, is := f.value.(map[string]any)
	if _, there := fields["format"]; is && !there {
		s.at("format").fail("field_missing", map[string]any{"Field": "format"})
	}
	if number, is := fields["format"].(json.Number); is {
		if found, err := strconv.Atoi(number.String()); err == nil && found != Format {
			key := "format_later"
			if found < Format {
				key = "format_unknown"
			}
			s.at("format").fail(key, map[string]any{"Found": found, "Known": Format})
			return false
		}
	}
	if s.decode(f.value, f.data, e) {
		r.checkEdition(*e)
	}
	return true
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
