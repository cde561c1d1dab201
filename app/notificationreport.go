package app

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"

	"toetssteen/internal/fault"
	"toetssteen/internal/report"
	"toetssteen/internal/submission"
)

// MakeNotification writes the notification of an assessment as PDF into the
// data folder and shows it: a preview until it was handed in.
func (f *Facade) MakeNotification(ctx context.Context, in ReportInput) (FileView, error) {
	file, err := f.WriteNotification(ctx, in.AssessmentID, "")
	if err != nil {
		return file, err
	}
	file.URL, err = f.config.Show(file.Path)
	return file, err
}

// WriteNotification writes the notification to a path, or into the folder of
// reports for "".
func (f *Facade) WriteNotification(ctx context.Context, assessmentID, path string) (FileView, error) {
	model, err := f.notificationReport(ctx, assessmentID)
	if err != nil {
		return FileView{}, err
	}
	if path == "" {
		path = f.notificationPath(ctx, model)
	}
	var file bytes.Buffer
	replaced, err := report.WriteNotification(&file, model, f.Texts(ctx), f.now())
	if err != nil {
		return FileView{}, err
	}
	return writtenReport(path, file, replaced)
}

// notificationPath names the file by what it is: a version that was handed in,
// or a draft.
func (f *Facade) notificationPath(ctx context.Context, model report.NotificationReport) string {
	texts := f.Texts(ctx)
	name := report.NotificationWord(texts) + "-" + reportName(model.AssessmentReport, texts)
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	return filepath.Join(f.store.Folder(), "reports", stem+"-"+report.NotificationState(model, texts)+filepath.Ext(name))
}

func (f *Facade) notificationReport(ctx context.Context, assessmentID string) (report.NotificationReport, error) {
	base, err := f.assessmentReport(ctx, assessmentID)
	if err != nil {
		return report.NotificationReport{}, err
	}
	model := report.NotificationReport{AssessmentReport: base, Version: 1}
	a := base.Assessment
	actions, err := f.measures(ctx, a)
	if err != nil {
		return model, err
	}
	model.Measures = submission.PlannedFor(base.Catalogue, a.Answers, actions)
	compared, err := f.compared(ctx, a)
	if err != nil {
		return model, err
	}
	if compared != nil {
		model.Earlier = &report.EarlierReport{Assessment: compared.Assessment, Catalogue: compared.Catalogue}
	}
	history, err := f.history(ctx, assessmentID)
	if err != nil || len(history) == 0 {
		return model, err
	}
	model.Version, model.Correction, err = f.versionOnPaper(ctx, assessmentID, history, base.Submission != "")
	return model, err
}

// versionOnPaper gives the version that a notification shows, and what it
// corrects: what was handed in last where nothing changed since, else the next.
func (f *Facade) versionOnPaper(ctx context.Context, assessmentID string, history []submission.Document, unchanged bool) (int, *report.CorrectionReport, error) {
	latest := history[len(history)-1]
	if unchanged {
		return latest.Version, correctionOnPaper(latest, history), nil
	}
	now, err := f.freeze(ctx, assessmentID, &latest)
	if fault.CodeOf(err) == fault.Conflict { // not ready: what it will change is not known yet
		return latest.Version + 1, nil, nil
	}
	return now.Version, correctionOnPaper(now, history), err
}

// correctionOnPaper says what a document corrects; history holds what it replaces.
func correctionOnPaper(d submission.Document, history []submission.Document) *report.CorrectionReport {
	if d.Correction == nil {
		return nil
	}
	c := &report.CorrectionReport{Reason: strings.TrimSpace(d.Correction.Reason), Changes: differencesOf(d.Correction)}
	for _, part := range d.Correction.Parts {
		c.Parts = append(c.Parts, string(part))
	}
	for _, replaced := range history {
		if replaced.ID != d.Replaces {
			continue
		}
		for _, m := range submission.MeasureChanges(replaced, d) {
			measure := report.MeasureChange{Title: m.Title, Kind: string(m.Kind)}
			for _, fact := range m.Facts {
				measure.Facts = append(measure.Facts, string(fact))
			}
			c.Measures = append(c.Measures, measure)
		}
	}
	return c
}
