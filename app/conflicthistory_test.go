package app_test

import (
	"encoding/json"
	"slices"
	"testing"

	"toetssteen/app"
	"toetssteen/internal/assessment"
)

// contradicted are two laptops of which one said yes to SD-G1 and the other no,
// with a text, where both had said no before.
func contradicted(t *testing.T) (here, there *app.Facade, id string) {
	t.Helper()
	here, there = openTown(t, t.TempDir()), openTown(t, t.TempDir())
	_, err := there.SaveTown(t.Context(), app.TownInput{NIS: "44021", Role: "dienst ICT"})
	must(t, err)
	id = assessed(t, here)
	say(t, here, id, assessment.Open, "")
	pass(t, here, there)
	say(t, here, id, assessment.Yes, "")
	say(t, there, id, assessment.No, "Het loket opent in 2028.")
	pass(t, there, here)
	pass(t, here, there)
	return here, there, id
}

func answered(t *testing.T, f *app.Facade, id string) (assessment.Verdict, string) {
	t.Helper()
	a, err := f.Assessment(t.Context(), app.IDInput{ID: id})
	must(t, err)
	for _, answer := range a.Answers {
		if answer.Criterion == "SD-G1" {
			return answer.Verdict, answer.Explanation
		}
	}
	t.Fatal("no answer")
	return "", ""
}

// The history of an answer reads well when a settled conflict came back: no
// line stands there twice, and none says that nothing changed.
func TestHistoryOfAConflictThatCameBack(t *testing.T) {
	t.Parallel()
	here, _, id := contradicted(t)
	found := conflicts(t, here)
	_, err := here.Settle(t.Context(), app.SettleInput{Kind: "answer", Object: found[0].Object, Operations: found[0].Sides[0].Operations})
	must(t, err)
	_, err = here.Undo(t.Context(), app.Nothing{})
	must(t, err)
	history, err := here.AnswerHistory(t.Context(), app.CriterionInput{AssessmentID: id, Criterion: "SD-G1"})
	must(t, err)
	for _, entry := range history.Entries {
		seen := make(map[app.HistoryLineView]bool)
		for _, line := range entry.Lines {
			if seen[line] || line.From == line.To {
				t.Errorf("says %+v in %+v", line, entry.Lines)
			}
			seen[line] = true
		}
	}
}

// Choosing a side gives its whole answer, never a verdict with the text of the
// other; and an undo brings both back.
func TestASideIsAWholeAnswer(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		own         bool
		verdict     assessment.Verdict
		explanation string
	}{
		"one's own, without the other's text": {true, assessment.Yes, ""},
		"the other's, with its text":          {false, assessment.No, "Het loket opent in 2028."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			here, there, id := contradicted(t)
			found := conflicts(t, here)
			if len(found) != 1 || len(found[0].Sides) != 2 || !found[0].Sides[0].Own || found[0].Joinable {
				t.Fatalf("conflicts %+v", found)
			}
			side := found[0].Sides[boolean(!c.own)]
			said := map[string]string{}
			for _, field := range side.Fields {
				said[field.Field] = field.Value
			}
			text, err := json.Marshal(c.explanation)
			must(t, err)
			if c.explanation == "" {
				text = []byte("null")
			}
			if said["verdict"] != `"`+string(c.verdict)+`"` || said["explanation"] != string(text) {
				t.Errorf("the card says %+v", side.Fields)
			}
			_, err = here.Settle(t.Context(), app.SettleInput{Kind: "answer", Object: found[0].Object, Operations: side.Operations})
			must(t, err)
			pass(t, here, there)
			for _, f := range []*app.Facade{here, there} {
				if verdict, explanation := answered(t, f, id); verdict != c.verdict || explanation != c.explanation || len(conflicts(t, f)) != 0 {
					t.Errorf("chosen: %s %q", verdict, explanation)
				}
			}
			_, err = here.Undo(t.Context(), app.Nothing{})
			must(t, err)
			back := conflicts(t, here)
			if len(back) != 1 || len(back[0].Sides) != 2 {
				t.Fatalf("after the undo %+v", back)
			}
			for i, side := range back[0].Sides {
				if !slices.Equal(side.Fields, found[0].Sides[i].Fields) || side.Role != found[0].Sides[i].Role {
					t.Errorf("after the undo %+v, before %+v", side, found[0].Sides[i])
				}
			}
		})
	}
}

func boolean(is bool) int {
	if is {
		return 1
	}
	return 0
}

