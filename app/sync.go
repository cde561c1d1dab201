package app

import (
	"context"
	"maps"
	"slices"
	"sync"

	"toetssteen/internal/fault"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/submission"
	"toetssteen/internal/syncer"
	"toetssteen/internal/syncer/webdav"
	"toetssteen/internal/trust"
)

// syncState holds what belongs to syncing and outlives a call: one run at a
// time, how to stop it, and what went wrong since the start.
type syncState struct {
	running sync.Mutex

	guard    sync.Mutex
	cancel   context.CancelFunc
	problems map[string]error
}

func (s *syncState) begin(ctx context.Context) context.Context {
	s.running.Lock()
	ctx, cancel := context.WithCancel(ctx)
	s.guard.Lock()
	defer s.guard.Unlock()
	s.cancel = cancel
	return ctx
}

func (s *syncState) end() {
	s.stop()
	s.running.Unlock()
}

func (s *syncState) stop() {
	s.guard.Lock()
	defer s.guard.Unlock()
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
}

// note keeps what went wrong in the latest run, and forgets the one before.
func (s *syncState) note(problems map[string]error) {
	s.guard.Lock()
	defer s.guard.Unlock()
	s.problems = problems
}

func (s *syncState) problem(submissionID string) error {
	s.guard.Lock()
	defer s.guard.Unlock()
	return s.problems[submissionID]
}

// SyncView says what a sync did.
type SyncView struct {
	Submissions []SubmissionView `json:"submissions"`
	Verified    int              `json:"verified"`
	Received    int              `json:"received"`
	Doubts      []DoubtView      `json:"doubts"`
	Message     string           `json:"message"` // in the user's language
}

// DoubtView is a file on the server that was not taken, and why.
type DoubtView struct {
	Name    string `json:"name"`
	Message string `json:"message"` // in the user's language
}

// syncProgress tells the window how far a sync is.
type syncProgress struct {
	Job   string `json:"job"`
	Step  string `json:"step"`
	Done  int    `json:"done"`
	Total int    `json:"total"`
}

// Sync hands in what is not proven to be on the server yet, and fetches the
// working group's receipts.
func (f *Facade) Sync(ctx context.Context, _ Nothing) (SyncView, error) {
	ctx = f.sync.begin(ctx)
	defer f.sync.end()
	exchange, err := f.exchange(ctx)
	if err != nil {
		return SyncView{}, err
	}
	outcome, err := exchange.Run(ctx)
	f.sync.note(outcome.Failed)
	if err != nil {
		if ctx.Err() != nil {
			return SyncView{}, fault.Wrap(err, fault.Canceled, "error.canceled", nil)
		}
		return SyncView{}, err
	}
	// What a stopped sync already proved is kept; so is what it says now.
	submissions, err := f.submissions(ctx)
	if err != nil {
		return SyncView{}, err
	}
	return SyncView{
		Submissions: submissions, Verified: outcome.Verified, Received: outcome.Received, Doubts: f.doubts(ctx, outcome),
		Message: f.syncMessage(ctx, outcome),
	}, nil
}

// CancelView confirms that a sync was stopped.
type CancelView struct {
	Canceled bool `json:"canceled"`
}

// CancelSync stops a running sync; what it proved so far stays proven.
func (f *Facade) CancelSync(context.Context, Nothing) (CancelView, error) {
	f.sync.stop()
	return CancelView{Canceled: true}, nil
}

func (f *Facade) exchange(ctx context.Context) (submission.Exchange, error) {
	town, err := f.store.Town(ctx)
	if err != nil {
		return submission.Exchange{}, err
	}
	municipality := municipalityOf(town)
	if err := requireTown(municipality.Name); err != nil {
		return submission.Exchange{}, err
	}
	remote, err := f.remote(town)
	if err != nil {
		return submission.Exchange{}, err
	}
	var workingGroup trust.PublicKey
	if town.WorkingGroupKey != "" {
		if workingGroup, err = trust.ParsePublicKey(town.WorkingGroupKey); err != nil {
			return submission.Exchange{}, err
		}
	}
	return submission.Exchange{
		Shelf: f.store, Remote: remote, User: f.role(ctx), NIS: municipality.NIS, WorkingGroup: workingGroup,
		Progress: func(step string, done, total int) {
			f.config.Emit("progress", syncProgress{Job: "sync", Step: step, Done: done, Total: total})
		},
	}, nil
}

func (f *Facade) remote(town sqlite.Town) (*webdav.Remote, error) {
	password, err := syncer.LoadPassword(f.store.Folder())
	if err != nil {
		return nil, err
	}
	return remoteOf(town, password)
}

func remoteOf(town sqlite.Town, password string) (*webdav.Remote, error) {
	if town.ServerURL == "" {
		return nil, fault.New(fault.Conflict, "error.server_missing", nil)
	}
	return webdav.New(webdav.Config{URL: town.ServerURL, User: town.ServerUser, Password: password})
}

func (f *Facade) doubts(ctx context.Context, outcome submission.Outcome) []DoubtView {
	views := make([]DoubtView, 0, len(outcome.Doubts))
	for _, name := range slices.Sorted(maps.Keys(outcome.Doubts)) {
		views = append(views, DoubtView{Name: name, Message: f.Texts(ctx).Fault(outcome.Doubts[name])})
	}
	return views
}

func (f *Facade) syncMessage(ctx context.Context, outcome submission.Outcome) string {
	texts := f.Texts(ctx)
	switch {
	case len(outcome.Failed) > 0:
		return texts.Count("sync.message.failed", len(outcome.Failed), nil)
	case outcome.Restored > 0:
		return texts.Count("sync.message.restored", outcome.Restored, nil)
	case outcome.Unchecked:
		return texts.Text("sync.message.no_key", nil)
	case outcome.Received > 0:
		return texts.Count("sync.message.received", outcome.Received, nil)
	case len(outcome.Doubts) > 0:
		return texts.Count("sync.message.pending", len(outcome.Doubts), nil)
	default:
		return texts.Text("sync.message.done", nil)
	}
}
