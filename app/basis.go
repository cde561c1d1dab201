package app

import (
	"context"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

// derivation works out what answers follow from that nobody gave: the scope
// questions, what a service builds on, and the assessment before.
type derivation struct{ earlier earlier }

// derivation reads what it needs, once for all assessments.
func (f *Facade) derivation(ctx context.Context) (derivation, error) {
	earlier, err := f.earlier(ctx)
	return derivation{earlier}, err
}

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

func (d derivation) basis(catalogue *strategy.Catalogue, a assessment.Assessment) assessment.Basis {
	return assessment.Basis{Proposes: d.earlier.proposals(catalogue, a)}
}
