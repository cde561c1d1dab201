package app_test

import (
	"os"
	"strings"
	"testing"

	"toetssteen/app"
	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
	"toetssteen/internal/submission"
)

func startService(t *testing.T, f *app.Facade, name string) (service, id string) {
	t.Helper()
	s, err := f.SaveService(t.Context(), app.ServiceInput{Name: name})
	must(t, err)
	view, err := f.StartAssessment(t.Context(), app.StartInput{ServiceID: s.ID, Moment: assessment.Before})
	must(t, err)
	return s.ID, view.ID
}

func answer(t *testing.T, f *app.Facade, id string, code strategy.CriterionCode) app.AnswerView {
	t.Helper()
	view, err := f.Assessment(t.Context(), app.IDInput{ID: id})
	must(t, err)
	for _, a := range view.Answers {
		if a.Criterion == code {
			return a
		}
	}
	t.Fatalf("no answer to %s", code)
	return app.AnswerView{}
}

func decide(t *testing.T, f *app.Facade, id string, code strategy.CriterionCode, verdict assessment.Verdict, explanation string) app.SavedAnswer {
	t.Helper()
	saved, err := f.SaveAnswer(t.Context(), app.AnswerInput{AssessmentID: id, Criterion: code, Verdict: verdict, Explanation: explanation})
	must(t, err)
	return saved
}

// A scope answer rules out at once; a person's verdict goes before it, and
// taking that back lets the answer follow again, its explanation too.
func TestScopeRulesOutAndAPersonDecides(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	_, id := startService(t, f, "Afspraak maken")
	view, err := f.Scope(ctx, app.IDInput{ID: id})
	must(t, err)
	if len(view.Questions) != len(strategy.Current().Scope) || view.Progress.Open != 52 || len(view.RuledOut) != 0 {
		t.Fatalf("starts with %d questions, %d open, %v", len(view.Questions), view.Progress.Open, view.RuledOut)
	}
	minutes := view.Progress.Minutes
	view, err = f.SaveScope(ctx, app.ScopeInput{AssessmentID: id, Question: "personal-data", Answer: "no"})
	must(t, err)
	if view.Progress.Open != 46 || len(view.RuledOut) != 6 || view.Progress.Minutes >= minutes || view.Questions[0].Answer != "no" {
		t.Errorf("after a no: %+v", view)
	}
	got := answer(t, f, id, "DG-G3")
	if got.Verdict != assessment.NotApplicable || got.Origin != assessment.Scoped || got.Source.ID != "personal-data" || got.Incomplete || got.SavedAt != "" {
		t.Errorf("ruled out: %+v", got)
	}
	reason := got.Explanation

	if saved := decide(t, f, id, "DG-G3", assessment.Yes, ""); saved.Answer.Origin != assessment.Own || saved.Answer.Source != nil || saved.Answer.Verdict != assessment.Yes {
		t.Errorf("decided: %+v", saved.Answer)
	}
	if saved := decide(t, f, id, "DG-G3", assessment.Open, ""); saved.Answer.Origin != assessment.Scoped || saved.Answer.Explanation != reason {
		t.Errorf("taken back: %+v", saved.Answer)
	}
	// What was written for the verdict goes with it, and comes back with it.
	decide(t, f, id, "DG-G3", assessment.Yes, "Wij vragen alleen een naam.")
	if saved := decide(t, f, id, "DG-G3", assessment.Open, "Wij vragen alleen een naam."); saved.Answer.Origin != assessment.Scoped || saved.Answer.Explanation != reason {
		t.Errorf("taken back with its text: %+v", saved.Answer)
	}
	_, err = f.Undo(ctx, app.Nothing{})
	must(t, err)
	if got := answer(t, f, id, "DG-G3"); got.Verdict != assessment.Yes || got.Explanation != "Wij vragen alleen een naam." {
		t.Errorf("undone: %+v", got)
	}
	decide(t, f, id, "SD-G1", assessment.No, "Nog niet.")
	if saved := decide(t, f, id, "SD-G1", assessment.Open, "Nog niet."); saved.Answer.Explanation != "Nog niet." {
		t.Errorf("nothing follows, and the text is gone: %+v", saved.Answer)
	}
	decide(t, f, id, "DG-G3", assessment.NotApplicable, reason) // confirmed
	decide(t, f, id, "DG-G3", assessment.Open, reason)          // and taken back
	_, err = f.SaveScope(ctx, app.ScopeInput{AssessmentID: id, Question: "personal-data", Answer: "yes"})
	must(t, err)
	if got := answer(t, f, id, "DG-G3"); got.Verdict != assessment.Open || got.Explanation != "" {
		t.Errorf("the question says otherwise now, and the answer %+v", got)
	}
	undone, err := f.Undo(ctx, app.Nothing{})
	must(t, err)
	if got := answer(t, f, id, "DG-G3"); undone.Kind != "scope" || undone.Subject != view.Questions[0].Question || undone.AssessmentID != id || got.Origin != assessment.Scoped {
		t.Errorf("undone %+v, and then %+v", undone, got)
	}
}

