package workinggroup_test

import (
	"bytes"
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
	"toetssteen/internal/submission"
	"toetssteen/internal/syncer"
	"toetssteen/internal/syncer/webdav"
	"toetssteen/internal/syncer/webdavserver"
	"toetssteen/internal/trust"
	"toetssteen/internal/workinggroup"
	"toetssteen/locales"
)

var now = time.Date(2026, 11, 23, 16, 55, 0, 0, time.UTC)

const nis = "44021"

// world is a town, a server and a working group.
type world struct {
	server string // folder that the server serves
	remote *webdav.Remote
	office *workinggroup.Office
	folder string // of the working group
	device trust.Key
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{server: t.TempDir(), folder: filepath.Join(t.TempDir(), "office")}
	served := httptest.NewServer(webdavserver.New(w.server))
	t.Cleanup(served.Close)
	var err error
	if w.remote, err = webdav.New(webdav.Config{URL: served.URL + "/"}); err != nil {
		t.Fatal(err)
	}
	if w.office, err = workinggroup.Init(w.folder, false); err != nil {
		t.Fatal(err)
	}
	if w.device, err = trust.NewKey(); err != nil {
		t.Fatal(err)
	}
	return w
}

// firstReceipt gives the file of the first receipt that the working group keeps.
func (w *world) firstReceipt(t *testing.T) string {
	t.Helper()
	receipts, err := filepath.Glob(filepath.Join(w.folder, "receipts", nis, "rcp-00000001-*.json"))
	if err != nil || len(receipts) != 1 {
		t.Fatalf("receipts %v, %v", receipts, err)
	}
	return receipts[0]
}

// document gives a complete submission, changed as the test asks.
func document(t *testing.T, id string, change func(*submission.Document)) submission.Document {
	t.Helper()
	catalogue := strategy.Current()
	var answers []assessment.Answer
	for i, c := range catalogue.Criteria {
		answer := assessment.Answer{Criterion: c.Code, Verdict: assessment.Yes}
		if i%4 == 0 {
			answer = assessment.Answer{Criterion: c.Code, Verdict: assessment.No, Explanation: "Volgt in 2027."}
		}
		answers = append(answers, answer)
	}
	d, err := submission.Freeze(catalogue, submission.Draft{
		ID: id, Municipality: submission.Municipality{NIS: nis, Name: "Gent"},
		Service:    assessment.Service{ID: "s", Name: "Verhuizing melden", Development: assessment.New},
		Assessment: assessment.Assessment{ID: "a", ServiceID: "s", Moment: assessment.Before, StartedAt: now, Answers: answers},
		App:        "test",
	}, now)
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(&d)
	}
	return d
}

func (w *world) handIn(t *testing.T, d submission.Document) (name string, sealed []byte) {
	t.Helper()
	sealed, err := submission.Seal(w.device, d)
	if err != nil {
		t.Fatal(err)
	}
	name = submission.Name(nis, d.ID, sealed)
	if _, err := syncer.Publish(t.Context(), w.remote, name, sealed); err != nil {
		t.Fatal(err)
	}
	return name, sealed
}

func (w *world) intake(t *testing.T) workinggroup.Intake {
	t.Helper()
	intake, err := w.office.Intake(t.Context(), w.remote, now)
	if err != nil {
		t.Fatal(err)
	}
	if len(intake.Problems) != intake.Pending {
		t.Errorf("problems %v", intake.Problems)
	}
	return intake
}

func TestIntakeOfNothing(t *testing.T) {
	t.Parallel()
	if intake := newWorld(t).intake(t); intake.Municipalities != 0 || len(intake.Taken) != 0 {
		t.Errorf("got %+v", intake)
	}
}

func TestIntake(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	name, sealed := w.handIn(t, document(t, "first", nil))
	intake := w.intake(t)
	if len(intake.Taken) != 1 || intake.Taken[0].Result != submission.Received || intake.Taken[0].Number != 1 || !intake.Taken[0].NewDevice {
		t.Fatalf("got %+v", intake)
	}
	kept, err := os.ReadFile(filepath.Join(w.folder, "submissions", nis, filepath.Base(name)))
	if err != nil || !bytes.Equal(kept, sealed) {
		t.Errorf("the working group's copy: %v", err)
	}
	if again := w.intake(t); len(again.Taken) != 0 || again.Known != 1 {
		t.Errorf("a second intake answers again: %+v", again)
	}
	w.handIn(t, document(t, "second", nil))
	next := w.intake(t)
	if len(next.Taken) != 1 || next.Taken[0].Number != 2 || next.Taken[0].NewDevice {
		t.Errorf("got %+v", next)
	}
}

