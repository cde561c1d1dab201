package app

import (
	"context"
	"slices"
	"strings"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
	"toetssteen/internal/submission"
)

// NotificationView is what the town says to the steering body about one
// assessment, as it is now, and what it said before (strategy 3.2).
type NotificationView struct {
	Result    ResultView        `json:"result"`
	Earlier   *EarlierView      `json:"earlier"` // null where there is nothing to hold it against
	Met       []ResultLine      `json:"met"`
	Unmet     []ExplainedLine   `json:"unmet"`
	Cover     string            `json:"cover"`
	Stage     assessment.Stage  `json:"stage"`
	AdoptedOn string            `json:"adoptedOn"`
	Decision  string            `json:"decision"`
	Since     []NamedView       `json:"since"` // criteria of which something else is said than the executive saw
	Today     string            `json:"today"`
	Version   int               `json:"version"` // that handing in now would have
	Changes   []ChangedLine     `json:"changes"` // since the latest that was handed in
	Parts     []submission.Part `json:"parts"`
	Measures  []MeasureChange   `json:"measures"` // that are other than in the latest
	Reason    string            `json:"reason"`   // of the correction, as far as it is written
	Missing   []MissingPart     `json:"missing"`  // what is not there yet; see [MissingKind] for what keeps it from being handed in
	Versions  []VersionView     `json:"versions"`
}

// EarlierView is the assessment that this one is held against.
type EarlierView struct {
	Assessment AssessmentHead `json:"assessment"`
	Matrix     []CellView     `json:"matrix"`
	Changes    []ChangedLine  `json:"changes"`
}

// ExplainedLine is an unmet criterion with what is planned for it.
type ExplainedLine struct {
	ResultLine
	Measures []MeasureView `json:"measures"`
}

// MeasureView is a planned measure.
type MeasureView struct {
	ID     string                       `json:"id"`
	Title  string                       `json:"title"`
	Owner  string                       `json:"owner"`
	Due    string                       `json:"due"`
	Late   bool                         `json:"late"`
	Status assessment.ImprovementStatus `json:"status"`
	Budget strategy.Budget              `json:"budget"`
}

// ChangedLine is a criterion that is answered otherwise than before.
type ChangedLine struct {
	Criterion          strategy.CriterionCode `json:"criterion"`
	Label              string                 `json:"label"`
	From               assessment.Verdict     `json:"from"`
	To                 assessment.Verdict     `json:"to"`
	ExplanationChanged bool                   `json:"explanationChanged"`
}

// MissingPart is something that the notification lacks.
type MissingPart struct {
	Kind      MissingKind            `json:"kind"`
	Count     int                    `json:"count"`
	Criterion strategy.CriterionCode `json:"criterion"` // the first of them, "" for none
}

// MissingKind names what is missing.
type MissingKind string

// What can be missing. The first five keep it from being handed in.
const (
	MissingAnswers      MissingKind = "answers"
	MissingExplanations MissingKind = "explanations"
	MissingReviews      MissingKind = "reviews"
	MissingChoices      MissingKind = "conflicts"
	MissingReason       MissingKind = "reason"
	MissingMeasures     MissingKind = "measures"
	MissingDecision     MissingKind = "decision"
	MissingRenewal      MissingKind = "since" // a decision on what changed after it
	MissingCover        MissingKind = "cover"
)

// VersionView is one version that was handed in.
type VersionView struct {
	Version    int               `json:"version"`
	Submission SubmissionView    `json:"submission"`
	AdoptedOn  string            `json:"adoptedOn"`
	Decision   string            `json:"decision"`
	Reason     string            `json:"reason"`
	Changes    []ChangedLine     `json:"changes"`
	Parts      []submission.Part `json:"parts"`
	Measures   []MeasureChange   `json:"measures"`
	Since      []NamedView       `json:"since"` // criteria that changed after its decision
}