// What somebody decided the year before does not make way for a scope answer:
// the criterion is open, with both.
func TestScopeAgainstTheYearBefore(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	service, before := startService(t, f, "Afspraak maken")
	decide(t, f, before, "DG-G3", assessment.Yes, "Staat op de pagina.")
	started, err := f.StartAssessment(ctx, app.StartInput{ServiceID: service, Moment: assessment.Again})
	must(t, err)
	_, err = f.SaveScope(ctx, app.ScopeInput{AssessmentID: started.ID, Question: "personal-data", Answer: "no"})
	must(t, err)
	got := answer(t, f, started.ID, "DG-G3")
	if got.Verdict != assessment.Open || got.Origin != assessment.Own || got.Proposal == nil || got.Source == nil || got.Source.Verdict != assessment.NotApplicable {
		t.Fatalf("ruled out against a yes: %+v", got)
	}
	if _, err := f.ConfirmProposals(ctx, app.ConfirmInput{AssessmentID: started.ID, Criteria: []strategy.CriterionCode{"DG-G3"}}); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("confirmed unread: %v", err)
	}
	if saved := decide(t, f, started.ID, "DG-G3", assessment.NotApplicable, got.Source.Explanation); saved.Answer.Source != nil || saved.Answer.PreviousVerdict != assessment.Yes {
		t.Errorf("took what follows: %+v", saved.Answer)
	}
}

