package app

import (
	"context"
	"slices"
	"strings"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// BuildsOnView is what a service builds on (strategy 6.4.3).
type BuildsOnView struct {
	Targets []TargetView   `json:"targets"`
	Choices []TargetChoice `json:"choices"` // what else it can build on, aids first
	Total   int            `json:"total"`   // criteria of the latest edition that are filled in by it
}

// TargetView is something that a service builds on.
type TargetView struct {
	TargetChoice
	Met    int  `json:"met"`    // criteria that it meets
	Unmet  int  `json:"unmet"`  // criteria that it fails
	Circle bool `json:"circle"` // it builds on the service itself in the end, and counts for nothing
}

// TargetChoice is something that a service can build on.
type TargetChoice struct {
	Target   assessment.Target  `json:"target"`
	Kind     string             `json:"kind"` // aid or service
	ID       string             `json:"id"`
	Name     string             `json:"name"`
	Status   strategy.AidStatus `json:"status"`   // of an aid
	Assessed bool               `json:"assessed"` // by the town itself
}

// BuildsOn gives what a service builds on.
func (f *Facade) BuildsOn(ctx context.Context, in IDInput) (BuildsOnView, error) {
	if _, err := f.store.Service(ctx, in.ID); err != nil {
		return BuildsOnView{}, err
	}
	services, err := f.store.Services(ctx)
	if err != nil {
		return BuildsOnView{}, err
	}
	derived, err := f.derivation(ctx)
	if err != nil {
		return BuildsOnView{}, err
	}
	assessed, err := f.store.AssessedServices(ctx)
	if err != nil {
		return BuildsOnView{}, err
	}
	building := derived.building
	lang, catalogue := strategy.Language(f.language(ctx)), f.shelf.Latest()
	choices := targetChoices(lang, catalogue, services, assessed)
	on, circles := building.Targets(in.ID)
	view := BuildsOnView{Targets: []TargetView{}, Choices: []TargetChoice{}, Total: len(building.Inherits(catalogue, in.ID))}
	for _, choice := range choices {
		switch {
		case slices.Contains(on, choice.Target):
			target := TargetView{TargetChoice: choice}
			for _, inherited := range building.From(catalogue, choice.Target) {
				if inherited.Verdict == assessment.Yes {
					target.Met++
				} else {
					target.Unmet++
				}
			}
			view.Targets = append(view.Targets, target)
		case slices.Contains(circles, choice.Target):
			view.Targets = append(view.Targets, TargetView{TargetChoice: choice, Circle: true})
		case !building.Circle(in.ID, choice.Target):
			view.Choices = append(view.Choices, choice)
		}
	}
	return view, nil
}

// targetChoices gives everything that there is to build on: the aids in the
// order of their names, then the town's own services.
func targetChoices(lang strategy.Language, catalogue *strategy.Catalogue, services []assessment.Service, assessed map[string]bool) []TargetChoice {
	var choices []TargetChoice
	for _, aid := range catalogue.Aids {
		choice := TargetChoice{Target: assessment.OnAid(aid.ID), Kind: "aid", ID: string(aid.ID), Name: aid.Name.In(lang), Status: statusOf(aid)}
		for _, s := range services {
			if s.Kind == assessment.AsAid && s.Aid == aid.ID {
				choice.Assessed = choice.Assessed || assessed[s.ID]
			}
		}
		choices = append(choices, choice)
	}
	slices.SortStableFunc(choices, func(a, b TargetChoice) int { return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) })
	for _, s := range services {
		if s.Kind == assessment.AsAid && s.Aid != "" {
			continue // it is among the aids
		}
		choices = append(choices, TargetChoice{Target: assessment.OnService(s.ID), Kind: "service", ID: s.ID, Name: s.Name, Assessed: assessed[s.ID]})
	}
	return choices
}

// statusOf gives the most cautious status: what may not be there yet is not
// promised.
func statusOf(aid strategy.Aid) strategy.AidStatus {
	for _, status := range []strategy.AidStatus{strategy.ToDevelop, strategy.InDevelopment} {
		if slices.ContainsFunc(aid.Statuses, func(s strategy.StatedStatus) bool { return s.Status == status }) {
			return status
		}
	}
	return strategy.Developed
}

// BuildsOnInput names a service and what it builds on.
type BuildsOnInput struct {
	ServiceID string            `json:"serviceId"`
	Target    assessment.Target `json:"target"`
}

// AddBuildsOn says that a service builds on something. What would make it
// build on itself is refused.
func (f *Facade) AddBuildsOn(ctx context.Context, in BuildsOnInput) (BuildsOnView, error) {
	if err := in.Target.Validate(); err != nil {
		return BuildsOnView{}, err
	}
	service, err := f.store.Service(ctx, in.ServiceID)
	if err != nil {
		return BuildsOnView{}, err
	}
	services, err := f.store.Services(ctx)
	if err != nil {
		return BuildsOnView{}, err
	}
	choices := targetChoices(strategy.Language(f.language(ctx)), f.shelf.Latest(), services, nil)
	at := slices.IndexFunc(choices, func(c TargetChoice) bool { return c.Target == in.Target })
	if at < 0 {
		return BuildsOnView{}, fault.New(fault.NotFound, "error.builds_on_unknown", fault.Args{"Target": string(in.Target)})
	}
	on, err := f.store.BuildsOn(ctx)
	if err != nil {
		return BuildsOnView{}, err
	}
	if assessment.NewBuilding(services, on).Circle(service.ID, in.Target) {
		return BuildsOnView{}, fault.New(fault.Conflict, "error.builds_on_circle", fault.Args{"Service": service.Name, "Target": choices[at].Name})
	}
	if err := f.store.SetBuildsOn(ctx, f.role(ctx), in.ServiceID, in.Target, true); err != nil {
		return BuildsOnView{}, err
	}
	return f.BuildsOn(ctx, IDInput{ID: in.ServiceID})
}

// RemoveBuildsOn takes back that a service builds on something.
func (f *Facade) RemoveBuildsOn(ctx context.Context, in BuildsOnInput) (BuildsOnView, error) {
	if err := f.store.SetBuildsOn(ctx, f.role(ctx), in.ServiceID, in.Target, false); err != nil {
		return BuildsOnView{}, err
	}
	return f.BuildsOn(ctx, IDInput{ID: in.ServiceID})
}