func TestIntakeReturns(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(*submission.Document)
		reason submission.Reason
	}{
		"an unknown criterion":  {func(d *submission.Document) { d.Answers[3].Criterion = "XX-G1" }, submission.UnknownCriterion},
		"a criterion left out":  {func(d *submission.Document) { d.Answers = d.Answers[1:] }, submission.NotComplete},
		"a criterion twice":     {func(d *submission.Document) { d.Answers[1] = d.Answers[2] }, submission.NotComplete},
		"a criterion too many":  {func(d *submission.Document) { d.Answers = append(d.Answers, d.Answers[2]) }, submission.NotComplete},
		"a no without words":    {func(d *submission.Document) { d.Answers[0].Explanation = "" }, submission.NotComplete},
		"scores made nicer":     {func(d *submission.Document) { d.Scores[0].Met++ }, submission.WrongScores},
		"another town's folder": {func(d *submission.Document) { d.Municipality.NIS = "11002" }, submission.WrongFolder},
		"sample data":           {func(d *submission.Document) { d.Fictional = true }, submission.IsFictional},
		"a newer format":        {func(d *submission.Document) { d.Format = "2.0" }, submission.NewerFormat},
		"no moment":             {func(d *submission.Document) { d.Assessment.Moment = "" }, submission.NotComplete},
		"an unknown edition":    {func(d *submission.Document) { d.Assessment.Edition = "2031.1" }, submission.OtherEdition},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			w.handIn(t, document(t, "first", c.change))
			intake := w.intake(t)
			if len(intake.Taken) != 1 || intake.Taken[0].Result != submission.Returned || !slices.Equal(intake.Taken[0].Reasons, []submission.Reason{c.reason}) {
				t.Errorf("got %+v, want returned for %s", intake, c.reason)
			}
		})
	}
}

// An altered file does not have the hash of its name: it waits, and a good
// copy that comes later is taken in.
func TestIntakeOfSpoiltFiles(t *testing.T) {
	t.Parallel()
	for name, spoil := range map[string]func([]byte) []byte{
		"truncated":    func(b []byte) []byte { return b[:len(b)/2] },
		"altered":      func(b []byte) []byte { return bytes.Replace(b, []byte("2027"), []byte("2026"), 1) },
		"emptied":      func([]byte) []byte { return nil },
		"a login page": func([]byte) []byte { return []byte("<html>log in</html>") },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			file, sealed := w.handIn(t, document(t, "first", nil))
			path := filepath.Join(w.server, filepath.FromSlash(file))
			if err := os.WriteFile(path, spoil(sealed), 0o600); err != nil {
				t.Fatal(err)
			}
			intake := w.intake(t)
			if len(intake.Taken) != 0 || intake.Pending != 1 {
				t.Fatalf("got %+v, want one that waits", intake)
			}
			if text := locales.In("nl").Fault(intake.Problems[0]); !strings.Contains(text, file) {
				t.Errorf("the text does not name the file: %q", text)
			}
			if err := os.WriteFile(path, sealed, 0o600); err != nil {
				t.Fatal(err)
			}
			if intake := w.intake(t); len(intake.Taken) != 1 || intake.Pending != 0 {
				t.Errorf("got %+v, want it taken in", intake)
			}
		})
	}
}

// A file with a fitting name whose signature does not hold is answered, so
// that the town sees it.
func TestIntakeOfForgery(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	sealed, err := submission.Seal(w.device, document(t, "first", nil))
	if err != nil {
		t.Fatal(err)
	}
	forged := bytes.Replace(sealed, []byte("2027"), []byte("2026"), 1)
	if err := w.remote.Put(t.Context(), submission.Name(nis, "forged", forged), forged); err != nil {
		t.Fatal(err)
	}
	intake := w.intake(t)
	if len(intake.Taken) != 1 || !slices.Equal(intake.Taken[0].Reasons, []submission.Reason{submission.Unreadable}) {
		t.Errorf("got %+v", intake)
	}
}

