// Package app is the facade that the window calls: one file per screen. It
// translates between the screens and the domain and delegates; it holds no
// rules. The command line calls the same methods.
//
// Every exported method that takes a context and one input struct and gives
// one output struct and an error can be called through a [Door].
package app

import (
	"context"
	"log/slog"
	"path/filepath"
	"time"

	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
	"toetssteen/internal/trust"
	"toetssteen/locales"
)

// keyFile holds the private key of this device, in the data folder.
const keyFile = "device.key"

// Config says what a facade works with.
type Config struct {
	Folder   string                                    // the data folder
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
	config    Config
	store     *sqlite.Store
	key       trust.Key
	catalogue *strategy.Catalogue

	sync syncState
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
	f := &Facade{config: config, catalogue: strategy.Current()}
	store, err := sqlite.Open(ctx, config.Folder, sqlite.Options{Now: config.Now, Device: f.loadKey})
	if err != nil {
		return nil, err
	}
	f.store = store
	return f, nil
}

func nobodyLooks(string) (string, error) { return "", nil }

// loadKey reads the key of this device, or makes one on the first start.
func (f *Facade) loadKey(folder string) (device string, err error) {
	f.key, err = trust.LoadOrCreateKey(filepath.Join(folder, keyFile))
	if err != nil {
		return "", err
	}
	return f.key.Public().Fingerprint(), nil
}

// Close gives the data folder free. Everything was saved before.
func (f *Facade) Close() error { return f.store.Close() }

// Nothing is the input of methods that take none.
type Nothing struct{}

func (f *Facade) now() time.Time { return f.config.Now() }

// language gives the language to speak: asked for at the start, else
// preferred, else the strategy's.
func (f *Facade) language(ctx context.Context) string {
	if f.config.Language != "" {
		return f.config.Language
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
