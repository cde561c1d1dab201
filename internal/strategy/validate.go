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

// parts is what the files of a catalogue hold. Criteria and indicators stand
// by principle.
type parts struct {
	principles list[Principle]
	criteria   []list[Criterion]
	indicators []list[Indicator]
	aids       list[Aid]
	actions    list[Action]
	scope      list[ScopeQuestion]
}

// check finds what is wrong with what could be read. The criteria and
// indicators are those of some principles, which may not be all.
func (r *reader) check(p parts, principles []PrincipleCode, all bool) {
	known := knownCodes{codes: make(map[CriterionCode]bool), points: make(map[string]bool), unread: make(map[PrincipleCode]bool), incomplete: !all}
	for i, code := range principles {
		known.unread[code] = !p.criteria[i].whole
		for _, e := range p.criteria[i].entries {
			known.codes[e.value.Code] = true
			for _, point := range e.value.Points {
				known.points[point.Code] = true
			}
		}
	}
	checkPrinciples(r, p.principles)
	for i, code := range principles {
		checkCriteria(r, code, p.criteria[i])
		checkIndicators(code, p.indicators[i], known)
	}
	checkCoverage(p.criteria, p.indicators)
	checkAids(r, p.aids, known)
	checkActions(r, p.actions)
	checkScope(r, p.scope, known)
}

// knownCodes says which criteria there are, as far as can be told.
type knownCodes struct {
	codes      map[CriterionCode]bool
	points     map[string]bool
	unread     map[PrincipleCode]bool // not all of their criteria could be read
	incomplete bool                   // there may be principles that could not be read
}

// possible tells whether a criterion may be there: what could not be read
// would else be missed everywhere that it is named.
func (k knownCodes) possible(code CriterionCode) bool {
	principle, _, _ := strings.Cut(string(code), "-")
	return k.codes[code] || k.unread[PrincipleCode(principle)] || k.incomplete
}

// possiblePoint tells whether a point of a criterion may be there.
func (k knownCodes) possiblePoint(code CriterionCode, point string) bool {
	return k.points[point] || !k.codes[code] && k.possible(code)
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
func (s spot) of(field string, index int) spot { return s.at(field).index(index) }

// index gives the spot of an element of this.
func (s spot) index(index int) spot {
	s.pointer += element(index)
	s.field = fmt.Sprintf("%s[%d]", s.field, index)
	return s
}

// fail adds a fault here. What is not there stands where it should.
func (s spot) fail(key string, args map[string]any) {
	s.r.faults = append(s.r.faults, s.finding(faultPrefix+key, args))
}

func (s spot) finding(key string, args map[string]any) Fault {
	f := Fault{File: s.file, Place: strings.TrimSpace(s.code + " " + s.field), Key: key, Args: args}
	f.Line, f.Column = s.r.files[s.file].position(s.pointer)
	return f
}

// unknown adds the fault of a field that nothing reads.
func (s spot) unknown(field string) {
	key := "unknown_field"
	f := s.finding(faultPrefix+key, map[string]any{"Field": field})
	in := s.r.files[s.file]
	f.Line, f.Column = lineOf(in.data, in.layout.names[s.pointer+"/"+field])
	s.r.faults = append(s.r.faults, f)
}

// position gives the place of a value, or of the closest that is there and
// holds it; 0 in a file that was not read.
func (f file) position(pointer string) (line, column int) {
	for {
		if offset, ok := f.layout.values[pointer]; ok {
			return lineOf(f.data, offset)
		}
		if pointer == "" {
			return 0, 0
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

func (s spot) criterion(code CriterionCode, known knownCodes) {
	s.failUnless(known.possible(code), "criterion_unknown", code)
}
