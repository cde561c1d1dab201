package app_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"toetssteen/app"
	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

func missing(view app.NotificationView) string {
	var kinds []string
	for _, part := range view.Missing {
		kinds = append(kinds, string(part.Kind))
	}
	return strings.Join(kinds, " ")
}

func notification(t *testing.T, f *app.Facade, id string) app.NotificationView {
	t.Helper()
	view, err := f.Notification(t.Context(), app.IDInput{ID: id})
	must(t, err)
	return view
}

// From a complete assessment to its second version.
func TestNotification(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	id := assessed(t, f)

	view := notification(t, f, id)
	if got := missing(view); got != "measures decision cover" || view.Version != 1 || len(view.Unmet) != 2 || len(view.Met) != 50 {
		t.Fatalf("missing %q, version %d, %d unmet, %d met", got, view.Version, len(view.Unmet), len(view.Met))
	}
	_, err := f.Adopt(ctx, app.AdoptInput{AssessmentID: id, AdoptedOn: "2024-11-29", Decision: " 2026-CBS-1204 "})
	must(t, err)
	_, err = f.SaveCover(ctx, app.WordsInput{AssessmentID: id, Text: "We zijn bijna klaar."})
	must(t, err)
	_, err = f.Submit(ctx, app.SubmitInput{AssessmentID: id})
	must(t, err)

	view = notification(t, f, id)
	if len(view.Versions) != 1 || view.Versions[0].Decision != "2026-CBS-1204" || view.Stage != assessment.Adopted || view.Version != 2 || view.Result.Changed {
		t.Fatalf("after handing in: %+v", view.Versions)
	}
	first := view.Unmet[0].Criterion
	_, err = f.SaveAnswer(ctx, app.AnswerInput{AssessmentID: id, Criterion: first, Verdict: assessment.Yes})
	must(t, err)
	_, err = f.SaveCover(ctx, app.WordsInput{AssessmentID: id, Text: "We zijn klaar."})
	must(t, err)
	view = notification(t, f, id)
	if got := fmt.Sprint(view.Changes[0].Criterion, view.Changes[0].From, view.Changes[0].To, view.Parts); got != string(first)+"noyes[cover since]" || !strings.Contains(missing(view), "reason") {
		t.Fatalf("changes %s, missing %s", got, missing(view))
	}
	if len(view.Since) != 1 || view.Since[0].ID != string(first) || !strings.Contains(missing(view), "since") {
		t.Errorf("the decision was taken before %s changed: %+v, missing %s", first, view.Since, missing(view))
	}
	_, err = f.Submit(ctx, app.SubmitInput{AssessmentID: id})
	if said := fault.Of(err); said.Key != "error.correction_reason" {
		t.Errorf("handed in without a reason: %v", err)
	}
	_, err = f.SaveCorrection(ctx, app.WordsInput{AssessmentID: id, Text: "De koppeling werkt nu."})
	must(t, err)
	_, err = f.Submit(ctx, app.SubmitInput{AssessmentID: id})
	must(t, err)

	view = notification(t, f, id)
	if len(view.Versions) != 2 || view.Versions[0].Version != 2 || view.Versions[0].Reason != "De koppeling werkt nu." || len(view.Versions[0].Changes) != 1 || view.Reason != "" || view.Result.Changed {
		t.Fatalf("the second version: %+v, reason for a third %q", view.Versions, view.Reason)
	}
	if since := view.Versions[0].Since; len(since) != 1 || since[0].ID != string(first) || len(view.Versions[1].Since) != 0 {
		t.Errorf("changed since the decision: %+v", since)
	}
	// Undone is the reason, not what was handed in.
	undone, err := f.Undo(ctx, app.Nothing{})
	must(t, err)
	if undone.Kind != "notification" || len(notification(t, f, id).Versions) != 2 {
		t.Errorf("undone %+v", undone)
	}
}

func TestUndoOfADecision(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	id := assessed(t, f)
	_, err := f.Adopt(t.Context(), app.AdoptInput{AssessmentID: id, AdoptedOn: "2024-11-29", Decision: "7"})
	must(t, err)
	undone, err := f.Undo(t.Context(), app.Nothing{})
	must(t, err)
	if view := notification(t, f, id); undone.Kind != "stage" || undone.Subject != "Verhuizing melden" || view.AdoptedOn != "" || view.Stage != assessment.FillingIn {
		t.Errorf("undone %+v, adopted on %q, %q", undone, view.AdoptedOn, view.Stage)
	}
}

