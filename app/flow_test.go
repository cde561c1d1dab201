package app_test

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"toetssteen/app"
	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/submission"
	"toetssteen/internal/syncer/webdav"
	"toetssteen/internal/syncer/webdavserver"
	"toetssteen/internal/workinggroup"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func openTown(t *testing.T, folder string) *app.Facade {
	t.Helper()
	f, err := app.Open(t.Context(), app.Config{Folder: folder, Language: "nl", Version: "test", Log: slog.New(slog.DiscardHandler)})
	must(t, err)
	t.Cleanup(func() { must(t, f.Close()) })
	_, err = f.SaveTown(t.Context(), app.TownInput{NIS: "44021", Role: "medewerker Burgerzaken"})
	must(t, err)
	return f
}

// assessed makes a service and a complete assessment with two unmet criteria,
// and gives the assessment's id.
func assessed(t *testing.T, f *app.Facade) string {
	t.Helper()
	service, err := f.SaveService(t.Context(), app.ServiceInput{Name: "Verhuizing melden", Development: assessment.New})
	must(t, err)
	view, err := f.StartAssessment(t.Context(), app.StartInput{ServiceID: service.ID, Moment: assessment.Before})
	must(t, err)
	for i, answer := range view.Answers {
		input := app.AnswerInput{AssessmentID: view.ID, Criterion: answer.Criterion, Verdict: assessment.Yes}
		if i < 2 {
			input.Verdict, input.Explanation = assessment.No, "Volgt in 2027: 🙂 één loket."
		}
		_, err := f.SaveAnswer(t.Context(), input)
		must(t, err)
	}
	return view.ID
}

func state(t *testing.T, f *app.Facade) submission.State {
	t.Helper()
	view, err := f.Submissions(t.Context(), app.Nothing{})
	must(t, err)
	if len(view.Submissions) != 1 {
		t.Fatalf("%d submissions, want 1", len(view.Submissions))
	}
	return view.Submissions[0].State
}

// The whole way: handed in, verified on the server, received.
func TestHandingIn(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	id := assessed(t, f)
	served := httptest.NewServer(webdavserver.New(t.TempDir()))
	t.Cleanup(served.Close)
	office, err := workinggroup.Init(filepath.Join(t.TempDir(), "office"), false)
	must(t, err)
	_, err = f.SaveServer(ctx, app.ServerInput{URL: served.URL, WorkingGroupKey: office.PublicKey().String()})
	must(t, err)

	_, err = f.Submit(ctx, app.SubmitInput{AssessmentID: id})
	must(t, err)
	if got := state(t, f); got != submission.StateFrozen {
		t.Fatalf("after submit: %s", got)
	}
	_, err = f.Sync(ctx, app.Nothing{})
	must(t, err)
	if got := state(t, f); got != submission.StateVerified {
		t.Fatalf("after sync: %s", got)
	}
	remote, err := webdav.New(webdav.Config{URL: served.URL})
	must(t, err)
	_, err = office.Intake(ctx, remote, time.Now())
	must(t, err)
	view, err := f.Sync(ctx, app.Nothing{})
	must(t, err)
	if got := state(t, f); got != submission.StateReceived || view.Received != 1 {
		t.Fatalf("after the receipt: %s, %d received", got, view.Received)
	}
	again, err := f.Sync(ctx, app.Nothing{})
	must(t, err)
	if again.Received != 0 || len(again.Doubts) != 0 {
		t.Errorf("a further sync finds %+v", again)
	}
}

// A receipt that somebody else signed is not believed.
func TestForeignReceipt(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	id := assessed(t, f)
	served := httptest.NewServer(webdavserver.New(t.TempDir()))
	t.Cleanup(served.Close)
	office, err := workinggroup.Init(filepath.Join(t.TempDir(), "office"), false)
	must(t, err)
	impostor, err := workinggroup.Init(filepath.Join(t.TempDir(), "impostor"), false)
	must(t, err)
	_, err = f.SaveServer(ctx, app.ServerInput{URL: served.URL, WorkingGroupKey: office.PublicKey().String()})
	must(t, err)
	_, err = f.Submit(ctx, app.SubmitInput{AssessmentID: id})
	must(t, err)
	_, err = f.Sync(ctx, app.Nothing{})
	must(t, err)
	remote, err := webdav.New(webdav.Config{URL: served.URL})
	must(t, err)
	_, err = impostor.Intake(ctx, remote, time.Now())
	must(t, err)
	view, err := f.Sync(ctx, app.Nothing{})
	must(t, err)
	if got := state(t, f); got != submission.StateVerified || len(view.Doubts) != 1 || !strings.HasPrefix(view.Doubts[0].Name, "rcp-") || view.Received != 0 {
		t.Errorf("state %s, %+v", got, view)
	}
}

