package webdav

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"toetssteen/internal/fault"
	"toetssteen/internal/syncer"
)

// Step is one thing that a server must be able to do.
type Step string

// The steps of a probe, in order.
const (
	Reach   Step = "reach"   // the folder is there, and the password is right
	Folder  Step = "folder"  // a folder can be made
	Small   Step = "small"   // a small file comes back as it was sent
	Large   Step = "large"   // so does one as large as the program ever sends
	Listing Step = "listing" // the listing shows them
	Remove  Step = "remove"  // the trial files are gone again
)

// Probed is the outcome of one step.
type Probed struct {
	Step Step
	Err  error // nil: as it should be
}

// largeTrial is the size of the large trial file in bytes: under the 1 MiB
// that nginx allows when nobody changed it.
const largeTrial = 900 << 10

// Probe tries what handing in needs, in a folder of its own, and stops at the
// first step that fails. It is the only thing that deletes on the server: its
// own trial files.
func (r *Remote) Probe(ctx context.Context) []Probed {
	folder := "probe-" + strings.ToLower(rand.Text()[:12])
	small, large := []byte("toetssteen\n"), make([]byte, largeTrial)
	_, _ = rand.Read(large) // never fails
	steps := []struct {
		step Step
		do   func() error
	}{
		{Reach, func() error { return r.reach(ctx) }},
		{Folder, func() error { return r.makeFolders(ctx, folder) }},
		{Small, func() error { return r.roundTrip(ctx, folder+"/small.json", small) }},
		{Large, func() error { return r.roundTrip(ctx, folder+"/large.bin", large) }},
		{Listing, func() error { return r.shows(ctx, folder, "small.json", "large.bin") }},
	}
	var probed []Probed
	made := false
	for _, s := range steps {
		err := s.do()
		probed = append(probed, Probed{s.step, err})
		if err != nil {
			break
		}
		made = made || s.step == Folder
	}
	if made {
		probed = append(probed, Probed{Remove, r.remove(ctx, folder)})
	}
	return probed
}

func (r *Remote) reach(ctx context.Context) error {
	if _, err := r.client.Stat(ctx, r.base.Path); err != nil {
		return fmt.Errorf("reach server: %w", err)
	}
	return nil
}

func (r *Remote) roundTrip(ctx context.Context, name string, data []byte) error {
	if err := r.Put(ctx, name, data); err != nil {
		return err
	}
	back, err := r.Get(ctx, name)
	if err != nil {
		return err
	}
	if !bytes.Equal(back, data) {
		return fault.New(fault.Corrupt, "error.sync_server_alters", fault.Args{"Name": name})
	}
	return nil
}

func (r *Remote) shows(ctx context.Context, folder string, names ...string) error {
	entries, err := r.List(ctx, folder)
	if err != nil {
		return err
	}
	for _, name := range names {
		if !slices.ContainsFunc(entries, func(e syncer.Entry) bool { return e.Name == name && !e.IsDir }) {
			return fault.New(fault.Corrupt, "error.sync_listing_broken", fault.Args{"Server": r.base.Host, "Path": folder})
		}
	}
	return nil
}

func (r *Remote) remove(ctx context.Context, folder string) error {
	p, err := r.at(folder, true)
	if err != nil {
		return err
	}
	if err := r.client.RemoveAll(ctx, p); err != nil {
		return fmt.Errorf("remove trial files: %w", err)
	}
	return nil
}

// ClockSkew gives how far this computer's clock is ahead of the server's, by
// the Date of an answer; the error is that of a server that cannot be reached
// or does not say.
func (r *Remote) ClockSkew(ctx context.Context, now func() time.Time) (time.Duration, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodOptions, r.base.String(), nil)
	if err != nil {
		return 0, fmt.Errorf("ask the time: %w", err)
	}
	response, err := r.transport.http.Do(request)
	if err != nil {
		return 0, connectionFault(bare(err), r.base.Host)
	}
	date, err := http.ParseTime(response.Header.Get("Date"))
	if err := errors.Join(err, response.Body.Close()); err != nil {
		return 0, fmt.Errorf("read the server's time: %w", err)
	}
	return now().Sub(date), nil
}
