package assessment

import (
	"slices"
	"strings"

	"toetssteen/internal/strategy"
)

// Review says why an answer has to be looked at again after its assessment
// moved to another edition.
type Review string

// The reasons for a review.
const (
	NoReview       Review = ""
	ReviewReworded Review = "reworded" // the criterion asks something else now
	ReviewSplit    Review = "split"    // the criterion came from another, and so did the answer
)

// ValidateReview refuses anything but these.
func ValidateReview(r Review) error {
	if !known(r, NoReview, ReviewReworded, ReviewSplit) {
		return invalid("review", "error.choice_unknown", map[string]any{"Value": string(r)})
	}
	return nil
}

// Move says what moving an assessment to another edition does to its answers.
type Move struct {
	Changes []strategy.Change
	Write   []Answer // answers that become another: marked for review, or taken over
	Kept    int      // answers that stay as they are
	Review  int      // answers to look at again
	Open    int      // criteria that nothing was answered to
	Aside   int      // answers to criteria that are no longer there; they stay in the history

	// Conflicts names the criteria whose answers the move would settle without
	// anybody having chosen: it has to wait until somebody has.
	Conflicts []strategy.CriterionCode
}

// MoveTo works out a move. It changes nothing.
func MoveTo(changes []strategy.Change, answers []Answer) Move {
	given := make(map[strategy.CriterionCode]Answer, len(answers))
	for _, a := range answers {
		if a.Verdict != Open || a.Explanation != "" {
			given[a.Criterion] = a
		}
	}
	m := Move{Changes: changes}
	for _, c := range changes {
		m.add(c, given)
	}
	return m
}

func (m *Move) add(c strategy.Change, given map[strategy.CriterionCode]Answer) {
	var from []Answer
	for _, code := range c.From {
		if a, ok := given[code]; ok {
			from = append(from, a)
		}
	}
	if c.Kind == strategy.Reworded || c.Kind == strategy.Split {
		for _, a := range from {
			if a.Conflict && !slices.Contains(m.Conflicts, a.Criterion) {
				m.Conflicts = append(m.Conflicts, a.Criterion)
			}
		}
	}
	switch {
	case c.Kind == strategy.Retired:
		m.Aside += len(from)
	case len(from) == 0:
		m.Open++
	case c.Kind == strategy.Stayed:
		m.Kept++
	case c.Kind == strategy.Reworded && len(c.From) > 1: // it took in another one
		joined := taken(c.Code, from)
		joined.Review = ReviewReworded
		m.Write = append(m.Write, joined)
		m.Review++
	case c.Kind == strategy.Reworded:
		from[0].Review = ReviewReworded
		m.Write = append(m.Write, from[0])
		m.Review++
	default:
		m.Write = append(m.Write, taken(c.Code, from))
		m.Review++
	}
}

// taken gives the answer that a criterion takes over: the verdict where all
// agree, and everything that was written.
func taken(code strategy.CriterionCode, from []Answer) Answer {
	a := Answer{Criterion: code, Verdict: from[0].Verdict, Review: ReviewSplit}
	var said []string
	for _, old := range from {
		if old.Verdict != a.Verdict {
			a.Verdict = Open
		}
		if text := strings.TrimSpace(old.Explanation); text != "" && !slices.Contains(said, text) {
			said = append(said, text)
		}
	}
	a.Explanation = strings.Join(said, "\n\n")
	return a
}

// Divide parts answers into those of a catalogue's criteria and those of
// others, which an earlier or later edition asked. What was carried over to a
// criterion that came from another stands with that one.
func Divide(catalogue *strategy.Catalogue, answers []Answer) (asked, aside []Answer) {
	for _, a := range answers {
		_, err := catalogue.Criterion(a.Criterion)
		switch {
		case err == nil:
			asked = append(asked, a)
		case !catalogue.CarriesOn(a.Criterion):
			aside = append(aside, a)
		}
	}
	return asked, aside
}
