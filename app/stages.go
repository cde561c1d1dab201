package app

import (
	"context"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

// StageView is where an assessment stands within the town.
type StageView struct {
	AssessmentID string           `json:"assessmentId"`
	Stage        assessment.Stage `json:"stage"`
	Note         string           `json:"note"`
	Reviewer     string           `json:"reviewer"`
	AdoptedOn    string           `json:"adoptedOn"`
	Decision     string           `json:"decision"`
	By           string           `json:"by"`      // role of who took it there
	Own          bool             `json:"own"`     // on this device
	At           string           `json:"at"`      // "" where it was never anywhere else
	Changed      []NamedView      `json:"changed"` // criteria of which something else is said since
	Open         int              `json:"open"`
	Incomplete   int              `json:"incomplete"`
	Ready        bool             `json:"ready"` // nothing is missing: it can be adopted
	Conflicts    int              `json:"conflicts"`
}

// Stage gives where an assessment stands.
func (f *Facade) Stage(ctx context.Context, in IDInput) (StageView, error) {
	a, catalogue, err := f.complete(ctx, in.ID)
	if err != nil {
		return StageView{}, err
	}
	author, err := f.store.StageAuthor(ctx, a.ID)
	if err != nil {
		return StageView{}, err
	}
	conflicts, err := f.store.ConflictsOf(ctx, a.ID)
	if err != nil {
		return StageView{}, err
	}
	progress := assessment.ProgressOf(a.Answers)
	view := StageView{
		AssessmentID: a.ID, Stage: a.Review.Stage, Note: a.Review.Note, Reviewer: a.Review.Reviewer,
		AdoptedOn: a.Review.AdoptedOn, Decision: a.Review.Decision, By: author.User, Own: author.Device == f.store.Device(), At: moment(author.At),
		Open: progress.Open, Incomplete: progress.Incomplete, Ready: progress.Ready(), Conflicts: len(conflicts),
	}
	view.Changed = changedSinceStage(strategy.Language(f.language(ctx)), catalogue, a)
	return view, nil
}

// changedSinceStage names the criteria of which something else is said than
// when the stage was reached.
func changedSinceStage(lang strategy.Language, catalogue *strategy.Catalogue, a assessment.Assessment) []NamedView {
	changed := []NamedView{}
	for _, code := range a.Review.ChangedSince(a.Answers) {
		named := NamedView{ID: string(code)}
		if criterion, err := catalogue.Criterion(code); err == nil {
			named.Name = criterion.Label.In(lang)
		}
		changed = append(changed, named)
	}
	return changed
}

// StageInput asks for another stage.
type StageInput struct {
	AssessmentID string           `json:"assessmentId"`
	Stage        assessment.Stage `json:"stage"`
	Note         string           `json:"note"`
	Reviewer     string           `json:"reviewer"`
	AdoptedOn    string           `json:"adoptedOn"`
	Decision     string           `json:"decision"`
}

// SaveStage takes an assessment to another stage.
func (f *Facade) SaveStage(ctx context.Context, in StageInput) (StageView, error) {
	a, _, err := f.complete(ctx, in.AssessmentID)
	if err != nil {
		return StageView{}, err
	}
	next, err := a.Review.To(assessment.Reviewing{
		Stage: in.Stage, Note: in.Note, Reviewer: in.Reviewer, AdoptedOn: in.AdoptedOn, Decision: in.Decision}, a.Answers, f.today())
	if err != nil {
		return StageView{}, err
	}
	if in.Stage == assessment.Adopted {
		if err := f.requireAgreement(ctx, a); err != nil {
			return StageView{}, err
		}
	}
	if err := f.store.SaveStage(ctx, f.role(ctx), a.ID, next); err != nil {
		return StageView{}, err
	}
	return f.Stage(ctx, IDInput{ID: a.ID})
}

// ToReviewView is an assessment that waits for a reviewer.
type ToReviewView struct {
	AssessmentID string            `json:"assessmentId"`
	ServiceName  string            `json:"serviceName"`
	Moment       assessment.Moment `json:"moment"`
	Reviewer     string            `json:"reviewer"`
	Mine         bool              `json:"mine"` // asked of this user
	By           string            `json:"by"`
	At           string            `json:"at"`
}

// TeamworkView is what colleagues wait for.
type TeamworkView struct {
	ToReview  []ToReviewView `json:"toReview"`
	Conflicts int            `json:"conflicts"`
}

// Teamwork gives what colleagues wait for, one's own first.
func (f *Facade) Teamwork(ctx context.Context, _ Nothing) (TeamworkView, error) {
	all, err := f.store.Assessments(ctx)
	if err != nil {
		return TeamworkView{}, err
	}
	conflicts, err := f.store.ConflictCount(ctx)
	if err != nil {
		return TeamworkView{}, err
	}
	services, err := f.store.Services(ctx)
	if err != nil {
		return TeamworkView{}, err
	}
	names := make(map[string]string, len(services))
	for _, s := range services {
		names[s.ID] = s.Name
	}
	view := TeamworkView{ToReview: []ToReviewView{}, Conflicts: conflicts}
	role, others := f.role(ctx), []ToReviewView{}
	for _, a := range all {
		if a.Review.Stage != assessment.Proposed {
			continue
		}
		author, err := f.store.StageAuthor(ctx, a.ID)
		if err != nil {
			return TeamworkView{}, err
		}
		waits := ToReviewView{
			AssessmentID: a.ID, ServiceName: names[a.ServiceID], Moment: a.Moment, Reviewer: a.Review.Reviewer,
			Mine: a.Review.AskedOf(role), By: author.User, At: moment(author.At),
		}
		if waits.Mine {
			view.ToReview = append(view.ToReview, waits)
		} else {
			others = append(others, waits)
		}
	}
	view.ToReview = append(view.ToReview, others...)
	return view, nil
}