// Servers that must not be believed: the submission stays handed in here, and
// the text names the server and says what to do.
func TestServersThatCannotBeBelieved(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		handler http.HandlerFunc
		code    fault.Code
		says    string
	}{
		"a login page that answers 200": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			_, _ = w.Write([]byte("<html>log in</html>"))
		}, fault.Unavailable, "aanmeldpagina"},
		"a refused password": {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) }, fault.Denied, "wachtwoord"},
		"a redirect": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "https://elsewhere.example/", http.StatusMovedPermanently)
		}, fault.Invalid, "https://elsewhere.example/"},
		"a full server": {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInsufficientStorage) }, fault.Full, "vol"},
		"says yes, keeps nothing": {func(w http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodGet {
				w.WriteHeader(http.StatusNotFound)
				return
			}
			w.WriteHeader(http.StatusCreated)
		}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := openTown(t, t.TempDir())
			id := assessed(t, f)
			served := httptest.NewServer(c.handler)
			t.Cleanup(served.Close)
			_, err := f.SaveServer(t.Context(), app.ServerInput{URL: served.URL})
			must(t, err)
			_, err = f.Submit(t.Context(), app.SubmitInput{AssessmentID: id})
			must(t, err)
			_, err = f.Sync(t.Context(), app.Nothing{})
			if got := fault.CodeOf(err); got != c.code {
				t.Errorf("code %q, want %q (%v)", got, c.code, err)
			}
			if text := f.Texts(t.Context()).Fault(err); err != nil && (!strings.Contains(text, c.says) || !strings.Contains(text, "127.0.0.1")) {
				t.Errorf("says %q, want %q and the server", text, c.says)
			}
			if got := state(t, f); got != submission.StateFrozen {
				t.Errorf("state %s, want frozen", got)
			}
		})
	}
}

func TestReportOfWhatPeopleType(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	file, err := f.MakeReport(t.Context(), app.ReportInput{AssessmentID: assessed(t, f)})
	must(t, err)
	data, err := os.ReadFile(file.Path)
	must(t, err)
	if !bytes.HasPrefix(data, []byte("%PDF-1.7")) || len(file.Replaced) != 1 || file.Replaced[0] != "🙂" {
		t.Errorf("replaced %q", file.Replaced)
	}
}

func reportText(t *testing.T, f *app.Facade, assessmentID string) string {
	t.Helper()
	file, err := f.MakeReport(t.Context(), app.ReportInput{AssessmentID: assessmentID})
	must(t, err)
	text, err := exec.Command("pdftotext", file.Path, "-").Output()
	must(t, err)
	return string(text)
}

// What says the same as before is not handed in twice, however often somebody
// clicks; every change of what is handed in offers it again.
func TestChangedSinceSubmission(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	id := assessed(t, f)
	first, err := f.Submit(t.Context(), app.SubmitInput{AssessmentID: id})
	must(t, err)
	answer := func(explanation string) func() error {
		return func() error {
			_, err := f.SaveAnswer(t.Context(), app.AnswerInput{AssessmentID: id, Criterion: "SD-G1", Verdict: assessment.No, Explanation: explanation})
			return err
		}
	}
	rename := func(name string) func() error {
		return func() error {
			view, err := f.Assessment(t.Context(), app.IDInput{ID: id})
			must(t, err)
			_, err = f.SaveService(t.Context(), app.ServiceInput{ID: view.Service.ID, Name: name, Development: assessment.New})
			return err
		}
	}
	for _, c := range []struct {
		name    string
		change  func() error
		changed bool
	}{
		{"the same answer again", answer("Volgt in 2027: 🙂 één loket."), false},
		{"another explanation", answer("Volgt in 2028."), true},
		{"back to what it was", answer("Volgt in 2027: 🙂 één loket."), false},
		{"not complete any more", answer(""), true},
		{"complete again", answer("Volgt in 2027: 🙂 één loket."), false},
		{"another name of the service", rename("Verhuizing doorgeven"), true},
	} {
		must(t, c.change())
		result, err := f.Result(t.Context(), app.IDInput{ID: id})
		must(t, err)
		service, err := f.Service(t.Context(), app.IDInput{ID: result.Assessment.Service.ID})
		must(t, err)
		if listed := service.Assessments[0].State == assessment.Changed; result.Changed != c.changed || listed != c.changed {
			t.Errorf("%s: changed %v, listed as %s", c.name, result.Changed, service.Assessments[0].State)
		}
		if !c.changed {
			again, err := f.Submit(t.Context(), app.SubmitInput{AssessmentID: id})
			must(t, err)
			if again.ID != first.ID {
				t.Errorf("%s: handed in twice", c.name)
			}
		}
	}
	if text := reportText(t, f, id); strings.Contains(text, first.Number) {
		t.Error("the report of a changed assessment names the earlier submission")
	}
	_, err = f.Submit(t.Context(), app.SubmitInput{AssessmentID: id})
	if said := fault.Of(err); said.Key != "error.correction_reason" {
		t.Errorf("handed in again without a reason: %v", err)
	}
	_, err = f.SaveCorrection(t.Context(), app.WordsInput{AssessmentID: id, Text: "De dienst heet anders."})
	must(t, err)
	second, err := f.Submit(t.Context(), app.SubmitInput{AssessmentID: id})
	must(t, err)
	if text := reportText(t, f, id); !strings.Contains(text, second.Number) {
		t.Errorf("the report does not name the submission %s:\n%s", second.Number, text)
	}
	if second.ID == first.ID || second.ServiceName != "Verhuizing doorgeven" {
		t.Errorf("a change was not handed in: %+v", second)
	}
}

