package submission

import (
	"encoding/hex"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

// Limits of what a notification may hold. A town stays far below them.
const (
	maxMeasures = 500
	maxEvidence = 2_000
	maxText     = 5_000 // characters of a title, a name, a link
)

// checkNotification holds what came with version 1.1 against the catalogue and
// against the rest of the document.
func (d Document) checkNotification(catalogue *strategy.Catalogue) error {
	if d.Version == 0 && d.Format != first || d.Version < 0 {
		return refuse(WrongDetails, "version %d", d.Version)
	}
	if err := assessment.ValidateCover(d.Cover); err != nil {
		return &Refusal{Reason: WrongDetails, Err: err}
	}
	if err := d.Decision.check(catalogue); err != nil {
		return err
	}
	if len(d.Measures) > maxMeasures || len(d.Evidence) > maxEvidence {
		return refuse(WrongDetails, "%d measures, %d pieces of evidence", len(d.Measures), len(d.Evidence))
	}
	for _, m := range d.Measures {
		if err := m.check(catalogue); err != nil {
			return err
		}
	}
	for _, e := range d.Evidence {
		if err := e.check(catalogue); err != nil {
			return err
		}
	}
	if err := d.Earlier.check(catalogue); err != nil {
		return err
	}
	return d.checkCorrection()
}

// check does not ask what day it is: what was handed in holds for ever.
func (d *Decision) check(catalogue *strategy.Catalogue) error {
	if d == nil {
		return nil
	}
	if err := assessment.ValidateDecision(d.AdoptedOn, d.Number); err != nil {
		return &Refusal{Reason: WrongDetails, Err: err}
	}
	seen := make(map[strategy.CriterionCode]bool)
	for _, code := range d.ChangedSince {
		if _, err := catalogue.Criterion(code); err != nil {
			return &Refusal{Reason: UnknownCriterion, Err: err}
		}
		if seen[code] {
			return refuse(WrongDetails, "%s changed twice since the decision", code)
		}
		seen[code] = true
	}
	return nil
}

func (m Measure) check(catalogue *strategy.Catalogue) error {
	if !said(m.Title) || !short(m.Owner) {
		return refuse(WrongDetails, "a measure without a title")
	}
	if len(m.Criteria) == 0 {
		return refuse(WrongDetails, "measure %q is about no criterion", m.Title)
	}
	for _, code := range m.Criteria {
		if _, err := catalogue.Criterion(code); err != nil {
			return &Refusal{Reason: UnknownCriterion, Err: err}
		}
	}
	if m.Due != "" && !assessment.IsDate(m.Due) {
		return refuse(WrongDetails, "measure %q is due on %q", m.Title, m.Due)
	}
	if !slices.Contains([]assessment.ImprovementStatus{"", assessment.ToStart, assessment.Started, assessment.Done}, m.Status) {
		return refuse(WrongDetails, "measure %q is %q", m.Title, m.Status)
	}
	if !slices.Contains([]strategy.Budget{"", strategy.LowBudget, strategy.MediumBudget, strategy.HighBudget, strategy.ByProject}, m.Budget) {
		return refuse(WrongDetails, "measure %q costs %q", m.Title, m.Budget)
	}
	return nil
}

func (e Evidence) check(catalogue *strategy.Catalogue) error {
	if _, err := catalogue.Criterion(e.Criterion); err != nil {
		return &Refusal{Reason: UnknownCriterion, Err: err}
	}
	if !short(e.Name) || e.Size < 0 || e.Size > assessment.MaxEvidence {
		return refuse(WrongDetails, "evidence %q of %d bytes", e.Name, e.Size)
	}
	if e.Link != "" {
		if link, err := url.Parse(e.Link); err != nil || !short(e.Link) || link.Scheme != "http" && link.Scheme != "https" {
			return refuse(WrongDetails, "evidence with the link %q", e.Link)
		}
		return nil
	}
	if sum, err := hex.DecodeString(e.SHA256); err != nil || len(sum) != 32 || e.SHA256 != strings.ToLower(e.SHA256) {
		return refuse(WrongDetails, "evidence %q with the hash %q", e.Name, e.SHA256)
	}
	return nil
}

// check holds the earlier assessment against the catalogue, where it has the
// same edition; of another only what needs no catalogue is known.
func (e *Earlier) check(catalogue *strategy.Catalogue) error {
	if e == nil {
		return nil
	}
	if err := assessment.ValidateMoment(e.Moment); err != nil {
		return &Refusal{Reason: WrongDetails, Err: err}
	}
	answers := make([]assessment.Answer, 0, len(e.Answers))
	seen := make(map[strategy.CriterionCode]bool)
	for _, a := range e.Answers {
		if seen[a.Criterion] || !isVerdict(a.Verdict) {
			return refuse(WrongDetails, "earlier answer %q to %s", a.Verdict, a.Criterion)
		}
		seen[a.Criterion] = true
		answers = append(answers, assessment.Answer{Criterion: a.Criterion, Verdict: a.Verdict})
	}
	if e.CatalogueHash != catalogue.Hash() {
		return nil
	}
	all, err := assessment.Complete(catalogue, answers)
	if err != nil {
		return &Refusal{Reason: UnknownCriterion, Err: err}
	}
	if !slices.Equal(e.Scores, scoresOf(assessment.Score(catalogue, all))) {
		return refuse(WrongScores, "earlier scores do not follow from the answers")
	}
	return nil
}

// checkCorrection holds what a document says that it changed against what it
// says now. What it was before is not known here: see [Document.CheckAgainst].
func (d Document) checkCorrection() error {
	if d.Version > 0 && (d.Version > 1) != (d.Replaces != "") {
		return refuse(WrongChanges, "version %d replaces %q", d.Version, d.Replaces)
	}
	if d.Correction == nil {
		return nil
	}
	if d.Replaces == "" {
		return refuse(WrongChanges, "a correction of nothing")
	}
	if err := assessment.ValidateCorrection(d.Correction.Reason); err != nil {
		return &Refusal{Reason: WrongDetails, Err: err}
	}
	now := make(map[strategy.CriterionCode]assessment.Verdict, len(d.Answers))
	for _, a := range d.Answers {
		now[a.Criterion] = a.Verdict
	}
	seen := make(map[strategy.CriterionCode]bool)
	for _, c := range d.Correction.Changes {
		if seen[c.Criterion] || !isVerdict(c.From) || c.To != now[c.Criterion] || c.From == c.To && !c.ExplanationChanged {
			return refuse(WrongChanges, "%s from %q to %q", c.Criterion, c.From, c.To)
		}
		seen[c.Criterion] = true
	}
	return nil
}

// CheckAgainst holds a document against the one that it replaces: the same
// assessment, the next version, and exactly the changes that it names.
// Documents of version 1.0 said nothing of it, and are believed.
func (d Document) CheckAgainst(replaced Document) error {
	switch {
	case d.Replaces != replaced.ID || d.Assessment.ID != replaced.Assessment.ID:
		return refuse(WrongChanges, "replaces %s of assessment %s, not %s of %s", replaced.ID, replaced.Assessment.ID, d.Replaces, d.Assessment.ID)
	case d.Version == 0:
		return nil
	case replaced.Version > 0 && d.Version != replaced.Version+1:
		return refuse(WrongChanges, "version %d replaces version %d", d.Version, replaced.Version)
	case d.Correction == nil:
		return refuse(WrongChanges, "version %d does not say what it changed", d.Version)
	}
	want := correctionOf(replaced, d, "")
	// A later minor version may know parts that this program does not.
	if !slices.Equal(want.Changes, d.Correction.Changes) || d.Format == Format && !slices.Equal(want.Parts, d.Correction.Parts) {
		return refuse(WrongChanges, "changes do not follow from what is replaced")
	}
	return nil
}

func isVerdict(v assessment.Verdict) bool {
	return slices.Contains([]assessment.Verdict{assessment.Open, assessment.Yes, assessment.No, assessment.NotApplicable}, v)
}

func said(text string) bool { return strings.TrimSpace(text) != "" && short(text) }

func short(text string) bool {
	return utf8.ValidString(text) && utf8.RuneCountInString(text) <= maxText
}
