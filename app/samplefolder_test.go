package app_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"toetssteen/app"
	"toetssteen/internal/fault"
	"toetssteen/internal/sample"
)

// roomy is a facade that can show sample data.
func roomy(t *testing.T, fill func(ctx context.Context, folder string) error) *app.Facade {
	t.Helper()
	folder := t.TempDir()
	f, err := app.Open(t.Context(), app.Config{Folder: filepath.Join(folder, "own"), Sample: func(ctx context.Context) (string, error) {
		there := filepath.Join(folder, "sample")
		return there, fill(ctx, there)
	}})
	must(t, err)
	t.Cleanup(func() { must(t, f.Close()) })
	return f
}

func fingerprint(t *testing.T, f *app.Facade) string {
	t.Helper()
	settings, err := f.Settings(t.Context(), app.Nothing{})
	must(t, err)
	return settings.DeviceFingerprint
}

func TestSampleDataAndBack(t *testing.T) {
	t.Parallel()
	f := roomy(t, sample.Fill)
	_, err := f.SaveTown(t.Context(), app.TownInput{NIS: "11001", Role: "medewerker"})
	must(t, err)
	_, err = f.SavePreferences(t.Context(), app.PreferencesInput{Language: "en", Theme: "dark"})
	must(t, err)
	own, err := f.Session(t.Context(), app.Nothing{})
	must(t, err)
	device := fingerprint(t, f)

	there, err := f.EnterSample(t.Context(), app.Nothing{})
	must(t, err)
	if !there.Fictional || there.Sample != app.SampleLeave || there.Language != "en" || there.Theme != "dark" || there.Role != "medewerker" {
		t.Errorf("there: %+v", there)
	}
	if fingerprint(t, f) == device {
		t.Error("the sample data are signed with the key of real work")
	}
	services, err := f.Services(t.Context(), app.Nothing{})
	must(t, err)
	_, err = f.RemoveService(t.Context(), app.IDInput{ID: services.Services[0].ID})
	must(t, err)
	if _, err := f.EnterSample(t.Context(), app.Nothing{}); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("entered twice: %v", err)
	}

	back, err := f.LeaveSample(t.Context(), app.Nothing{})
	must(t, err)
	if back.Town == nil || own.Town == nil || *back.Town != *own.Town || back.DataFolder != own.DataFolder || back.LastSaved != own.LastSaved {
		t.Errorf("back: %+v, before: %+v", back, own)
	}
	if fingerprint(t, f) != device {
		t.Error("back with another key")
	}
	if _, err := f.LeaveSample(t.Context(), app.Nothing{}); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("left twice: %v", err)
	}
}

func TestSampleDataThatCannotBeOpened(t *testing.T) {
	t.Parallel()
	f := roomy(t, func(context.Context, string) error { return errors.New("no room") })
	if _, err := f.EnterSample(t.Context(), app.Nothing{}); err == nil {
		t.Fatal("entered")
	}
	session, err := f.Session(t.Context(), app.Nothing{})
	must(t, err)
	if session.Fictional || session.Sample != app.SampleEnter {
		t.Errorf("not where we were: %+v", session)
	}
}

// Calls that come while the folder changes see one folder or the other.
func TestCallsDuringTheMove(t *testing.T) {
	t.Parallel()
	door := app.NewDoor(t.Context(), roomy(t, sample.Fill))
	done := make(chan string)
	for range 4 {
		go func() {
			worst := ""
			for range 30 {
				if reply := door.Call("Services", "{}"); len(reply) > 8 && reply[:8] == `{"fault"` {
					worst = reply
				}
			}
			done <- worst
		}()
	}
	for _, method := range []string{"EnterSample", "LeaveSample", "EnterSample"} {
		if reply := door.Call(method, "{}"); reply[:9] != `{"result"` {
			t.Errorf("%s: %s", method, reply)
		}
	}
	for range 4 {
		if worst := <-done; worst != "" {
			t.Error(worst)
		}
	}
}
