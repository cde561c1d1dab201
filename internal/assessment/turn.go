package assessment

import (
	"cmp"
	"slices"
)

// The next steps that improvement actions ask for.
const (
	ImproveOne  StepKind = "improve"  // an action has its date past, or within a month
	ReassessOne StepKind = "reassess" // an action is done: is the no still right?
)

// Turn is what decides when a next step has its turn.
type Turn struct {
	Kind      StepKind
	Day       string // "2026-10-31" or a month, "2026-10"; "" for none
	Service   string // its name
	ServiceID string
	Moment    Moment
}

// Compare puts what only waits for another last. Before that it goes by day,
// so what is overdue first and what has no day last; and on one day by what
// came back, what is begun, what can go and what is yet to begin. Of two
// assessments of one service that can go, the one beforehand goes first.
func (t Turn) Compare(other Turn) int {
	return cmp.Or(
		cmp.Compare(t.waits(), other.waits()),
		cmp.Compare(t.last(), other.last()),
		cmp.Compare(t.urgency(), other.urgency()),
		cmp.Compare(t.Service, other.Service),
		cmp.Compare(t.ServiceID, other.ServiceID),
		cmp.Compare(slices.Index([]Moment{Before, After}, t.Moment), slices.Index([]Moment{Before, After}, other.Moment)),
	)
}

func (t Turn) waits() int { return rank(t.Kind != AwaitReceipt && t.Kind != AddService) }

// last gives the last day that is in time: a month lasts until its end.
func (t Turn) last() string {
	switch len(t.Day) {
	case 0:
		return "9999-99-99"
	case len("2026-10"):
		return t.Day + "-31"
	default:
		return t.Day
	}
}

func (t Turn) urgency() int {
	switch t.Kind {
	case CorrectOne:
		return 0
	case ImproveOne:
		return 1
	case ContinueOne:
		return 2
	case ExplainOne:
		return 3
	case SubmitOne, ResubmitOne:
		return 4
	case ReassessOne:
		return 5
	default:
		return 6
	}
}