func TestScopeFaults(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	_, id := startService(t, f, "Afspraak maken")
	for name, c := range map[string]struct {
		in   app.ScopeInput
		code fault.Code
	}{
		"no such question":   {app.ScopeInput{AssessmentID: id, Question: "weather", Answer: "no"}, fault.Invalid},
		"no such answer":     {app.ScopeInput{AssessmentID: id, Question: "login", Answer: "perhaps"}, fault.Invalid},
		"no such assessment": {app.ScopeInput{AssessmentID: "absent", Question: "login", Answer: "no"}, fault.NotFound},
	} {
		_, err := f.SaveScope(t.Context(), c.in)
		if fault.CodeOf(err) != c.code {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What a service builds on fills in its criteria and is followed, until a
// person decides.
func TestBuildsOn(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	service, id := startService(t, f, "Afspraak maken")
	counter, counterID := startService(t, f, "Ons loket")

	view, err := f.AddBuildsOn(ctx, app.BuildsOnInput{ServiceID: service, Target: "aid:mijn-burgerprofiel"})
	must(t, err)
	if len(view.Targets) != 1 || view.Targets[0].Met != 2 || view.Targets[0].Status != strategy.Developed || view.Total != 2 {
		t.Errorf("builds on %+v", view.Targets)
	}
	if got := answer(t, f, id, "SD-G4"); got.Verdict != assessment.Yes || got.Origin != assessment.Inherited || got.Source.Name != "Mijn Burgerprofiel" {
		t.Errorf("inherited: %+v", got)
	}

	_, err = f.AddBuildsOn(ctx, app.BuildsOnInput{ServiceID: service, Target: assessment.OnService(counter)})
	must(t, err)
	decide(t, f, counterID, "SD-G1", assessment.No, "Nog op papier.")
	if got := answer(t, f, id, "SD-G1"); got.Verdict != assessment.No || got.Explanation != "Nog op papier." || got.Source.ID != counterID {
		t.Errorf("inherited: %+v", got)
	}
	decide(t, f, counterID, "SD-G1", assessment.Yes, "Nu online.")
	if got := answer(t, f, id, "SD-G1"); got.Verdict != assessment.Yes {
		t.Errorf("the source changed, and the answer is %+v", got)
	}
	decide(t, f, id, "SD-G1", assessment.No, "Hier niet.")
	decide(t, f, counterID, "SD-G1", assessment.NotApplicable, "x")
	if got := answer(t, f, id, "SD-G1"); got.Verdict != assessment.No || got.Explanation != "Hier niet." {
		t.Errorf("somebody's own verdict changed: %+v", got)
	}

	_, err = f.AddBuildsOn(ctx, app.BuildsOnInput{ServiceID: counter, Target: assessment.OnService(service)})
	if fault.CodeOf(err) != fault.Conflict || fault.Of(err).Key != "error.builds_on_circle" {
		t.Errorf("a circle: %v", err)
	}
	_, err = f.AddBuildsOn(ctx, app.BuildsOnInput{ServiceID: counter, Target: "aid:none"})
	if fault.CodeOf(err) != fault.NotFound {
		t.Errorf("an aid that is not there: %v", err)
	}
	other, err := f.BuildsOn(ctx, app.IDInput{ID: counter})
	must(t, err)
	for _, choice := range other.Choices {
		if choice.ID == service || choice.ID == counter {
			t.Errorf("offers %s, which makes a circle", choice.Name)
		}
	}

	view, err = f.RemoveBuildsOn(ctx, app.BuildsOnInput{ServiceID: service, Target: "aid:mijn-burgerprofiel"})
	must(t, err)
	if got := answer(t, f, id, "SD-G4"); len(view.Targets) != 1 || got.Verdict != assessment.Open {
		t.Errorf("no longer builds on it, and %+v", got)
	}
	undone, err := f.Undo(ctx, app.Nothing{})
	must(t, err)
	if got := answer(t, f, id, "SD-G4"); undone.Kind != "buildsOn" || undone.Subject != "Afspraak maken" || got.Verdict != assessment.Yes {
		t.Errorf("undone %+v, and %+v", undone, got)
	}
}

// What is handed in holds the answers that follow, with their explanation; when
// what they follow from changes, that shows.
func TestDerivedAnswersAreHandedIn(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	service, id := startService(t, f, "Afspraak maken")
	_, err := f.AddBuildsOn(ctx, app.BuildsOnInput{ServiceID: service, Target: "aid:mijn-burgerprofiel"})
	must(t, err)
	_, err = f.SaveScope(ctx, app.ScopeInput{AssessmentID: id, Question: "automatic", Answer: "no"})
	must(t, err)
	view, err := f.Assessment(ctx, app.IDInput{ID: id})
	must(t, err)
	for _, a := range view.Answers {
		if a.Verdict == assessment.Open {
			decide(t, f, id, a.Criterion, assessment.Yes, "")
		}
	}
	handed, err := f.Submit(ctx, app.SubmitInput{AssessmentID: id})
	must(t, err)
	file, err := f.ExportSubmission(ctx, app.IDInput{ID: handed.ID})
	must(t, err)
	sealed, err := os.ReadFile(file.Path)
	must(t, err)
	document, _, err := submission.Open(sealed)
	must(t, err)
	must(t, document.Check(strategy.Current()))
	said := make(map[strategy.CriterionCode]string)
	for _, a := range document.Answers {
		said[a.Criterion] = string(a.Verdict) + ": " + a.Explanation
	}
	if !strings.HasPrefix(said["SD-G4"], "yes: Mijn Burgerprofiel") || said["DG-I1"] != "not_applicable: De dienst heeft geen volledig automatische stappen." {
		t.Errorf("handed in %q and %q", said["SD-G4"], said["DG-I1"])
	}
	result, err := f.Result(ctx, app.IDInput{ID: id})
	must(t, err)
	if len(result.NotApplicable) != 1 || result.NotApplicable[0].Source.Kind != assessment.FromQuestion || result.Changed {
		t.Errorf("result %+v, changed %v", result.NotApplicable, result.Changed)
	}
	_, err = f.SaveScope(ctx, app.ScopeInput{AssessmentID: id, Question: "login", Answer: "no"})
	must(t, err)
	_, err = f.RemoveBuildsOn(ctx, app.BuildsOnInput{ServiceID: service, Target: "aid:mijn-burgerprofiel"})
	must(t, err)
	if result, err = f.Result(ctx, app.IDInput{ID: id}); err != nil || !result.Changed {
		t.Errorf("what it follows from changed, and the result says changed %v (%v)", result.Changed, err)
	}
}
