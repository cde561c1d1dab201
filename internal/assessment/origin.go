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
// apply is not met by anybody; both go before a proposal. The answers are one
// for each criterion, see [Complete].
func (b Basis) On(answers []Answer) []Answer {
	filled := make([]Answer, 0, len(answers))
	for _, a := range answers {
		a.Before = b.Proposes[a.Criterion].Verdict
		if a.Verdict == Open && !a.Conflict {
			a = b.follow(a)
		}
		filled = append(filled, a)
	}
	return filled
}

func (b Basis) follow(a Answer) Answer {
	if source, out := b.Scope[a.Criterion]; out {
		a.Verdict, a.Origin, a.Source = NotApplicable, Scoped, &source
		a.Explanation = orElse(a.Explanation, source.Reason.In(written))
		return a
	}
	if in, inherits := b.Inherits[a.Criterion]; inherits {
		a.Verdict, a.Origin, a.Source = in.Verdict, Inherited, &in.Source
		a.Explanation = orElse(a.Explanation, in.Explanation)
		return a
	}
	if p, proposed := b.Proposes[a.Criterion]; proposed {
		a.Proposal = &p
	}
	return a
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
