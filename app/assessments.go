package app

import (
	"context"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
	"toetssteen/internal/strategy"
)

// AssessmentView is an assessment on the screen where it is filled in.
type AssessmentView struct {
	AssessmentHead
	Answers  []AnswerView           `json:"answers"` // one per criterion, in the strategy's order
	Progress ProgressView           `json:"progress"`
	Position strategy.CriterionCode `json:"position"` // where to go on
	Previous *AssessmentHead        `json:"previous"` // whose answers are proposed; null for none
	Frozen   bool                   `json:"frozen"`   // handed in before
	Newer    string                 `json:"newer"`    // a later edition that it can move to, "" for none
	Aside    []AsideView            `json:"aside"`    // of criteria that this edition does not have
	Measured []MeasurementView      `json:"measurements"`

	ScopeQuestions int `json:"scopeQuestions"` // how many its edition has
	ScopeOpen      int `json:"scopeOpen"`      // of them, without an answer
}

// AssessmentHead says which assessment it is.
type AssessmentHead struct {
	ID        string            `json:"id"`
	Service   NamedView         `json:"service"`
	Moment    assessment.Moment `json:"moment"`
	Edition   string            `json:"edition"`
	StartedAt string            `json:"startedAt"`
}

// NamedView is a service or an aid by id and name.
type NamedView struct {
	ID   string                 `json:"id"`
	Name string                 `json:"name"`
	Kind assessment.ServiceKind `json:"kind"` // "aid" for an aid
}

// AnswerView is an answer with its saved state.
type AnswerView struct {
	Criterion   strategy.CriterionCode `json:"criterion"`
	Verdict     assessment.Verdict     `json:"verdict"`
	Explanation string                 `json:"explanation"`
	Incomplete  bool                   `json:"incomplete"`

	// ExplainsAnother: the explanation was written with another verdict.
	ExplainsAnother bool `json:"explainsAnother"`

	SavedAt  string            `json:"savedAt"`
	SavedBy  string            `json:"savedBy"`
	Conflict bool              `json:"conflict"`
	Review   assessment.Review `json:"review"` // why to look at it again
	Judge    assessment.Judge  `json:"judge"`  // who can tell
	Control  string            `json:"control"`
	Discuss  bool              `json:"discuss"`
	Assignee string            `json:"assignee"`
	Origin   assessment.Origin `json:"origin"`   // "" where somebody gave it
	Source   *AnswerSourceView `json:"source"`   // null where nothing follows; with a proposal and no verdict, what follows instead of it
	Proposal *ProposalView     `json:"proposal"` // of the assessment before; null for none

	Evidence []EvidenceView `json:"evidence"`
	Comments int            `json:"comments"` // that are not settled
	// PreviousVerdict is the one of the assessment before, "" for none.
	PreviousVerdict assessment.Verdict `json:"previousVerdict"`

	// Deviates names the indicators that suggest the opposite.
	Deviates []strategy.IndicatorCode `json:"deviates"`
}

// AnswerSourceView says what an answer follows from.
type AnswerSourceView struct {
	Kind   assessment.SourceKind `json:"kind"`
	ID     string                `json:"id"`
	Name   string                `json:"name"`
	Reason string                `json:"reason"`

	// What follows from it.
	Verdict     assessment.Verdict `json:"verdict"`
	Explanation string             `json:"explanation"`
}

// ProposalView is what the assessment before said.
type ProposalView struct {
	Verdict     assessment.Verdict `json:"verdict"`
	Explanation string             `json:"explanation"`
	Changed     bool               `json:"changed"` // the criterion was reworded since
}

// ProgressView is how far an assessment is.
type ProgressView struct {
	Answered   int `json:"answered"`
	Total      int `json:"total"`
	Open       int `json:"open"`
	Incomplete int `json:"incomplete"`
	Review     int `json:"review"`
	Proposed   int `json:"proposed"` // of the open ones, that wait for "still true?"
	Minutes    int `json:"minutes"`  // that the open ones take at the user's own pace
}

// StartInput says what to assess.
type StartInput struct {
	ServiceID string            `json:"serviceId"`
	Moment    assessment.Moment `json:"moment"`
	Previous  *string           `json:"previous"` // that it starts from; null for the latest of the service, "" for none
}

// StartAssessment begins one.
func (f *Facade) StartAssessment(ctx context.Context, in StartInput) (AssessmentView, error) {
	previous, err := f.startFrom(ctx, in.ServiceID, in.Previous)
	if err != nil {
		return AssessmentView{}, err
	}
	a := assessment.Assessment{
		ID: string(journal.NewID()), ServiceID: in.ServiceID, Moment: in.Moment,
		Edition: f.shelf.Latest().Edition.Edition, StartedAt: f.now(), Previous: previous,
	}
	scope, err := f.scopeBefore(ctx, a)
	if err != nil {
		return AssessmentView{}, err
	}
	if err := f.store.StartAssessment(ctx, f.role(ctx), a, scope); err != nil {
		return AssessmentView{}, err
	}
	return f.Assessment(ctx, IDInput{ID: a.ID})
}

