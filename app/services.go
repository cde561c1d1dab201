package app

import (
	"context"
	"slices"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
)

// ServiceView is a service with how it stands.
type ServiceView struct {
	ID           string                 `json:"id"`
	Kind         assessment.ServiceKind `json:"kind"`
	Aid          strategy.AidID         `json:"aid"`     // of the catalogue, "" for none
	OpensUp      *int64                 `json:"opensUp"` // number of services that an aid opens up
	Name         string                 `json:"name"`
	Audience     assessment.Audience    `json:"audience"`
	BudgetEuro   *int64                 `json:"budgetEuro"`
	Users        *int64                 `json:"users"`
	Development  assessment.Development `json:"development"`
	Planned      string                 `json:"planned"`
	OwnerRole    string                 `json:"ownerRole"`
	Significance SignificanceView       `json:"significance"`
	Assessments  []AssessmentRow        `json:"assessments"`
}

// SignificanceView is the significance test with what decided it.
type SignificanceView struct {
	Significant     bool  `json:"significant"`
	ByBudget        bool  `json:"byBudget"`
	ByUsers         bool  `json:"byUsers"`
	Unknown         bool  `json:"unknown"`
	Required        bool  `json:"required"`
	BudgetLimitEuro int64 `json:"budgetLimitEuro"`
	UsersLimit      int64 `json:"usersLimit"`
}

// AssessmentRow is an assessment in a list.
type AssessmentRow struct {
	ID         string              `json:"id"`
	Moment     assessment.Moment   `json:"moment"`
	Answered   int                 `json:"answered"`
	Total      int                 `json:"total"`
	Open       int                 `json:"open"`
	Incomplete int                 `json:"incomplete"`
	Review     int                 `json:"review"`
	Minutes    int                 `json:"minutes"` // that the open ones take at the user's own pace
	State      assessment.Standing `json:"state"`
	StartedAt  string              `json:"startedAt"`
	StartedBy  PersonView          `json:"startedBy"` // nobody in a list of services
}

// PersonView is somebody who did something: a role, which may be empty, and a
// laptop, "" for nobody.
type PersonView struct {
	Role   string `json:"role"`
	Device string `json:"device"`
	Own    bool   `json:"own"` // this device
}

func (f *Facade) person(a sqlite.Author) PersonView {
	return PersonView{Role: a.User, Device: shortDevice(a.Device), Own: a.Device == f.store.Device()}
}

// ServicesView is the register.
type ServicesView struct {
	Services []ServiceView `json:"services"`
}

// Services gives the register, by name.
func (f *Facade) Services(ctx context.Context, _ Nothing) (ServicesView, error) {
	services, err := f.store.Services(ctx)
	if err != nil {
		return ServicesView{}, err
	}
	assessed, err := f.assessed(ctx)
	if err != nil {
		return ServicesView{}, err
	}
	pace, err := f.pace(ctx)
	if err != nil {
		return ServicesView{}, err
	}
	view := ServicesView{Services: []ServiceView{}}
	for _, s := range services {
		view.Services = append(view.Services, serviceView(s, assessed, pace))
	}
	return view, nil
}

// IDInput names one thing.
type IDInput struct {
	ID string `json:"id"`
}

// Service gives one service.
func (f *Facade) Service(ctx context.Context, in IDInput) (ServiceView, error) {
	service, err := f.store.Service(ctx, in.ID)
	if err != nil {
		return ServiceView{}, err
	}
	assessed, err := f.assessed(ctx)
	if err != nil {
		return ServiceView{}, err
	}
	pace, err := f.pace(ctx)
	if err != nil {
		return ServiceView{}, err
	}
	starters, err := f.store.Starters(ctx)
	if err != nil {
		return ServiceView{}, err
	}
	view := serviceView(service, assessed, pace)
	for i, row := range view.Assessments {
		view.Assessments[i].StartedBy = f.person(starters[row.ID])
	}
	return view, nil
}

