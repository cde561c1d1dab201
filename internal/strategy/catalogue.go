package strategy

import (
	"errors"
	"fmt"
)

// What the catalogue does not hold: each is in the chain of the error for an
// unknown code.
var (
	ErrUnknownCriterion = errors.New("unknown criterion")
	ErrUnknownIndicator = errors.New("unknown indicator")
)

// Catalogue is one edition of the principles, criteria, indicators, aids and
// actions.
type Catalogue struct {
	Edition    Edition
	Principles []Principle     // in the strategy's order
	Criteria   []Criterion     // by principle, in the strategy's order
	Indicators []Indicator     // by criterion
	Aids       []Aid           // by type, in the strategy's order
	Actions    []Action        // by number
	Scope      []ScopeQuestion // asked before the criteria, in this order; none in an edition without them

	hash string
}

// Edition says which edition a catalogue is, and what it was made from.
type Edition struct {
	Format  int    `json:"format"`  // of the files, see [Format]
	Edition string `json:"edition"` // "2022.1": year of the source, number of the edition within it
	Date    string `json:"date"`    // of the source's version, "2022-04-21"
	Source  Source `json:"source"`
}

// Source is the document that a catalogue puts into questions.
type Source struct {
	Title     Text   `json:"title"`
	Publisher Text   `json:"publisher"`
	Version   string `json:"version"`   // date of the version, "2022-04-21"
	Published string `json:"published"` // date of publication, "2022-05-06"
}

// PrincipleCode is two capitals, such as "SD".
type PrincipleCode string

// Principle is one of the strategy's principles (strategy 2). None outranks
// another.
type Principle struct {
	Code    PrincipleCode `json:"code"`
	Name    Text          `json:"name"`
	Meaning Text          `json:"meaning"` // in one or two sentences
}

// Kind tells for whose sake a criterion is there.
type Kind string

// The kinds of criteria (strategy 2.1).
const (
	User      Kind = "user"      // what a user can notice; letter G in the code
	Inclusion Kind = "inclusion" // what keeps the less digital user on board; letter I in the code
)

// CriterionCode is the principle, the kind's letter and a number: "SD-G1".
type CriterionCode string

// Criterion is one yes-or-no question about a service. Yes always means met.
type Criterion struct {
	Code      CriterionCode `json:"code"`
	Principle PrincipleCode `json:"principle"`
	Kind      Kind          `json:"kind"`
	Source    string        `json:"source"` // section of the source, "2.2.1"
	Label     Text          `json:"label"`  // short, for lists and tables
	Question  Text          `json:"question"`
	Met       Text          `json:"met"`       // what meeting it looks like
	NotMeant  Text          `json:"not_meant"` // what does not meet it, or is often misread
	Example   Text          `json:"example"`   // from a fictional town hall
	Points    []Point       `json:"points,omitempty"`
	// Replaces names the criteria of all earlier editions that this one came
	// from: what was answered there is where to start from here. What it said
	// in one edition is carried on in the next, see [History].
	Replaces []CriterionCode `json:"replaces,omitempty"`
}

// Point is a part of a criterion. It belongs to the criterion's question and
// is not scored apart.
type Point struct {
	Code  string `json:"code"` // the criterion's code and a letter, "SD-G3a"
	Label Text   `json:"label"`
	Text  Text   `json:"text"`
}

// Criterion gives the criterion with a code. The error for an unknown one
// wraps [ErrUnknownCriterion].
func (c *Catalogue) Criterion(code CriterionCode) (Criterion, error) {
	for _, criterion := range c.Criteria {
		if criterion.Code == code {
			return criterion, nil
		}
	}
	return Criterion{}, fmt.Errorf("look up criterion %q in edition %q: %w", code, c.Edition.Edition, ErrUnknownCriterion)
}

// CriteriaOf gives the criteria of one principle and kind, in the strategy's
// order.
func (c *Catalogue) CriteriaOf(p PrincipleCode, k Kind) []Criterion {
	var criteria []Criterion
	for _, criterion := range c.Criteria {
		if criterion.Principle == p && criterion.Kind == k {
			criteria = append(criteria, criterion)
		}
	}
	return criteria
}

// Hash gives the SHA-256 of the catalogue's files in hexadecimal, "" for a
// catalogue that was not parsed. Line ends, spacing and the order of fields
// leave it as it is; every other change shows. An assessment records it
// beside the edition.
func (c *Catalogue) Hash() string { return c.hash }
