package app

import (
	"context"
	"strings"
	"unicode/utf8"

	"toetssteen/internal/fault"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
	"toetssteen/internal/syncer"
	"toetssteen/internal/syncer/webdav"
	"toetssteen/internal/trust"
)

// SettingsView is what can be set.
type SettingsView struct {
	Town                    *MunicipalityView `json:"town"`
	Role                    string            `json:"role"`
	Server                  ServerView        `json:"server"`
	WorkingGroupKey         string            `json:"workingGroupKey"`
	WorkingGroupFingerprint string            `json:"workingGroupFingerprint"`
	DeviceFingerprint       string            `json:"deviceFingerprint"`
	Fictional               bool              `json:"fictional"`
}

// ServerView is the working group's server; the password never leaves the disk.
type ServerView struct {
	URL         string `json:"url"`
	User        string `json:"user"`
	HasPassword bool   `json:"hasPassword"`
}

// MunicipalityView is a municipality.
type MunicipalityView struct {
	NIS                string `json:"nis"`
	Name               string `json:"name"`
	Province           string `json:"province"`
	PostalCode         string `json:"postalCode"`
	LanguageFacilities bool   `json:"languageFacilities"`

	// Authority is set for a local authority that is no municipality: Name is
	// its own, and the rest is that of the municipality where it has its seat.
	Authority strategy.AuthorityType `json:"authority"`
	Seat      string                 `json:"seat"` // name of that municipality
}

// fictionalNIS is the code of a town that does not exist.
const fictionalNIS = "00000"

// Settings gives what is set.
func (f *Facade) Settings(ctx context.Context, _ Nothing) (SettingsView, error) {
	town, err := f.store.Town(ctx)
	if err != nil {
		return SettingsView{}, err
	}
	password, err := syncer.LoadPassword(f.store.Folder())
	if err != nil {
		return SettingsView{}, err
	}
	view := SettingsView{
		Town: townView(town), Role: f.role(ctx), Fictional: town.Fictional,
		Server:          ServerView{URL: town.ServerURL, User: town.ServerUser, HasPassword: password != ""},
		WorkingGroupKey: town.WorkingGroupKey, DeviceFingerprint: f.key.Public().Fingerprint(),
	}
	if town.WorkingGroupKey != "" {
		key, err := trust.ParsePublicKey(town.WorkingGroupKey)
		if err != nil {
			return SettingsView{}, err
		}
		view.WorkingGroupFingerprint = key.Fingerprint()
	}
	return view, nil
}

// TownInput says who works here.
type TownInput struct {
	NIS       string                 `json:"nis"`       // of an authority: where it has its seat
	Authority strategy.AuthorityType `json:"authority"` // "" for a municipality
	Name      string                 `json:"name"`      // of an authority
	Role      string                 `json:"role"`
}

// SaveTown keeps the municipality and the user's role. A fictional town stays
// what it is.
func (f *Facade) SaveTown(ctx context.Context, in TownInput) (SettingsView, error) {
	town, err := f.store.Town(ctx)
	if err != nil {
		return SettingsView{}, err
	}
	if !town.Fictional {
		municipality, err := strategy.MunicipalityByNIS(in.NIS)
		if err != nil {
			return SettingsView{}, fault.Wrap(err, fault.Invalid, "error.municipality_unknown", fault.Args{"Value": in.NIS, "field": "nis"})
		}
		if err := in.checkAuthority(); err != nil {
			return SettingsView{}, err
		}
		town.NIS, town.Authority, town.Name = municipality.NIS, "", ""
		if in.isAuthority() {
			town.Authority, town.Name = string(in.Authority), strings.TrimSpace(in.Name)
		}
		if err := f.store.SaveTown(ctx, in.Role, town); err != nil {
			return SettingsView{}, err
		}
	}
	preference, err := f.store.Preference(ctx)
	if err != nil {
		return SettingsView{}, err
	}
	preference.Role = in.Role
	if err := f.store.SavePreference(ctx, preference); err != nil {
		return SettingsView{}, err
	}
	return f.Settings(ctx, Nothing{})
}