func TestUndoSaysWhat(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	id := assessed(t, f)
	view, err := f.Undo(t.Context(), app.Nothing{})
	must(t, err)
	if !view.Undone || view.Kind != "answer" || view.AssessmentID != id || view.Criterion != "BT-I4" || view.Subject == "" {
		t.Errorf("got %+v", view)
	}
}

func TestSettingsRefuse(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	before, err := f.Settings(t.Context(), app.Nothing{})
	must(t, err)
	for name, try := range map[string]func() error{
		"an unknown municipality": func() error { _, err := f.SaveTown(t.Context(), app.TownInput{NIS: "99999"}); return err },
		"a plain http server": func() error {
			_, err := f.SaveServer(t.Context(), app.ServerInput{URL: "http://server.example/"})
			return err
		},
		"a mistyped key": func() error {
			_, err := f.SaveServer(t.Context(), app.ServerInput{WorkingGroupKey: "abcd"})
			return err
		},
		"an unknown language": func() error {
			_, err := f.SavePreferences(t.Context(), app.PreferencesInput{Language: "xx"})
			return err
		},
		"an unknown theme": func() error {
			_, err := f.SavePreferences(t.Context(), app.PreferencesInput{Language: "nl", Theme: "pink"})
			return err
		},
	} {
		err := try()
		if f := fault.Of(err); err == nil || f.Code != fault.Invalid || f.Args["field"] == nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	after, err := f.Settings(t.Context(), app.Nothing{})
	must(t, err)
	if before.Server != after.Server || *before.Town != *after.Town {
		t.Error("a refused setting was kept")
	}
}

func TestServerTest(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	root := t.TempDir()
	served := httptest.NewServer(webdavserver.New(root))
	t.Cleanup(served.Close)
	view, err := f.TestServer(t.Context(), app.ServerTestInput{URL: served.URL})
	must(t, err)
	if !view.OK || len(view.Steps) != 6 || view.ClockSkewSeconds < -1 || view.ClockSkewSeconds > 1 { // servers tell whole seconds
		t.Errorf("got %+v", view)
	}
	if left, err := os.ReadDir(root); err != nil || len(left) != 0 {
		t.Errorf("trial files are left: %v, %v", left, err)
	}
	absent, err := f.TestServer(t.Context(), app.ServerTestInput{URL: "http://127.0.0.1:1/"})
	must(t, err)
	if absent.OK || len(absent.Steps) != 1 || !strings.Contains(absent.Steps[0].Message, "niet bereikbaar") {
		t.Errorf("got %+v", absent)
	}
}

// A server that once failed, or is full, keeps nobody from what it has.
func TestSyncAfterTrouble(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	id := assessed(t, f)
	office, err := workinggroup.Init(filepath.Join(t.TempDir(), "office"), false)
	must(t, err)
	good := webdavserver.New(t.TempDir())
	var trouble atomic.Int32 // answer to an upload; 0: none
	served := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if status := trouble.Load(); status != 0 && r.Method == http.MethodPut {
			w.WriteHeader(int(status))
			return
		}
		good.ServeHTTP(w, r)
	}))
	t.Cleanup(served.Close)
	_, err = f.SaveServer(t.Context(), app.ServerInput{URL: served.URL, WorkingGroupKey: office.PublicKey().String()})
	must(t, err)
	first, err := f.Submit(t.Context(), app.SubmitInput{AssessmentID: id})
	must(t, err)

	trouble.Store(http.StatusBadRequest)
	view, err := f.Sync(t.Context(), app.Nothing{})
	if err == nil && view.Submissions[0].Problem == "" {
		t.Error("a refused upload is not a problem")
	}
	trouble.Store(0)
	view, err = f.Sync(t.Context(), app.Nothing{})
	must(t, err)
	if s := view.Submissions[0]; s.State != submission.StateVerified || s.Problem != "" {
		t.Errorf("after the trouble: %+v", s)
	}

	remote, err := webdav.New(webdav.Config{URL: served.URL})
	must(t, err)
	_, err = office.Intake(t.Context(), remote, time.Now())
	must(t, err)
	_, err = f.SaveAnswer(t.Context(), app.AnswerInput{AssessmentID: id, Criterion: "SD-G1", Verdict: assessment.Yes})
	must(t, err)
	_, err = f.SaveCorrection(t.Context(), app.WordsInput{AssessmentID: id, Text: "Het werkt nu."})
	must(t, err)
	_, err = f.Submit(t.Context(), app.SubmitInput{AssessmentID: id})
	must(t, err)
	trouble.Store(http.StatusInsufficientStorage)
	if _, err = f.Sync(t.Context(), app.Nothing{}); fault.CodeOf(err) != fault.Full {
		t.Errorf("a full server: %v", err)
	}
	all, err := f.Submissions(t.Context(), app.Nothing{})
	must(t, err)
	if s := all.Submissions[1]; s.ID != first.ID || s.State != submission.StateReceived {
		t.Errorf("the receipt on a full server was not fetched: %+v", s)
	}
}