// The server loses a receipt: the next intake puts it back, byte for byte.
func TestLostReceiptComesBack(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.handIn(t, document(t, "first", nil))
	path := filepath.Join(w.server, filepath.FromSlash(w.intake(t).Taken[0].ReceiptName))
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	w.intake(t)
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("not put back: %v", err)
	}
}

func TestBrokenLedgerStopsTheIntake(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.handIn(t, document(t, "first", nil))
	w.handIn(t, document(t, "second", nil))
	w.intake(t)
	receipt := w.firstReceipt(t)
	if err := os.Remove(receipt); err != nil {
		t.Fatal(err)
	}
	w.handIn(t, document(t, "third", nil))
	intake, err := w.office.Intake(t.Context(), w.remote, now)
	if err != nil || len(intake.Problems) != 1 || len(intake.Taken) != 0 || fault.CodeOf(intake.Problems[0]) != fault.Corrupt {
		t.Errorf("got %+v, %v", intake, err)
	}
}

func TestOffice(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	_, err := workinggroup.Open(folder)
	if fault.CodeOf(err) != fault.NotFound {
		t.Errorf("an empty folder opens: %v", err)
	}
	office, err := workinggroup.Init(folder, true)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := workinggroup.Init(folder, true); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("a second working group in one folder: %v", err)
	}
	again, err := workinggroup.Open(folder)
	if err != nil || again.PublicKey() != office.PublicKey() {
		t.Errorf("opened again: %v", err)
	}
	if err := os.WriteFile(filepath.Join(folder, "workinggroup.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := workinggroup.Open(folder); fault.CodeOf(err) != fault.Corrupt {
		t.Errorf("a damaged folder opens: %v", err)
	}
}

func TestCanceledIntake(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.handIn(t, document(t, "first", nil))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := w.office.Intake(ctx, w.remote, now); err == nil || !strings.Contains(err.Error(), "list municipalities") {
		t.Errorf("got %v", err)
	}
}

// meddling is a server on which something else happens while it is listed.
type meddling struct {
	syncer.Remote
	meanwhile func()
}

func (m meddling) List(ctx context.Context, folder string) ([]syncer.Entry, error) {
	m.meanwhile()
	return m.Remote.List(ctx, folder)
}

func TestOneIntakeAtATime(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	second, err := workinggroup.Open(w.folder)
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.office.Intake(t.Context(), meddling{w.remote, func() {
		if _, err := second.Intake(t.Context(), w.remote, now); fault.CodeOf(err) != fault.Locked || fault.Of(err).Args["Path"] != w.folder {
			t.Errorf("the second intake: %v", err)
		}
	}}, now)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := second.Intake(t.Context(), w.remote, now); err != nil {
		t.Errorf("the next intake: %v", err)
	}
}