// Assessment gives one assessment to go on with.
func (f *Facade) Assessment(ctx context.Context, in IDInput) (AssessmentView, error) {
	a, catalogue, err := f.complete(ctx, in.ID)
	if err != nil {
		return AssessmentView{}, err
	}
	head, err := f.head(ctx, a)
	if err != nil {
		return AssessmentView{}, err
	}
	pace, err := f.pace(ctx)
	if err != nil {
		return AssessmentView{}, err
	}
	latest, err := f.latestSubmissions(ctx)
	if err != nil {
		return AssessmentView{}, err
	}
	previous, err := f.previousHead(ctx, a)
	if err != nil {
		return AssessmentView{}, err
	}
	scope, err := f.store.Scopes(ctx)
	if err != nil {
		return AssessmentView{}, err
	}
	_, frozen := latest[a.ID]
	view := AssessmentView{
		AssessmentHead: head, Previous: previous, Progress: progressView(assessment.ProgressOf(a.Answers), pace),
		Position: assessment.Position(a.Answers), Frozen: frozen, Newer: f.newer(catalogue), Aside: f.aside(ctx, catalogue, a),
		Measured: measurementViews(catalogue, a.Measurements), ScopeQuestions: len(catalogue.Scope), ScopeOpen: scopeOpen(catalogue, scope[a.ID]),
	}
	for _, answer := range a.Answers {
		view.Answers = append(view.Answers, f.answerView(strategy.Language(f.language(ctx)), catalogue, a, answer))
	}
	return view, nil
}

// AnswerInput is an answer as it stands on the screen.
type AnswerInput struct {
	AssessmentID string                 `json:"assessmentId"`
	Criterion    strategy.CriterionCode `json:"criterion"`
	Verdict      assessment.Verdict     `json:"verdict"`
	Explanation  string                 `json:"explanation"`
	Review       assessment.Review      `json:"review"` // "" once it was looked at again
}

// SavedAnswer is an answer that is safely on the disk.
type SavedAnswer struct {
	Answer   AnswerView   `json:"answer"`
	Progress ProgressView `json:"progress"`
	SavedAt  string       `json:"savedAt"`
}

// SaveAnswer keeps an answer. When it returns, the answer survives a power cut.
func (f *Facade) SaveAnswer(ctx context.Context, in AnswerInput) (SavedAnswer, error) {
	a, catalogue, err := f.assessment(ctx, in.AssessmentID)
	if err != nil {
		return SavedAnswer{}, err
	}
	answer := assessment.Answer{Criterion: in.Criterion, Verdict: in.Verdict, Explanation: in.Explanation, Review: in.Review}
	if err := answer.Validate(catalogue); err != nil {
		return SavedAnswer{}, err
	}
	if answer, err = f.following(ctx, catalogue, a, answer); err != nil {
		return SavedAnswer{}, err
	}
	if err := f.store.SaveAnswers(ctx, f.role(ctx), in.AssessmentID, answer); err != nil {
		return SavedAnswer{}, err
	}
	return f.savedAnswer(ctx, in.AssessmentID, in.Criterion)
}

// savedAnswer gives an answer as it stands on the disk.
func (f *Facade) savedAnswer(ctx context.Context, assessmentID string, criterion strategy.CriterionCode) (SavedAnswer, error) {
	a, catalogue, err := f.complete(ctx, assessmentID)
	if err != nil {
		return SavedAnswer{}, err
	}
	pace, err := f.pace(ctx)
	if err != nil {
		return SavedAnswer{}, err
	}
	saved := SavedAnswer{Progress: progressView(assessment.ProgressOf(a.Answers), pace), SavedAt: moment(f.now())}
	for _, other := range a.Answers {
		if other.Criterion == criterion {
			saved.Answer = f.answerView(strategy.Language(f.language(ctx)), catalogue, a, other)
		}
	}
	return saved, nil
}

// RemoveAssessment takes an assessment away.
func (f *Facade) RemoveAssessment(ctx context.Context, in IDInput) (RemovedView, error) {
	err := f.store.RemoveAssessment(ctx, f.role(ctx), in.ID)
	return RemovedView{Removed: err == nil}, err
}

// assessment reads an assessment with the edition that it keeps.
func (f *Facade) assessment(ctx context.Context, id string) (assessment.Assessment, *strategy.Catalogue, error) {
	a, err := f.store.Assessment(ctx, id)
	if err != nil {
		return a, nil, err
	}
	catalogue, err := f.shelf.Catalogue(a.Edition)
	return a, catalogue, err
}

