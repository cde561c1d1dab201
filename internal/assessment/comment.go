package assessment

import (
	"time"

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
}

// MaxComment is the longest comment, in characters.
const MaxComment = 5_000
