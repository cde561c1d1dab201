package app

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/report"
	"toetssteen/internal/strategy"
	"toetssteen/internal/submission"
	"toetssteen/internal/syncer"
	"toetssteen/locales"
)

// MakeNotificationVersion writes a version that was handed in as PDF into the
// data folder and shows it. It is made from the sealed document alone: what
// changed since does not show.
func (f *Facade) MakeNotificationVersion(ctx context.Context, in IDInput) (FileView, error) {
	model, err := f.versionReport(ctx, in.ID)
	if err != nil {
		return FileView{}, err
	}
	var content bytes.Buffer
	replaced, err := report.WriteNotification(&content, model, f.Texts(ctx), f.now())
	if err != nil {
		return FileView{}, err
	}
	file, err := writtenReport(f.notificationPath(ctx, model), content, replaced)
	if err != nil {
		return file, err
	}
	file.URL, err = f.config.Show(file.Path)
	return file, err
}

func (f *Facade) versionReport(ctx context.Context, submissionID string) (report.NotificationReport, error) {
	kept, err := f.store.Submission(ctx, submissionID)
	if err != nil {
		return report.NotificationReport{}, err
	}
	history, err := f.history(ctx, kept.Assessment)
	if err != nil {
		return report.NotificationReport{}, err
	}
	at := slices.IndexFunc(history, func(d submission.Document) bool { return d.ID == kept.ID })
	if at < 0 {
		return report.NotificationReport{}, fault.New(fault.Corrupt, "error.submission_unreadable", nil)
	}
	d := history[at]
	catalogue, err := f.shelf.Catalogue(d.Assessment.Edition)
	if err != nil {
		return report.NotificationReport{}, err
	}
	handedIn, err := assessment.By(catalogue, frozenAssessment(d))
	if err != nil {
		return report.NotificationReport{}, err
	}
	model := report.NotificationReport{
		AssessmentReport: report.AssessmentReport{
			Language: strategy.Language(f.Texts(ctx).Language()), ContentLanguage: locales.Default, Fictional: d.Fictional,
			Town: d.Municipality.Name, Service: frozenService(d.Service), Assessment: handedIn, Catalogue: catalogue,
			Date: d.FrozenAt.In(time.Local), MadeBy: d.SubmittedBy, Submission: syncer.Hash(kept.Sealed)[:numberLength],
		},
		Version: d.Version, Correction: correctionOnPaper(d, history),
	}
	for _, m := range d.Measures {
		model.Measures = append(model.Measures, assessment.ImprovementAction{
			Title: m.Title, Criteria: m.Criteria, Owner: m.Owner, Due: m.Due, Status: m.Status, Budget: m.Budget,
		})
	}
	model.Earlier, err = f.frozenEarlier(d.Earlier)
	return model, err
}

// frozenAssessment gives an assessment as a document says it.
func frozenAssessment(d submission.Document) assessment.Assessment {
	a := assessment.Assessment{
		ID: d.Assessment.ID, ServiceID: d.Service.ID, Moment: d.Assessment.Moment, Edition: d.Assessment.Edition,
		StartedAt: d.Assessment.StartedAt, Cover: d.Cover,
	}
	for _, answer := range d.Answers {
		a.Answers = append(a.Answers, assessment.Answer{
			Criterion: answer.Criterion, Verdict: answer.Verdict, Explanation: answer.Explanation, Origin: answer.Origin,
		})
	}
	for _, e := range d.Evidence {
		a.Evidence = append(a.Evidence, assessment.Evidence{Criterion: e.Criterion, Name: e.Name, Hash: e.SHA256, Size: e.Size, Link: e.Link})
	}
	if d.Decision != nil {
		a.Review = assessment.Reviewing{
			Stage: assessment.Adopted, AdoptedOn: d.Decision.AdoptedOn, Decision: strings.TrimSpace(d.Decision.Number), Saw: assessment.Saying(a.Answers),
		}
		for _, code := range d.Decision.ChangedSince {
			delete(a.Review.Saw, code) // the executive saw something else
		}
	}
	return a
}

func frozenService(s submission.Service) assessment.Service {
	return assessment.Service{
		ID: s.ID, Name: s.Name, Kind: s.Kind, Aid: s.Aid, OpensUp: s.OpensUp, Audience: s.Audience,
		BudgetEuro: s.BudgetEuro, Users: s.Users, Development: s.Development, Planned: s.Planned,
	}
}

// frozenEarlier gives what a document was held against; nil where its edition
// is not on this laptop.
func (f *Facade) frozenEarlier(e *submission.Earlier) (*report.EarlierReport, error) {
	if e == nil {
		return nil, nil
	}
	catalogue, err := f.shelf.Catalogue(e.Edition)
	if fault.CodeOf(err) == fault.NotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	a := assessment.Assessment{ID: e.ID, Moment: e.Moment, Edition: e.Edition, StartedAt: e.StartedAt}
	for _, answer := range e.Answers {
		a.Answers = append(a.Answers, assessment.Answer{Criterion: answer.Criterion, Verdict: answer.Verdict})
	}
	complete, err := assessment.By(catalogue, a)
	return &report.EarlierReport{Assessment: complete, Catalogue: catalogue}, err
}
