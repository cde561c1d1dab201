package assessment

import (
	"strings"
	"time"

	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// Verdict is the answer to a criterion: a criterion is met or not met, or it
// does not apply (strategy 6.4.2 and 6.4.4).
type Verdict string

// The verdicts.
const (
	Open          Verdict = ""
	Yes           Verdict = "yes"
	No            Verdict = "no"
	NotApplicable Verdict = "not_applicable"
)

// Answer is what was said about one criterion.
type Answer struct {
	Criterion   strategy.CriterionCode
	Verdict     Verdict
	Explanation string // why not (yet) met, or why not applicable; optional for a yes
	Review      Review // to be looked at again after a move to another edition

	Judge    Judge  // who can tell
	Control  string // in whose hands it is, where Judge is Outside; a role or an authority
	Discuss  bool   // in doubt, to discuss
	Assignee string // the role or colleague that it is assigned to, may be empty

	// Of an answer that nobody gave here, but that follows from something else.
	// With Origin Own, a Source says what would follow instead of the Proposal.
	Origin Origin
	Source *Source // nil where nothing follows

	// Proposal is what the earlier assessment said, where nobody has confirmed it
	// or decided otherwise yet; nil for none. It is no answer: the criterion is
	// open, unless the same verdict follows from something else.
	Proposal *Proposal

	// Before is the verdict of the earlier assessment, also where somebody decided since; Open for none.
	Before Verdict

	// ExplainedAs is the verdict that stood when the explanation was written; Open for none.
	ExplainedAs Verdict

	SavedAt  time.Time // zero: never answered
	SavedBy  string    // the role of who answered, may be empty
	Conflict bool      // two laptops answered without seeing each other
}

// MaxExplanation is the longest explanation, in characters.
const MaxExplanation = 20_000

// Validate refuses an answer that cannot be kept. One that still lacks its
// explanation can: see [Answer.Incomplete].
func (a Answer) Validate(catalogue *strategy.Catalogue) error {
	if _, err := catalogue.Criterion(a.Criterion); err != nil {
		return fault.Wrap(err, fault.Invalid, "error.criterion_unknown",
			fault.Args{"Criterion": string(a.Criterion), "Edition": catalogue.Edition.Edition})
	}
	if !known(a.Verdict, Open, Yes, No, NotApplicable) {
		return invalid("verdict", "error.choice_unknown", fault.Args{"Value": string(a.Verdict)})
	}
	if err := ValidateReview(a.Review); err != nil {
		return err
	}
	return checkText("explanation", a.Explanation, MaxExplanation)
}

// Given tells whether somebody gave a verdict here, rather than that it
// follows from something else.
func (a Answer) Given() bool { return a.Verdict != Open && a.Origin == Own }

// Proposed tells whether the answer waits for "still true?".
func (a Answer) Proposed() bool { return a.Verdict == Open && a.Proposal != nil }

// ExplainsAnother tells whether its explanation was written with another
// verdict than it has by now.
func (a Answer) ExplainsAnother() bool {
	return strings.TrimSpace(a.Explanation) != "" && a.ExplainedAs != Open && a.Verdict != Open && a.ExplainedAs != a.Verdict
}

// Incomplete tells whether the answer lacks what it needs: a no needs an
// explanation ("comply or explain", strategy 3.2), a not-applicable a reason.
func (a Answer) Incomplete() bool {
	return (a.Verdict == No || a.Verdict == NotApplicable) && strings.TrimSpace(a.Explanation) == ""
}
