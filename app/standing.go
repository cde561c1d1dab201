package app

import (
	"context"

	"toetssteen/internal/assessment"
	"toetssteen/internal/journal"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
	"toetssteen/internal/submission"
)

// register holds what freezing needs beside an assessment, read once for all
// of them: a list holds each against what was handed in of it.
type register struct {
	town         sqlite.Town
	services     map[string]assessment.Service
	improvements map[string][]assessment.ImprovementAction // by service
	all          []assessment.Assessment
	derived      derivation
}

func (f *Facade) register(ctx context.Context, all []assessment.Assessment, derived derivation) (register, error) {
	r := register{services: make(map[string]assessment.Service), improvements: make(map[string][]assessment.ImprovementAction), all: all, derived: derived}
	var err error
	if r.town, err = f.store.Town(ctx); err != nil {
		return r, err
	}
	services, err := f.store.Services(ctx)
	if err != nil {
		return r, err
	}
	for _, s := range services {
		r.services[s.ID] = s
	}
	improvements, err := f.store.Improvements(ctx, "")
	assessment.SortImprovements(improvements, f.now())
	for _, i := range improvements {
		r.improvements[i.ServiceID] = append(r.improvements[i.ServiceID], i)
	}
	return r, err
}

// changedIn tells the same as [Facade.changedSince], of a complete assessment.
func (f *Facade) changedIn(ctx context.Context, r register, catalogue *strategy.Catalogue, a assessment.Assessment, submissionID string) (bool, error) {
	municipality := municipalityOf(r.town)
	if municipality.Name == "" {
		return true, nil // it could not be handed in now
	}
	compared, err := comparedIn(r.all, a, func(found assessment.Assessment) (assessment.Assessment, *strategy.Catalogue, error) {
		from, err := f.shelf.Catalogue(found.Edition)
		if err != nil {
			return found, nil, err
		}
		found, err = r.derived.by(from, found)
		return found, from, err
	})
	if err != nil {
		return false, err
	}
	now, err := submission.Freeze(catalogue, submission.Draft{
		ID: string(journal.NewID()), Municipality: municipality, Fictional: r.town.Fictional, Service: r.services[a.ServiceID], Assessment: a,
		Measures: r.improvements[a.ServiceID], Earlier: compared, App: f.config.Version,
	}, f.now())
	return f.differs(ctx, submissionID, now, err)
}
