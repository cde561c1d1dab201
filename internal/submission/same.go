package submission

import (
	"reflect"
	"slices"
	"time"

	"toetssteen/internal/strategy"
)

// SaysTheSame tells whether two documents have the same content: they may
// differ in id, version, time and who handed them in, and in what they say of
// the ones that they replace.
func (d Document) SaysTheSame(other Document) bool {
	return len(parts(d, other)) == 0 && len(changes(d, other)) == 0
}

// first is the version of the format that had answers only.
const first = "1.0"

// parts gives the parts besides the answers that two documents differ in. Of
// what version 1.0 of the format could not say, what the program adds by
// itself makes no difference: else all that was handed in would change with a
// new version of the program.
func parts(d, other Document) []Part {
	unsaid := d.Format == first || other.Format == first
	var list []Part
	for _, part := range []struct {
		name    Part
		differs bool
	}{
		{TownPart, d.Municipality != other.Municipality || d.Fictional != other.Fictional},
		{ServicePart, !reflect.DeepEqual(d.Service, other.Service)},
		{EditionPart, d.Assessment.without() != other.Assessment.without()},
		{CoverPart, d.Cover != other.Cover},
		{DecisionPart, !d.Decision.same(other.Decision)},
		{SincePart, !slices.Equal(d.Decision.since(), other.Decision.since())},
		{EarlierPart, !unsaid && !d.Earlier.same(other.Earlier)},
		{MeasuresPart, !unsaid && !slices.EqualFunc(d.Measures, other.Measures, Measure.same)},
		{EvidencePart, !unsaid && !slices.Equal(d.Evidence, other.Evidence)},
		{OriginsPart, !unsaid && !sameOrigins(d.Answers, other.Answers)},
	} {
		if part.differs {
			list = append(list, part.name)
		}
	}
	return list
}

// without leaves out the time of the start, which is written in more than one
// way.
func (a Assessment) without() Assessment {
	a.StartedAt = time.Time{}
	return a
}

// same tells whether it is the same decision, whatever changed after it.
func (d *Decision) same(other *Decision) bool {
	if d == nil || other == nil {
		return d == other
	}
	return d.AdoptedOn == other.AdoptedOn && d.Number == other.Number
}

func (d *Decision) since() []strategy.CriterionCode {
	if d == nil {
		return nil
	}
	return d.ChangedSince
}

func (e *Earlier) same(other *Earlier) bool {
	if e == nil || other == nil {
		return e == other
	}
	return e.without() == other.without() && slices.Equal(e.Scores, other.Scores) && slices.Equal(e.Answers, other.Answers)
}

func (m Measure) same(other Measure) bool { return reflect.DeepEqual(m, other) }

// sameOrigins tells whether the answers that both give with the same verdict
// follow from the same kind of thing; another verdict is a change already.
func sameOrigins(answers, others []Answer) bool {
	origins := make(map[string]Answer, len(answers))
	for _, a := range answers {
		origins[string(a.Criterion)] = a
	}
	return !slices.ContainsFunc(others, func(b Answer) bool {
		a, has := origins[string(b.Criterion)]
		return has && a.Verdict == b.Verdict && a.Origin != b.Origin
	})
}