// MeasureChange is a planned measure that is other than in the version before.
type MeasureChange struct {
	Title string                       `json:"title"`
	Kind  submission.MeasureChangeKind `json:"kind"`
	Facts []submission.MeasureFact     `json:"facts"` // that differ, of one that changed
}

// measures gives the improvement actions of what is assessed. This is the one
// place where notifications, checks and priorities get them from.
func (f *Facade) measures(ctx context.Context, a assessment.Assessment) ([]assessment.ImprovementAction, error) {
	actions, err := f.store.Improvements(ctx, a.ServiceID)
	assessment.SortImprovements(actions, f.now())
	return actions, err
}

// Notification puts the notification of an assessment together.
func (f *Facade) Notification(ctx context.Context, in IDInput) (NotificationView, error) {
	result, err := f.Result(ctx, in)
	if err != nil {
		return NotificationView{}, err
	}
	a, catalogue, err := f.complete(ctx, in.ID)
	if err != nil {
		return NotificationView{}, err
	}
	actions, err := f.measures(ctx, a)
	if err != nil {
		return NotificationView{}, err
	}
	lang := strategy.Language(f.language(ctx))
	view := NotificationView{
		Result: result, Met: []ResultLine{}, Unmet: []ExplainedLine{},
		Cover: a.Cover, Stage: a.Review.Stage, AdoptedOn: a.Review.AdoptedOn, Decision: a.Review.Decision, Today: f.today(), Since: []NamedView{},
	}
	if a.Review.AdoptedOn != "" {
		view.Since = changedSinceStage(lang, catalogue, a)
	}
	planned := submission.PlannedFor(catalogue, a.Answers, actions)
	for i, answer := range a.Answers {
		line := resultLine(lang, catalogue.Criteria[i], answer)
		switch answer.Verdict {
		case assessment.Yes:
			view.Met = append(view.Met, line)
		case assessment.No:
			view.Unmet = append(view.Unmet, ExplainedLine{line, f.measuresFor(answer.Criterion, planned)})
		}
	}
	if view.Earlier, err = f.earlierView(ctx, a, catalogue); err != nil {
		return NotificationView{}, err
	}
	if err := f.correct(ctx, a, catalogue, &view); err != nil {
		return NotificationView{}, err
	}
	view.Missing = missingOf(a, view)
	return view, nil
}

func (f *Facade) measuresFor(code strategy.CriterionCode, planned []assessment.ImprovementAction) []MeasureView {
	views := []MeasureView{}
	for _, m := range planned {
		if m.Plans(code) {
			views = append(views, MeasureView{
				ID: m.ID, Title: m.Title, Owner: m.Owner, Due: m.Due, Late: m.Overdue(f.now()), Status: m.Status, Budget: m.Budget,
			})
		}
	}
	return views
}

// today gives the date where the user is.
func (f *Facade) today() string { return f.now().In(time.Local).Format(time.DateOnly) }

// compared finds what an assessment is held against, nil for nothing. One
// whose edition is not on this laptop can't be held against anything.
func (f *Facade) compared(ctx context.Context, a assessment.Assessment) (*submission.Compared, error) {
	if a.Moment != assessment.After && a.Previous == "" {
		return nil, nil
	}
	all, err := f.store.Assessments(ctx)
	if err != nil {
		return nil, err
	}
	return comparedIn(all, a, func(found assessment.Assessment) (assessment.Assessment, *strategy.Catalogue, error) {
		return f.complete(ctx, found.ID)
	})
}

// comparedIn finds it among all assessments.
func comparedIn(all []assessment.Assessment, a assessment.Assessment,
	complete func(assessment.Assessment) (assessment.Assessment, *strategy.Catalogue, error)) (*submission.Compared, error) {
	if a.Moment != assessment.After && a.Previous == "" {
		return nil, nil
	}
	found, has := assessment.EarlierOf(a, all)
	if !has {
		return nil, nil
	}
	found, catalogue, err := complete(found)
	if fault.CodeOf(err) == fault.NotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return &submission.Compared{Assessment: found, Catalogue: catalogue}, nil
}

