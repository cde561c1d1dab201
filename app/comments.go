package app

import (
	"context"
	"strings"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
	"toetssteen/internal/strategy"
)

// CriterionInput names an answer.
type CriterionInput struct {
	AssessmentID string                 `json:"assessmentId"`
	Criterion    strategy.CriterionCode `json:"criterion"`
}

// CommentView is a comment on an answer.
type CommentView struct {
	ID      string `json:"id"`
	Text    string `json:"text"`
	Settled bool   `json:"settled"`
	Own     bool   `json:"own"` // written on this device: it can be removed here
	SavedAt string `json:"savedAt"`
	SavedBy string `json:"savedBy"`
}

// CommentsView is the thread of an answer, the oldest first.
type CommentsView struct {
	Comments []CommentView `json:"comments"`
}

// Comments gives the comments on an answer.
func (f *Facade) Comments(ctx context.Context, in CriterionInput) (CommentsView, error) {
	a, _, err := f.assessment(ctx, in.AssessmentID)
	if err != nil {
		return CommentsView{}, err
	}
	view := CommentsView{Comments: []CommentView{}}
	for _, c := range a.Comments {
		if c.Criterion == in.Criterion {
			view.Comments = append(view.Comments, CommentView{
				ID: c.ID, Text: c.Text, Settled: c.Settled, Own: c.Device == f.store.Device(), SavedAt: moment(c.SavedAt), SavedBy: c.SavedBy,
			})
		}
	}
	return view, nil
}

// CommentInput is a new comment.
type CommentInput struct {
	AssessmentID string                 `json:"assessmentId"`
	Criterion    strategy.CriterionCode `json:"criterion"`
	Text         string                 `json:"text"`
}

// AddComment adds a comment to an answer.
func (f *Facade) AddComment(ctx context.Context, in CommentInput) (CommentsView, error) {
	_, catalogue, err := f.assessment(ctx, in.AssessmentID)
	if err != nil {
		return CommentsView{}, err
	}
	c := assessment.Comment{ID: string(journal.NewID()), Criterion: in.Criterion, Text: strings.TrimSpace(in.Text)}
	if err := c.Validate(catalogue); err != nil {
		return CommentsView{}, err
	}
	if err := f.store.AddComment(ctx, f.role(ctx), in.AssessmentID, c); err != nil {
		return CommentsView{}, err
	}
	return f.Comments(ctx, CriterionInput{AssessmentID: in.AssessmentID, Criterion: in.Criterion})
}

// SettleCommentInput settles a comment, or opens it again.
type SettleCommentInput struct {
	ID      string `json:"id"`
	Settled bool   `json:"settled"`
}

// SettleComment settles a comment, or opens it again.
func (f *Facade) SettleComment(ctx context.Context, in SettleCommentInput) (CommentsView, error) {
	c, assessmentID, err := f.store.Comment(ctx, in.ID)
	if err != nil {
		return CommentsView{}, err
	}
	if err := f.store.SettleComment(ctx, f.role(ctx), in.ID, in.Settled); err != nil {
		return CommentsView{}, err
	}
	return f.Comments(ctx, CriterionInput{AssessmentID: assessmentID, Criterion: c.Criterion})
}

// RemoveComment takes one's own comment away.
func (f *Facade) RemoveComment(ctx context.Context, in IDInput) (CommentsView, error) {
	c, assessmentID, err := f.store.Comment(ctx, in.ID)
	if err != nil {
		return CommentsView{}, err
	}
	if c.Device != f.store.Device() {
		return CommentsView{}, fault.New(fault.Denied, "error.comment_of_other", nil)
	}
	if err := f.store.RemoveComment(ctx, f.role(ctx), in.ID); err != nil {
		return CommentsView{}, err
	}
	return f.Comments(ctx, CriterionInput{AssessmentID: assessmentID, Criterion: c.Criterion})
}
