package app

import (
	"context"
	"slices"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

// ScopeView is the screen with the scope questions of an assessment.
type ScopeView struct {
	Assessment AssessmentHead      `json:"assessment"`
	Questions  []ScopeQuestionView `json:"questions"`
	RuledOut   []RuledOutView      `json:"ruledOut"` // in the strategy's order
	Progress   ProgressView        `json:"progress"`
}

// ScopeQuestionView is a scope question with what was answered.
type ScopeQuestionView struct {
	Code     string               `json:"code"`
	Question string               `json:"question"`
	Help     string               `json:"help"`
	Answer   strategy.ScopeAnswer `json:"answer"` // "" for none
}

// RuledOutView is a criterion that a scope question ruled out.
type RuledOutView struct {
	Criterion strategy.CriterionCode `json:"criterion"`
	Label     string                 `json:"label"`
	Question  string                 `json:"question"` // its code
	Reason    string                 `json:"reason"`
	Decided   bool                   `json:"decided"` // somebody gave a verdict of their own, which stays
	Waits     bool                   `json:"waits"`   // somebody decided otherwise the time before, or two laptops disagree: a person chooses
}

// Scope gives the scope questions of an assessment, and what they rule out.
func (f *Facade) Scope(ctx context.Context, in IDInput) (ScopeView, error) {
	a, catalogue, err := f.assessment(ctx, in.ID)
	if err != nil {
		return ScopeView{}, err
	}
	derived, err := f.derivation(ctx)
	if err != nil {
		return ScopeView{}, err
	}
	if a, err = derived.by(catalogue, a); err != nil {
		return ScopeView{}, err
	}
	head, err := f.head(ctx, a)
	if err != nil {
		return ScopeView{}, err
	}
	pace, err := f.pace(ctx)
	if err != nil {
		return ScopeView{}, err
	}
	lang := strategy.Language(f.language(ctx))
	given := derived.scope[a.ID]
	view := ScopeView{
		Assessment: head, Questions: []ScopeQuestionView{}, RuledOut: ruledOutViews(lang, catalogue, given, a.Answers),
		Progress: progressView(assessment.ProgressOf(a.Answers), pace),
	}
	for _, q := range catalogue.Scope {
		view.Questions = append(view.Questions, ScopeQuestionView{
			Code: q.Code, Question: q.Question.In(lang), Help: q.Help.In(lang), Answer: given[q.Code],
		})
	}
	return view, nil
}

// scopeBefore gives what was answered to the scope questions of the assessment
// that one starts from: about the same service, the same is true until
// somebody says otherwise.
func (f *Facade) scopeBefore(ctx context.Context, a assessment.Assessment) (assessment.ScopeAnswers, error) {
	if a.Previous == "" {
		return nil, nil
	}
	earlier, err := f.store.Assessment(ctx, a.Previous)
	if err != nil || earlier.ServiceID != a.ServiceID {
		return nil, err
	}
	catalogue, err := f.shelf.Catalogue(a.Edition)
	if err != nil {
		return nil, err
	}
	all, err := f.store.Scopes(ctx)
	if err != nil {
		return nil, err
	}
	same := make(assessment.ScopeAnswers)
	for question, answer := range all[earlier.ID] {
		if assessment.ValidateScope(catalogue, question, answer) == nil { // the edition still asks it
			same[question] = answer
		}
	}
	return same, nil
}

// scopeOpen counts the scope questions that wait for an answer.
func scopeOpen(catalogue *strategy.Catalogue, given assessment.ScopeAnswers) int {
	open := 0
	for _, q := range catalogue.Scope {
		if given[q.Code] == "" {
			open++
		}
	}
	return open
}

func ruledOutViews(lang strategy.Language, catalogue *strategy.Catalogue, given assessment.ScopeAnswers, answers []assessment.Answer) []RuledOutView {
	out := assessment.RuledOut(catalogue, given)
	views := []RuledOutView{}
	for i, criterion := range catalogue.Criteria { // the answers are in the same order
		if source, is := out[criterion.Code]; is {
			views = append(views, RuledOutView{
				Criterion: criterion.Code, Label: criterion.Label.In(lang), Question: source.ID, Reason: source.Reason.In(lang),
				Decided: answers[i].Given(), Waits: answers[i].Verdict == assessment.Open,
			})
		}
	}
	return views
}

// ScopeInput is an answer to a scope question.
type ScopeInput struct {
	AssessmentID string               `json:"assessmentId"`
	Question     string               `json:"question"`
	Answer       strategy.ScopeAnswer `json:"answer"` // "" takes it back
}

// SaveScope keeps an answer to a scope question. What it rules out follows at
// once; a verdict that somebody gave stays.
func (f *Facade) SaveScope(ctx context.Context, in ScopeInput) (ScopeView, error) {
	_, catalogue, err := f.assessment(ctx, in.AssessmentID)
	if err != nil {
		return ScopeView{}, err
	}
	if err := assessment.ValidateScope(catalogue, in.Question, in.Answer); err != nil {
		return ScopeView{}, err
	}
	if err := f.store.SaveScope(ctx, f.role(ctx), in.AssessmentID, in.Question, in.Answer); err != nil {
		return ScopeView{}, err
	}
	return f.Scope(ctx, IDInput{ID: in.AssessmentID})
}

// following leaves out the explanation of a verdict that is taken back where
// the answer follows again from something else: it would stand under a verdict
// that it was not written for. One that only repeats what the answer follows
// from goes too.
func (f *Facade) following(ctx context.Context, catalogue *strategy.Catalogue, a assessment.Assessment, answer assessment.Answer) (assessment.Answer, error) {
	if answer.Verdict != assessment.Open || answer.Explanation == "" {
		return answer, nil
	}
	derived, err := f.derivation(ctx)
	if err != nil {
		return answer, err
	}
	takenBack := slices.ContainsFunc(a.Answers, func(before assessment.Answer) bool { return before.Criterion == answer.Criterion && before.Given() })
	for _, followed := range derived.basis(catalogue, a).On([]assessment.Answer{{Criterion: answer.Criterion}}) {
		if followed.Origin != assessment.Own && (takenBack || followed.Explanation == answer.Explanation) {
			answer.Explanation = ""
		}
	}
	return answer, nil
}
