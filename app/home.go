package app

import (
	"context"
	"slices"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

// HomeView is what there is to do today.
type HomeView struct {
	Town        *MunicipalityView `json:"town"`
	Next        []StepView        `json:"next"`
	Running     []RunningView     `json:"running"`
	Submissions []SubmissionView  `json:"submissions"` // the latest few
	Counts      CountsView        `json:"counts"`
}

// StepView is one next step.
type StepView struct {
	Kind         assessment.StepKind    `json:"kind"`
	ServiceID    string                 `json:"serviceId"`
	ServiceName  string                 `json:"serviceName"`
	ServiceKind  assessment.ServiceKind `json:"serviceKind"`
	AssessmentID string                 `json:"assessmentId"`
	Moment       assessment.Moment      `json:"moment"`
	Open         int                    `json:"open"`       // criteria still open
	Incomplete   int                    `json:"incomplete"` // explanations still missing
	Minutes      int                    `json:"minutes"`
	Due          string                 `json:"due"` // planned month of the service

	// Of a step that an improvement action asks for.
	ImprovementID string                 `json:"improvementId"`
	Title         string                 `json:"title"`
	Criterion     strategy.CriterionCode `json:"criterion"` // to look at again
	Day           string                 `json:"day"`       // when it is to be done, "" for none
	Overdue       bool                   `json:"overdue"`
}

// RunningView is an assessment that is being filled in.
type RunningView struct {
	AssessmentID string                 `json:"assessmentId"`
	ServiceID    string                 `json:"serviceId"`
	ServiceName  string                 `json:"serviceName"`
	ServiceKind  assessment.ServiceKind `json:"serviceKind"`
	Moment       assessment.Moment      `json:"moment"`
	ProgressView
	LastSaved string `json:"lastSaved"`
}

// CountsView counts what is in the register.
type CountsView struct {
	Services    int `json:"services"`
	Significant int `json:"significant"`
	Assessments int `json:"assessments"`
}

const homeSubmissions = 5

// chooseTown is the step before all others; it is the window's, not the domain's.
const chooseTown assessment.StepKind = "chooseTown"

// Home gives what there is to do.
func (f *Facade) Home(ctx context.Context, _ Nothing) (HomeView, error) {
	town, err := f.store.Town(ctx)
	if err != nil {
		return HomeView{}, err
	}
	services, err := f.store.Services(ctx)
	if err != nil {
		return HomeView{}, err
	}
	assessed, err := f.assessed(ctx)
	if err != nil {
		return HomeView{}, err
	}
	submissions, err := f.submissions(ctx)
	if err != nil {
		return HomeView{}, err
	}
	pace, err := f.pace(ctx)
	if err != nil {
		return HomeView{}, err
	}
	view := HomeView{
		Town: townView(town), Next: []StepView{}, Running: []RunningView{},
		Submissions: submissions[:min(len(submissions), homeSubmissions)],
		Counts:      CountsView{Services: len(services), Assessments: len(assessed)},
	}
	register, names := make(map[string]assessment.Service), make(map[string]string)
	for _, s := range services {
		register[s.ID], names[s.ID] = s, s.Name
		if s.Significance().Significant {
			view.Counts.Significant++
		}
	}
	for _, step := range assessment.NextSteps(services, assessed) {
		view.Next = append(view.Next, StepView{
			Kind: step.Kind, ServiceID: step.Service.ID, ServiceName: step.Service.Name, ServiceKind: step.Service.Kind, AssessmentID: step.Assessment.ID,
			Moment: step.Moment, Open: step.Progress.Open, Incomplete: step.Progress.Incomplete,
			Minutes: step.Progress.Minutes(pace), Due: step.Service.Planned,
		})
	}
	improvements, err := f.improvementSteps(ctx, names)
	if err != nil {
		return HomeView{}, err
	}
	view.Next = withImprovements(view.Next, improvements)
	if view.Town == nil {
		view.Next = slices.Insert(view.Next, 0, StepView{Kind: chooseTown})
	}
	for _, a := range assessed {
		if !a.Progress.Ready() {
			view.Running = append(view.Running, RunningView{
				AssessmentID: a.ID, ServiceID: a.ServiceID, ServiceName: register[a.ServiceID].Name, ServiceKind: register[a.ServiceID].Kind, Moment: a.Moment,
				ProgressView: progressView(a.Progress, pace), LastSaved: moment(assessment.LastSaved(a.Answers)),
			})
		}
	}
	return view, nil
}
