package app

import (
	"context"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// derivation works out what answers follow from that nobody gave: the scope
// questions, what a service builds on, and the assessment before.
type derivation struct {
	scope    map[string]assessment.ScopeAnswers // by assessment
	building *assessment.Building
	earlier  earlier
}

// derivation reads what it needs, once for all assessments. Where nothing
// builds on anything, that is two short queries.
func (f *Facade) derivation(ctx context.Context) (derivation, error) {
	var d derivation
	var err error
	if d.scope, err = f.store.Scopes(ctx); err != nil {
		return d, err
	}
	if d.earlier, err = f.earlier(ctx); err != nil {
		return d, err
	}
	d.building, err = f.building(ctx, d.scope, d.earlier)
	return d, err
}

// building reads what services build on, and how that stands. A source whose
// edition this computer lacks says nothing.
func (f *Facade) building(ctx context.Context, scope map[string]assessment.ScopeAnswers, before earlier) (*assessment.Building, error) {
	on, err := f.store.BuildsOn(ctx)
	if err != nil || len(on) == 0 {
		return assessment.NewBuilding(nil, nil), err
	}
	services, err := f.store.Services(ctx)
	if err != nil {
		return nil, err
	}
	b := assessment.NewBuilding(services, on)
	latest, err := f.store.LatestOf(ctx, b.Sources())
	if err != nil {
		return nil, err
	}
	for service, a := range latest {
		catalogue, err := f.shelf.Catalogue(a.Edition)
		if fault.CodeOf(err) == fault.NotFound {
			continue
		}
		if err != nil {
			return nil, err
		}
		if a, err = assessment.By(catalogue, a); err != nil {
			return nil, err
		}
		b.Stands(service, assessment.Latest{Assessment: a, Catalogue: catalogue, Scope: scope[a.ID], Proposes: before.proposals(catalogue, a)})
	}
	return b, nil
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
	return assessment.Basis{
		Scope:    assessment.RuledOut(catalogue, d.scope[a.ID]),
		Inherits: d.building.Inherits(catalogue, a.ServiceID),
		Proposes: d.earlier.proposals(catalogue, a),
	}
}

func sourceView(lang strategy.Language, s *assessment.Source) *AnswerSourceView {
	if s == nil {
		return nil
	}
	return &AnswerSourceView{Kind: s.Kind, ID: s.ID, Name: s.Name.In(lang), Reason: s.Reason.In(lang), Verdict: s.Verdict, Explanation: s.Explanation}
}
