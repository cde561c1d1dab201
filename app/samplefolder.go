package app

import (
	"context"

	"toetssteen/internal/fault"
)

// SampleFolder gives the folder of the sample data, filled.
type SampleFolder func(ctx context.Context) (folder string, err error)

// EnterSample leaves the user's own data folder for that of the sample data.
// Language, theme and role come along; nothing else does.
func (f *Facade) EnterSample(ctx context.Context, _ Nothing) (SessionView, error) {
	if f.config.Sample == nil || f.home != "" {
		return SessionView{}, fault.New(fault.Conflict, "error.sample_unavailable", nil)
	}
	preference, err := f.store.Preference(ctx)
	if err != nil {
		return SessionView{}, err
	}
	folder, err := f.config.Sample(ctx)
	if err != nil {
		return SessionView{}, err
	}
	home := f.store.Folder()
	if err := f.move(ctx, folder); err != nil {
		return SessionView{}, err
	}
	f.home = home
	if err := f.store.SavePreference(ctx, preference); err != nil {
		return SessionView{}, err
	}
	return f.Session(ctx, Nothing{})
}

// LeaveSample goes back to the user's own data folder.
func (f *Facade) LeaveSample(ctx context.Context, _ Nothing) (SessionView, error) {
	if f.home == "" {
		return SessionView{}, fault.New(fault.Conflict, "error.sample_unavailable", nil)
	}
	if err := f.move(ctx, f.home); err != nil {
		return SessionView{}, err
	}
	f.home = ""
	return f.Session(ctx, Nothing{})
}

// move opens another data folder and closes this one. Where the other can't
// be opened, this one stays.
func (f *Facade) move(ctx context.Context, folder string) error {
	next, err := openDesk(ctx, folder, f.config.Now)
	if err != nil {
		return err
	}
	f.logClose()
	f.desk = next
	return nil
}

// alone are the methods that change what the others stand on.
var alone = map[string]bool{"EnterSample": true, "LeaveSample": true}

// enter waits until a method may run and gives what ends it. Those that stand
// alone wait for all others, and stop a sync that is under way.
func (f *Facade) enter(method string) (leave func()) {
	if !alone[method] {
		f.gate.RLock()
		return f.gate.RUnlock
	}
	f.sync.stop()
	f.gate.Lock()
	return f.gate.Unlock
}
