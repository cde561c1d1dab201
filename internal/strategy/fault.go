package strategy

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Fault is one thing that is wrong in a file of a catalogue, for whoever
// wrote it. Key is a key of the message files in locales.
type Fault struct {
	File         string
	Line, Column int    // from 1; 0 where the fault is in no one place
	Place        string // code and field, "DH-G1 question.nl"; "" for the file as a whole
	Key          string
	Args         map[string]any
}

// Position gives the place in the form that editors follow: "file:12:5".
func (f Fault) Position() string {
	if f.Line == 0 {
		return f.File
	}
	return fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Column)
}

func (f Fault) String() string {
	parts := []string{f.Position()}
	if f.Place != "" {
		parts = append(parts, f.Place)
	}
	text := strings.TrimPrefix(strings.TrimPrefix(f.Key, faultPrefix), remarkPrefix)
	if len(f.Args) > 0 {
		text += fmt.Sprintf(" %v", f.Args)
	}
	return strings.Join(append(parts, text), ": ")
}

// faultPrefix starts the message keys of all faults.
const faultPrefix = "catalogue.fault."

// Faults is every fault of a catalogue, by file and line. A catalogue with
// one of them is refused as a whole.
type Faults []Fault

func (f Faults) Error() string {
	lines := make([]string, 0, len(f))
	for _, fault := range f {
		lines = append(lines, fault.String())
	}
	return strings.Join(lines, "\n")
}

// err sorts the faults; none is no error.
func (f Faults) err() error {
	if len(f) == 0 {
		return nil
	}
	sortByPlace(f)
	return f
}

func sortByPlace(f []Fault) {
	slices.SortStableFunc(f, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}
