// Package app is the facade that the window calls: one file per screen. It
// translates between the screens and the domain and delegates; it holds no
// rules. The command line calls the same methods.
//
// Every exported method that takes a context and one input struct and gives
// one output struct and an error can be called through a [Door].
package app

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"toetssteen/internal/edition"
	"toetssteen/internal/evidence"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/trust"
	"toetssteen/locales"
)

// What stands in the data folder beside the database.
const (
	keyFile         = "device.key" // the private key of this device
	catalogueFolder = "catalogues" // editions that were taken into use
	evidenceFolder  = "evidence"   // files that support answers
)

// Config says what a facade works with.
type Config struct {
	Folder   string                                    // the data folder
	Home     string                                    // the user's own, where Folder holds sample data; "" for no way back
	Sample   SampleFolder                              // nil: no sample data to look at
	Language string                                    // wins over the preference; "" for the preference
	Version  string                                    // of the program
	Now      func() time.Time                          // nil: time.Now
	Show     func(path string) (url string, err error) // opens a file for the user; nil: nobody is looking
	Reveal   func(path string) (url string, err error) // shows where a file is; nil: nobody is looking
	Browse   func(path string) (url string, err error) // opens a folder; nil: nobody is looking
	Emit     func(event string, data any)              // tells the window; nil: nobody listens
	Log      *slog.Logger                              // nil: slog.Default
}

// Facade is what the window can do.
type Facade struct {
	desk
	config Config

	gate   sync.RWMutex           // see enter
	home   string                 // the user's own data folder while sample data are shown, else ""
	spoken atomic.Pointer[string] // the language asked for at the start; "" once one was chosen
	sync   syncState
	read   referenceCache

	submitting sync.Mutex
	placing    sync.Mutex // the file of places
}

// desk is an open data folder: what was saved, the key of this device, the
// editions of the catalogue, and the files that support answers.
type desk struct {
	store    *sqlite.Store
	key      trust.Key
	shelf    *edition.Shelf
	finds    *finds
	evidence evidence.Folder
	incoming *evidence.Incoming
	wordings *wordings
}

// Open opens the data folder; see [sqlite.Open] for what it refuses.
func Open(ctx context.Context, config Config) (*Facade, error) {
	if config.Now == nil {
		config.Now = time.Now
	}
	if config.Show == nil {
		config.Show = nobodyLooks
	}
	if config.Reveal == nil {
		config.Reveal = nobodyLooks
	}
	if config.Browse == nil {
		config.Browse = nobodyLooks
	}
	if config.Emit == nil {
		config.Emit = func(string, any) {}
	}
	if config.Log == nil {
		config.Log = slog.Default()
	}
	if err := checkLanguage(config.Language); err != nil {
		return nil, err
	}
	opened, err := openDesk(ctx, config.Folder, config.Now)
	if err != nil {
		return nil, err
	}
	clearOpened(config.Folder)
	f := &Facade{desk: opened, config: config, home: config.Home}
	f.spoken.Store(&config.Language)
	return f, nil
}

func nobodyLooks(string) (string, error) { return "", nil }

// openDesk opens a data folder. The key is made on the first start.
func openDesk(ctx context.Context, folder string, now func() time.Time) (desk, error) {
	var d desk
	device := func(folder string) (string, error) {
		key, err := trust.LoadOrCreateKey(filepath.Join(folder, keyFile))
		if err != nil {
			return "", err
		}
		d.key = key
		return key.Public().Fingerprint(), nil
	}
	var err error
	if d.store, err = sqlite.Open(ctx, folder, sqlite.Options{Now: now, Device: device}); err != nil {
		return d, err
	}
	if d.shelf, err = Shelf(folder); err != nil {
		return d, errors.Join(err, d.store.Close())
	}
	d.evidence, d.incoming = evidence.At(filepath.Join(folder, evidenceFolder)), &evidence.Incoming{}
	d.finds, d.wordings = newFinds(), newWordings()
	return d, nil
}

// Shelf gives the editions that can be used in a data folder, which need not
// exist.
func Shelf(folder string) (*edition.Shelf, error) {
	return edition.OpenShelf(filepath.Join(folder, catalogueFolder))
}

// Close gives the data folder free. Everything was saved before.
func (f *Facade) Close() error { return f.close() }

func (d desk) close() error { return errors.Join(d.finds.close(), d.wordings.close(), d.store.Close()) }

// Nothing is the input of methods that take none.
type Nothing struct{}

func (f *Facade) now() time.Time { return f.config.Now() }

// language gives the language to speak: asked for at the start, else
// preferred, else the strategy's.
func (f *Facade) language(ctx context.Context) string {
	if asked := *f.spoken.Load(); asked != "" {
		return asked
	}
	if p, err := f.store.Preference(ctx); err == nil && p.Language != "" {
		return p.Language
	}
	return locales.Default
}

// Texts gives the texts in the language of the session.
func (f *Facade) Texts(ctx context.Context) locales.Texts { return locales.In(f.language(ctx)) }

// role gives the user's own role, which signs what is saved.
func (f *Facade) role(ctx context.Context) string {
	p, err := f.store.Preference(ctx)
	if err != nil {
		return ""
	}
	return p.Role
}

// moment writes a time for the window, "" for none.
func moment(t time.Time) string {
	if t.IsZero() || t.Unix() == 0 {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}