// complete reads an assessment, with an answer for each criterion of its
// edition.
func (f *Facade) complete(ctx context.Context, id string) (assessment.Assessment, *strategy.Catalogue, error) {
	a, catalogue, err := f.assessment(ctx, id)
	if err != nil {
		return a, nil, err
	}
	derived, err := f.derivation(ctx)
	if err != nil {
		return a, nil, err
	}
	a, err = derived.by(catalogue, a)
	return a, catalogue, err
}

// assessed gives every assessment with its progress and standing.
func (f *Facade) assessed(ctx context.Context) ([]assessment.Assessed, error) {
	all, err := f.store.Assessments(ctx)
	if err != nil {
		return nil, err
	}
	latest, err := f.latestSubmissions(ctx)
	if err != nil {
		return nil, err
	}
	derived, err := f.derivation(ctx)
	if err != nil {
		return nil, err
	}
	known, err := f.register(ctx, all, derived)
	if err != nil {
		return nil, err
	}
	var assessed []assessment.Assessed
	for _, a := range all {
		catalogue, err := f.shelf.Catalogue(a.Edition)
		if fault.CodeOf(err) == fault.NotFound { // the others still show
			assessed = append(assessed, assessment.Assessed{Assessment: a, Standing: assessment.EditionMissing})
			continue
		}
		if a, err = derived.by(catalogue, a); err != nil {
			return nil, err
		}
		current := assessment.Assessed{Assessment: a, Progress: assessment.ProgressOf(a.Answers)}
		if current.Standing, err = f.standing(ctx, known, catalogue, current, latest[a.ID]); err != nil {
			return nil, err
		}
		assessed = append(assessed, current)
	}
	return assessed, nil
}

// standing tells how far an assessment came. Its latest submission has no id
// where nothing was handed in.
func (f *Facade) standing(ctx context.Context, known register, catalogue *strategy.Catalogue, a assessment.Assessed, latest SubmissionView) (assessment.Standing, error) {
	switch {
	case latest.ID == "" && a.Progress.Ready():
		return assessment.Completed, nil
	case latest.ID == "":
		return assessment.Running, nil
	case latest.State == stateReturned:
		return assessment.SentBack, nil
	}
	changed, err := f.changedIn(ctx, known, catalogue, a.Assessment, latest.ID)
	switch {
	case err != nil:
		return "", err
	case changed:
		return assessment.Changed, nil
	case latest.State == stateReceived:
		return assessment.Receipted, nil
	}
	return assessment.Submitted, nil
}

func (f *Facade) head(ctx context.Context, a assessment.Assessment) (AssessmentHead, error) {
	service, err := f.store.Service(ctx, a.ServiceID)
	if err != nil {
		return AssessmentHead{}, err
	}
	return AssessmentHead{
		ID: a.ID, Service: NamedView{ID: service.ID, Name: service.Name, Kind: service.Kind}, Moment: a.Moment,
		Edition: a.Edition, StartedAt: moment(a.StartedAt),
	}, nil
}

// pace gives the user's own pace.
func (f *Facade) pace(ctx context.Context) (assessment.Paces, error) {
	answering, confirming, err := f.store.VerdictTimes(ctx)
	return assessment.PacesOf(answering, confirming), err
}

func (f *Facade) answerView(lang strategy.Language, catalogue *strategy.Catalogue, of assessment.Assessment, a assessment.Answer) AnswerView {
	view := AnswerView{
		Criterion: a.Criterion, Verdict: a.Verdict, Explanation: a.Explanation, Incomplete: a.Incomplete(), ExplainsAnother: a.ExplainsAnother(),
		SavedAt: moment(a.SavedAt), SavedBy: a.SavedBy, Conflict: a.Conflict, Review: a.Review, Deviates: []strategy.IndicatorCode{},
		Judge: a.Judge, Control: a.Control, Discuss: a.Discuss, Assignee: a.Assignee, Origin: a.Origin, Source: sourceView(lang, a.Source), PreviousVerdict: a.Before,
		Evidence: f.evidenceViews(of.EvidenceOf(a.Criterion)), Comments: of.OpenComments(a.Criterion),
	}
	if p := a.Proposal; p != nil {
		view.Proposal = &ProposalView{Verdict: p.Verdict, Explanation: p.Explanation, Changed: p.Changed}
	}
	for _, s := range of.Support(catalogue, a) {
		if s.Deviates {
			view.Deviates = append(view.Deviates, s.Measurement.Indicator)
		}
	}
	return view
}

func progressView(p assessment.Progress, pace assessment.Paces) ProgressView {
	return ProgressView{
		Answered: p.Answered, Total: p.Total, Open: p.Open, Incomplete: p.Incomplete, Review: p.Review,
		Proposed: p.Proposed, Minutes: p.Minutes(pace),
	}
}

// requireTown refuses what cannot be done before a town is chosen.
func requireTown(name string) error {
	if name == "" {
		return fault.New(fault.Conflict, "error.town_missing", nil)
	}
	return nil
}
