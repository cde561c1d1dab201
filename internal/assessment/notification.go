package assessment

import (
	"time"

	"toetssteen/internal/fault"
)

// Limits of what a notification says in the town's own words, in characters.
const (
	MaxCover      = 20_000
	MaxCorrection = 5_000
	MaxDecision   = 120
)

// ValidateCover refuses a cover note that cannot be kept.
func ValidateCover(text string) error { return checkText("cover", text, MaxCover) }

// ValidateCorrection refuses a reason for a correction that cannot be kept.
func ValidateCorrection(text string) error { return checkText("correction", text, MaxCorrection) }

// ValidateDecision refuses the date and the number of a decision of the
// executive that cannot be kept. The number may follow later. Whether the day
// has come already is for who knows what day it is: see [Reviewing.To].
func ValidateDecision(adoptedOn, number string) error {
	if !IsDate(adoptedOn) {
		return invalid("adoptedOn", "error.decision_date", fault.Args{"Value": adoptedOn})
	}
	return checkText("decision", number, MaxDecision)
}

// IsDate tells whether a text is a date such as "2026-11-30".
func IsDate(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

// EarlierOf gives the assessment that another one is held against: the one
// that it starts from, else for one afterwards the latest of the service that
// began before it, of those beforehand if there is one. The assessments are
// those of the whole town.
func EarlierOf(a Assessment, all []Assessment) (Assessment, bool) {
	var found Assessment
	for _, other := range all {
		switch {
		case other.ID == a.ID || other.ServiceID != a.ServiceID:
		case other.ID == a.Previous:
			return other, true
		case a.Moment == After && !other.StartedAt.After(a.StartedAt) && closer(other, found):
			found = other
		}
	}
	return found, found.ID != ""
}

func closer(a, than Assessment) bool {
	if than.ID == "" || a.Moment != than.Moment {
		return than.ID == "" || a.Moment == Before
	}
	return a.StartedAt.After(than.StartedAt)
}