// A stage settles with all that was said with it.
func TestASideIsAWholeStage(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	here, there := openTown(t, t.TempDir()), openTown(t, t.TempDir())
	id := assessed(t, here)
	_, err := here.SaveStage(ctx, app.StageInput{AssessmentID: id, Stage: assessment.Proposed, Reviewer: "diensthoofd"})
	must(t, err)
	pass(t, here, there)
	_, err = here.SaveStage(ctx, app.StageInput{AssessmentID: id, Stage: assessment.Adopted, AdoptedOn: "2026-11-20", Decision: "2026/114"})
	must(t, err)
	_, err = there.SaveStage(ctx, app.StageInput{AssessmentID: id, Stage: assessment.FillingIn, Note: "Kijk SD-G1 na."})
	must(t, err)
	want := make(map[bool]app.StageView)
	for own, f := range map[bool]*app.Facade{true: here, false: there} {
		want[own], err = f.Stage(ctx, app.IDInput{ID: id})
		must(t, err)
	}
	pass(t, there, here)
	for own, stage := range want {
		found := conflicts(t, here)
		if len(found) != 1 || len(found[0].Sides) != 2 || found[0].Sides[0].Own != true {
			t.Fatalf("conflicts %+v", found)
		}
		_, err = here.Settle(ctx, app.SettleInput{Kind: "assessment", Object: id, Operations: found[0].Sides[boolean(!own)].Operations})
		must(t, err)
		got, err := here.Stage(ctx, app.IDInput{ID: id})
		must(t, err)
		if got.Stage != stage.Stage || got.Note != stage.Note || got.Reviewer != stage.Reviewer || got.AdoptedOn != stage.AdoptedOn || got.Decision != stage.Decision {
			t.Errorf("own %v: settled on %+v, want %+v", own, got, stage)
		}
		_, err = here.Undo(ctx, app.Nothing{})
		must(t, err)
	}
}

// Two laptops that start the same kind of assessment of one service are told,
// once, and the service tells who started which.
func TestTwins(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	here, there := openTown(t, t.TempDir()), openTown(t, t.TempDir())
	_, err := there.SaveTown(ctx, app.TownInput{NIS: "44021", Role: "dienst ICT"})
	must(t, err)
	service, err := here.SaveService(ctx, app.ServiceInput{Name: "Dubbel", Development: assessment.New})
	must(t, err)
	if came := pass(t, here, there); len(came.Twins) != 0 {
		t.Errorf("before: %+v", came.Twins)
	}
	for _, f := range []*app.Facade{here, there} {
		_, err := f.StartAssessment(ctx, app.StartInput{ServiceID: service.ID, Moment: assessment.Before})
		must(t, err)
	}
	_, err = there.StartAssessment(ctx, app.StartInput{ServiceID: service.ID, Moment: assessment.After})
	must(t, err)
	want := app.TwinsView{ServiceID: service.ID, ServiceName: "Dubbel", Moment: assessment.Before, Count: 2}
	if came := pass(t, there, here); len(came.Twins) != 1 || came.Twins[0] != want {
		t.Errorf("came %+v, want %+v", came.Twins, want)
	}
	if came := pass(t, there, here); len(came.Twins) != 0 {
		t.Errorf("told again: %+v", came.Twins)
	}
	view, err := here.Service(ctx, app.IDInput{ID: service.ID})
	must(t, err)
	by := make(map[string]int)
	for _, row := range view.Assessments {
		by[row.StartedBy.Role]++
		if row.StartedBy.Own != (row.StartedBy.Role == "medewerker Burgerzaken") {
			t.Errorf("started by %+v", row.StartedBy)
		}
	}
	if len(view.Assessments) != 3 || by["dienst ICT"] != 2 || by["medewerker Burgerzaken"] != 1 {
		t.Errorf("started by %v", by)
	}
}

// The time line names what it is about, and tells marks, undo and redo apart.
func TestTimelineNames(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	here, _, id := contradicted(t)
	found := conflicts(t, here)
	if found[0].Moment != "before" || found[0].StartedAt == "" {
		t.Errorf("conflict of %q, %q", found[0].Moment, found[0].StartedAt)
	}
	_, err := here.Settle(ctx, app.SettleInput{Kind: "answer", Object: found[0].Object, Operations: found[0].Sides[0].Operations})
	must(t, err)
	_, err = here.Undo(ctx, app.Nothing{})
	must(t, err)
	_, err = here.Redo(ctx, app.Nothing{})
	must(t, err)
	_, err = here.AddComment(ctx, app.CommentInput{AssessmentID: id, Criterion: "SD-G1", Text: "Klopt dit?\nIk twijfel."})
	must(t, err)
	_, err = here.MarkAnswer(ctx, app.MarksInput{AssessmentID: id, Criterion: "SD-G1", Discuss: true})
	must(t, err)
	app.AddEvidence(t, here, id, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
	line, err := here.Timeline(ctx, app.IDInput{ID: id})
	must(t, err)
	count := make(map[string]int)
	for _, e := range line.Entries {
		if e.From == e.To && e.Field != "" {
			t.Errorf("changes nothing: %+v", e)
		}
		if e.Redo {
			count["redo"]++
		}
		if e.Undo {
			count["undo"]++
		}
		count[e.What+" "+e.Subject]++
	}
	for _, want := range []string{"redo", "undo", "comment Klopt dit?", "evidence foto.png", "marks "} {
		if count[want] == 0 {
			t.Errorf("no %q in %v", want, count)
		}
	}
}
