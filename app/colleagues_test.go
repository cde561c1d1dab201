package app_test

import (
	"encoding/base64"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"toetssteen/app"
	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
	"toetssteen/internal/submission"
)

// pass gives the work of one laptop to another, through a file.
func pass(t *testing.T, from, to *app.Facade) app.TakenInView {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.toetssteen")
	_, err := from.GiveToColleagueAt(t.Context(), path)
	must(t, err)
	view, err := to.TakeFromColleagueAt(t.Context(), path)
	must(t, err)
	return view
}

func say(t *testing.T, f *app.Facade, id string, verdict assessment.Verdict, explanation string) {
	t.Helper()
	_, err := f.SaveAnswer(t.Context(), app.AnswerInput{AssessmentID: id, Criterion: "SD-G1", Verdict: verdict, Explanation: explanation})
	must(t, err)
}

func conflicts(t *testing.T, f *app.Facade) []app.ConflictView {
	t.Helper()
	view, err := f.Conflicts(t.Context(), app.Nothing{})
	must(t, err)
	return view.Conflicts
}

// Two folders: passed on, contradicted, settled, undone, settled with both texts.
func TestTwoLaptops(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	here, there := openTown(t, t.TempDir()), openTown(t, t.TempDir())
	_, err := there.SaveTown(ctx, app.TownInput{NIS: "44021", Role: "dienst ICT"})
	must(t, err)
	id := assessed(t, here)

	came := pass(t, here, there)
	if came.New == 0 || came.Conflicts != 0 || came.By != "medewerker Burgerzaken" || len(came.Kinds) != 3 {
		t.Errorf("came in: %+v", came)
	}
	if again := pass(t, here, there); again.New != 0 || len(again.Kinds) != 0 {
		t.Errorf("came in again: %+v", again)
	}
	say(t, here, id, assessment.No, "Het loket opent in 2027.")
	say(t, there, id, assessment.No, "Het loket opent in 2028.")
	if came := pass(t, there, here); came.Conflicts != 1 {
		t.Errorf("came back: %+v", came)
	}
	pass(t, here, there)

	found := conflicts(t, here)
	if len(found) != 1 || len(found[0].Sides) != 2 || !found[0].Joinable || found[0].Criterion != "SD-G1" || found[0].Service != "Verhuizing melden" {
		t.Fatalf("conflicts %+v", found)
	}
	roles := found[0].Sides[0].Role + ", " + found[0].Sides[1].Role
	if !strings.Contains(roles, "dienst ICT") || !strings.Contains(roles, "medewerker Burgerzaken") {
		t.Errorf("said by %s", roles)
	}
	_, err = here.Submit(ctx, app.SubmitInput{AssessmentID: id})
	if fault.CodeOf(err) != fault.Conflict {
		t.Errorf("handed in all the same: %v", err)
	}

	choice := app.SettleInput{Kind: found[0].Kind, Object: found[0].Object, Operations: found[0].Sides[0].Operations}
	_, err = here.Settle(ctx, choice)
	must(t, err)
	if _, err := here.Settle(ctx, choice); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("settled twice: %v", err)
	}
	_, err = here.Undo(ctx, app.Nothing{})
	must(t, err)
	back := conflicts(t, here)
	if len(back) != 1 || back[0].Sides[0].Role != found[0].Sides[0].Role || back[0].Sides[1].Role != found[0].Sides[1].Role {
		t.Fatalf("after the undo %+v", back)
	}
	both := append(append([]string{}, back[0].Sides[0].Operations...), back[0].Sides[1].Operations...)
	_, err = here.Settle(ctx, app.SettleInput{Kind: "answer", Object: back[0].Object, Operations: both, Join: true})
	must(t, err)
	pass(t, here, there)
	for _, f := range []*app.Facade{here, there} {
		a, err := f.Assessment(ctx, app.IDInput{ID: id})
		must(t, err)
		for _, answer := range a.Answers {
			if answer.Criterion == "SD-G1" && (!strings.Contains(answer.Explanation, "2027") || !strings.Contains(answer.Explanation, "2028") || answer.Conflict) {
				t.Errorf("both say %+v", answer)
			}
		}
	}
	_, err = here.Submit(ctx, app.SubmitInput{AssessmentID: id})
	must(t, err)
}

