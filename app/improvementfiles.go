package app

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/report"
	"toetssteen/internal/strategy"
	"toetssteen/internal/wholefile"
)

// ImprovementsExport says which actions go to a file; no ids is all of them.
type ImprovementsExport struct {
	Format string   `json:"format"` // xlsx or ics
	IDs    []string `json:"ids"`
}

// ExportImprovements writes actions to a file in the data folder, and shows
// where it is.
func (f *Facade) ExportImprovements(ctx context.Context, in ImprovementsExport) (FileView, error) {
	name := unfit.ReplaceAllString(f.Texts(ctx).Text("report.improvements.title", nil), "-")
	file := fmt.Sprintf("%s-%s.%s", name, f.now().Format(time.DateOnly), in.Format)
	return f.shown(f.WriteImprovements(ctx, in.IDs, filepath.Join(f.store.Folder(), "reports", file)))
}

// WriteImprovements writes actions to a path, as a spreadsheet or a calendar
// by the name's ending; no ids is all of them.
func (f *Facade) WriteImprovements(ctx context.Context, ids []string, path string) (FileView, error) {
	write := report.WriteImprovements
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx":
	case ".ics":
		write = report.WriteCalendar
	default:
		return FileView{}, fault.New(fault.Invalid, "error.improvement_file_ending", fault.Args{"File": filepath.Base(path)})
	}
	list, err := f.improvementList(ctx, ids)
	if err != nil {
		return FileView{}, err
	}
	var data bytes.Buffer
	if err := write(&data, list, f.Texts(ctx), f.now()); err != nil {
		return FileView{}, err
	}
	return written(path, data.Bytes())
}

func (f *Facade) improvementList(ctx context.Context, ids []string) (report.ImprovementList, error) {
	var list report.ImprovementList
	town, err := f.store.Town(ctx)
	if err != nil {
		return list, err
	}
	name, err := townName(town)
	if err != nil {
		return list, err
	}
	services, err := f.serviceNames(ctx)
	if err != nil {
		return list, err
	}
	actions, err := f.store.Improvements(ctx, "")
	if err != nil {
		return list, err
	}
	if len(ids) > 0 {
		actions = slices.DeleteFunc(actions, func(a assessment.ImprovementAction) bool { return !slices.Contains(ids, a.ID) })
	}
	assessment.SortImprovements(actions, f.now())
	return report.ImprovementList{
		Language: strategy.Language(f.Texts(ctx).Language()), Fictional: town.Fictional, Town: name,
		Actions: actions, Services: services, Editions: f.shelf.Editions(),
	}, nil
}

// ExportSheet writes an assessment as a spreadsheet in the data folder, and
// shows where it is.
func (f *Facade) ExportSheet(ctx context.Context, in ReportInput) (FileView, error) {
	model, err := f.assessmentReport(ctx, in.AssessmentID)
	if err != nil {
		return FileView{}, err
	}
	actions, err := f.store.Improvements(ctx, model.Service.ID)
	if err != nil {
		return FileView{}, err
	}
	assessment.SortImprovements(actions, f.now())
	var data bytes.Buffer
	if err := report.WriteSheet(&data, model, actions, f.Texts(ctx), f.now()); err != nil {
		return FileView{}, err
	}
	name := strings.TrimSuffix(reportName(model, f.Texts(ctx)), ".pdf") + ".xlsx"
	return f.shown(written(filepath.Join(f.store.Folder(), "reports", name), data.Bytes()))
}

func written(path string, data []byte) (FileView, error) {
	if err := wholefile.Write(path, data); err != nil {
		return FileView{}, err
	}
	return FileView{FileName: filepath.Base(path), Path: path, Replaced: []string{}}, nil
}

// shown opens a file for the user, once it is there.
func (f *Facade) shown(file FileView, err error) (FileView, error) {
	if err != nil {
		return file, err
	}
	file.URL, err = f.config.Show(file.Path)
	return file, err
}
