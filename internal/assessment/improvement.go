package assessment

import (
	"time"

	"toetssteen/internal/strategy"
)

// Effort says how much work an improvement action takes, by the estimate of
// who answers for it.
type Effort string

// The efforts.
const (
	UnknownEffort Effort = ""
	SmallEffort   Effort = "small"  // days
	MediumEffort  Effort = "medium" // weeks
	LargeEffort   Effort = "large"  // months
)

// ImprovementStatus says how far an improvement action is.
type ImprovementStatus string

// The statuses.
const (
	ToStart ImprovementStatus = "to_start"
	Started ImprovementStatus = "running"
	Done    ImprovementStatus = "done"
	Dropped ImprovementStatus = "dropped"
)

// ImprovementAction is what a town plans so that unmet criteria become met
// (strategy 5, action 19). The planned measures of a notification are these.
type ImprovementAction struct {
	ID             string
	ServiceID      string // "" for one that is about no service in particular
	AssessmentID   string // from which it came, "" for none
	Criteria       []strategy.CriterionCode
	Title          string
	Note           string
	Owner          string // a role or department, never a name
	Due            string // date, "2027-03-31"; "" for none
	Effort         Effort
	Budget         strategy.Budget // "" for not known
	Aid            strategy.AidID  // that is used, "" for none
	Status         ImprovementStatus
	StrategyAction int    // number of the strategy's action that it carries out, 0 for none
	Plan           string // where it stands in the town's own multi-year plan

	ChangedAt time.Time
	ChangedBy string // a role, may be empty
}
