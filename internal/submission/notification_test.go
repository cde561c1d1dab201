package submission_test

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
	"toetssteen/internal/submission"
	"toetssteen/internal/trust"
)

var freeze = flag.Bool("freeze", false, "write the sample of the present format, once, when it is released")

// fullDraft has everything that a notification can say.
func fullDraft() submission.Draft {
	answers := allYes()
	answers[0] = assessment.Answer{Criterion: answers[0].Criterion, Verdict: assessment.No, Explanation: "Volgt in 2027."}
	answers[1] = assessment.Answer{Criterion: answers[1].Criterion, Verdict: assessment.NotApplicable, Explanation: "Geen keuze.", Origin: assessment.Scoped}
	before := allYes()
	for i := range 4 {
		before[i].Verdict, before[i].Explanation = assessment.No, "Nog niet."
	}
	d := draft(answers)
	d.Assessment.Moment, d.Assessment.Cover = assessment.After, "We zijn klaar."
	d.Assessment.Review = assessment.Reviewing{Stage: assessment.Adopted, AdoptedOn: "2026-11-30", Decision: "2026-CBS-1204"}
	d.Assessment.Evidence = []assessment.Evidence{
		{Criterion: answers[2].Criterion, Name: "scherm.png", Hash: strings.Repeat("ab", 32), Size: 1234, Media: "image/png"},
		{Criterion: answers[3].Criterion, Name: "Verslag", Link: "https://voorbeeld.example/verslag"},
	}
	d.Measures = []assessment.ImprovementAction{
		{ID: "m2", Title: "Zonder datum", Criteria: []strategy.CriterionCode{answers[0].Criterion}, Status: assessment.ToStart},
		{ID: "m1", Title: "Koppel het kruispunt", Criteria: []strategy.CriterionCode{answers[0].Criterion, "XX-G9"}, Owner: "dienst IT", Due: "2027-06-30",
			Status: assessment.Started, Budget: strategy.LowBudget},
		{ID: "m3", Title: "Over iets dat vervuld is", Criteria: []strategy.CriterionCode{answers[5].Criterion}, Status: assessment.ToStart},
		{ID: "m4", Title: "Geschrapt", Criteria: []strategy.CriterionCode{answers[0].Criterion}, Status: assessment.Dropped},
	}
	d.Earlier = &submission.Compared{Catalogue: strategy.Current(),
		Assessment: assessment.Assessment{ID: "b", Moment: assessment.Before, StartedAt: now.AddDate(-1, 0, 0), Answers: before}}
	return d
}

