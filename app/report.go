package app

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/report"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
	"toetssteen/internal/wholefile"
	"toetssteen/locales"
)

// ReportInput says what to report on.
type ReportInput struct {
	AssessmentID string `json:"assessmentId"`
}

// MakeReport writes the report of an assessment as PDF into the data folder
// and shows it.
func (f *Facade) MakeReport(ctx context.Context, in ReportInput) (FileView, error) {
	file, err := f.WriteReport(ctx, in.AssessmentID, "")
	if err != nil {
		return file, err
	}
	file.URL, err = f.config.Show(file.Path)
	return file, err
}

// WriteReport writes the report to a path, or into the folder of reports for
// "". A report that cannot be written leaves an earlier one as it was.
func (f *Facade) WriteReport(ctx context.Context, assessmentID, path string) (FileView, error) {
	model, err := f.assessmentReport(ctx, assessmentID)
	if err != nil {
		return FileView{}, err
	}
	if path == "" {
		path = filepath.Join(f.store.Folder(), "reports", reportName(model, f.Texts(ctx)))
	}
	var file bytes.Buffer
	replaced, err := report.WriteAssessment(&file, model, f.Texts(ctx), f.now())
	if err != nil {
		return FileView{}, err
	}
	return writtenReport(path, file, replaced)
}

// writtenReport brings a report to its place.
func writtenReport(path string, content bytes.Buffer, replaced []report.Replacement) (FileView, error) {
	if err := wholefile.Write(path, content.Bytes()); err != nil {
		return FileView{}, err
	}
	file := FileView{FileName: filepath.Base(path), Path: path, Replaced: []string{}}
	for _, r := range replaced {
		file.Replaced = append(file.Replaced, string(r.Rune))
	}
	return file, nil
}

func (f *Facade) assessmentReport(ctx context.Context, assessmentID string) (report.AssessmentReport, error) {
	var model report.AssessmentReport
	town, err := f.store.Town(ctx)
	if err != nil {
		return model, err
	}
	a, catalogue, err := f.complete(ctx, assessmentID)
	if err != nil {
		return model, err
	}
	service, err := f.store.Service(ctx, a.ServiceID)
	if err != nil {
		return model, err
	}
	number, err := f.submittedAs(ctx, a.ID)
	if err != nil {
		return model, err
	}
	name, err := townName(town)
	if err != nil {
		return model, err
	}
	date := assessment.LastSaved(a.Answers)
	if date.IsZero() {
		date = a.StartedAt
	}
	if now := f.now(); date.After(now) {
		date = now // the journal's clock never goes back; the computer's may have run ahead once
	}
	return report.AssessmentReport{
		Language: strategy.Language(f.Texts(ctx).Language()), ContentLanguage: locales.Default, Fictional: town.Fictional,
		Town: name, Service: service, Assessment: a, Catalogue: catalogue,
		Date: date.In(time.Local), MadeBy: f.role(ctx), Submission: number,
	}, nil
}

// submittedAs gives the number under which an assessment was handed in as it
// is now, "" for one that was not.
func (f *Facade) submittedAs(ctx context.Context, assessmentID string) (string, error) {
	latest, err := f.latestSubmissions(ctx)
	if err != nil {
		return "", err
	}
	submitted, found := latest[assessmentID]
	if !found {
		return "", nil
	}
	changed, err := f.changedSince(ctx, assessmentID, submitted.ID)
	if changed || err != nil {
		return "", err
	}
	return submitted.Number, nil
}

func townName(town sqlite.Town) (string, error) {
	view := townView(town)
	if view == nil {
		return "", fault.New(fault.Conflict, "error.town_missing", nil)
	}
	return view.Name, nil
}

var unfit = regexp.MustCompile(`[^\p{L}\p{N}]+`)

// reportName makes a file name that every system takes.
func reportName(r report.AssessmentReport, texts report.Texts) string {
	const longest = 60 // characters of the service's name
	name := []rune(strings.Trim(unfit.ReplaceAllString(r.Service.Name, "-"), "-"))
	return fmt.Sprintf("%s-%s-%s.pdf", string(name[:min(len(name), longest)]), texts.Text("moment."+string(r.Assessment.Moment), nil), r.Date.Format(time.DateOnly))
}
