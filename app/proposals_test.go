package app_test

import (
	"slices"
	"testing"

	"toetssteen/app"
	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// carried makes a complete assessment, and one afterwards that starts from it.
func carried(t *testing.T) (f *app.Facade, earlier string, after app.AssessmentView) {
	t.Helper()
	f = openTown(t, t.TempDir())
	earlier = assessed(t, f)
	before, err := f.Assessment(t.Context(), app.IDInput{ID: earlier})
	must(t, err)
	after, err = f.StartAssessment(t.Context(), app.StartInput{ServiceID: before.Service.ID, Moment: assessment.After})
	must(t, err)
	return f, earlier, after
}

func proposed(view app.AssessmentView, principle string) []strategy.CriterionCode {
	var codes []strategy.CriterionCode
	for _, a := range view.Answers {
		if a.Proposal != nil && string(a.Criterion[:len(principle)]) == principle {
			codes = append(codes, a.Criterion)
		}
	}
	return codes
}

func TestStartFrom(t *testing.T) {
	t.Parallel()
	f, earlier, after := carried(t)
	none, other := "", "no such one"
	if after.Previous == nil || after.Previous.ID != earlier || after.Progress.Proposed != 52 || after.Progress.Answered != 0 || after.Progress.Open != 52 {
		t.Fatalf("starts from %+v, %+v", after.Previous, after.Progress)
	}
	blank, err := f.StartAssessment(t.Context(), app.StartInput{ServiceID: after.Service.ID, Moment: assessment.Again, Previous: &none})
	must(t, err)
	if blank.Previous != nil || blank.Progress.Proposed != 0 || blank.Moment != assessment.Again {
		t.Errorf("a blank one starts from %+v, %+v", blank.Previous, blank.Progress)
	}
	if _, err := f.StartAssessment(t.Context(), app.StartInput{ServiceID: after.Service.ID, Moment: assessment.Again, Previous: &other}); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("from one that is not there: %v", err)
	}
	if _, err := f.StartAssessment(t.Context(), app.StartInput{ServiceID: after.Service.ID, Moment: "during"}); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("at an unknown moment: %v", err)
	}
	_, err = f.RemoveAssessment(t.Context(), app.IDInput{ID: earlier})
	must(t, err)
	gone, err := f.Assessment(t.Context(), app.IDInput{ID: after.ID})
	must(t, err)
	if gone.Previous != nil || gone.Progress.Proposed != 0 {
		t.Errorf("after its removal it starts from %+v, %+v", gone.Previous, gone.Progress)
	}
}

// The rest of a principle is confirmed in one change, and one undo takes it
// back; what somebody decided before stays.
func TestConfirmProposals(t *testing.T) {
	t.Parallel()
	f, _, after := carried(t)
	first := after.Answers[0] // a no with its explanation
	saved, err := f.SaveAnswer(t.Context(), app.AnswerInput{AssessmentID: after.ID, Criterion: first.Criterion, Verdict: assessment.Yes})
	must(t, err)
	if saved.Answer.PreviousVerdict != assessment.No || saved.Answer.Proposal != nil {
		t.Errorf("a changed one: %+v", saved.Answer)
	}
	principle := string(first.Criterion[:2])
	codes := proposed(after, principle)[1:]
	if _, err := f.ConfirmProposals(t.Context(), app.ConfirmInput{AssessmentID: after.ID, Criteria: append(slices.Clone(codes), first.Criterion)}); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("with one that was decided: %v", err)
	}
	view, err := f.ConfirmProposals(t.Context(), app.ConfirmInput{AssessmentID: after.ID, Criteria: codes})
	must(t, err)
	if view.Progress.Answered != len(codes)+1 || view.Progress.Incomplete != 0 || len(proposed(view, principle)) != 0 {
		t.Errorf("confirmed: %+v", view.Progress)
	}
	if second := view.Answers[1]; second.Verdict != assessment.No || second.Explanation != after.Answers[1].Proposal.Explanation {
		t.Errorf("confirmed %+v", second)
	}
	undone, err := f.Undo(t.Context(), app.Nothing{})
	must(t, err)
	if undone.Kind != "answers" || undone.AssessmentID != after.ID || undone.Subject != "11" && undone.Subject == "1" {
		t.Errorf("undone %+v", undone)
	}
	view, err = f.Assessment(t.Context(), app.IDInput{ID: after.ID})
	must(t, err)
	if view.Progress.Answered != 1 || !slices.Equal(proposed(view, principle), codes) {
		t.Errorf("after the undo: %+v", view.Progress)
	}
}

// A reworded criterion is proposed and marked, and can't be confirmed with others.
func TestRewordedSince(t *testing.T) {
	t.Parallel()
	f, id := moveable(t)
	before, err := f.Assessment(t.Context(), app.IDInput{ID: id})
	must(t, err)
	after, err := f.StartAssessment(t.Context(), app.StartInput{ServiceID: before.Service.ID, Moment: assessment.Again})
	must(t, err)
	at := slices.IndexFunc(after.Answers, func(a app.AnswerView) bool { return a.Criterion == "GC-G1" })
	if p := after.Answers[at].Proposal; after.Edition != "2026.1" || p == nil || !p.Changed {
		t.Fatalf("edition %s proposes %+v", after.Edition, p)
	}
	if _, err := f.ConfirmProposals(t.Context(), app.ConfirmInput{AssessmentID: after.ID, Criteria: []strategy.CriterionCode{"GC-G1"}}); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("confirmed with others: %v", err)
	}
}

