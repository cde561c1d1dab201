package assessment

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"toetssteen/internal/fault"
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

// ImprovementStatus says how far an improvement action is. Any status can
// follow any other: what was dropped may start after all.
type ImprovementStatus string

// The statuses.
const (
	ToStart ImprovementStatus = "to_start"
	Started ImprovementStatus = "running"
	Done    ImprovementStatus = "done"
	Dropped ImprovementStatus = "dropped"
)

// ImprovementStatuses gives the statuses in the order in which they follow
// each other.
func ImprovementStatuses() []ImprovementStatus {
	return []ImprovementStatus{ToStart, Started, Done, Dropped}
}

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

	// StillUnmet are the criteria of which somebody said, after it was done, that
	// they are not met even so: see [Reassess].
	StillUnmet []strategy.CriterionCode

	ChangedAt time.Time
	ChangedBy string    // a role, may be empty
	StatusAt  time.Time // when its status was set
}

const maxTitle = 200

// Limits of what an improvement action says at length, in characters.
const (
	MaxPlan   = 500
	MaxRemark = 5_000
)

// Validate refuses an action that cannot be kept, naming the field in the
// argument "field". Its criteria, aid and strategy action must stand in one
// of the editions.
func (i ImprovementAction) Validate(editions ...*strategy.Catalogue) error {
	switch {
	case strings.TrimSpace(i.Title) == "":
		return invalid("title", "error.improvement_title_empty", nil)
	case !known(i.Status, ImprovementStatuses()...):
		return invalid("status", "error.choice_unknown", fault.Args{"Value": string(i.Status)})
	case !known(i.Effort, UnknownEffort, SmallEffort, MediumEffort, LargeEffort):
		return invalid("effort", "error.choice_unknown", fault.Args{"Value": string(i.Effort)})
	case !known(i.Budget, "", strategy.LowBudget, strategy.MediumBudget, strategy.HighBudget, strategy.ByProject):
		return invalid("budget", "error.choice_unknown", fault.Args{"Value": string(i.Budget)})
	case i.Due != "" && !IsDate(i.Due):
		return invalid("due", "error.date_unreadable", fault.Args{"Value": i.Due})
	}
	for _, text := range []struct {
		field, text string
		limit       int
	}{{"title", i.Title, maxTitle}, {"note", i.Note, MaxRemark}, {"owner", i.Owner, maxRole}, {"plan", i.Plan, MaxPlan}} {
		if err := checkText(text.field, text.text, text.limit); err != nil {
			return err
		}
	}
	return i.validateLinks(editions)
}

// validateLinks refuses what stands in none of the editions.
func (i ImprovementAction) validateLinks(editions []*strategy.Catalogue) error {
	inOne := func(has func(*strategy.Catalogue) bool) bool { return slices.ContainsFunc(editions, has) }
	for _, code := range append(slices.Clone(i.Criteria), i.StillUnmet...) {
		if !inOne(func(c *strategy.Catalogue) bool { _, err := c.Criterion(code); return err == nil }) {
			return invalid("criteria", "error.improvement_criterion_unknown", fault.Args{"Criterion": string(code)})
		}
	}
	if i.Aid != "" && !inOne(func(c *strategy.Catalogue) bool {
		return slices.ContainsFunc(c.Aids, func(a strategy.Aid) bool { return a.ID == i.Aid })
	}) {
		return invalid("aid", "error.choice_unknown", fault.Args{"Value": string(i.Aid)})
	}
	if i.StrategyAction != 0 && !inOne(func(c *strategy.Catalogue) bool {
		return slices.ContainsFunc(c.Actions, func(a strategy.Action) bool { return a.Number == i.StrategyAction })
	}) {
		return invalid("strategyAction", "error.improvement_strategy_action_unknown", fault.Args{"Number": i.StrategyAction})
	}
	return nil
}

// To gives the action with another status. What was said of its criteria
// after it was done no longer counts once it is not done.
func (i ImprovementAction) To(status ImprovementStatus) ImprovementAction {
	if i.Status != status {
		i.StillUnmet = nil
	}
	i.Status = status
	return i
}

// Closed tells whether nothing is to be done for it any more.
func (i ImprovementAction) Closed() bool { return i.Status == Done || i.Status == Dropped }

// Overdue tells whether its date is past while it is not closed. On the date
// itself it is not overdue yet.
func (i ImprovementAction) Overdue(today time.Time) bool {
	return !i.Closed() && i.Due != "" && i.Due < today.Format(time.DateOnly)
}

// soon is how many days ahead an action's date asks for attention.
const soon = 31

// Soon tells whether its date is within a month, and not past.
func (i ImprovementAction) Soon(today time.Time) bool {
	return !i.Closed() && i.Due != "" && !i.Overdue(today) && i.Due <= today.AddDate(0, 0, soon).Format(time.DateOnly)
}

// SortImprovements puts actions in the order in which they ask for attention:
// overdue ones, then what is still to be done, then what is closed; within
// each by date, those without one last, then by status and title.
func SortImprovements(actions []ImprovementAction, today time.Time) {
	slices.SortStableFunc(actions, func(a, b ImprovementAction) int {
		return cmp.Or(
			cmp.Compare(a.attention(today), b.attention(today)),
			cmp.Compare(a.date(), b.date()),
			cmp.Compare(slices.Index(ImprovementStatuses(), a.Status), slices.Index(ImprovementStatuses(), b.Status)),
			cmp.Compare(a.Title, b.Title),
			cmp.Compare(a.ID, b.ID),
		)
	})
}

func (i ImprovementAction) attention(today time.Time) int {
	switch {
	case i.Overdue(today):
		return 0
	case !i.Closed():
		return 1
	default:
		return 2
	}
}

// date gives the date to sort by; an action without one comes last.
func (i ImprovementAction) date() string {
	if i.Due == "" {
		return "9999-99-99"
	}
	return i.Due
}
