package app

import (
	"context"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
	"toetssteen/internal/submission"
)

// ResultView is how good a service is, and what is still to do.
type ResultView struct {
	Assessment    AssessmentHead   `json:"assessment"`
	Progress      ProgressView     `json:"progress"`
	Matrix        []CellView       `json:"matrix"` // per principle, user before inclusion
	Unmet         []ResultLine     `json:"unmet"`
	NotApplicable []ResultLine     `json:"notApplicable"`
	Open          []ResultLine     `json:"open"`
	Incomplete    []ResultLine     `json:"incomplete"`
	Review        []ResultLine     `json:"review"` // to look at again after a move to another edition
	Discuss       []ResultLine     `json:"discuss"`
	Aids          []HelpfulAid     `json:"aids"`  // that help with what is not met, the one that touches most first
	Ready         bool             `json:"ready"` // nothing is missing
	Submissions   []SubmissionView `json:"submissions"`
	Changed       bool             `json:"changedSinceSubmission"`
}

// CellView is a cell of the matrix.
type CellView struct {
	Principle     strategy.PrincipleCode `json:"principle"`
	Kind          strategy.Kind          `json:"kind"`
	Total         int                    `json:"total"`
	Met           int                    `json:"met"`
	Unmet         int                    `json:"unmet"`
	NotApplicable int                    `json:"notApplicable"`
	Open          int                    `json:"open"`
	Percent       int                    `json:"percent"`
	State         assessment.State       `json:"state"`
	Provisional   bool                   `json:"provisional"`
}

// ResultLine is a criterion in one of the lists.
type ResultLine struct {
	Criterion   strategy.CriterionCode `json:"criterion"`
	Label       string                 `json:"label"`
	Explanation string                 `json:"explanation"`
	Source      *AnswerSourceView      `json:"source"` // what it follows from, null where somebody decided
}

// HelpfulAid is an aid with what it does for the criteria that are not met.
type HelpfulAid struct {
	ID      strategy.AidID     `json:"id"`
	Touches []ContributionView `json:"touches"`
}

func (f *Facade) helpful(ctx context.Context, catalogue *strategy.Catalogue, unmet []ResultLine) []HelpfulAid {
	codes := make([]strategy.CriterionCode, 0, len(unmet))
	for _, line := range unmet {
		codes = append(codes, line.Criterion)
	}
	aids := []HelpfulAid{}
	for _, h := range catalogue.AidsFor(codes) {
		aids = append(aids, HelpfulAid{ID: h.Aid.ID, Touches: contributionViews(h.Touches, strategy.Language(f.language(ctx)))})
	}
	return aids
}

// Result scores an assessment.
func (f *Facade) Result(ctx context.Context, in IDInput) (ResultView, error) {
	a, catalogue, err := f.complete(ctx, in.ID)
	if err != nil {
		return ResultView{}, err
	}
	head, err := f.head(ctx, a)
	if err != nil {
		return ResultView{}, err
	}
	pace, err := f.pace(ctx)
	if err != nil {
		return ResultView{}, err
	}
	submissions, err := f.submissions(ctx)
	if err != nil {
		return ResultView{}, err
	}
	progress := assessment.ProgressOf(a.Answers)
	view := ResultView{
		Assessment: head, Progress: progressView(progress, pace), Ready: progress.Ready(),
		Matrix: matrixView(assessment.Score(catalogue, a.Answers)),
		Unmet:  []ResultLine{}, NotApplicable: []ResultLine{}, Open: []ResultLine{}, Incomplete: []ResultLine{}, Review: []ResultLine{}, Discuss: []ResultLine{},
		Submissions: []SubmissionView{},
	}
	for _, s := range submissions {
		if s.AssessmentID == a.ID {
			view.Submissions = append(view.Submissions, s)
		}
	}
	f.sort(ctx, catalogue, a.Answers, &view)
	view.Aids = f.helpful(ctx, catalogue, view.Unmet)
	if len(view.Submissions) > 0 {
		view.Changed, err = f.changedSince(ctx, a.ID, view.Submissions[0].ID)
	}
	return view, err
}

func resultLine(lang strategy.Language, criterion strategy.Criterion, answer assessment.Answer) ResultLine {
	line := ResultLine{Criterion: criterion.Code, Label: criterion.Label.In(lang), Explanation: answer.Explanation}
	if answer.Origin != assessment.Own {
		line.Source = sourceView(lang, answer.Source)
	}
	return line
}

// sort puts each answer in the lists that it belongs to.
func (f *Facade) sort(ctx context.Context, catalogue *strategy.Catalogue, answers []assessment.Answer, view *ResultView) {
	lang := strategy.Language(f.language(ctx))
	for i, answer := range answers {
		line := resultLine(lang, catalogue.Criteria[i], answer)
		switch answer.Verdict {
		case assessment.No:
			view.Unmet = append(view.Unmet, line)
		case assessment.NotApplicable:
			view.NotApplicable = append(view.NotApplicable, line)
		case assessment.Open:
			view.Open = append(view.Open, line)
		}
		if answer.Incomplete() {
			view.Incomplete = append(view.Incomplete, line)
		}
		if answer.Discuss {
			view.Discuss = append(view.Discuss, line)
		}
		if answer.Review != assessment.NoReview {
			view.Review = append(view.Review, line)
		}
	}
}

// changedSince tells whether handing in now would say something else than the
// submission. What is not ready any more, changed.
func (f *Facade) changedSince(ctx context.Context, assessmentID, submissionID string) (bool, error) {
	now, err := f.freeze(ctx, assessmentID, nil)
	return f.differs(ctx, submissionID, now, err)
}

// differs holds what freezing gave against a submission.
func (f *Facade) differs(ctx context.Context, submissionID string, now submission.Document, err error) (bool, error) {
	if fault.CodeOf(err) == fault.Conflict {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	same, err := f.handedIn(ctx, submissionID, now)
	return !same, err
}

func matrixView(matrix assessment.Matrix) []CellView {
	view := make([]CellView, 0, len(matrix))
	for _, c := range matrix {
		view = append(view, CellView{
			Principle: c.Principle, Kind: c.Kind, Total: c.Total, Met: c.Met, Unmet: c.Unmet, NotApplicable: c.NotApplicable,
			Open: c.Open, Percent: c.Percent(), State: c.State(), Provisional: c.Provisional(),
		})
	}
	return view
}
