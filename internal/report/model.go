package report

import "time"

// Texts gives the texts of one language; package locales has them.
type Texts interface {
	// Text gives the text of key with args filled in.
	Text(key string, args map[string]any) string
	// Count gives the form that fits n, which the text may name as {{.Count}}.
	Count(key string, n int, args map[string]any) string
}

// AssessmentReport is everything that the report of one assessment says.
type AssessmentReport struct {
	Language        string // of the texts, ISO 639-1, such as "nl"
	ContentLanguage string // BCP 47, of what people typed; "" is that of the texts
	Fictional       bool   // marks every page

	Town       string
	Service    Service
	Moment     Moment
	Date       time.Time // of the last answer
	MadeBy     string    // the role of who assessed, never a name; may be empty
	Edition    string    // of the criteria
	Submission string    // the hash of what was handed in; "" where nothing was

	Principles []Principle // in the strategy's order
	Criteria   []Criterion // in the strategy's order
	Matrix     []Cell      // one for each principle and kind
	Totals     Totals
	GoodFrom   int // percent of criteria from which a cell is good (strategy 6.4.4)
}

// Service holds the facts on the service.
type Service struct {
	Name        string
	Audience    string // in words, in the language of the texts; may be empty
	BudgetEuro  *int64 // whole euro; nil: not known
	Users       *int64 // people or organisations; nil: not known
	Development Development
	Planned     string // month, "2027-03"; "" where none is planned
	OwnerRole   string // may be empty

	Significance Significance
}

// Significance is the outcome of the significance test with what decided it
// (strategy 3.2).
type Significance struct {
	Significant bool
	ByBudget    bool
	ByUsers     bool
	Unknown     bool // a number that could make it significant is missing
	Required    bool // an assessment is due

	BudgetLimitEuro int64 // significant above this
	UsersLimit      int64 // or above this
}

// Development says whether the service is new.
type Development string

// The kinds of development.
const (
	New      Development = "new"
	Reworked Development = "reworked"
	Existing Development = "existing"
)

// Moment says when the service was assessed (strategy 3.2).
type Moment string

// The moments.
const (
	Before Moment = "before"
	After  Moment = "after"
)

// Principle is one of the strategy's principles.
type Principle struct{ Code, Name string }

// Kind is a kind of criterion.
type Kind string

// The kinds.
const (
	User      Kind = "user"
	Inclusion Kind = "inclusion"
)

var kinds = []Kind{User, Inclusion}

// Verdict is the answer to a criterion.
type Verdict string

// The verdicts.
const (
	Open          Verdict = ""
	Yes           Verdict = "yes"
	No            Verdict = "no"
	NotApplicable Verdict = "not_applicable"
)

// Criterion is a criterion with its answer.
type Criterion struct {
	Code        string // "SD-G1"
	Principle   string // code of the principle
	Kind        Kind
	Label       string // short
	Question    string // in plain language
	Verdict     Verdict
	Explanation string // why not, why not applicable, or a remark with a yes
}

// State is what a cell of the matrix shows.
type State string

// The states (strategy 6.4.4).
const (
	Good       State = "good"           // at least GoodFrom percent met
	Partial    State = "partial"        // less, but some
	None       State = "none"           // none met
	NothingSet State = "not_applicable" // no criterion applies
	StillOpen  State = "open"           // nothing answered with yes or no yet
)

// Cell is the score of one principle on one kind of criterion.
type Cell struct {
	Principle     string
	Kind          Kind
	Met           int
	Counted       int // applicable, and answered
	NotApplicable int
	Open          int
	Percent       int // Met of Counted, rounded down
	State         State
}

// Totals counts the answers over all criteria.
type Totals struct{ Met, Unmet, NotApplicable, Open int }

func (t Totals) all() int { return t.Met + t.Unmet + t.NotApplicable + t.Open }

// cell gives the cell of a principle and kind; check makes sure there is one.
func (r *AssessmentReport) cell(principle string, kind Kind) Cell {
	for _, c := range r.Matrix {
		if c.Principle == principle && c.Kind == kind {
			return c
		}
	}
	return Cell{Principle: principle, Kind: kind, State: NothingSet}
}

// answered lists the criteria that were given a verdict.
func (r *AssessmentReport) answered(v Verdict) []Criterion {
	var list []Criterion
	for _, c := range r.Criteria {
		if c.Verdict == v {
			list = append(list, c)
		}
	}
	return list
}