func (f *Facade) earlierView(ctx context.Context, a assessment.Assessment, catalogue *strategy.Catalogue) (*EarlierView, error) {
	compared, err := f.compared(ctx, a)
	if compared == nil || err != nil {
		return nil, err
	}
	head, err := f.head(ctx, compared.Assessment)
	if err != nil {
		return nil, err
	}
	differences := slices.DeleteFunc(assessment.Differences(compared.Assessment.Answers, a.Answers), func(d assessment.Difference) bool { return d.From == d.To })
	return &EarlierView{
		Assessment: head, Matrix: matrixView(assessment.Score(compared.Catalogue, compared.Assessment.Answers)),
		Changes: changedLines(strategy.Language(f.language(ctx)), differences, catalogue, compared.Catalogue),
	}, nil
}

// correct says what was handed in, and what handing in now would change.
func (f *Facade) correct(ctx context.Context, a assessment.Assessment, catalogue *strategy.Catalogue, view *NotificationView) error {
	view.Version, view.Versions, view.Changes, view.Parts = 1, []VersionView{}, []ChangedLine{}, []submission.Part{}
	view.Measures = []MeasureChange{}
	history, err := f.history(ctx, a.ID)
	if err != nil || len(history) == 0 {
		return err
	}
	lang := strategy.Language(f.language(ctx))
	for i, d := range history {
		handedIn, err := f.submission(ctx, d.ID)
		if err != nil {
			return err
		}
		version := versionView(lang, d, handedIn, catalogue)
		if i > 0 {
			version.Measures = measureChanges(history[i-1], d)
		}
		view.Versions = append(view.Versions, version)
	}
	slices.Reverse(view.Versions)
	latest := history[len(history)-1]
	view.Version, view.Reason = latest.Version+1, reasonFor(a, &latest)
	now, err := f.freeze(ctx, a.ID, &latest)
	if fault.CodeOf(err) == fault.Conflict { // not ready: only the answers are known to differ
		view.Changes = changedLines(lang, assessment.Differences(latest.FrozenAnswers(), a.Answers), catalogue)
		return nil
	}
	if err != nil {
		return err
	}
	view.Changes, view.Parts = changedLines(lang, differencesOf(now.Correction), catalogue), partsOf(now.Correction)
	view.Measures = measureChanges(latest, now)
	return nil
}

func measureChanges(replaced, by submission.Document) []MeasureChange {
	views := []MeasureChange{}
	for _, c := range submission.MeasureChanges(replaced, by) {
		view := MeasureChange{Title: c.Title, Kind: c.Kind, Facts: []submission.MeasureFact{}}
		view.Facts = append(view.Facts, c.Facts...)
		views = append(views, view)
	}
	return views
}

func versionView(lang strategy.Language, d submission.Document, handedIn SubmissionView, catalogue *strategy.Catalogue) VersionView {
	view := VersionView{
		Version: d.Version, Submission: handedIn, Changes: changedLines(lang, differencesOf(d.Correction), catalogue), Parts: partsOf(d.Correction),
		Measures: []MeasureChange{}, Since: []NamedView{},
	}
	if d.Decision != nil {
		for _, code := range d.Decision.ChangedSince {
			named := NamedView{ID: string(code)}
			if criterion, err := catalogue.Criterion(code); err == nil {
				named.Name = criterion.Label.In(lang)
			}
			view.Since = append(view.Since, named)
		}
		view.AdoptedOn, view.Decision = d.Decision.AdoptedOn, d.Decision.Number
	}
	if d.Correction != nil {
		view.Reason = d.Correction.Reason
	}
	return view
}

func differencesOf(c *submission.Correction) []assessment.Difference {
	if c == nil {
		return nil
	}
	var list []assessment.Difference
	for _, change := range c.Changes {
		list = append(list, assessment.Difference{Criterion: change.Criterion, From: change.From, To: change.To, Reworded: change.ExplanationChanged})
	}
	return list
}

