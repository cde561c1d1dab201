package app

import (
	"context"
	"time"

	"toetssteen/internal/sqlite"
	"toetssteen/internal/syncer"
	"toetssteen/internal/syncer/webdav"
)

// ServerTestInput is a server as the form has it, saved or not.
type ServerTestInput struct {
	URL      string  `json:"url"`
	User     string  `json:"user"`
	Password *string `json:"password"` // nil: the one that is kept
}

// ServerTestView says what a server can do.
type ServerTestView struct {
	OK               bool             `json:"ok"`
	Steps            []ServerStepView `json:"steps"`
	ClockSkewSeconds int              `json:"clockSkewSeconds"` // this computer ahead of the server
}

// ServerStepView is one step of the test.
type ServerStepView struct {
	Name    webdav.Step `json:"name"`
	OK      bool        `json:"ok"`
	Message string      `json:"message"` // what went wrong and what to do
	Detail  string      `json:"detail"`
}

// TestServer tries what handing in needs, without handing anything in.
func (f *Facade) TestServer(ctx context.Context, in ServerTestInput) (ServerTestView, error) {
	town := sqlite.Town{ServerURL: in.URL, ServerUser: in.User}
	password, err := f.passwordFor(ctx, in.URL, in.Password)
	if err != nil {
		return ServerTestView{}, err
	}
	remote, err := remoteOf(town, password)
	if err != nil {
		return ServerTestView{}, err
	}
	texts := f.Texts(ctx)
	view := ServerTestView{OK: true, Steps: []ServerStepView{}}
	for _, probed := range remote.Probe(ctx) {
		step := ServerStepView{Name: probed.Step, OK: probed.Err == nil}
		if probed.Err != nil {
			view.OK = false
			step.Message, step.Detail = texts.Fault(probed.Err), probed.Err.Error()
		}
		view.Steps = append(view.Steps, step)
	}
	// A server that does not tell the time is no worse for it.
	if skew, err := remote.ClockSkew(ctx, f.now); err == nil {
		view.ClockSkewSeconds = int(skew.Round(time.Second) / time.Second)
	}
	return view, nil
}

// passwordFor gives the one typed, or the one that is kept for the same
// server: no other may see it.
func (f *Facade) passwordFor(ctx context.Context, address string, typed *string) (string, error) {
	if typed != nil {
		return *typed, nil
	}
	town, err := f.store.Town(ctx)
	if err != nil || !webdav.SameServer(town.ServerURL, address) {
		return "", err
	}
	return syncer.LoadPassword(f.store.Folder())
}