// ServiceInput is a service as the form gives it; an empty ID adds one.
type ServiceInput struct {
	ID          string                 `json:"id"`
	Kind        assessment.ServiceKind `json:"kind"`
	Aid         strategy.AidID         `json:"aid"`
	OpensUp     *int64                 `json:"opensUp"`
	Name        string                 `json:"name"`
	Audience    assessment.Audience    `json:"audience"`
	BudgetEuro  *int64                 `json:"budgetEuro"`
	Users       *int64                 `json:"users"`
	Development assessment.Development `json:"development"`
	Planned     string                 `json:"planned"`
	OwnerRole   string                 `json:"ownerRole"`
}

// SaveService adds or changes a service.
func (f *Facade) SaveService(ctx context.Context, in ServiceInput) (ServiceView, error) {
	service := assessment.Service{
		ID: in.ID, Kind: in.Kind, Aid: in.Aid, OpensUp: in.OpensUp, Name: in.Name, Audience: in.Audience, BudgetEuro: in.BudgetEuro, Users: in.Users,
		Development: in.Development, Planned: in.Planned, OwnerRole: in.OwnerRole,
	}
	if service.Aid != "" && !f.knowsAid(service.Aid) {
		return ServiceView{}, fault.New(fault.Invalid, "error.choice_unknown", fault.Args{"field": "aid", "Value": string(service.Aid)})
	}
	if service.ID == "" {
		service.ID = string(journal.NewID())
	} else if _, err := f.store.Service(ctx, service.ID); err != nil {
		return ServiceView{}, err
	}
	if err := f.store.SaveService(ctx, f.role(ctx), service); err != nil {
		return ServiceView{}, err
	}
	return f.Service(ctx, IDInput{ID: service.ID})
}

// knowsAid tells whether an edition has the aid; an earlier one may.
func (f *Facade) knowsAid(id strategy.AidID) bool {
	return slices.ContainsFunc(f.shelf.Editions(), func(c *strategy.Catalogue) bool {
		return slices.ContainsFunc(c.Aids, func(a strategy.Aid) bool { return a.ID == id })
	})
}

// SignificanceInput is what the test needs.
type SignificanceInput struct {
	BudgetEuro  *int64                 `json:"budgetEuro"`
	Users       *int64                 `json:"users"`
	Development assessment.Development `json:"development"`
}

// PreviewSignificance applies the test to a form that is not saved yet.
func (f *Facade) PreviewSignificance(_ context.Context, in SignificanceInput) (SignificanceView, error) {
	return significanceView(assessment.Service{BudgetEuro: in.BudgetEuro, Users: in.Users, Development: in.Development}), nil
}

// RemovedView confirms a removal, which an undo takes back.
type RemovedView struct {
	Removed bool `json:"removed"`
}

// RemoveService takes a service out of the register.
func (f *Facade) RemoveService(ctx context.Context, in IDInput) (RemovedView, error) {
	err := f.store.RemoveService(ctx, f.role(ctx), in.ID)
	return RemovedView{Removed: err == nil}, err
}

func serviceView(s assessment.Service, assessed []assessment.Assessed, pace assessment.Paces) ServiceView {
	view := ServiceView{
		ID: s.ID, Kind: s.Kind, Aid: s.Aid, OpensUp: s.OpensUp, Name: s.Name, Audience: s.Audience, BudgetEuro: s.BudgetEuro, Users: s.Users,
		Development: s.Development, Planned: s.Planned, OwnerRole: s.OwnerRole,
		Significance: significanceView(s), Assessments: []AssessmentRow{},
	}
	for _, a := range assessed {
		if a.ServiceID == s.ID {
			view.Assessments = append(view.Assessments, AssessmentRow{
				ID: a.ID, Moment: a.Moment, Answered: a.Progress.Answered, Total: a.Progress.Total, Open: a.Progress.Open,
				Incomplete: a.Progress.Incomplete, Review: a.Progress.Review, Minutes: a.Progress.Minutes(pace),
				State: a.Standing, StartedAt: moment(a.StartedAt),
			})
		}
	}
	return view
}

func significanceView(s assessment.Service) SignificanceView {
	test := s.Significance()
	return SignificanceView{
		Significant: test.Significant, ByBudget: test.ByBudget, ByUsers: test.ByUsers, Unknown: test.Unknown, Required: test.Required,
		BudgetLimitEuro: assessment.BudgetLimitEuro, UsersLimit: assessment.UsersLimit,
	}
}
