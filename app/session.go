package app

import (
	"context"
	"slices"

	"toetssteen/internal/fault"
	"toetssteen/internal/sqlite"
	"toetssteen/locales"
)

// SessionView is what the frame round the screens shows.
type SessionView struct {
	Language     string            `json:"language"`
	Chosen       bool              `json:"languageChosen"` // false on the very first start
	Theme        string            `json:"theme"`
	Town         *MunicipalityView `json:"town"`
	Fictional    bool              `json:"fictional"`
	Sample       SampleDoor        `json:"sample"`
	Role         string            `json:"role"`
	Version      string            `json:"version"`
	DataFolder   string            `json:"dataFolder"`
	Unsent       int               `json:"unsent"` // submissions without a receipt
	LastSaved    string            `json:"lastSaved"`
	LastVerified string            `json:"lastVerified"`
	Undo         string            `json:"undo"`      // kind of what an undo takes back, "" for nothing
	Redo         string            `json:"redo"`      // and of what a redo does again
	Conflicts    int               `json:"conflicts"` // on which laptops disagree
}

// SampleDoor says where a click would lead.
type SampleDoor string

// The ways to and from the sample data.
const (
	SampleShut  SampleDoor = ""      // neither in nor out
	SampleEnter SampleDoor = "enter" // from the user's own data to the sample data
	SampleLeave SampleDoor = "leave" // back
)

// Session gives what the frame shows.
func (f *Facade) Session(ctx context.Context, _ Nothing) (SessionView, error) {
	town, err := f.store.Town(ctx)
	if err != nil {
		return SessionView{}, err
	}
	preference, err := f.store.Preference(ctx)
	if err != nil {
		return SessionView{}, err
	}
	saved, err := f.store.LastSaved(ctx)
	if err != nil {
		return SessionView{}, err
	}
	undo, err := f.store.LastUndoable(ctx)
	if err != nil {
		return SessionView{}, err
	}
	redo, err := f.store.LastRedoable(ctx)
	if err != nil {
		return SessionView{}, err
	}
	submissions, err := f.submissions(ctx)
	if err != nil {
		return SessionView{}, err
	}
	conflicts, err := f.store.ConflictCount(ctx)
	if err != nil {
		return SessionView{}, err
	}
	view := SessionView{
		Language: f.language(ctx), Chosen: preference.Language != "", Theme: themeOf(preference), Town: townView(town), Fictional: town.Fictional, Sample: f.sampleDoor(),
		Role: preference.Role, Version: f.config.Version, DataFolder: f.store.Folder(), LastSaved: moment(saved.Time()), Undo: undoKind(undo), Redo: undoKind(redo),
		Conflicts: conflicts,
	}
	for _, s := range submissions {
		if s.State == stateFrozen || s.State == stateVerified {
			view.Unsent++
		}
		view.LastVerified = max(view.LastVerified, s.VerifiedAt)
	}
	return view, nil
}

func (f *Facade) sampleDoor() SampleDoor {
	switch {
	case f.home != "":
		return SampleLeave
	case f.config.Sample != nil:
		return SampleEnter
	}
	return SampleShut
}

// PreferencesInput is what the user prefers.
type PreferencesInput struct {
	Language string `json:"language"`
	Theme    string `json:"theme"`
}

// themes are what the window can look like.
var themes = []string{"system", "light", "dark", "contrast"}

// SavePreferences keeps language and theme for this device.
func (f *Facade) SavePreferences(ctx context.Context, in PreferencesInput) (SessionView, error) {
	if err := checkLanguage(in.Language); err != nil {
		return SessionView{}, err
	}
	if in.Theme != "" && !slices.Contains(themes, in.Theme) {
		return SessionView{}, fault.New(fault.Invalid, "error.theme_unknown", fault.Args{"Value": in.Theme, "field": "theme"})
	}
	preference, err := f.store.Preference(ctx)
	if err != nil {
		return SessionView{}, err
	}
	preference.Language, preference.Theme = in.Language, in.Theme
	if err := f.store.SavePreference(ctx, preference); err != nil {
		return SessionView{}, err
	}
	f.spoken.Store(new(string)) // what is chosen in the window wins over the start
	return f.Session(ctx, Nothing{})
}

func checkLanguage(lang string) error {
	if lang != "" && !slices.Contains(locales.Languages(), lang) {
		return fault.New(fault.Invalid, "error.language_unknown", fault.Args{"Value": lang, "field": "language"})
	}
	return nil
}

func themeOf(p sqlite.Preference) string {
	if p.Theme == "" {
		return themes[0]
	}
	return p.Theme
}
