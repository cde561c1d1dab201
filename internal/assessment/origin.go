package assessment

import "toetssteen/internal/strategy"

// Origin says where a verdict comes from.
type Origin string

// The origins.
const (
	Own       Origin = ""          // somebody gave it here
	Scoped    Origin = "scope"     // a scope question ruled the criterion out
	Inherited Origin = "inherited" // what the service builds on meets it, or fails it (strategy 6.4.3)
)

// Source says what an answer follows from, and why.
type Source struct {
	Kind   SourceKind
	ID     string // of the question, the aid, the service or the assessment
	Name   strategy.Text
	Reason strategy.Text // one sentence or a few; may lack languages where people wrote it

	// What follows from it, as [Basis.On] filled it in.
	Verdict     Verdict
	Explanation string
}

// SourceKind says what a source is.
type SourceKind string

// The kinds of sources.
const (
	FromQuestion   SourceKind = "question"   // a scope question
	FromAid        SourceKind = "aid"        // an aid of the catalogue, by what the catalogue says of it
	FromAssessment SourceKind = "assessment" // the latest assessment of a service or an aid
)

// Proposal is what an earlier assessment said about a criterion.
type Proposal struct {
	Verdict     Verdict
	Explanation string
	Changed     bool // the criterion was reworded since, so that a plain yes to "still true?" is not enough
}

// Basis is what the answers of an assessment can follow from.
type Basis struct {
	Scope    map[strategy.CriterionCode]Source // criteria that scope questions rule out
	Inherits map[strategy.CriterionCode]Inheritance
	Proposes map[strategy.CriterionCode]Proposal // by the assessment that it starts from
}

// Inheritance is a verdict that comes from what a service builds on.
type Inheritance struct {
	Verdict     Verdict // Yes or No
	Explanation string
	Source      Source
}

// On fills in what the answers follow from. A verdict or an explanation that
// somebody gave stays: a person decides. Of what is left, a scope question
// goes before what the service builds on, because a criterion that does not
// apply is not met by anybody.
//
// What somebody decided the time before does not make way in silence. Where
// that verdict is another one than what follows now, the criterion stays open
// with both, the Proposal and the Source, and a person chooses. Where they are
// the same, the answer follows, and keeps the Proposal for its text. The answers
// are one for each criterion, see [Complete].
func (b Basis) On(answers []Answer) []Answer {
	filled := make([]Answer, 0, len(answers))
	for _, a := range answers {
		a.Before = b.Proposes[a.Criterion].Verdict
		if a.Verdict == Open && !a.Conflict {
			a = b.fill(a)
		}
		filled = append(filled, a)
	}
	return filled
}

func (b Basis) fill(a Answer) Answer {
	p, proposed := b.Proposes[a.Criterion]
	if proposed {
		a.Proposal = &p
	}
	source, origin := b.follows(a.Criterion)
	if origin == Own {
		return a
	}
	a.Source = &source
	if proposed && p.Verdict != source.Verdict {
		return a
	}
	a.Verdict, a.Origin = source.Verdict, origin
	a.Explanation = orElse(a.Explanation, source.Explanation)
	return a
}

// follows tells what a criterion follows from; Own for nothing.
func (b Basis) follows(code strategy.CriterionCode) (Source, Origin) {
	if source, out := b.Scope[code]; out {
		source.Verdict, source.Explanation = NotApplicable, source.Reason.In(written)
		return source, Scoped
	}
	if in, inherits := b.Inherits[code]; inherits {
		source := in.Source
		source.Verdict, source.Explanation = in.Verdict, in.Explanation
		return source, Inherited
	}
	return Source{}, Own
}

// written is the language in which a reason of the catalogue stands between
// what people wrote: that of the strategy.
const written strategy.Language = "nl"

func orElse(text, other string) string {
	if text != "" {
		return text
	}
	return other
}
