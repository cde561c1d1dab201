package submission

import (
	"errors"
	"fmt"
	"slices"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// Reason says in one word why the working group returns a submission. The
// texts are submission.reason.<reason> in locales.
type Reason string

// The reasons.
const (
	Unreadable       Reason = "unreadable"        // not a sealed submission, or the seal is broken
	NewerFormat      Reason = "newer_format"      // made by a newer program
	OtherEdition     Reason = "other_edition"     // of criteria that the working group does not have
	UnknownCriterion Reason = "unknown_criterion" // a code that the edition does not have
	NotComplete      Reason = "not_complete"      // a criterion or explanation is missing
	WrongScores      Reason = "wrong_scores"      // the scores do not follow from the answers
	NoSuchTown       Reason = "no_such_town"      // a NIS code that no municipality has
	WrongFolder      Reason = "wrong_folder"      // stands in another municipality's folder
	IsFictional      Reason = "fictional"         // sample data at a real working group
	NotFictional     Reason = "not_fictional"     // real data at a training working group
	WrongDetails     Reason = "wrong_details"     // a measure, a piece of evidence, a date or the earlier assessment does not hold
	WrongChanges     Reason = "wrong_changes"     // the version or what it changes does not follow from what it replaces
)

// Refusal is the error of a document that does not hold; Reasons says why.
type Refusal struct {
	Reason Reason
	Err    error
}

func (r *Refusal) Error() string { return fmt.Sprintf("submission refused (%s): %v", r.Reason, r.Err) }

// Unwrap gives the cause.
func (r *Refusal) Unwrap() error { return r.Err }

func refuse(reason Reason, format string, args ...any) error {
	return &Refusal{Reason: reason, Err: fmt.Errorf(format, args...)}
}

// Check holds a document against the catalogue: every criterion answered
// once, with its explanation, and the scores as they follow from the answers.
// What is wrong is a [Refusal].
func (d Document) Check(catalogue *strategy.Catalogue) error {
	if d.Format == "" || newer(d.Format) {
		return refuse(NewerFormat, "format %q", d.Format)
	}
	if d.Assessment.Edition != catalogue.Edition.Edition {
		return refuse(OtherEdition, "edition %q, known is %q", d.Assessment.Edition, catalogue.Edition.Edition)
	}
	if d.Assessment.CatalogueHash != catalogue.Hash() {
		return refuse(OtherEdition, "edition %q has other contents: %s, known is %s", d.Assessment.Edition, d.Assessment.CatalogueHash, catalogue.Hash())
	}
	if err := assessment.ValidateMoment(d.Assessment.Moment); err != nil {
		return &Refusal{Reason: NotComplete, Err: err}
	}
	answers := make([]assessment.Answer, 0, len(d.Answers))
	seen := make(map[strategy.CriterionCode]bool)
	for _, a := range d.Answers {
		if seen[a.Criterion] {
			return refuse(NotComplete, "criterion %s is answered twice", a.Criterion)
		}
		seen[a.Criterion] = true
		answers = append(answers, assessment.Answer{Criterion: a.Criterion, Verdict: a.Verdict, Explanation: a.Explanation})
	}
	all, err := assessment.Complete(catalogue, answers)
	if err != nil {
		if errors.Is(err, strategy.ErrUnknownCriterion) {
			return &Refusal{Reason: UnknownCriterion, Err: err}
		}
		return &Refusal{Reason: NotComplete, Err: err}
	}
	if p := assessment.ProgressOf(all); !p.Ready() {
		return refuse(NotComplete, "%d criteria open, %d without explanation", p.Open, p.Incomplete)
	}
	if !slices.Equal(d.Scores, scoresOf(assessment.Score(catalogue, all))) {
		return refuse(WrongScores, "scores do not follow from the answers")
	}
	return d.checkNotification(catalogue)
}

// ReasonOf gives the reason for which err refuses a document; any other
// error means that it could not be read.
func ReasonOf(err error) Reason {
	var refusal *Refusal
	if errors.As(err, &refusal) {
		return refusal.Reason
	}
	if fault.CodeOf(err) == fault.Newer {
		return NewerFormat
	}
	return Unreadable
}
