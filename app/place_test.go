package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"toetssteen/app"
	"toetssteen/internal/fault"
)

func TestPlaceIsKept(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	f := openTown(t, folder)
	nowhere, err := f.Place(t.Context(), app.IDInput{ID: "a"})
	must(t, err)
	if nowhere != (app.PlaceView{}) {
		t.Errorf("nobody was there, yet %+v", nowhere)
	}
	for i := range 300 {
		_, err := f.SavePlace(t.Context(), app.PlaceInput{AssessmentID: fmt.Sprint(i), View: "table", Filter: "open", Criterion: "SD-G3"})
		must(t, err)
	}
	last, err := f.Place(t.Context(), app.IDInput{ID: "299"})
	must(t, err)
	if last.View != "table" || last.Filter != "open" || last.Criterion != "SD-G3" || last.At == "" {
		t.Errorf("got %+v", last)
	}
	if first, err := f.Place(t.Context(), app.IDInput{ID: "0"}); err != nil || first.View != "" {
		t.Errorf("the oldest of 300 is %+v, %v; want it forgotten", first, err)
	}
	_, err = f.SavePlace(t.Context(), app.PlaceInput{AssessmentID: "a", Filter: strings.Repeat("x", 1000)})
	if fault.CodeOf(err) != fault.Invalid {
		t.Errorf("a text of 1000 bytes: %v", err)
	}
}

func TestSpoiltPlacesAreWrittenAnew(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	f := openTown(t, folder)
	must(t, os.WriteFile(filepath.Join(folder, "places.json"), []byte(`{"half`), 0o600))
	place, err := f.Place(t.Context(), app.IDInput{ID: "a"})
	must(t, err)
	if place != (app.PlaceView{}) {
		t.Errorf("got %+v", place)
	}
	_, err = f.SavePlace(t.Context(), app.PlaceInput{AssessmentID: "a", View: "one", Criterion: "SD-G1"})
	must(t, err)
	if place, err = f.Place(t.Context(), app.IDInput{ID: "a"}); err != nil || place.View != "one" {
		t.Errorf("got %+v, %v", place, err)
	}
}
