package app

import (
	"context"
	"slices"

	"toetssteen/internal/assessment"
)

// TwinsView is a service of which two laptops started the same kind of
// assessment, without knowing of each other.
type TwinsView struct {
	ServiceID   string            `json:"serviceId"`
	ServiceName string            `json:"serviceName"`
	Moment      assessment.Moment `json:"moment"`
	Count       int               `json:"count"`
}

// twins gives those that came about since: where another laptop's assessment
// arrived beside one of here that was not handed in.
func (f *Facade) twins(ctx context.Context, before []assessment.Assessment) ([]TwinsView, error) {
	now, err := f.assessed(ctx)
	if err != nil {
		return nil, err
	}
	starters, err := f.store.Starters(ctx)
	if err != nil {
		return nil, err
	}
	open := func(a assessment.Assessed) bool {
		return a.Standing == assessment.Running || a.Standing == assessment.Completed
	}
	here := func(a assessment.Assessed) bool {
		return slices.ContainsFunc(before, func(b assessment.Assessment) bool { return b.ID == a.ID })
	}
	found := []TwinsView{}
	for _, came := range now {
		same := func(a assessment.Assessed) bool {
			return a.ServiceID == came.ServiceID && a.Moment == came.Moment && open(a)
		}
		beside := func(a assessment.Assessed) bool {
			return same(a) && here(a) && starters[a.ID].Device != starters[came.ID].Device
		}
		told := func(v TwinsView) bool { return v.ServiceID == came.ServiceID && v.Moment == came.Moment }
		if here(came) || !open(came) || !slices.ContainsFunc(now, beside) || slices.ContainsFunc(found, told) {
			continue
		}
		service, err := f.store.Service(ctx, came.ServiceID)
		if err != nil {
			return nil, err
		}
		count := 0
		for _, a := range now {
			if same(a) {
				count++
			}
		}
		found = append(found, TwinsView{ServiceID: service.ID, ServiceName: service.Name, Moment: came.Moment, Count: count})
	}
	return found, nil
}
