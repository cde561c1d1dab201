package assessment

import (
	"slices"
	"strings"
	"time"

	"toetssteen/internal/strategy"
)

// CheckKind names a standing check.
type CheckKind string

// The standing checks.
const (
	YesUnsupported           CheckKind = "yes_unsupported"            // without evidence or measurement
	NoUnexplained            CheckKind = "no_unexplained"             // without explanation
	NotApplicableUnexplained CheckKind = "not_applicable_unexplained" // without reason
	NoUnplanned              CheckKind = "no_unplanned"               // without improvement action
	ActionLate               CheckKind = "action_late"                // past its date, and not done
	InDoubt                  CheckKind = "in_doubt"                   // marked to discuss
	InConflict               CheckKind = "in_conflict"                // two laptops answered
	UsersUnasked             CheckKind = "users_unasked"              // only users can tell, and nothing was measured
)

// CheckKinds gives the checks in the order in which they are shown: what keeps
// an assessment from being handed in comes first.
func CheckKinds() []CheckKind {
	return []CheckKind{
		InConflict, NoUnexplained, NotApplicableUnexplained, InDoubt, YesUnsupported, NoUnplanned, ActionLate, UsersUnasked,
	}
}

// Check is a standing check with what it found. It warns and blocks nothing.
type Check struct {
	Kind     CheckKind
	Findings []Finding // in the strategy's order; none where all is well
}

// Finding is one thing that a check found.
type Finding struct {
	Criterion strategy.CriterionCode // "" for an action that is about none of them
	Action    *ImprovementAction     // of an action that is late, else nil
}

// StandingChecks carries out all checks. The answers are one for each
// criterion, see [Complete].
func StandingChecks(catalogue *strategy.Catalogue, a Assessment, actions []ImprovementAction, today time.Time) []Check {
	found := make(map[CheckKind][]Finding)
	for _, answer := range a.Answers {
		for _, kind := range a.checkAnswer(catalogue, answer, actions) {
			found[kind] = append(found[kind], Finding{Criterion: answer.Criterion})
		}
	}
	for _, action := range actions {
		if action.Overdue(today) {
			found[ActionLate] = append(found[ActionLate], Finding{Criterion: firstOf(action.Criteria), Action: &action})
		}
	}
	checks := make([]Check, 0, len(CheckKinds()))
	for _, kind := range CheckKinds() {
		checks = append(checks, Check{Kind: kind, Findings: found[kind]})
	}
	return checks
}

func (a Assessment) checkAnswer(catalogue *strategy.Catalogue, answer Answer, actions []ImprovementAction) []CheckKind {
	measured := len(a.Support(catalogue, answer)) > 0
	supported := measured || slices.ContainsFunc(a.Evidence, func(e Evidence) bool { return e.Criterion == answer.Criterion })
	planned := slices.ContainsFunc(actions, func(action ImprovementAction) bool { return action.Plans(answer.Criterion) })
	silent := strings.TrimSpace(answer.Explanation) == ""
	var kinds []CheckKind
	for _, check := range []struct {
		kind CheckKind
		fits bool
	}{
		{YesUnsupported, answer.Verdict == Yes && answer.Origin != Inherited && !supported}, // what it builds on supports an inherited one
		{NoUnexplained, answer.Verdict == No && silent},
		{NotApplicableUnexplained, answer.Verdict == NotApplicable && silent},
		{NoUnplanned, answer.Verdict == No && !planned},
		{InDoubt, answer.Discuss},
		{InConflict, answer.Conflict},
		{UsersUnasked, answer.Judge == Users && answer.Verdict != NotApplicable && !supported},
	} {
		if check.fits {
			kinds = append(kinds, check.kind)
		}
	}
	return kinds
}

func firstOf(codes []strategy.CriterionCode) strategy.CriterionCode {
	if len(codes) == 0 {
		return ""
	}
	return codes[0]
}
