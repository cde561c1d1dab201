package app

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
	"toetssteen/internal/wholefile"
)

// Where somebody stood in an assessment is a habit of this machine: it stands
// in a small file beside the database, and colleagues never get it.
const placeFile = "places.json"

// placesKept is the number of assessments of which the place is remembered.
const placesKept = 200

// PlaceView is where somebody stood in an assessment. Everything is "" where
// nobody was there.
type PlaceView struct {
	View      string                 `json:"view"`   // one: a question at a time; table
	Filter    string                 `json:"filter"` // of the table
	Criterion strategy.CriterionCode `json:"criterion"`
	At        string                 `json:"at"` // when
}

// PlaceInput is where somebody stands.
type PlaceInput struct {
	AssessmentID string                 `json:"assessmentId"`
	View         string                 `json:"view"`
	Filter       string                 `json:"filter"`
	Criterion    strategy.CriterionCode `json:"criterion"`
}

// keptPlace is how the file keeps one.
type keptPlace struct {
	Assessment string `json:"assessment"`
	PlaceView
}

// maxPlace is the longest text of a place, in bytes.
const maxPlace = 100

// Place gives where somebody stood in an assessment.
func (f *Facade) Place(_ context.Context, in IDInput) (PlaceView, error) {
	f.placing.Lock()
	defer f.placing.Unlock()
	for _, place := range f.places() {
		if place.Assessment == in.ID {
			return place.PlaceView, nil
		}
	}
	return PlaceView{}, nil
}

// SavePlace remembers where somebody stands in an assessment.
func (f *Facade) SavePlace(_ context.Context, in PlaceInput) (PlaceView, error) {
	for field, value := range map[string]string{"view": in.View, "filter": in.Filter, "criterion": string(in.Criterion), "assessmentId": in.AssessmentID} {
		if len(value) > maxPlace {
			return PlaceView{}, fault.New(fault.Invalid, "error.choice_unknown", fault.Args{"Value": value[:maxPlace] + "…", "field": field})
		}
	}
	f.placing.Lock()
	defer f.placing.Unlock()
	place := keptPlace{in.AssessmentID, PlaceView{View: in.View, Filter: in.Filter, Criterion: in.Criterion, At: moment(f.now())}}
	places := slices.DeleteFunc(f.places(), func(p keptPlace) bool { return p.Assessment == in.AssessmentID })
	places = append([]keptPlace{place}, places...)
	data, err := json.Marshal(places[:min(len(places), placesKept)])
	if err != nil {
		return PlaceView{}, err
	}
	return place.PlaceView, wholefile.Write(f.placePath(), data)
}

func (f *Facade) placePath() string { return filepath.Join(f.store.Folder(), placeFile) }

// places reads the file. One that can't be read costs a few clicks, and is
// written anew.
func (f *Facade) places() []keptPlace {
	var places []keptPlace
	data, err := os.ReadFile(f.placePath())
	if err == nil {
		err = json.Unmarshal(data, &places)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		f.config.Log.Warn("read where somebody stood", "error", err)
		return nil
	}
	return places
}