// Only bytes that this laptop read back count as handed in.
func TestProofOfAColleagueIsNone(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	here, there := openTown(t, t.TempDir()), openTown(t, t.TempDir())
	submitted, err := here.Submit(ctx, app.SubmitInput{AssessmentID: assessed(t, here)})
	must(t, err)
	app.MarkVerified(t, here, submitted.ID)
	pass(t, here, there)
	for f, want := range map[*app.Facade]submission.State{here: submission.StateVerified, there: submission.StateFrozen} {
		view, err := f.Submissions(ctx, app.Nothing{})
		must(t, err)
		if len(view.Submissions) != 1 || view.Submissions[0].State != want {
			t.Errorf("want %s: %+v", want, view.Submissions)
		}
	}
	pass(t, there, here) // and does not lose its own
	view, err := here.Submissions(ctx, app.Nothing{})
	must(t, err)
	if view.Submissions[0].State != submission.StateVerified {
		t.Errorf("its own proof is gone: %+v", view.Submissions[0])
	}
}

func TestJoinedTextsHaveTheLimitOfTheirField(t *testing.T) {
	t.Parallel()
	for name, limit := range map[string]int{
		"answer.explanation": 20_000, "comment.text": 5_000, "measurement.note": 2_000, "improvement_action.note": 5_000, "improvement_action.plan": 500,
		"assessment.stage_note": 5_000, "assessment.cover": 20_000, "assessment.correction": 5_000,
	} {
		kind, field, _ := strings.Cut(name, ".")
		first, second := strings.Repeat("é", limit/2), strings.Repeat("f", limit/2-2)
		if _, err := app.Joined(journal.Kind(kind), field, []json.RawMessage{text(t, first), text(t, second)}); err != nil {
			t.Errorf("%s of just its limit: %v", name, err)
		}
		_, err := app.Joined(journal.Kind(kind), field, []json.RawMessage{text(t, first), text(t, second+"f")})
		if fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%s beyond its limit: %v", name, err)
		}
	}
}

func text(t *testing.T, words string) json.RawMessage {
	t.Helper()
	data, err := json.Marshal(words)
	must(t, err)
	return data
}

func TestPackedNameOfAShortHash(t *testing.T) {
	t.Parallel()
	if got := app.PackedNames("evidence", []assessment.Evidence{{Criterion: "SD-G1", Hash: "abc"}}); got["abc"] != "evidence/SD-G1 abc" {
		t.Errorf("got %v", got)
	}
}

// takeInPieces brings a colleague's file in, as the window does.
func takeInPieces(t *testing.T, f *app.Facade, size int, pieces []string) error {
	t.Helper()
	begun, err := f.BeginColleague(t.Context(), app.IncomingInput{Name: "x", Size: int64(size)})
	for _, piece := range pieces {
		if err == nil {
			_, err = f.AddColleaguePiece(t.Context(), app.PieceInput{ID: begun.ID, Data: base64.StdEncoding.EncodeToString([]byte(piece))})
		}
	}
	if err == nil {
		_, err = f.TakeFromColleague(t.Context(), begun)
	}
	return err
}

func TestAColleaguesFileThatWasStopped(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	begun, err := f.BeginColleague(t.Context(), app.IncomingInput{Name: "x", Size: 3})
	must(t, err)
	_, err = f.CancelColleague(t.Context(), begun)
	must(t, err)
	_, err = f.TakeFromColleague(t.Context(), begun)
	if fault.Of(err).Key != "error.colleague_stopped" {
		t.Errorf("taken in all the same: %v", err)
	}
}

func TestWhatIsNotTakenIn(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	here := openTown(t, t.TempDir())
	elsewhere := openTown(t, t.TempDir())
	_, err := elsewhere.SaveTown(ctx, app.TownInput{NIS: "11002"})
	must(t, err)
	assessed(t, elsewhere)
	path := filepath.Join(t.TempDir(), "x.toetssteen")
	_, err = elsewhere.GiveToColleagueAt(ctx, path)
	must(t, err)
	data, err := os.ReadFile(path)
	must(t, err)
	for name, c := range map[string]struct {
		size   int
		pieces []string
		key    string
	}{
		"another town":  {len(data), []string{string(data[:9]), string(data[9:])}, "error.colleague_other_town"},
		"no file":       {1, []string{"x"}, "error.colleague_no_file"},
		"nothing":       {0, nil, "error.colleague_no_file"},
		"too large":     {128<<20 + 1, nil, "error.colleague_too_large"},
		"half a file":   {len(data), []string{string(data[:9])}, "error.colleague_changed"},
		"a growing one": {1, []string{"xy"}, "error.colleague_changed"},
	} {
		err := takeInPieces(t, here, c.size, c.pieces)
		if err == nil || fault.Of(err).Key != c.key {
			t.Errorf("%s: %v", name, err)
		}
	}
	services, err := here.Services(ctx, app.Nothing{})
	must(t, err)
	if len(services.Services) != 0 {
		t.Errorf("taken in: %+v", services.Services)
	}
}

