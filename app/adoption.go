package app

import (
	"context"

	"toetssteen/internal/assessment"
)

// AdoptInput is the decision of the town's executive.
type AdoptInput struct {
	AssessmentID string `json:"assessmentId"`
	AdoptedOn    string `json:"adoptedOn"` // date, "2026-11-30"
	Decision     string `json:"decision"`  // its number, "" where it follows later
}

// WordsInput is what a notification says in the town's own words.
type WordsInput struct {
	AssessmentID string `json:"assessmentId"`
	Text         string `json:"text"`
}

// SavedWords tells when words were safely on the disk.
type SavedWords struct {
	SavedAt string `json:"savedAt"`
}

// Adopt takes an assessment to the stage in which the executive adopted it, as
// [Facade.SaveStage] does.
func (f *Facade) Adopt(ctx context.Context, in AdoptInput) (SavedWords, error) {
	_, err := f.SaveStage(ctx, StageInput{AssessmentID: in.AssessmentID, Stage: assessment.Adopted, AdoptedOn: in.AdoptedOn, Decision: in.Decision})
	return f.savedWords(err)
}

// SaveCover keeps the cover note of a notification.
func (f *Facade) SaveCover(ctx context.Context, in WordsInput) (SavedWords, error) {
	return f.savedWords(f.store.SaveCover(ctx, f.role(ctx), in.AssessmentID, in.Text))
}

// SaveCorrection keeps why a notification is corrected.
func (f *Facade) SaveCorrection(ctx context.Context, in WordsInput) (SavedWords, error) {
	return f.savedWords(f.store.SaveCorrection(ctx, f.role(ctx), in.AssessmentID, in.Text))
}

func (f *Facade) savedWords(err error) (SavedWords, error) {
	if err != nil {
		return SavedWords{}, err
	}
	return SavedWords{SavedAt: moment(f.now())}, nil
}
