package assessment

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// Stage says how far an assessment has come within the town: it is filled in,
// proposed, reviewed by somebody else, and adopted by the town's executive. No
// stage closes it: whatever changes afterwards is shown, and every stage can
// be left again.
type Stage string

// The stages.
const (
	FillingIn Stage = ""         // being filled in
	Proposed  Stage = "proposed" // offered for review
	Reviewed  Stage = "reviewed" // looked at by somebody else
	Adopted   Stage = "adopted"  // by the executive, with a date and a number
)

// Reviewing is where an assessment stands within the town.
type Reviewing struct {
	Stage     Stage
	Note      string // what the reviewer said
	Reviewer  string // role of who is asked, may be empty
	AdoptedOn string // date of the decision, "2026-11-30"
	Decision  string // its number

	// Saw is what the answers said when the stage was reached, see [Saying].
	Saw map[strategy.CriterionCode]string
}

// MaxStageNote is the longest note of a reviewer, in characters.
const MaxStageNote = 5_000

// To goes to another stage, from whichever: nothing is a dead end. wish says
// what comes with it: the reviewer, the note, the decision. Each stage keeps
// what belongs to it and drops the rest, so that a note of an earlier round is
// not read as one of this round; all of it stays in the history.
//
// Only adopting asks something of the answers: the executive decides on an
// assessment to which nothing is missing. One that is proposed or reviewed may
// have open criteria: that is what colleagues talk about. A decision is one
// that was taken: of today, a date such as "2026-11-30", or earlier.
func (r Reviewing) To(wish Reviewing, answers []Answer, today string) (Reviewing, error) {
	next := Reviewing{Stage: wish.Stage, Saw: Saying(answers)}
	if err := wish.validate(); err != nil {
		return r, err
	}
	switch wish.Stage {
	case FillingIn:
		next.Note, next.Reviewer, next.Saw = strings.TrimSpace(wish.Note), r.Reviewer, nil
	case Proposed:
		next.Reviewer = strings.TrimSpace(wish.Reviewer)
	case Reviewed:
		next.Note, next.Reviewer = strings.TrimSpace(wish.Note), r.Reviewer
	case Adopted:
		if wish.AdoptedOn > today {
			return r, invalid("adoptedOn", "error.decision_future", nil)
		}
		if p := ProgressOf(answers); !p.Ready() {
			return r, fault.New(fault.Conflict, "error.stage_not_ready",
				fault.Args{"Open": p.Open, "Incomplete": p.Incomplete, "Review": p.Review})
		}
		next.Reviewer = r.Reviewer
		next.AdoptedOn, next.Decision = wish.AdoptedOn, strings.TrimSpace(wish.Decision)
	}
	return next, nil
}

// validate refuses what cannot be kept, naming the field.
func (r Reviewing) validate() error {
	if !known(r.Stage, FillingIn, Proposed, Reviewed, Adopted) {
		return invalid("stage", "error.choice_unknown", fault.Args{"Value": string(r.Stage)})
	}
	if err := checkText("reviewer", r.Reviewer, MaxControl); err != nil {
		return err
	}
	if err := checkText("note", r.Note, MaxStageNote); err != nil {
		return err
	}
	if r.Stage != Adopted {
		return nil
	}
	return ValidateDecision(r.AdoptedOn, r.Decision) // the number may follow later
}

// Saying gives a short mark of what is said of each criterion: the verdict and
// its explanation, whoever gave them and when. Two marks are the same where
// the same is said, so that what was changed and put back did not change.
func Saying(answers []Answer) map[strategy.CriterionCode]string {
	said := make(map[strategy.CriterionCode]string, len(answers))
	for _, a := range answers {
		const enough = 8 // bytes, to tell a few hundred apart
		sum := sha256.Sum256([]byte(string(a.Verdict) + "\n" + strings.TrimSpace(a.Explanation)))
		said[a.Criterion] = hex.EncodeToString(sum[:enough])
	}
	return said
}

// ChangedSince gives the criteria of which something else is said than when
// the stage was reached, in the order of the answers. It looks at what is
// said, not at clocks: an answer of yesterday that came from another laptop
// today was not reviewed either.
func (r Reviewing) ChangedSince(answers []Answer) []strategy.CriterionCode {
	if r.Saw == nil {
		return nil
	}
	var changed []strategy.CriterionCode
	now := Saying(answers)
	for _, a := range answers {
		if r.Saw[a.Criterion] != now[a.Criterion] {
			changed = append(changed, a.Criterion)
		}
	}
	return changed
}

// AskedOf tells whether somebody with a role is asked to review: roles are
// typed by people, so that capitals and spaces do not matter.
func (r Reviewing) AskedOf(role string) bool {
	return r.Stage == Proposed && strings.TrimSpace(role) != "" && strings.EqualFold(strings.TrimSpace(r.Reviewer), strings.TrimSpace(role))
}