func fullDocument(t testing.TB) submission.Document {
	t.Helper()
	d, err := submission.Freeze(strategy.Current(), fullDraft(), now)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func frozen(t *testing.T, draft submission.Draft) submission.Document {
	t.Helper()
	d, err := submission.Freeze(strategy.Current(), draft, now)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestNotification(t *testing.T) {
	t.Parallel()
	d := frozen(t, fullDraft())
	if err := d.Check(strategy.Current()); err != nil {
		t.Fatal(err)
	}
	if d.Version != 1 || d.Correction != nil || d.Decision == nil || d.Decision.Number != "2026-CBS-1204" || d.Cover == "" {
		t.Errorf("got %+v", d.Notification)
	}
	var titles []string
	for _, m := range d.Measures {
		titles = append(titles, fmt.Sprint(m.Title, m.Criteria))
	}
	if want := []string{"Koppel het kruispunt[" + string(d.Answers[0].Criterion) + "]", "Zonder datum[" + string(d.Answers[0].Criterion) + "]"}; !slices.Equal(titles, want) {
		t.Errorf("measures %v, want those about what is unmet, by date: %v", titles, want)
	}
	if d.Earlier.Scores[0].Unmet != 4 || len(d.Earlier.Answers) != len(d.Answers) || d.Answers[1].Origin != assessment.Scoped || len(d.Evidence) != 2 {
		t.Errorf("earlier %+v, evidence %+v", d.Earlier, d.Evidence)
	}
}

// Version 1.0 had none of it, and what it handed in does not change because
// the program can say more now.
func TestOlderFormatSaysTheSame(t *testing.T) {
	t.Parallel()
	d := frozen(t, draft(allYes()))
	old := d
	old.Format, old.Notification = "1.0", submission.Notification{}
	rich := fullDraft()
	rich.Assessment.Answers, rich.Assessment.Moment, rich.Assessment.Cover, rich.Assessment.Review = allYes(), assessment.Before, "", assessment.Reviewing{}
	if !old.SaysTheSame(d) || !old.SaysTheSame(frozen(t, rich)) {
		t.Error("what was handed in before changed by itself")
	}
	rich.Assessment.Cover = "Nieuw."
	if old.SaysTheSame(frozen(t, rich)) {
		t.Error("a cover note that was written since changes nothing")
	}
}

func TestCorrection(t *testing.T) {
	t.Parallel()
	first := frozen(t, fullDraft())
	for name, c := range map[string]struct {
		change func(*submission.Draft)
		want   string
	}{
		"nothing": {func(*submission.Draft) {}, "[] []"},
		"a verdict": {func(d *submission.Draft) {
			d.Assessment.Answers[4] = assessment.Answer{Criterion: "SD-G5", Verdict: assessment.No, Explanation: "Toch niet."}
		}, "[{SD-G5 yes no true}] []"},
		"an explanation": {func(d *submission.Draft) { d.Assessment.Answers[0].Explanation = "Volgt in 2028." }, "[{SD-G1 no no true}] []"},
		"the cover note": {func(d *submission.Draft) { d.Assessment.Cover = "Anders." }, "[] [cover]"},
		"the decision":   {func(d *submission.Draft) { d.Assessment.Review.Decision = "1205" }, "[] [decision]"},
		"after the decision": {func(d *submission.Draft) {
			d.Assessment.Review.Saw = assessment.Saying(d.Assessment.Answers)
			d.Assessment.Answers[0].Explanation = "Volgt in 2028."
		}, "[{SD-G1 no no true}] [since]"},
		"no decision":       {func(d *submission.Draft) { d.Assessment.Review = assessment.Reviewing{} }, "[] [decision]"},
		"a measure's date":  {func(d *submission.Draft) { d.Measures[0].Due = "2028-01-01" }, "[] [measures]"},
		"evidence":          {func(d *submission.Draft) { d.Assessment.Evidence = d.Assessment.Evidence[:1] }, "[] [evidence]"},
		"the earlier one":   {func(d *submission.Draft) { d.Earlier.Assessment.Answers[0].Verdict = assessment.Yes }, "[] [earlier]"},
		"the service":       {func(d *submission.Draft) { d.Service.Name = "Anders" }, "[] [service]"},
		"the town":          {func(d *submission.Draft) { d.Municipality.Name = "Gent!" }, "[] [town]"},
		"where it is from":  {func(d *submission.Draft) { d.Assessment.Answers[1].Origin = assessment.Own }, "[] [origins]"},
		"who handed it in":  {func(d *submission.Draft) { d.SubmittedBy = "iemand anders" }, "[] []"},
		"the reason itself": {func(d *submission.Draft) { d.Assessment.Correction = "Daarom." }, "[] []"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			next := fullDraft()
			next.ID, next.Replaced = "two", &first
			c.change(&next)
			d := frozen(t, next)
			if got := fmt.Sprint(d.Correction.Changes, d.Correction.Parts); got != c.want || d.Version != 2 || d.Replaces != "one" || d.Correction.Reason != next.Assessment.Correction {
				t.Errorf("got %s, want %s; version %d", got, c.want, d.Version)
			}
			if same := d.SaysTheSame(first); same != (c.want == "[] []") {
				t.Errorf("says the same: %v", same)
			}
			if err := errors.Join(d.Check(strategy.Current()), d.CheckAgainst(first)); err != nil {
				t.Error(err)
			}
		})
	}
}

// Paper never claims that the executive adopted what it did not see.
func TestDecisionSaysWhatChangedSince(t *testing.T) {
	t.Parallel()
	draft := fullDraft()
	draft.Assessment.Review.Saw = assessment.Saying(draft.Assessment.Answers)
	if d := frozen(t, draft); d.Decision.ChangedSince != nil {
		t.Errorf("nothing changed, yet %v", d.Decision.ChangedSince)
	}
	draft.Assessment.Answers[4] = assessment.Answer{Criterion: "SD-G5", Verdict: assessment.No, Explanation: "Toch niet."}
	d := frozen(t, draft)
	if !slices.Equal(d.Decision.ChangedSince, []strategy.CriterionCode{"SD-G5"}) {
		t.Errorf("changed %v", d.Decision.ChangedSince)
	}
	if err := d.Check(strategy.Current()); err != nil {
		t.Error(err)
	}
}

// The correction names the measures by their titles.
func TestMeasureChanges(t *testing.T) {
	t.Parallel()
	first := frozen(t, fullDraft())
	for name, c := range map[string]struct {
		change func(*submission.Draft)
		want   string
	}{
		"nothing":               {func(*submission.Draft) {}, "[]"},
		"a date":                {func(d *submission.Draft) { d.Measures[0].Due = "2028-01-01" }, "[{Zonder datum changed [due]}]"},
		"an owner and a status": {func(d *submission.Draft) { d.Measures[1].Owner, d.Measures[1].Status = "", assessment.Done }, "[{Koppel het kruispunt changed [status owner]}]"},
		"one gone":              {func(d *submission.Draft) { d.Measures = d.Measures[1:] }, "[{Zonder datum gone []}]"},
		"one added": {func(d *submission.Draft) {
			d.Measures = append(d.Measures, assessment.ImprovementAction{Title: "Nieuw", Criteria: d.Measures[0].Criteria})
		}, "[{Nieuw added []}]"},
		"another title":  {func(d *submission.Draft) { d.Measures[0].Title = "Met datum" }, "[{Met datum added []} {Zonder datum gone []}]"},
		"two of a title": {func(d *submission.Draft) { d.Measures = append(d.Measures, d.Measures[0]) }, "[{Zonder datum added []}]"},
		"what it costs and is for": {func(d *submission.Draft) {
			d.Measures[0].Budget, d.Measures[0].Criteria = strategy.LowBudget, append(d.Measures[0].Criteria, "SD-G5")
		}, "[{Zonder datum changed [budget criteria]}]"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			next := fullDraft()
			next.Replaced = &first
			c.change(&next)
			if got := fmt.Sprint(submission.MeasureChanges(first, frozen(t, next))); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestNumbered(t *testing.T) {
	t.Parallel()
	made := func(version int) submission.Document {
		return submission.Document{Notification: submission.Notification{Version: version}}
	}
	var got []int
	for _, d := range submission.Numbered([]submission.Document{made(0), made(0), made(3), made(4)}) {
		got = append(got, d.Version)
	}
	if !slices.Equal(got, []int{1, 2, 3, 4}) {
		t.Errorf("got %v", got)
	}
}

// damages is what may be wrong with a notification, by name.
var damages = map[string]struct {
	change func(*submission.Document)
	reason submission.Reason
}{
	"no version":                  {func(d *submission.Document) { d.Version = 0 }, submission.WrongDetails},
	"a version below nothing":     {func(d *submission.Document) { d.Version = -1 }, submission.WrongDetails},
	"a second that replaces none": {func(d *submission.Document) { d.Version, d.Replaces, d.Correction = 2, "", nil }, submission.WrongChanges},
	"a first that replaces one":   {func(d *submission.Document) { d.Version = 1 }, submission.WrongChanges},
	"a correction of nothing":     {func(d *submission.Document) { d.Version, d.Replaces = 1, "" }, submission.WrongChanges},
	"a change that is none": {func(d *submission.Document) {
		d.Correction.Changes[0] = submission.Change{Criterion: "SD-G1", From: "no", To: "no"}
	}, submission.WrongChanges},
	"a change to something else": {func(d *submission.Document) { d.Correction.Changes[0].To = assessment.Yes }, submission.WrongChanges},
	"a change from nonsense":     {func(d *submission.Document) { d.Correction.Changes[0].From = "maybe" }, submission.WrongChanges},
	"a change told twice": {func(d *submission.Document) {
		d.Correction.Changes = append(d.Correction.Changes, d.Correction.Changes[0])
	}, submission.WrongChanges},
	"a cover note without end":       {func(d *submission.Document) { d.Cover = strings.Repeat("x", assessment.MaxCover+1) }, submission.WrongDetails},
	"a reason without end":           {func(d *submission.Document) { d.Correction.Reason = strings.Repeat("x", assessment.MaxCorrection+1) }, submission.WrongDetails},
	"changed since, another edition": {func(d *submission.Document) { d.Decision.ChangedSince = []strategy.CriterionCode{"XX-G1"} }, submission.UnknownCriterion},
	"changed since, told twice": {func(d *submission.Document) {
		d.Decision.ChangedSince = []strategy.CriterionCode{"SD-G1", "SD-G1"}
	}, submission.WrongDetails},
	"adopted on no day":             {func(d *submission.Document) { d.Decision.AdoptedOn = "2026-02-30" }, submission.WrongDetails},
	"a measure about nothing":       {func(d *submission.Document) { d.Measures[0].Criteria = nil }, submission.WrongDetails},
	"a measure without a title":     {func(d *submission.Document) { d.Measures[0].Title = " " }, submission.WrongDetails},
	"a measure of another edition":  {func(d *submission.Document) { d.Measures[0].Criteria[0] = "XX-G1" }, submission.UnknownCriterion},
	"a measure due on no day":       {func(d *submission.Document) { d.Measures[0].Due = "soon" }, submission.WrongDetails},
	"a measure with a new status":   {func(d *submission.Document) { d.Measures[0].Status = "paused" }, submission.WrongDetails},
	"a measure with another budget": {func(d *submission.Document) { d.Measures[0].Budget = "huge" }, submission.WrongDetails},
	"measures without end":          {func(d *submission.Document) { d.Measures = make([]submission.Measure, 501) }, submission.WrongDetails},
	"evidence of another edition":   {func(d *submission.Document) { d.Evidence[0].Criterion = "XX-G1" }, submission.UnknownCriterion},
	"evidence without a hash":       {func(d *submission.Document) { d.Evidence[0].SHA256 = "" }, submission.WrongDetails},
	"evidence with half a hash":     {func(d *submission.Document) { d.Evidence[0].SHA256 = "abab" }, submission.WrongDetails},
	"evidence of less than nothing": {func(d *submission.Document) { d.Evidence[0].Size = -1 }, submission.WrongDetails},
	"a link that runs":              {func(d *submission.Document) { d.Evidence[1].Link = "javascript:alert(1)" }, submission.WrongDetails},
	"earlier scores made nicer":     {func(d *submission.Document) { d.Earlier.Scores[0].Met++ }, submission.WrongScores},
	"an earlier criterion twice":    {func(d *submission.Document) { d.Earlier.Answers[1] = d.Earlier.Answers[0] }, submission.WrongDetails},
	"an earlier verdict of nothing": {func(d *submission.Document) { d.Earlier.Answers[1].Verdict = "maybe" }, submission.WrongDetails},
	"an earlier criterion unknown":  {func(d *submission.Document) { d.Earlier.Answers[1].Criterion = "XX-G1" }, submission.UnknownCriterion},
	"no earlier moment":             {func(d *submission.Document) { d.Earlier.Moment = "" }, submission.WrongDetails},
}

func TestCheckNotification(t *testing.T) {
	t.Parallel()
	for name, c := range damages {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			first := frozen(t, fullDraft())
			next := fullDraft()
			next.ID, next.Replaced, next.Assessment.Answers[0].Explanation = "two", &first, "Volgt in 2028."
			d := frozen(t, next)
			if err := d.Check(strategy.Current()); err != nil {
				t.Fatal(err)
			}
			c.change(&d)
			if err := d.Check(strategy.Current()); err == nil || submission.ReasonOf(err) != c.reason {
				t.Errorf("got %v, want %s", err, c.reason)
			}
		})
	}
}

func TestCheckAgainst(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		replaced, by func(*submission.Document)
		ok           bool
	}{
		"as it was made":             {nil, nil, true},
		"another one":                {func(d *submission.Document) { d.ID = "other" }, nil, false},
		"of another assessment":      {func(d *submission.Document) { d.Assessment.ID = "other" }, nil, false},
		"a version was passed over":  {nil, func(d *submission.Document) { d.Version = 3 }, false},
		"the changes are not told":   {nil, func(d *submission.Document) { d.Correction = nil }, false},
		"a change is kept silent":    {nil, func(d *submission.Document) { d.Correction.Changes = nil }, false},
		"a part is kept silent":      {nil, func(d *submission.Document) { d.Correction.Parts = nil }, false},
		"a later version knows more": {nil, func(d *submission.Document) { d.Format, d.Correction.Parts = "1.2", append(d.Correction.Parts, "seal") }, true},
		"another past is made up":    {func(d *submission.Document) { d.Answers[7].Verdict = assessment.No }, nil, false},
		"the first was of format 1.0": {func(d *submission.Document) {
			d.Format, d.Notification = "1.0", submission.Notification{Cover: d.Cover}
		}, func(d *submission.Document) { d.Correction.Parts = []submission.Part{submission.DecisionPart} }, true},
		"both were of format 1.0": {func(d *submission.Document) { d.Format, d.Notification = "1.0", submission.Notification{} }, func(d *submission.Document) { d.Format, d.Notification = "1.0", submission.Notification{} }, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			first := frozen(t, fullDraft())
			next := fullDraft()
			next.ID, next.Replaced = "two", &first
			next.Assessment.Answers[0].Explanation, next.Assessment.Evidence = "Volgt in 2028.", nil
			d := frozen(t, next)
			if c.replaced != nil {
				c.replaced(&first)
			}
			if c.by != nil {
				c.by(&d)
			}
			err := d.CheckAgainst(first)
			if (err == nil) != c.ok || err != nil && submission.ReasonOf(err) != submission.WrongChanges {
				t.Errorf("got %v", err)
			}
		})
	}
}

// A submission that version 1.1 of the format wrote opens and holds for ever.
func TestFrozenFormat11(t *testing.T) {
	t.Parallel()
	const path = "testdata/submission-1.1.json"
	first := frozen(t, fullDraft())
	next := fullDraft()
	next.ID, next.Replaced, next.Assessment.Answers[0].Explanation, next.Assessment.Correction = "two", &first, "Volgt in 2028.", "De planning schuift op."
	made := frozen(t, next)
	if *freeze {
		key, err := trust.NewKey()
		if err != nil {
			t.Fatal(err)
		}
		sealed, err := submission.Seal(key, made)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, sealed, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	sealed, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := submission.Open(sealed)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Check(strategy.Current()); err != nil {
		t.Error(err)
	}
	got, _ := json.Marshal(d)
	want, _ := json.Marshal(made)
	if string(got) != string(want) {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if !d.Adopted().Equal(time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("adopted on %v", d.Adopted())
	}
}
