package assessment

import "toetssteen/internal/fault"

// Judge says who can tell whether a criterion is met: some only users can,
// and some lie in the hands of another authority (strategy 6.4.3).
type Judge string

// Who can tell.
const (
	Ourselves Judge = ""        // the town itself
	Users     Judge = "users"   // only users
	Outside   Judge = "outside" // it is not in the town's hands
)

// MaxControl is the longest text on in whose hands a criterion is, or whom it
// is assigned to, in characters.
const MaxControl = maxRole

// ValidateMarks refuses marks of an answer that cannot be kept.
func (a Answer) ValidateMarks() error {
	if !known(a.Judge, Ourselves, Users, Outside) {
		return invalid("judge", "error.choice_unknown", fault.Args{"Value": string(a.Judge)})
	}
	if err := checkText("control", a.Control, MaxControl); err != nil {
		return err
	}
	return checkText("assignee", a.Assignee, MaxControl)
}