func (in TownInput) isAuthority() bool {
	return in.Authority != "" && in.Authority != strategy.MunicipalityType
}

// checkAuthority refuses an authority without a name, and one of no type.
func (in TownInput) checkAuthority() error {
	const longest = 120 // characters
	name := strings.TrimSpace(in.Name)
	switch {
	case !in.isAuthority():
		return nil
	case !in.Authority.Known():
		return fault.New(fault.Invalid, "error.choice_unknown", fault.Args{"Value": string(in.Authority), "field": "authority"})
	case name == "":
		return fault.New(fault.Invalid, "error.authority_nameless", fault.Args{"field": "authorityName"})
	case utf8.RuneCountInString(name) > longest:
		return fault.New(fault.Invalid, "error.text_too_long", fault.Args{"Max": longest, "field": "authorityName"})
	}
	return nil
}

// ServerInput is the working group's server.
type ServerInput struct {
	URL             string  `json:"url"`
	User            string  `json:"user"`
	Password        *string `json:"password"` // nil: leave it as it is; another server takes it away
	WorkingGroupKey string  `json:"workingGroupKey"`
}

// SaveServer keeps where to hand in. An address or key that cannot be right
// is refused, and nothing changes.
func (f *Facade) SaveServer(ctx context.Context, in ServerInput) (SettingsView, error) {
	if in.URL != "" {
		if _, err := webdav.New(webdav.Config{URL: in.URL, User: in.User}); err != nil {
			return SettingsView{}, err
		}
	}
	if in.WorkingGroupKey != "" {
		key, err := trust.ParsePublicKey(in.WorkingGroupKey)
		if err != nil {
			return SettingsView{}, err
		}
		in.WorkingGroupKey = key.String()
	}
	town, err := f.store.Town(ctx)
	if err != nil {
		return SettingsView{}, err
	}
	if in.Password == nil && !webdav.SameServer(town.ServerURL, in.URL) {
		in.Password = new(string) // the one that is kept is not for this server
	}
	if in.Password != nil {
		if err := syncer.SavePassword(f.store.Folder(), *in.Password); err != nil {
			return SettingsView{}, err
		}
	}
	town.ServerURL, town.ServerUser, town.WorkingGroupKey = in.URL, in.User, in.WorkingGroupKey
	if err := f.store.SaveTown(ctx, f.role(ctx), town); err != nil {
		return SettingsView{}, err
	}
	return f.Settings(ctx, Nothing{})
}

// FindInput is what somebody typed to find a municipality.
type FindInput struct {
	Query string `json:"query"`
}

// MunicipalitiesView lists municipalities, the best match first.
type MunicipalitiesView struct {
	Municipalities []MunicipalityView `json:"municipalities"`
}

const municipalitiesShown = 12

// FindMunicipalities searches the 285 by name, former name or postal code.
func (f *Facade) FindMunicipalities(_ context.Context, in FindInput) (MunicipalitiesView, error) {
	view := MunicipalitiesView{Municipalities: []MunicipalityView{}}
	for _, m := range strategy.SearchMunicipalities(in.Query, municipalitiesShown) {
		view.Municipalities = append(view.Municipalities, municipalityView(m))
	}
	return view, nil
}

func municipalityView(m strategy.Municipality) MunicipalityView {
	return MunicipalityView{
		NIS: m.NIS, Name: m.Name, Province: m.Province, PostalCode: m.PostalCode, LanguageFacilities: m.LanguageFacilities}
}

// townView gives the town, nil before one is chosen.
func townView(t sqlite.Town) *MunicipalityView {
	if t.Fictional {
		return &MunicipalityView{NIS: fictionalNIS, Name: t.Name}
	}
	m, err := strategy.MunicipalityByNIS(t.NIS)
	if err != nil {
		return nil
	}
	view := municipalityView(m)
	if t.Authority != "" {
		view.Authority, view.Seat, view.Name = strategy.AuthorityType(t.Authority), m.Name, t.Name
	}
	return &view
}