// The evidence that a file names comes along; a path is no name.
func TestEvidenceComesAlong(t *testing.T) {
	t.Parallel()
	here, there := t.TempDir(), t.TempDir()
	const hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" // of "abc"
	must(t, os.MkdirAll(filepath.Join(here, "evidence", hash[:2]), 0o700))
	must(t, os.WriteFile(filepath.Join(here, "evidence", hash[:2], hash), []byte("abc"), 0o600))
	from, to := openTown(t, here), openTown(t, there)
	app.AddEvidence(t, from, assessed(t, from), hash)
	if came := pass(t, from, to); came.Evidence != 1 || came.Missing != 0 {
		t.Errorf("came in: %+v", came)
	}
	if data, err := os.ReadFile(filepath.Join(there, "evidence", hash[:2], hash)); err != nil || string(data) != "abc" {
		t.Errorf("got %q, %v", data, err)
	}
}

// A file that is not there is named, and marked where it does not arrive.
func TestEvidenceThatStaysBehindIsNamed(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	here := t.TempDir()
	from, to := openTown(t, here), openTown(t, t.TempDir())
	id := assessed(t, from)
	attached, err := attachFile(t, from, id, "SD-G1", "verslag.txt", []byte("Verslag"))
	must(t, err)
	hash := attached.Answer.Evidence[0].Hash
	must(t, os.Remove(filepath.Join(here, "evidence", hash[:2], hash)))
	given, err := from.GiveToColleague(ctx, app.Nothing{})
	must(t, err)
	if !slices.Equal(given.Left, []app.LeftOutView{{Name: "verslag.txt", Criterion: "SD-G1"}}) || given.Missing != 1 {
		t.Errorf("left out %+v", given)
	}
	if came := pass(t, from, to); came.Missing != 1 {
		t.Errorf("came in: %+v", came)
	}
	view, err := to.Assessment(ctx, app.IDInput{ID: id})
	must(t, err)
	for _, answer := range view.Answers {
		if answer.Criterion == "SD-G1" && (len(answer.Evidence) != 1 || !answer.Evidence[0].Elsewhere) {
			t.Errorf("evidence %+v", answer.Evidence)
		}
	}
}

// Through every stage, and back by undo.
func TestStages(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	id := assessed(t, f)
	to := func(in app.StageInput) app.StageView {
		t.Helper()
		in.AssessmentID = id
		view, err := f.SaveStage(ctx, in)
		must(t, err)
		return view
	}
	to(app.StageInput{Stage: assessment.Proposed, Reviewer: "Medewerker burgerzaken "})
	waits, err := f.Teamwork(ctx, app.Nothing{})
	must(t, err)
	if len(waits.ToReview) != 1 || !waits.ToReview[0].Mine {
		t.Errorf("waits %+v", waits)
	}
	if back := to(app.StageInput{Stage: assessment.FillingIn, Note: "Kijk SD-G1 na."}); back.Note == "" || back.By != "medewerker Burgerzaken" {
		t.Errorf("sent back: %+v", back)
	}
	to(app.StageInput{Stage: assessment.Reviewed})
	adopted := to(app.StageInput{Stage: assessment.Adopted, AdoptedOn: "2024-11-29", Decision: "2026/114"})
	if len(adopted.Changed) != 0 || adopted.Decision != "2026/114" {
		t.Errorf("adopted: %+v", adopted)
	}
	say(t, f, id, assessment.No, "Anders.")
	changed, err := f.Stage(ctx, app.IDInput{ID: id})
	must(t, err)
	if len(changed.Changed) != 1 || changed.Changed[0].ID != "SD-G1" || changed.Stage != assessment.Adopted {
		t.Errorf("changed: %+v", changed)
	}
	for _, want := range []struct {
		kind  string
		stage assessment.Stage
	}{{"answer", assessment.Adopted}, {"stage", assessment.Reviewed}, {"stage", assessment.FillingIn}, {"stage", assessment.Proposed}} {
		undone, err := f.Undo(ctx, app.Nothing{})
		must(t, err)
		now, err := f.Stage(ctx, app.IDInput{ID: id})
		must(t, err)
		if undone.Kind != want.kind || now.Stage != want.stage || len(now.Changed) != 0 {
			t.Errorf("undone %s, now %+v; want %+v", undone.Kind, now, want)
		}
	}

	line, err := f.Timeline(ctx, app.IDInput{ID: id})
	must(t, err)
	count := make(map[string]int)
	for _, e := range line.Entries {
		count[e.What]++
	}
	if last := line.Entries[len(line.Entries)-1]; last.What != "started" || count["started"] != 1 || count["answer"] < 52 || count["stage"] == 0 {
		t.Errorf("entries %v, first %+v", count, last)
	}
}
