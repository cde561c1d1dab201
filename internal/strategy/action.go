package strategy

// Timing is when an action is to be done, counted from the approval of the
// strategy (strategy 5).
type Timing string

// The timings.
const (
	ShortTerm  Timing = "short"   // within 6 months
	MediumTerm Timing = "medium"  // 6 months to 1 year
	LongTerm   Timing = "long"    // over 1 year
	Ongoing    Timing = "ongoing" // all the time
	ByOwner    Timing = "owner"   // to be set by the owner
)

// Budget is the band of an action's cost (strategy 5).
type Budget string

// The budget bands.
const (
	LowBudget    Budget = "low"     // under 50 person-days
	MediumBudget Budget = "medium"  // 50 to 100 person-days
	HighBudget   Budget = "high"    // over 100 person-days
	ByProject    Budget = "project" // depends on the supplier or the project
)

// ActionStatus says whether an action had begun when the strategy was written.
type ActionStatus string

// The statuses of actions.
const (
	ToStart ActionStatus = "to_start"
	Running ActionStatus = "running"
)

// Action is one of the actions of the strategy's action plan (strategy 5).
type Action struct {
	Number      int          `json:"number"`
	Title       Text         `json:"title"`
	Description Text         `json:"description"`
	Owner       Text         `json:"owner"`
	Timing      Timing       `json:"timing"`
	Budget      Budget       `json:"budget"`
	Status      ActionStatus `json:"status"`
	Touches     []int        `json:"touches"`                // numbers of other actions
	TouchesNote Text         `json:"touches_note,omitempty"` // where the source says it in words
	Source      string       `json:"source"`                 // section
	ServedBy    []Serving    `json:"served_by"`
}

// Part names a part of the product.
type Part string

// The parts of the product that can serve an action.
const (
	AssessmentPart   Part = "assessment"
	IndicatorsPart   Part = "indicators"
	AidsPart         Part = "aids"
	StrategyPart     Part = "strategy"
	FeedbackPart     Part = "feedback"
	AnnualReportPart Part = "annual_report"
	ComparisonPart   Part = "comparison"
	SyncPart         Part = "sync"
	WorkingGroupPart Part = "working_group"
)

// Serving says how a part of the product serves an action.
type Serving struct {
	Part Part `json:"part"`
	How  Text `json:"how"`
}
