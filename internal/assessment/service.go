// Package assessment holds services, their assessments, the answers, and how
// they score. It is pure: no database, no network, no texts.
package assessment

import (
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// Audience is the group of users that a service is for, one of the four
// groups of strategy 2.2.1.
type Audience string

// The audiences.
const (
	Citizens     Audience = "citizens"
	Enterprises  Audience = "enterprises"
	Associations Audience = "associations"
	Authorities  Audience = "authorities"
)

// Development says whether a service is new, thoroughly reworked, or neither.
type Development string

// The kinds of development.
const (
	New      Development = "new"
	Reworked Development = "reworked"
	Existing Development = "existing"
)

// ServiceKind tells a service from an aid, which its supplier assesses in the
// same way (strategy 3.2).
type ServiceKind string

// The kinds.
const (
	ForUsers ServiceKind = ""    // a service for users
	AsAid    ServiceKind = "aid" // an aid that services build on
)

// Service is a digital service that a municipality offers or plans, or an aid
// that it supplies.
type Service struct {
	ID          string
	Kind        ServiceKind
	Aid         strategy.AidID // of the catalogue, for an aid that stands in it
	OpensUp     *int64         // number of services that the aid opens up; nil: not known
	Name        string
	Audience    Audience
	BudgetEuro  *int64 // whole euro; nil: not known
	Users       *int64 // people or organisations it is meant for; nil: not known
	Development Development
	Planned     string // month of the planned start, "2027-03"; "" where none is planned
	OwnerRole   string // the role or department that answers for it, never a name
}

const (
	maxName   = 200
	maxRole   = 120
	maxAmount = 1_000_000_000_000
)

// Validate refuses a service that cannot be kept, naming the field in the
// argument "field".
func (s Service) Validate() error {
	if err := errors.Join(checkText("name", s.Name, maxName), checkText("ownerRole", s.OwnerRole, maxRole)); err != nil {
		return err
	}
	switch {
	case strings.TrimSpace(s.Name) == "":
		return invalid("name", "error.service_name_empty", nil)
	case !known(s.Kind, ForUsers, AsAid):
		return invalid("kind", "error.choice_unknown", fault.Args{"Value": string(s.Kind)})
	case !amount(s.OpensUp):
		return invalid("opensUp", "error.amount_out_of_range", nil)
	case !known(s.Audience, "", Citizens, Enterprises, Associations, Authorities):
		return invalid("audience", "error.choice_unknown", fault.Args{"Value": string(s.Audience)})
	case !known(s.Development, "", New, Reworked, Existing):
		return invalid("development", "error.choice_unknown", fault.Args{"Value": string(s.Development)})
	case !amount(s.BudgetEuro):
		return invalid("budgetEuro", "error.amount_out_of_range", nil)
	case !amount(s.Users):
		return invalid("users", "error.amount_out_of_range", nil)
	case s.Planned != "" && !month(s.Planned):
		return invalid("planned", "error.month_unreadable", fault.Args{"Value": s.Planned})
	}
	return nil
}

func invalid(field, key string, args fault.Args) error {
	if args == nil {
		args = fault.Args{}
	}
	args["field"] = field
	return fault.New(fault.Invalid, key, args)
}

// checkText refuses what can't be shown, and more than limit characters.
func checkText(field, text string, limit int) error {
	switch {
	case !utf8.ValidString(text):
		return invalid(field, "error.text_unreadable", nil)
	case utf8.RuneCountInString(text) > limit:
		return invalid(field, "error.text_too_long", fault.Args{"Max": limit})
	}
	return nil
}

func known[T comparable](value T, choices ...T) bool {
	for _, c := range choices {
		if value == c {
			return true
		}
	}
	return false
}

func amount(n *int64) bool { return n == nil || (*n >= 0 && *n <= maxAmount) }

func month(text string) bool {
	_, err := time.Parse("2006-01", text)
	return err == nil
}
