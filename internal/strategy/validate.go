package strategy

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var (
	editionName   = regexp.MustCompile(`^[0-9]{4}\.[1-9][0-9]*$`)
	principleCode = regexp.MustCompile(`^[A-Z]{2}$`)
	criterionCode = regexp.MustCompile(`^[A-Z]{2}-[GI][1-9][0-9]*$`)
	section       = regexp.MustCompile(`^[1-9][0-9]*(\.[1-9][0-9]*)*$`)
)

// check finds what is wrong with a catalogue whose files could be read.
func (r *reader) check(c *Catalogue) {
	known := make(map[CriterionCode]bool)
	for _, criterion := range c.Criteria {
		known[criterion.Code] = true
	}
	r.checkEdition(c.Edition)
	criteria, indicators := c.Criteria, c.Indicators
	for _, p := range c.Principles {
		criteria = r.checkCriteria(p.Code, criteria)
		indicators = r.checkIndicators(p.Code, indicators, known)
	}
	r.checkCoverage(c)
	r.checkAids(c.Aids, known)
	r.checkActions(c.Actions)
}

func element(index int) string { return "/" + strconv.Itoa(index) }

// spot is a place in a file where a fault may be.
type spot struct {
	r       *reader
	file    string
	pointer string // JSON pointer in the file
	code    string // of the element, for whoever reads the fault
	field   string // within the element, "points[1].code"
}

// item gives the spot of an element of a list.
func (r *reader) item(file string, index int, code string) spot {
	if code == "" {
		code = "#" + strconv.Itoa(index+1)
	}
	return spot{r: r, file: file, pointer: element(index), code: code}
}

// at gives the spot of a field.
func (s spot) at(field string) spot {
	s.pointer += "/" + field
	s.field = strings.TrimPrefix(s.field+"."+field, ".")
	return s
}

// of gives the spot of an element of a field.
func (s spot) of(field string, index int) spot {
	s.pointer += "/" + field + element(index)
	s.field = strings.TrimPrefix(fmt.Sprintf("%s.%s[%d]", s.field, field, index), ".")
	return s
}

// fail adds a fault here. What is not there stands where it should.
func (s spot) fail(key string, args map[string]any) {
	f := s.r.files[s.file]
	pointer := s.pointer
	for {
		if offset, ok := f.places[pointer]; ok {
			line, column := lineOf(f.data, offset)
			s.r.faults = append(s.r.faults, Fault{
				File: s.file, Line: line, Column: column, Place: strings.TrimSpace(s.code + " " + s.field),
				Key: faultPrefix + key, Args: args,
			})
			return
		}
		pointer = pointer[:max(0, strings.LastIndexByte(pointer, '/'))]
	}
}

// failUnless adds a fault that names a value.
func (s spot) failUnless(ok bool, key string, value any) {
	if !ok {
		s.fail(key, map[string]any{"Value": fmt.Sprint(value)})
	}
}

// choice refuses a value that is none of some.
func choice[T ~string](s spot, value T, choices ...T) {
	if !slices.Contains(choices, value) {
		names := make([]string, len(choices))
		for i, c := range choices {
			names[i] = string(c)
		}
		s.fail("choice_unknown", map[string]any{"Value": string(value), "Choices": strings.Join(names, ", ")})
	}
}

func (s spot) section(value string) {
	s.failUnless(section.MatchString(value), "section_malformed", value)
}

func (s spot) criterion(code CriterionCode, known map[CriterionCode]bool) {
	s.failUnless(known[code], "criterion_unknown", code)
}