// Without its key a working group must not go on with another one: nobody
// could verify what it signs.
func TestLostKeyIsNotReplaced(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	key := filepath.Join(w.folder, "workinggroup.key")
	if err := os.Remove(key); err != nil {
		t.Fatal(err)
	}
	if _, err := workinggroup.Open(w.folder); fault.CodeOf(err) != fault.NotFound || fault.Of(err).Args["Path"] != key {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(key); err == nil {
		t.Error("a new key was made")
	}
}

func TestTrainingTakesOnlySampleData(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var err error
	if w.office, err = workinggroup.Init(filepath.Join(t.TempDir(), "training"), true); err != nil {
		t.Fatal(err)
	}
	w.handIn(t, document(t, "real", nil))
	w.handIn(t, document(t, "sample", func(d *submission.Document) { d.Fictional = true }))
	results := make(map[submission.Result][]submission.Reason)
	for _, taken := range w.intake(t).Taken {
		results[taken.Result] = taken.Reasons
	}
	if len(results) != 2 || !slices.Equal(results[submission.Returned], []submission.Reason{submission.NotFictional}) {
		t.Errorf("got %v", results)
	}
}

func TestNoSuchTown(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	const nowhere = "99999"
	sealed, err := submission.Seal(w.device, document(t, "first", func(d *submission.Document) { d.Municipality.NIS = nowhere }))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := syncer.Publish(t.Context(), w.remote, submission.Name(nowhere, "first", sealed), sealed); err != nil {
		t.Fatal(err)
	}
	if taken := w.intake(t).Taken; len(taken) != 1 || !slices.Equal(taken[0].Reasons, []submission.Reason{submission.NoSuchTown}) {
		t.Errorf("got %+v", taken)
	}
}

// Each device is new once.
func TestNewDevices(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var news []bool
	take := func(id string) {
		w.handIn(t, document(t, id, nil))
		news = append(news, w.intake(t).Taken[0].NewDevice)
	}
	take("first")
	take("second")
	var err error
	if w.device, err = trust.NewKey(); err != nil {
		t.Fatal(err)
	}
	take("third")
	take("fourth")
	if !slices.Equal(news, []bool{true, false, true, false}) {
		t.Errorf("new devices: %v", news)
	}
}

// A receipt that another history wrote has the right number and seal, and does
// not follow from the one before.
func TestReceiptOfAnotherHistory(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.handIn(t, document(t, "first", nil))
	w.handIn(t, document(t, "second", nil))
	w.intake(t)
	receipt := w.firstReceipt(t)
	key, err := trust.LoadKey(filepath.Join(w.folder, "workinggroup.key"))
	if err != nil {
		t.Fatal(err)
	}
	other, err := submission.SealReceipt(key, submission.Receipt{Format: submission.Format, Number: 1, Municipality: nis, Submission: "another", Result: submission.Received, At: now})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(receipt, other, 0o600); err != nil {
		t.Fatal(err)
	}
	intake, err := w.office.Intake(t.Context(), w.remote, now)
	if err != nil || len(intake.Problems) != 1 || fault.CodeOf(intake.Problems[0]) != fault.Corrupt {
		t.Errorf("got %+v, %v", intake, err)
	}
}

// What version 1.0 of the format handed in is taken in for ever.
func TestIntakeOfTheFirstFormat(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.handIn(t, document(t, "first", func(d *submission.Document) { d.Format, d.Notification = "1.0", submission.Notification{} }))
	if intake := w.intake(t); len(intake.Taken) != 1 || intake.Taken[0].Result != submission.Received {
		t.Errorf("got %+v", intake)
	}
}

// A correction is held against the working group's own copy of what it replaces.
func TestIntakeOfCorrections(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		first, second func(*submission.Document)
		reasons       []submission.Reason
	}{
		"as it was made":          {nil, nil, nil},
		"of the first format":     {func(d *submission.Document) { d.Format, d.Notification = "1.0", submission.Notification{} }, nil, nil},
		"a change is kept silent": {nil, func(d *submission.Document) { d.Correction.Changes = nil }, []submission.Reason{submission.WrongChanges}},
		"a version passed over":   {nil, func(d *submission.Document) { d.Version = 4 }, []submission.Reason{submission.WrongChanges}},
		"of what is not known":    {nil, func(d *submission.Document) { d.Replaces, d.Correction.Changes = "elsewhere", nil }, nil},
		"a path in place of one":  {nil, func(d *submission.Document) { d.Replaces = "../../../workinggroup" }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			first := document(t, "first", c.first)
			w.handIn(t, first)
			w.intake(t)
			second, err := submission.Freeze(strategy.Current(), submission.Draft{
				ID: "second", Municipality: first.Municipality, Service: assessment.Service{ID: "s", Name: "Verhuizing melden", Development: assessment.New},
				Assessment: assessment.Assessment{ID: "a", ServiceID: "s", Moment: assessment.Before, StartedAt: now, Answers: allYes()},
				Replaced:   &submission.Numbered([]submission.Document{first})[0],
			}, now)
			if err != nil {
				t.Fatal(err)
			}
			if c.second != nil {
				c.second(&second)
			}
			w.handIn(t, second)
			intake := w.intake(t)
			if len(intake.Taken) != 1 || !slices.Equal(intake.Taken[0].Reasons, c.reasons) {
				t.Errorf("got %+v, want %v", intake.Taken, c.reasons)
			}
		})
	}
}

func allYes() []assessment.Answer {
	var answers []assessment.Answer
	for _, c := range strategy.Current().Criteria {
		answers = append(answers, assessment.Answer{Criterion: c.Code, Verdict: assessment.Yes})
	}
	return answers
}