func partsOf(c *submission.Correction) []submission.Part {
	if c == nil || c.Parts == nil {
		return []submission.Part{}
	}
	return c.Parts
}

// changedLines names the criteria by the first of the editions that has them.
func changedLines(lang strategy.Language, differences []assessment.Difference, editions ...*strategy.Catalogue) []ChangedLine {
	lines := []ChangedLine{}
	for _, d := range differences {
		line := ChangedLine{Criterion: d.Criterion, From: d.From, To: d.To, ExplanationChanged: d.Reworded}
		for _, catalogue := range editions {
			if criterion, err := catalogue.Criterion(d.Criterion); err == nil {
				line.Label = criterion.Label.In(lang)
				break
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// history gives what was handed in of an assessment, the earliest first, each
// with its version.
func (f *Facade) history(ctx context.Context, assessmentID string) ([]submission.Document, error) {
	kept, err := f.store.Submissions(ctx)
	if err != nil {
		return nil, err
	}
	var history []submission.Document
	for _, k := range kept {
		if k.Assessment != assessmentID {
			continue
		}
		document, _, err := submission.Open(k.Sealed)
		if err != nil {
			return nil, err
		}
		history = append(history, document)
	}
	slices.Reverse(history)
	return submission.Numbered(history), nil
}

// latestDocument gives what was handed in last of an assessment, nil for nothing.
func (f *Facade) latestDocument(ctx context.Context, assessmentID string) (*submission.Document, error) {
	history, err := f.history(ctx, assessmentID)
	if err != nil || len(history) == 0 {
		return nil, err
	}
	return &history[len(history)-1], nil
}

// reasonFor gives the reason that was written for the correction of what was
// handed in last. The one that went along with that is not the next one's.
func reasonFor(a assessment.Assessment, replaced *submission.Document) string {
	if replaced == nil || replaced.Correction != nil && replaced.Correction.Reason == a.Correction {
		return ""
	}
	return a.Correction
}

// missingOf says what the notification lacks.
func missingOf(a assessment.Assessment, view NotificationView) []MissingPart {
	missing := []MissingPart{}
	add := func(kind MissingKind, count int, first strategy.CriterionCode) {
		if count > 0 {
			missing = append(missing, MissingPart{Kind: kind, Count: count, Criterion: first})
		}
	}
	for _, part := range []struct {
		kind  MissingKind
		lines []ResultLine
	}{
		{MissingAnswers, view.Result.Open}, {MissingExplanations, view.Result.Incomplete}, {MissingReviews, view.Result.Review},
		{MissingChoices, conflicts(a)}, {MissingMeasures, unplanned(view.Unmet)},
	} {
		if len(part.lines) > 0 {
			add(part.kind, len(part.lines), part.lines[0].Criterion)
		}
	}
	for _, part := range []struct {
		kind  MissingKind
		lacks bool
	}{
		{MissingReason, len(view.Versions) > 0 && changed(view) && strings.TrimSpace(view.Reason) == ""},
		{MissingDecision, view.AdoptedOn == ""}, {MissingCover, view.Cover == ""},
	} {
		if part.lacks {
			add(part.kind, 1, "")
		}
	}
	add(MissingRenewal, len(view.Since), "")
	return missing
}

func changed(view NotificationView) bool { return len(view.Changes) > 0 || len(view.Parts) > 0 }

func conflicts(a assessment.Assessment) []ResultLine {
	var lines []ResultLine
	for _, answer := range a.Answers {
		if answer.Conflict {
			lines = append(lines, ResultLine{Criterion: answer.Criterion})
		}
	}
	return lines
}

func unplanned(unmet []ExplainedLine) []ResultLine {
	var lines []ResultLine
	for _, line := range unmet {
		if len(line.Measures) == 0 {
			lines = append(lines, line.ResultLine)
		}
	}
	return lines
}
