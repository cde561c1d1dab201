package assessment

import (
	"slices"
	"strings"

	"toetssteen/internal/strategy"
)

// Propose works out what the answers of an earlier assessment propose for a
// later one: changes tell what became of each criterion between their
// editions. An answer that two laptops disagree about proposes nothing, because
// nobody has chosen; nor does one that only follows from something else.
func Propose(changes []strategy.Change, earlier []Answer) map[strategy.CriterionCode]Proposal {
	given := slices.DeleteFunc(slices.Clone(earlier), func(a Answer) bool { return !a.Given() || a.Conflict })
	proposals := make(map[strategy.CriterionCode]Proposal)
	byCode := make(map[strategy.CriterionCode]Answer, len(given))
	for _, a := range given {
		byCode[a.Criterion] = a
	}
	for _, c := range changes {
		if a, there := byCode[c.Code]; there && c.Kind == strategy.Stayed {
			// One that was still to be looked at again is no plain yes either.
			proposals[c.Code] = Proposal{Verdict: a.Verdict, Explanation: a.Explanation, Changed: a.Review != NoReview}
		}
	}
	for _, a := range MoveTo(changes, given).Write {
		if a.Verdict != Open {
			proposals[a.Criterion] = Proposal{Verdict: a.Verdict, Explanation: a.Explanation, Changed: true}
		}
	}
	return proposals
}

// StillTrue gives the answer of somebody who says that what was proposed still
// holds. What was typed meanwhile stays.
func (a Answer) StillTrue() Answer {
	if !a.Proposed() {
		return a
	}
	a.Verdict, a.Explanation = a.Proposal.Verdict, orElse(a.Explanation, a.Proposal.Explanation)
	a.Proposal, a.Source, a.Review = nil, nil, NoReview
	return a
}

// Confirmable tells whether what is proposed can be confirmed together with
// others: it reads the same as the time before, and nothing else follows now.
func (a Answer) Confirmable() bool {
	return a.Proposed() && a.Source == nil && a.Proposal.Unchanged()
}

// Unchanged tells whether a proposal can be confirmed without reading the
// question again: the criterion asks the same, and nothing is missing.
func (p Proposal) Unchanged() bool {
	return !p.Changed && !(Answer{Verdict: p.Verdict, Explanation: p.Explanation}).Incomplete()
}

// Differs tells whether the verdict is another one than the time before.
func (a Answer) Differs() bool {
	return a.Verdict != Open && a.Before != Open && a.Verdict != a.Before
}

// Wording is what somebody in the town wrote about a criterion.
type Wording struct {
	Assessment Assessment // without its answers
	Answer     Answer
}

// Wordings gives what was written before that may be said again about a
// criterion: for the same one, with the same verdict first, and then the
// latest. What is written for the others comes second, the latest first.
// Texts that say the same are given once. own is the assessment that is being
// filled in; what stands there for the criterion itself is left out, and so is
// what explains another verdict than it stands with.
func Wordings(all []Assessment, own string, of strategy.CriterionCode, verdict Verdict) (same, others []Wording) {
	for _, a := range all {
		answers := a.Answers
		a.Answers, a.Aside, a.Measurements, a.Evidence = nil, nil, nil, nil
		for _, answer := range answers {
			switch {
			case strings.TrimSpace(answer.Explanation) == "" || answer.Origin != Own || answer.ExplainsAnother():
			case answer.Criterion != of:
				others = append(others, Wording{a, answer})
			case a.ID != own:
				same = append(same, Wording{a, answer})
			}
		}
	}
	latestFirst := func(a, b Wording) int { return b.Answer.SavedAt.Compare(a.Answer.SavedAt) }
	slices.SortStableFunc(same, latestFirst)
	slices.SortStableFunc(others, latestFirst)
	slices.SortStableFunc(same, func(a, b Wording) int {
		return rank(a.Answer.Verdict == verdict) - rank(b.Answer.Verdict == verdict)
	})
	return Once(same), Once(others)
}

func rank(first bool) int {
	if first {
		return 0
	}
	return 1
}

// Once leaves out what says the same as one before it, whatever the capitals
// and the white space.
func Once(wordings []Wording) []Wording {
	seen := make(map[string]bool, len(wordings))
	return slices.DeleteFunc(slices.Clone(wordings), func(w Wording) bool {
		text := SameText(w.Answer.Explanation)
		if seen[text] {
			return true
		}
		seen[text] = true
		return false
	})
}

// SameText writes a text so that two that say the same are equal.
func SameText(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }
