package assessment

import (
	"time"

	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// Moment says when a service is assessed: beforehand, and again when the
// implementation is done (strategy 3.2). After that, a town may look again at
// a running service, each year for instance.
type Moment string

// The moments.
const (
	Before Moment = "before"
	After  Moment = "after"
	Again  Moment = "again"
)

// ValidateMoment refuses anything but these moments.
func ValidateMoment(m Moment) error {
	if !known(m, Before, After, Again) {
		return invalid("moment", "error.choice_unknown", fault.Args{"Value": string(m)})
	}
	return nil
}

// Assessment is one assessment of one service, with an answer for each
// criterion of its edition in the strategy's order.
type Assessment struct {
	ID        string
	ServiceID string
	Moment    Moment
	Edition   string // of the catalogue that it keeps
	StartedAt time.Time
	Previous  string // the assessment whose answers are proposed again, "" for none
	Review    Reviewing
	Cover     string // what the notification says first, in the town's own words

	Correction string // why it is handed in again
	Answers    []Answer

	Aside []Answer // to criteria that its edition does not have; they stay in the history

	Measurements []Measurement // by indicator
	Evidence     []Evidence    // by criterion, in the order in which it was added
	Comments     []Comment     // by criterion, in the order in which they were written
}

// By puts the answers of an assessment in the order of its edition, one for
// each criterion, and the others aside.
func By(catalogue *strategy.Catalogue, a Assessment) (Assessment, error) {
	asked, aside := Divide(catalogue, a.Answers)
	var err error
	a.Answers, err = Complete(catalogue, asked)
	a.Aside = aside
	return a, err
}

// Complete puts answers in the order of the catalogue, with an open one for
// each criterion that has none. Answers to criteria that the catalogue does
// not know are refused: dropping them would lose what somebody wrote.
func Complete(catalogue *strategy.Catalogue, answers []Answer) ([]Answer, error) {
	given := make(map[strategy.CriterionCode]Answer, len(answers))
	for _, a := range answers {
		if err := a.Validate(catalogue); err != nil {
			return nil, err
		}
		given[a.Criterion] = a
	}
	all := make([]Answer, 0, len(catalogue.Criteria))
	for _, criterion := range catalogue.Criteria {
		a := given[criterion.Code]
		a.Criterion = criterion.Code
		all = append(all, a)
	}
	return all, nil
}

// Progress counts how far an assessment is. It says nothing about how good
// the service is.
type Progress struct {
	Total      int
	Answered   int // with a verdict
	Open       int // without
	Proposed   int // of the open ones, that wait for "still true?"
	Incomplete int // answered, but the explanation or reason is missing
	Review     int // to be looked at again after a move to another edition
}

// ProgressOf counts.
func ProgressOf(answers []Answer) Progress {
	p := Progress{Total: len(answers)}
	for _, a := range answers {
		if a.Review != NoReview {
			p.Review++
		}
		if a.Verdict == Open {
			p.Open++
			if a.Proposed() {
				p.Proposed++
			}
			continue
		}
		p.Answered++
		if a.Incomplete() {
			p.Incomplete++
		}
	}
	return p
}

// Ready tells whether nothing is missing: the assessment can be handed in.
func (p Progress) Ready() bool { return p.Open == 0 && p.Incomplete == 0 && p.Review == 0 }

// Position gives the criterion to go on with: the first open one after the
// answer that was saved last, else the first open one, else the first
// incomplete one or one to look at again, else the first of all.
func Position(answers []Answer) strategy.CriterionCode {
	last := -1
	for i, a := range answers {
		if !a.SavedAt.IsZero() && (last < 0 || a.SavedAt.After(answers[last].SavedAt)) {
			last = i
		}
	}
	for i := range answers {
		if a := answers[(last+1+i)%len(answers)]; a.Verdict == Open {
			return a.Criterion
		}
	}
	for _, a := range answers {
		if a.Incomplete() || a.Review != NoReview {
			return a.Criterion
		}
	}
	if len(answers) == 0 {
		return ""
	}
	return answers[0].Criterion
}

// LastSaved gives when an answer was saved last, the zero time for none.
func LastSaved(answers []Answer) time.Time {
	var last time.Time
	for _, a := range answers {
		if a.SavedAt.After(last) {
			last = a.SavedAt
		}
	}
	return last
}