func TestCarryFromAnotherService(t *testing.T) {
	t.Parallel()
	f, earlier, after := carried(t)
	service, err := f.SaveService(t.Context(), app.ServiceInput{Name: "Feest melden"})
	must(t, err)
	fresh, err := f.StartAssessment(t.Context(), app.StartInput{ServiceID: service.ID, Moment: assessment.Before})
	must(t, err)
	sources, err := f.AnswerSources(t.Context(), app.IDInput{ID: fresh.ID})
	must(t, err)
	if len(sources.Sources) != 1 || sources.Sources[0].ID != earlier || sources.Sources[0].Answered != 52 {
		t.Fatalf("can be taken over from %+v", sources.Sources)
	}
	carried, err := f.CarryFrom(t.Context(), app.CarryInput{AssessmentID: fresh.ID, From: earlier})
	must(t, err)
	if fresh.Progress.Proposed != 0 || carried.Progress.Proposed != 52 || carried.Previous.Service.Name != "Verhuizing melden" {
		t.Errorf("carried over %+v", carried.Progress)
	}
	undone, err := f.Undo(t.Context(), app.Nothing{})
	must(t, err)
	if undone.Kind != "carry" || undone.Subject != "Feest melden" || undone.AssessmentID != fresh.ID {
		t.Errorf("undone %+v", undone)
	}
	for name, in := range map[string]app.CarryInput{
		"itself":           {AssessmentID: after.ID, From: after.ID},
		"one not there":    {AssessmentID: after.ID, From: "x"},
		"into a lost one":  {AssessmentID: "x", From: after.ID},
		"nothing to start": {AssessmentID: "", From: ""},
	} {
		if _, err := f.CarryFrom(t.Context(), in); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

func TestSuggestExplanations(t *testing.T) {
	t.Parallel()
	f, _, after := carried(t)
	suggest := func(criterion strategy.CriterionCode, typed string) []app.WordingView {
		view, err := f.SuggestExplanations(t.Context(), app.WordingInput{AssessmentID: after.ID, Criterion: criterion, Verdict: assessment.No, Typed: typed})
		must(t, err)
		return view.Wordings
	}
	first, last := after.Answers[0].Criterion, after.Answers[51].Criterion
	if got := suggest(first, ""); len(got) != 1 || got[0].ServiceName != "Verhuizing melden" || got[0].Moment != assessment.Before || got[0].SavedAt == "" {
		t.Errorf("for the same criterion: %+v", got)
	}
	if got := suggest(last, ""); len(got) != 0 {
		t.Errorf("out of nothing: %+v", got)
	}
	if got := suggest(last, "Dat volgt met één l"); len(got) != 1 || got[0].Criterion == last {
		t.Errorf("by what is typed: %+v", got)
	}
	if got := suggest(last, `"AND ) NEAR volg* 🙂`); len(got) != 1 {
		t.Errorf("typed as a query: %+v", got)
	}
	if got := suggest(first, " volgt in 2027:  🙂 één loket."); len(got) != 0 {
		t.Errorf("what stands there: %+v", got)
	}
	_, err := f.SaveAnswer(t.Context(), app.AnswerInput{AssessmentID: after.ID, Criterion: last, Verdict: assessment.No, Explanation: "Volgende zomer volgt een nieuw loket."})
	must(t, err)
	if got := suggest(after.Answers[50].Criterion, "loket volgt"); len(got) != 2 || got[0].Criterion != last {
		t.Errorf("the latest first: %+v", got)
	}
}

func TestAssessingAnAid(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	opens, budget, users := int64(14), int64(900_000), int64(200_000)
	aid, err := f.SaveService(t.Context(), app.ServiceInput{
		Kind: assessment.AsAid, Aid: strategy.Current().Aids[0].ID, OpensUp: &opens, Name: "Afsprakenmodule",
		BudgetEuro: &budget, Users: &users, Development: assessment.New,
	})
	must(t, err)
	if aid.Significance.Required || aid.Significance.Significant || aid.Kind != assessment.AsAid || *aid.OpensUp != 14 {
		t.Errorf("%+v", aid)
	}
	home, err := f.Home(t.Context(), app.Nothing{})
	must(t, err)
	if len(home.Next) != 0 || home.Counts.Significant != 0 {
		t.Errorf("an aid is asked for: %+v", home.Next)
	}
	negative := int64(-1)
	for name, in := range map[string]app.ServiceInput{
		"of an unknown kind":           {Name: "x", Kind: "thing"},
		"of the catalogue of nowhere":  {Name: "x", Kind: assessment.AsAid, Aid: "nowhere"},
		"that opens up less than none": {Name: "x", Kind: assessment.AsAid, OpensUp: &negative},
	} {
		if _, err := f.SaveService(t.Context(), in); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("an aid %s: %v", name, err)
		}
	}
}