func TestNotificationRefuses(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	id := assessed(t, f)
	long := strings.Repeat("x", 1<<20)
	for name, c := range map[string]struct {
		do   func() error
		code fault.Code
	}{
		"adopted on no day": {func() error {
			_, err := f.Adopt(ctx, app.AdoptInput{AssessmentID: id, AdoptedOn: "2026-02-30"})
			return err
		}, fault.Invalid},
		"a number of a megabyte": {func() error {
			_, err := f.Adopt(ctx, app.AdoptInput{AssessmentID: id, AdoptedOn: "2024-11-29", Decision: long})
			return err
		}, fault.Invalid},
		"a cover note of one": {func() error { _, err := f.SaveCover(ctx, app.WordsInput{AssessmentID: id, Text: long}); return err }, fault.Invalid},
		"a reason of one": {func() error {
			_, err := f.SaveCorrection(ctx, app.WordsInput{AssessmentID: id, Text: long})
			return err
		}, fault.Invalid},
		"adopted tomorrow": {func() error {
			_, err := f.Adopt(ctx, app.AdoptInput{AssessmentID: id, AdoptedOn: time.Now().AddDate(0, 0, 2).Format(time.DateOnly)})
			return err
		}, fault.Invalid},
		"a version not there":       {func() error { _, err := f.MakeNotificationVersion(ctx, app.IDInput{ID: "x"}); return err }, fault.NotFound},
		"an assessment not there":   {func() error { _, err := f.SaveCover(ctx, app.WordsInput{AssessmentID: "x", Text: "a"}); return err }, fault.NotFound},
		"a notification of nothing": {func() error { _, err := f.Notification(ctx, app.IDInput{ID: "x"}); return err }, fault.NotFound},
	} {
		if err := c.do(); fault.CodeOf(err) != c.code {
			t.Errorf("%s: got %v, want %s", name, err, c.code)
		}
	}
	if view := notification(t, f, id); view.AdoptedOn != "" || view.Cover != "" || view.Reason != "" {
		t.Errorf("something was written: %+v", view)
	}
}

// An assessment afterwards is held against the one beforehand.
func TestNotificationAfterwards(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	before, err := f.Result(ctx, app.IDInput{ID: assessed(t, f)})
	must(t, err)
	after, err := f.StartAssessment(ctx, app.StartInput{ServiceID: before.Assessment.Service.ID, Moment: assessment.After})
	must(t, err)
	for _, answer := range after.Answers {
		_, err := f.SaveAnswer(ctx, app.AnswerInput{AssessmentID: after.ID, Criterion: answer.Criterion, Verdict: assessment.Yes})
		must(t, err)
	}
	view := notification(t, f, after.ID)
	if view.Earlier == nil || view.Earlier.Assessment.ID != before.Assessment.ID || len(view.Earlier.Changes) != 2 || view.Earlier.Changes[0].From != assessment.No {
		t.Fatalf("got %+v", view.Earlier)
	}
	path := filepath.Join(t.TempDir(), "melding.pdf")
	_, err = f.WriteNotification(ctx, after.ID, path)
	must(t, err)
	if pdf, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-1.7")) {
		t.Errorf("no PDF: %v", err)
	}
}

func TestInsight(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	id, other := assessed(t, f), assessed(t, f) // both fail the same two
	_, err := f.SaveAnswer(ctx, app.AnswerInput{AssessmentID: id, Criterion: "SD-G2", Verdict: assessment.NotApplicable, Explanation: "Geen keuze."})
	must(t, err)
	view, err := f.Insight(ctx, app.IDInput{ID: id})
	must(t, err)
	if len(view.Priorities) != 1 || view.Priorities[0].Others != 1 {
		t.Errorf("got %+v", view)
	}
	if len(view.Checks) != len(assessment.CheckKinds()) {
		t.Errorf("%d checks", len(view.Checks))
	}
	both, err := f.Insight(ctx, app.IDInput{ID: other})
	must(t, err)
	want := strategy.PrincipleCode("SD")
	if len(both.Lifts) != 1 || both.Lifts[0].Principle != want || len(both.Lifts[0].Criteria) != 1 {
		t.Errorf("lifts %+v", both.Lifts)
	}
}

// What was handed in can be read back as it was, whatever changed since.
func TestNotificationVersionReadBack(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	id := assessed(t, f)
	_, err := f.SaveCover(ctx, app.WordsInput{AssessmentID: id, Text: "Zo was het toen."})
	must(t, err)
	draft, err := f.MakeNotification(ctx, app.ReportInput{AssessmentID: id})
	must(t, err)
	handedIn, err := f.Submit(ctx, app.SubmitInput{AssessmentID: id})
	must(t, err)
	_, err = f.SaveCover(ctx, app.WordsInput{AssessmentID: id, Text: "Zo is het nu."})
	must(t, err)
	file, err := f.MakeNotificationVersion(ctx, app.IDInput{ID: handedIn.ID})
	must(t, err)
	if !strings.HasSuffix(file.FileName, "-versie-1.pdf") || !strings.HasSuffix(draft.FileName, "-ontwerp.pdf") {
		t.Errorf("files %s and %s", file.FileName, draft.FileName)
	}
	text, err := exec.Command("pdftotext", file.Path, "-").Output()
	must(t, err)
	if said := string(text); !strings.Contains(said, "Zo was het toen.") || strings.Contains(said, "Zo is het nu.") || !strings.Contains(said, handedIn.Number) || !strings.Contains(said, "Volgt in 2027") {
		t.Errorf("version 1 says\n%s", said)
	}
}
