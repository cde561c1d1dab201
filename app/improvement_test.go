package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"toetssteen/app"
	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// planned makes one action for the first criterion, which is not met, of the
// service with a complete assessment.
func planned(t *testing.T, f *app.Facade, change func(*app.ImprovementInput)) (app.ImprovementView, app.AssessmentView) {
	t.Helper()
	view, err := f.Assessment(t.Context(), app.IDInput{ID: assessed(t, f)})
	must(t, err)
	input := app.ImprovementInput{
		ServiceID: view.Service.ID, AssessmentID: view.ID, Title: "Eén loket", Criteria: []strategy.CriterionCode{view.Answers[0].Criterion},
	}
	if change != nil {
		change(&input)
	}
	saved, err := f.SaveImprovements(t.Context(), app.ImprovementsInput{Actions: []app.ImprovementInput{input}})
	must(t, err)
	return saved.Actions[0], view
}

func stepsOf(t *testing.T, f *app.Facade, kind assessment.StepKind) []app.StepView {
	t.Helper()
	home, err := f.Home(t.Context(), app.Nothing{})
	must(t, err)
	var found []app.StepView
	for _, step := range home.Next {
		if step.Kind == kind {
			found = append(found, step)
		}
	}
	return found
}

func TestDoneActionAsksAgain(t *testing.T) {
	t.Parallel()
	for name, settle := range map[string]func(*testing.T, *app.Facade, app.ImprovementView, app.AssessmentView){
		"a yes": func(t *testing.T, f *app.Facade, a app.ImprovementView, of app.AssessmentView) {
			_, err := f.SaveAnswer(t.Context(), app.AnswerInput{AssessmentID: of.ID, Criterion: a.Criteria[0], Verdict: assessment.Yes})
			must(t, err)
		},
		"another explanation": func(t *testing.T, f *app.Facade, a app.ImprovementView, of app.AssessmentView) {
			_, err := f.SaveAnswer(t.Context(), app.AnswerInput{AssessmentID: of.ID, Criterion: a.Criteria[0], Verdict: assessment.No, Explanation: "Nog half."})
			must(t, err)
		},
		"not met even so": func(t *testing.T, f *app.Facade, a app.ImprovementView, _ app.AssessmentView) {
			_, err := f.StillUnmet(t.Context(), app.StillUnmetInput{ID: a.ID, Criterion: a.Criteria[0]})
			must(t, err)
		},
		"running again": func(t *testing.T, f *app.Facade, a app.ImprovementView, _ app.AssessmentView) {
			_, err := f.MoveImprovement(t.Context(), app.ImprovementMove{ID: a.ID, Status: assessment.Started})
			must(t, err)
		},
		"removed": func(t *testing.T, f *app.Facade, a app.ImprovementView, _ app.AssessmentView) {
			_, err := f.RemoveImprovement(t.Context(), app.IDInput{ID: a.ID})
			must(t, err)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := openTown(t, t.TempDir())
			action, of := planned(t, f, nil)
			if steps := stepsOf(t, f, "reassess"); len(steps) != 0 {
				t.Fatalf("asks before it is done: %+v", steps)
			}
			done, err := f.MoveImprovement(t.Context(), app.ImprovementMove{ID: action.ID, Status: assessment.Done})
			must(t, err)
			steps := stepsOf(t, f, "reassess")
			if len(done.Looks) != 1 || len(steps) != 1 || steps[0].AssessmentID != of.ID || steps[0].Criterion != action.Criteria[0] || steps[0].Title != "Eén loket" {
				t.Fatalf("looks %+v, steps %+v", done.Looks, steps)
			}
			settle(t, f, action, of)
			if steps := stepsOf(t, f, "reassess"); len(steps) != 0 {
				t.Errorf("still asks %+v", steps)
			}
		})
	}
}

// What was said of a criterion does not hold for the next time that it is done.
func TestDoneTwiceAsksTwice(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	action, _ := planned(t, f, func(i *app.ImprovementInput) { i.Status = assessment.Done })
	_, err := f.StillUnmet(t.Context(), app.StillUnmetInput{ID: action.ID, Criterion: action.Criteria[0]})
	must(t, err)
	// Saving the form keeps it.
	input := action.ImprovementInput
	input.Title = "Eén loket, overal"
	_, err = f.SaveImprovements(t.Context(), app.ImprovementsInput{Actions: []app.ImprovementInput{input}})
	must(t, err)
	if steps := stepsOf(t, f, "reassess"); len(steps) != 0 {
		t.Errorf("asks again after another title: %+v", steps)
	}
	for _, status := range []assessment.ImprovementStatus{assessment.Started, assessment.Done} {
		_, err = f.MoveImprovement(t.Context(), app.ImprovementMove{ID: action.ID, Status: status})
		must(t, err)
	}
	if steps := stepsOf(t, f, "reassess"); len(steps) != 1 {
		t.Errorf("asks %d times, want 1", len(steps))
	}
}

