package app

import (
	"context"
	"encoding/base64"
	"errors"

	"toetssteen/internal/assessment"
	"toetssteen/internal/edition"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
	"toetssteen/internal/trust"
)

// EditionView is an edition of the catalogue that can be used.
type EditionView struct {
	Edition string `json:"edition"`
	Date    string `json:"date"`
	Shipped bool   `json:"shipped"` // with the program
}

// EditionsView lists the editions, the latest first.
type EditionsView struct {
	Editions []EditionView `json:"editions"`
	Broken   []string      `json:"broken"` // what is wrong with files that can't be used
}

// Editions gives the editions that can be used.
func (f *Facade) Editions(ctx context.Context, _ Nothing) (EditionsView, error) {
	view := EditionsView{Broken: []string{}}
	for _, c := range f.shelf.Editions() {
		view.Editions = append(view.Editions, EditionView{c.Edition.Edition, c.Edition.Date, c == strategy.Current()})
	}
	for _, err := range f.shelf.Broken() {
		view.Broken = append(view.Broken, f.Texts(ctx).Fault(err))
	}
	return view, nil
}

// CatalogueFileInput is a catalogue file that the user opens.
type CatalogueFileInput struct {
	Name string `json:"name"`
	Data string `json:"data"` // base64
}

// TakenView says what became of a catalogue file: it is in use, or it has
// faults and nothing changed.
type TakenView struct {
	Edition  string      `json:"edition"`
	Restored bool        `json:"restored"` // not the latest: assessments that need it open again
	Faults   []FaultLine `json:"faults"`
}

// FaultLine is a fault in a catalogue file.
type FaultLine struct {
	Position string `json:"position"` // "criteria-dh.json:12:5"
	Place    string `json:"place"`    // "DH-G1 question.nl"
	Message  string `json:"message"`
}

// TakeCatalogue takes a catalogue file of the working group into use, for
// assessments that are started from now on.
func (f *Facade) TakeCatalogue(ctx context.Context, in CatalogueFileInput) (TakenView, error) {
	data, err := base64.StdEncoding.DecodeString(in.Data)
	if err != nil {
		return TakenView{}, fault.Wrap(err, fault.Invalid, "error.file_unreadable", fault.Args{"Path": in.Name})
	}
	file, err := edition.Read(in.Name, data)
	var faults strategy.Faults
	if errors.As(err, &faults) {
		return TakenView{Faults: FaultLines(f.Texts(ctx), faults)}, nil
	}
	if err != nil {
		return TakenView{}, err
	}
	if err := f.take(ctx, file); err != nil {
		return TakenView{}, err
	}
	return TakenView{Edition: file.Catalogue.Edition.Edition, Restored: f.shelf.Latest() != file.Catalogue, Faults: []FaultLine{}}, nil
}

// TakeCatalogueFile takes a catalogue file at a path into use. What is wrong
// with its contents is [strategy.Faults].
func (f *Facade) TakeCatalogueFile(ctx context.Context, path string) (TakenView, error) {
	file, err := edition.Open(path)
	if err != nil {
		return TakenView{}, err
	}
	if err := f.take(ctx, file); err != nil {
		return TakenView{}, err
	}
	return TakenView{Edition: file.Catalogue.Edition.Edition, Restored: f.shelf.Latest() != file.Catalogue}, nil
}

func (f *Facade) take(ctx context.Context, file edition.File) error {
	key, err := f.workingGroupKey(ctx)
	if err != nil {
		return err
	}
	missing, err := f.missingEditions(ctx)
	if err != nil {
		return err
	}
	return f.shelf.Take(file, key, missing...)
}

// missingEditions names the editions that assessments keep and this computer
// does not have.
func (f *Facade) missingEditions(ctx context.Context) ([]string, error) {
	all, err := f.store.Assessments(ctx)
	if err != nil {
		return nil, err
	}
	var missing []string
	for _, a := range all {
		if _, err := f.shelf.Catalogue(a.Edition); err != nil {
			missing = append(missing, a.Edition)
		}
	}
	return missing, nil
}

// FaultLines puts faults into words.
func FaultLines(texts interface {
	Text(key string, args map[string]any) string
}, faults strategy.Faults) []FaultLine {
	lines := make([]FaultLine, 0, len(faults))
	for _, f := range faults {
		lines = append(lines, FaultLine{Position: f.Position(), Place: f.Place, Message: texts.Text(f.Key, f.Args)})
	}
	return lines
}

// workingGroupKey gives the key of the settings, the zero key for none.
func (f *Facade) workingGroupKey(ctx context.Context) (trust.PublicKey, error) {
	town, err := f.store.Town(ctx)
	if err != nil || town.WorkingGroupKey == "" {
		return trust.PublicKey{}, err
	}
	return trust.ParsePublicKey(town.WorkingGroupKey)
}