// The password of one server is never shown to another.
func TestPasswordStaysWithItsServer(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	var seen atomic.Int32 // requests with a password, at the other server
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, shown, _ := r.BasicAuth(); shown != "" {
			seen.Add(1)
		}
		w.WriteHeader(http.StatusUnauthorized)
	}))
	t.Cleanup(other.Close)
	password := "geheim"
	_, err := f.SaveServer(t.Context(), app.ServerInput{URL: "https://first.example/dav/", User: "town", Password: &password})
	must(t, err)
	kept, err := f.SaveServer(t.Context(), app.ServerInput{URL: "https://first.example/other/", User: "town"})
	must(t, err)
	if !kept.Server.HasPassword {
		t.Error("another folder of the same server took the password away")
	}
	_, err = f.TestServer(t.Context(), app.ServerTestInput{URL: other.URL, User: "town"})
	must(t, err)
	moved, err := f.SaveServer(t.Context(), app.ServerInput{URL: other.URL, User: "town"})
	must(t, err)
	if moved.Server.HasPassword {
		t.Error("the password went along to another server")
	}
	_, err = f.Submit(t.Context(), app.SubmitInput{AssessmentID: assessed(t, f)})
	must(t, err)
	if _, err = f.Sync(t.Context(), app.Nothing{}); fault.CodeOf(err) != fault.Denied {
		t.Errorf("got %v, want a refused password", err)
	}
	if seen.Load() != 0 {
		t.Errorf("the other server was shown a password %d times", seen.Load())
	}
}

// A computer that once believed it was 2099 does not date reports then.
func TestReportAfterTheClockRanAhead(t *testing.T) {
	t.Parallel()
	clock := time.Date(2099, 1, 1, 12, 0, 0, 0, time.UTC)
	f, err := app.Open(t.Context(), app.Config{Folder: t.TempDir(), Now: func() time.Time { return clock }})
	must(t, err)
	t.Cleanup(func() { must(t, f.Close()) })
	_, err = f.SaveTown(t.Context(), app.TownInput{NIS: "44021"})
	must(t, err)
	id := assessed(t, f)
	clock = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	if text := reportText(t, f, id); strings.Contains(text, "2099") || !strings.Contains(text, "23 november 2026") {
		t.Errorf("dated otherwise:\n%.400s", text)
	}
}

// What the server spoils after it was proven is put back, and the user is told.
func TestServerThatSpoilsAFile(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	folder := t.TempDir()
	served := httptest.NewServer(webdavserver.New(folder))
	t.Cleanup(served.Close)
	_, err := f.SaveServer(t.Context(), app.ServerInput{URL: served.URL})
	must(t, err)
	submitted, err := f.Submit(t.Context(), app.SubmitInput{AssessmentID: assessed(t, f)})
	must(t, err)
	_, err = f.Sync(t.Context(), app.Nothing{})
	must(t, err)
	file := filepath.Join(folder, filepath.FromSlash(submitted.Name))
	whole, err := os.ReadFile(file)
	must(t, err)
	for name, spoil := range map[string]func() error{
		"cut short": func() error { return os.Truncate(file, 500) },
		"lost":      func() error { return os.Remove(file) },
	} {
		must(t, spoil())
		view, err := f.Sync(t.Context(), app.Nothing{})
		must(t, err)
		if !strings.Contains(view.Message, "niet meer goed op de server") {
			t.Errorf("%s: %s", name, view.Message)
		}
		if again, err := os.ReadFile(file); err != nil || !bytes.Equal(again, whole) {
			t.Errorf("%s: not put back: %v", name, err)
		}
	}
	view, err := f.Sync(t.Context(), app.Nothing{})
	must(t, err)
	if strings.Contains(view.Message, "niet meer goed") {
		t.Errorf("nothing was spoilt: %s", view.Message)
	}
}
