package strategy

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// maxText is the longest text of a catalogue, in characters.
const maxText = 1000

var (
	editionName   = regexp.MustCompile(`^[0-9]{4}\.[1-9][0-9]*$`)
	principleCode = regexp.MustCompile(`^[A-Z]{2}$`)
	criterionCode = regexp.MustCompile(`^[A-Z]{2}-[GI][1-9][0-9]*$`)
	section       = regexp.MustCompile(`^[1-9][0-9]*(\.[1-9][0-9]*)*$`)
)

// faults collects what is wrong in one place of a catalogue.
type faults struct {
	place string
	errs  []error
}

func (f *faults) add(field, format string, args ...any) {
	f.errs = append(f.errs, fmt.Errorf("%s: %s: %s", f.place, field, fmt.Sprintf(format, args...)))
}

// Validate gives every fault of the catalogue, joined, each naming the file,
// the code and the field.
func (c *Catalogue) Validate() error {
	errs := []error{errors.Join(c.Edition.faults()...), c.validatePrinciples()}
	principles := make(map[PrincipleCode]bool)
	for _, p := range c.Principles {
		principles[p.Code] = true
		for _, kind := range []Kind{User, Inclusion} {
			if len(c.CriteriaOf(p.Code, kind)) == 0 {
				errs = append(errs, fmt.Errorf("%s: there is no criterion of kind %q", criteriaFile(p.Code), kind))
			}
		}
	}
	seen := make(map[CriterionCode]bool)
	for i, criterion := range c.Criteria {
		errs = append(errs, criterion.faults(i, principles, seen)...)
	}
	return errors.Join(errs...)
}

func (c *Catalogue) validatePrinciples() error {
	var errs []error
	if len(c.Principles) == 0 {
		errs = append(errs, fmt.Errorf("%s: there is no principle", principlesFile))
	}
	seen := make(map[PrincipleCode]bool)
	for i, p := range c.Principles {
		errs = append(errs, p.faults(i, seen)...)
	}
	return errors.Join(errs...)
}

func (e Edition) faults() []error {
	f := faults{place: editionFile}
	if e.Format != Format {
		f.add("format", "%d is not %d", e.Format, Format)
	}
	if !editionName.MatchString(e.Edition) {
		f.add("edition", "%q is not a year and a number such as 2022.1", e.Edition)
	}
	f.date("date", e.Date)
	f.text("source.title", e.Source.Title)
	f.text("source.publisher", e.Source.Publisher)
	f.date("source.version", e.Source.Version)
	f.date("source.published", e.Source.Published)
	return f.errs
}

func (p Principle) faults(index int, seen map[PrincipleCode]bool) []error {
	f := faults{place: placeOf(principlesFile, string(p.Code), index)}
	switch {
	case !principleCode.MatchString(string(p.Code)):
		f.add("code", "%q is not two capitals", p.Code)
	case seen[p.Code]:
		f.add("code", "duplicate code %s", p.Code)
	}
	seen[p.Code] = true
	f.text("name", p.Name)
	f.text("meaning", p.Meaning)
	return f.errs
}

func (c Criterion) faults(index int, principles map[PrincipleCode]bool, seen map[CriterionCode]bool) []error {
	f := faults{place: placeOf(criteriaFile(c.Principle), string(c.Code), index)}
	f.code(c)
	if seen[c.Code] {
		f.add("code", "duplicate code %s", c.Code)
	}
	seen[c.Code] = true
	if !principles[c.Principle] {
		f.add("principle", "unknown principle %q", c.Principle)
	}
	if !section.MatchString(c.Source) {
		f.add("source", "%q is not a section number such as 2.2.1", c.Source)
	}
	f.text("label", c.Label)
	f.text("question", c.Question)
	f.text("met", c.Met)
	f.text("not_meant", c.NotMeant)
	for i, p := range c.Points {
		field := fmt.Sprintf("points[%d]", i)
		if want := string(c.Code) + string(rune('a'+i)); p.Code != want {
			f.add(field+".code", "%q should be %s", p.Code, want)
		}
		f.text(field+".label", p.Label)
		f.text(field+".text", p.Text)
	}
	return f.errs
}

// code checks that the code agrees with the principle and the kind.
func (f *faults) code(c Criterion) {
	code := string(c.Code)
	if !criterionCode.MatchString(code) {
		f.add("code", "%q is not a code such as SD-G1", code)
		return
	}
	if !strings.HasPrefix(code, string(c.Principle)+"-") {
		f.add("principle", "%q does not agree with the code", c.Principle)
	}
	letter := map[Kind]byte{User: 'G', Inclusion: 'I'}[c.Kind]
	switch letter {
	case code[3]:
	case 0:
		f.add("kind", "unknown kind %q", c.Kind)
	default:
		f.add("kind", "%q does not agree with the code", c.Kind)
	}
}

func (f *faults) date(field, date string) {
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		f.add(field, "%q is not a date such as 2022-04-21", date)
	}
}

// text refuses a text without Dutch, and what would not show as written.
func (f *faults) text(field string, t Text) {
	if strings.TrimSpace(t[Dutch]) == "" {
		f.add(field+"."+string(Dutch), "the Dutch text is missing")
	}
	for _, lang := range slices.Sorted(maps.Keys(t)) {
		s, at := t[lang], field+"."+string(lang)
		switch {
		case !lang.known():
			f.add(field, "unknown language %q", lang)
		case s == "" && lang != Dutch:
			f.add(at, "the text is empty: leave the language out instead")
		case !utf8.ValidString(s) || strings.ContainsFunc(s, hidden):
			f.add(at, "the text holds a character that does not show")
		case s != strings.TrimSpace(s) || strings.Contains(s, "  "):
			f.add(at, "the text has a space too many")
		case utf8.RuneCountInString(s) > maxText:
			f.add(at, "the text is longer than %d characters", maxText)
		}
	}
}

// hidden tells whether a character is invisible or could reorder a line: text
// from outside should read as it is.
func hidden(r rune) bool {
	return r == utf8.RuneError || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

func placeOf(file, code string, index int) string {
	if code == "" {
		return fmt.Sprintf("%s: item %d", file, index+1)
	}
	return file + ": " + code
}