// newer gives the latest edition, "" where catalogue is it.
func (f *Facade) newer(catalogue *strategy.Catalogue) string {
	latest := f.shelf.Latest().Edition.Edition
	if edition.Order(latest, catalogue.Edition.Edition) <= 0 {
		return ""
	}
	return latest
}

// MoveView shows what moving an assessment to the latest edition does.
type MoveView struct {
	Assessment AssessmentHead `json:"assessment"`
	To         string         `json:"to"`
	Changes    []ChangeView   `json:"changes"`
	Kept       int            `json:"kept"`   // answers that stay as they are
	Review     int            `json:"review"` // answers to look at again
	Open       int            `json:"open"`   // criteria that nothing was answered to
	Aside      int            `json:"aside"`  // answers to criteria that are no longer there

	MeasuredKept    int `json:"measuredKept"`    // measurements that go along
	MeasuredChanged int `json:"measuredChanged"` // of indicators that ask something else now
	MeasuredGone    int `json:"measuredGone"`    // of indicators that are no longer there
}

// ChangeView is what became of one criterion.
type ChangeView struct {
	Kind    strategy.ChangeKind      `json:"kind"`
	Code    strategy.CriterionCode   `json:"code"`
	From    []strategy.CriterionCode `json:"from"`
	Before  *CriterionView           `json:"before"`
	After   *CriterionView           `json:"after"`
	Verdict assessment.Verdict       `json:"verdict"` // that was given before, "" for none
}

// PreviewMove shows what moving an assessment to the latest edition would do.
// It changes nothing.
func (f *Facade) PreviewMove(ctx context.Context, in IDInput) (MoveView, error) {
	m, err := f.moveToLatest(ctx, in.ID)
	if err != nil {
		return MoveView{}, err
	}
	a, move := m.assessment, m.answers
	head, err := f.head(ctx, a)
	if err != nil {
		return MoveView{}, err
	}
	verdicts := make(map[strategy.CriterionCode]assessment.Verdict)
	for _, answer := range a.Answers {
		verdicts[answer.Criterion] = answer.Verdict
	}
	lang := strategy.Language(f.language(ctx))
	view := MoveView{
		Assessment: head, To: f.shelf.Latest().Edition.Edition, Changes: []ChangeView{},
		Kept: move.Kept, Review: move.Review, Open: move.Open, Aside: move.Aside,
		MeasuredKept: len(m.measured.Carried), MeasuredChanged: len(m.measured.Changed), MeasuredGone: len(m.measured.Gone),
	}
	for _, c := range move.Changes {
		change := ChangeView{Kind: c.Kind, Code: c.Code, From: append([]strategy.CriterionCode{}, c.From...), Before: viewOf(c.Before, lang), After: viewOf(c.After, lang)}
		if len(c.From) > 0 {
			change.Verdict = verdicts[c.From[0]]
		}
		view.Changes = append(view.Changes, change)
	}
	return view, nil
}

func viewOf(c *strategy.Criterion, lang strategy.Language) *CriterionView {
	if c == nil {
		return nil
	}
	view := criterionView(*c, lang)
	return &view
}

// Move takes an assessment to the latest edition, as one change that an undo
// takes back. It waits for whoever has to choose between two answers first.
func (f *Facade) Move(ctx context.Context, in IDInput) (AssessmentView, error) {
	m, err := f.moveToLatest(ctx, in.ID)
	if err != nil {
		return AssessmentView{}, err
	}
	if conflicts := m.answers.Conflicts; len(conflicts) > 0 {
		return AssessmentView{}, fault.New(fault.Conflict, "error.move_conflict", fault.Args{"Criterion": string(conflicts[0])})
	}
	if err := f.store.MoveAssessment(ctx, f.role(ctx), in.ID, m.to.Edition.Edition, m.answers.Write, m.measured.Carried); err != nil {
		return AssessmentView{}, err
	}
	return f.Assessment(ctx, in)
}

// moving is what a move to another edition does.
type moving struct {
	assessment assessment.Assessment
	to         *strategy.Catalogue
	answers    assessment.Move
	measured   assessment.MeasuredMove
}

func (f *Facade) moveToLatest(ctx context.Context, id string) (moving, error) {
	a, catalogue, err := f.assessment(ctx, id)
	if err != nil {
		return moving{}, err
	}
	if a, err = assessment.By(catalogue, a); err != nil { // what follows from something else follows there too
		return moving{}, err
	}
	latest := f.shelf.Latest()
	if f.newer(catalogue) == "" {
		return moving{}, fault.New(fault.Conflict, "error.edition_latest", fault.Args{"Edition": a.Edition})
	}
	return moving{
		assessment: a, to: latest,
		answers:  assessment.MoveTo(strategy.Compare(catalogue, latest), a.Answers),
		measured: assessment.MoveMeasured(catalogue, latest, a.Measurements),
	}, nil
}