func TestDatesBecomeSteps(t *testing.T) {
	t.Parallel()
	day := func(days int) string { return time.Now().AddDate(0, 0, days).Format(time.DateOnly) }
	for name, c := range map[string]struct {
		due     string
		status  assessment.ImprovementStatus
		step    bool
		overdue bool
	}{
		"overdue":       {day(-1), assessment.ToStart, true, true},
		"soon":          {day(20), assessment.Started, true, false},
		"later":         {day(60), assessment.ToStart, false, false},
		"no date":       {"", assessment.ToStart, false, false},
		"done and past": {day(-1), assessment.Done, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := openTown(t, t.TempDir())
			planned(t, f, func(i *app.ImprovementInput) { i.Due, i.Status = c.due, c.status })
			steps := stepsOf(t, f, "improve")
			if (len(steps) == 1) != c.step || (c.step && steps[0].Overdue != c.overdue) {
				t.Errorf("steps %+v", steps)
			}
		})
	}
}

func TestManyStepsLeadToTheList(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	var many app.ImprovementsInput
	for range 9 {
		many.Actions = append(many.Actions, app.ImprovementInput{Title: "Te laat", Due: "2020-01-01"})
	}
	_, err := f.SaveImprovements(t.Context(), many)
	must(t, err)
	more := stepsOf(t, f, "improvements")
	if shown := stepsOf(t, f, "improve"); len(shown) != 6 || len(more) != 1 || more[0].Open != 3 {
		t.Errorf("%d shown, then %+v", len(shown), more)
	}
}

func TestAnOverdueActionStandsFirst(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	// An assessment that runs, of a service without a planned month.
	planned(t, f, func(i *app.ImprovementInput) { i.Due = "2020-10-31" })
	home, err := f.Home(t.Context(), app.Nothing{})
	must(t, err)
	if len(home.Next) < 2 || home.Next[0].Kind != assessment.ImproveOne {
		t.Errorf("steps %+v", home.Next)
	}
}

func TestBadImprovementsChangeNothing(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	action, _ := planned(t, f, nil)
	for name, c := range map[string]struct {
		input app.ImprovementInput
		code  fault.Code
	}{
		"no title":             {app.ImprovementInput{ID: action.ID}, fault.Invalid},
		"an unknown criterion": {app.ImprovementInput{Title: "x", Criteria: []strategy.CriterionCode{"XX-G1"}}, fault.Invalid},
		"no such action":       {app.ImprovementInput{ID: "absent", Title: "x"}, fault.NotFound},
		"no such service":      {app.ImprovementInput{Title: "x", ServiceID: "absent"}, fault.NotFound},
	} {
		_, err := f.SaveImprovements(t.Context(), app.ImprovementsInput{Actions: []app.ImprovementInput{{Title: "goed"}, c.input}})
		if fault.CodeOf(err) != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
	_, err := f.MoveImprovement(t.Context(), app.ImprovementMove{ID: action.ID, Status: "parked"})
	if fault.CodeOf(err) != fault.Invalid {
		t.Errorf("an unknown status: %v", err)
	}
	list, err := f.Improvements(t.Context(), app.ImprovementsQuery{})
	must(t, err)
	if len(list.Actions) != 1 || list.Actions[0].Title != "Eén loket" {
		t.Errorf("kept %+v", list.Actions)
	}
}

func TestImprovementFiles(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	action, of := planned(t, f, func(i *app.ImprovementInput) { i.Due = "2027-03-31" })
	for _, c := range []struct{ format, begin, inside string }{
		{"xlsx", "PK", ""},
		{"ics", "BEGIN:VCALENDAR", "UID:" + action.ID + "@toetssteen\r\n"},
	} {
		file, err := f.ExportImprovements(t.Context(), app.ImprovementsExport{Format: c.format})
		must(t, err)
		data, err := os.ReadFile(file.Path)
		must(t, err)
		if !strings.HasPrefix(string(data), c.begin) || !strings.Contains(string(data), c.inside) {
			t.Errorf("%s begins with %.40q", file.FileName, data)
		}
	}
	sheet, err := f.ExportSheet(t.Context(), app.ReportInput{AssessmentID: of.ID})
	must(t, err)
	if filepath.Ext(sheet.Path) != ".xlsx" {
		t.Errorf("the spreadsheet is %s", sheet.Path)
	}
	_, err = f.ExportImprovements(t.Context(), app.ImprovementsExport{Format: "../x"})
	if fault.CodeOf(err) != fault.Invalid {
		t.Errorf("a format out of the folder: %v", err)
	}
}

func TestUndoNamesTheAction(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	action, _ := planned(t, f, nil)
	_, err := f.RemoveImprovement(t.Context(), app.IDInput{ID: action.ID})
	must(t, err)
	undone, err := f.Undo(t.Context(), app.Nothing{})
	must(t, err)
	if undone.Kind != "improvement" || undone.Subject != "Eén loket" {
		t.Errorf("undone %+v", undone)
	}
}
