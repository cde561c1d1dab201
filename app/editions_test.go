package app_test

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"toetssteen/app"
	"toetssteen/internal/assessment"
	"toetssteen/internal/edition"
	"toetssteen/internal/fault"
	"toetssteen/internal/trust"
	"toetssteen/locales"
)

// moveable gives a town with a complete assessment and a later edition to move to.
func moveable(t *testing.T) (f *app.Facade, id string) {
	t.Helper()
	f = openTown(t, t.TempDir())
	id = assessed(t, f)
	_, err := f.SaveMeasurement(t.Context(), app.MeasurementInput{AssessmentID: id, Figures: []app.FigureInput{{Indicator: "SD-G1.1", Value: 2}}})
	must(t, err)
	_, err = f.SaveMeasurement(t.Context(), app.MeasurementInput{AssessmentID: id, Note: "geteld", Figures: []app.FigureInput{{Indicator: "DH-G5.1", Value: 1}}})
	must(t, err)
	key, err := trust.LoadOrCreateKey(filepath.Join(t.TempDir(), "key"))
	must(t, err)
	file, err := edition.Seal(os.DirFS("../testdata/edition-2026.1"), key)
	must(t, err)
	_, err = f.SaveServer(t.Context(), app.ServerInput{WorkingGroupKey: key.Public().String()})
	must(t, err)
	taken, err := f.TakeCatalogue(t.Context(), app.CatalogueFileInput{Name: "x.zip", Data: base64.StdEncoding.EncodeToString(file.Bytes)})
	must(t, err)
	if taken.Edition != "2026.1" || taken.Restored || len(taken.Faults) > 0 {
		t.Fatalf("%+v", taken)
	}
	return f, id
}

// What the preview promises is what the move does; an undo takes all of it
// back, and says so.
func TestMove(t *testing.T) {
	t.Parallel()
	f, id := moveable(t)
	preview, err := f.PreviewMove(t.Context(), app.IDInput{ID: id})
	must(t, err)
	moved, err := f.Move(t.Context(), app.IDInput{ID: id})
	must(t, err)
	answers := 0
	for _, a := range moved.Aside {
		if a.Verdict != assessment.Open {
			answers++
		}
	}
	if preview.Aside != answers || preview.Review != moved.Progress.Review || preview.MeasuredKept != len(moved.Measured) || preview.MeasuredGone != 1 {
		t.Errorf("preview %+v\nmoved: %d aside, progress %+v, %d measured", preview, answers, moved.Progress, len(moved.Measured))
	}
	gone := moved.Aside[0]
	if gone.Criterion != "DH-G5" || gone.Label == "" || len(gone.Measurements) != 1 || gone.Measurements[0].Note != "geteld" {
		t.Errorf("aside %+v", moved.Aside)
	}

	_, err = f.Submit(t.Context(), app.SubmitInput{AssessmentID: id})
	says := locales.In("nl").Fault(err)
	if fault.CodeOf(err) != fault.Conflict || !strings.Contains(says, "Nog na te kijken: 3.") || !strings.Contains(says, "Nog open: 1.") || strings.Contains(says, "Zonder uitleg") {
		t.Errorf("handing in says %q", says)
	}

	undone, err := f.Undo(t.Context(), app.Nothing{})
	must(t, err)
	if undone.Kind != "move" || undone.Subject != "2022.1" {
		t.Errorf("undone %+v", undone)
	}
	back, err := f.Assessment(t.Context(), app.IDInput{ID: id})
	must(t, err)
	if back.Edition != "2022.1" || len(back.Aside) != 0 || len(back.Measured) != 2 || back.Progress.Review != 0 || back.Progress.Open != 0 {
		t.Errorf("back: %s, aside %v, %d measured, %+v", back.Edition, back.Aside, len(back.Measured), back.Progress)
	}
}
