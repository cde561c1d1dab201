package assessment

import (
	"strings"
	"time"

	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// Comment is what somebody says about an answer to a colleague.
type Comment struct {
	ID        string
	Criterion strategy.CriterionCode
	Text      string
	Settled   bool

	SavedAt time.Time
	SavedBy string // a role, may be empty
	Device  string // that it was written on
}

// MaxComment is the longest comment, in characters.
const MaxComment = 5_000

// Validate refuses a comment that cannot be kept.
func (c Comment) Validate(catalogue *strategy.Catalogue) error {
	if _, err := catalogue.Criterion(c.Criterion); err != nil {
		return fault.Wrap(err, fault.Invalid, "error.criterion_unknown",
			fault.Args{"Criterion": string(c.Criterion), "Edition": catalogue.Edition.Edition})
	}
	if strings.TrimSpace(c.Text) == "" {
		return invalid("comment", "error.comment_empty", nil)
	}
	return checkText("comment", c.Text, MaxComment)
}

// OpenComments counts the comments on a criterion that are not settled.
func (a Assessment) OpenComments(code strategy.CriterionCode) int {
	n := 0
	for _, c := range a.Comments {
		if c.Criterion == code && !c.Settled {
			n++
		}
	}
	return n
}
