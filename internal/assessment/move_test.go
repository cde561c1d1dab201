package assessment_test

import (
	"math/rand/v2"
	"os"
	"reflect"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

func editions(t testing.TB) (first, second *strategy.Catalogue) {
	t.Helper()
	second, err := strategy.Parse(os.DirFS("../../testdata/edition-2026.1"))
	if err != nil {
		t.Fatal(err)
	}
	return strategy.Current(), second
}

func TestMoveTo(t *testing.T) {
	first, second := editions(t)
	move := assessment.MoveTo(strategy.Compare(first, second), []assessment.Answer{
		{Criterion: "SD-G1", Verdict: assessment.Yes},
		{Criterion: "GC-G1", Verdict: assessment.No, Explanation: "Volgt."},
		{Criterion: "GC-G4", Verdict: assessment.No, Explanation: "Nog niet."},
		{Criterion: "DH-G5", Verdict: assessment.Yes},
		{Criterion: "BT-G1"},
	})
	want := []assessment.Answer{
		{Criterion: "GC-G1", Verdict: assessment.No, Explanation: "Volgt.", Review: assessment.ReviewReworded},
		{Criterion: "GC-G5", Verdict: assessment.No, Explanation: "Nog niet.", Review: assessment.ReviewSplit},
		{Criterion: "GC-G6", Verdict: assessment.No, Explanation: "Nog niet.", Review: assessment.ReviewSplit},
	}
	if !reflect.DeepEqual(move.Write, want) {
		t.Errorf("writes %+v\nwant %+v", move.Write, want)
	}
	if move.Kept != 1 || move.Review != 3 || move.Aside != 1 || move.Open != len(second.Criteria)-4 {
		t.Errorf("%d kept, %d review, %d aside, %d open", move.Kept, move.Review, move.Aside, move.Open)
	}
}

// Whatever was answered: each criterion of the later edition is counted once,
// answers whose criterion stayed are not written, every other one that is
// taken over is marked, and nothing that was written down is lost.
func TestMoveProperties(t *testing.T) {
	first, second := editions(t)
	changes := strategy.Compare(first, second)
	verdicts := []assessment.Verdict{assessment.Open, assessment.Yes, assessment.No, assessment.NotApplicable}
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var answers []assessment.Answer
		for _, c := range first.Criteria {
			answers = append(answers, assessment.Answer{Criterion: c.Code, Verdict: verdicts[random.IntN(4)], Explanation: []string{"", "a", "b"}[random.IntN(3)]})
		}
		move := assessment.MoveTo(changes, answers)
		if n := move.Kept + move.Review + move.Open; n != len(second.Criteria) {
			t.Fatalf("%d criteria counted, want %d", n, len(second.Criteria))
		}
		if len(move.Write) != move.Review {
			t.Fatalf("%d answers written, %d to review", len(move.Write), move.Review)
		}
		for _, a := range move.Write {
			if a.Review == assessment.NoReview {
				t.Fatalf("%s is taken over without a mark", a.Criterion)
			}
			if err := a.Validate(second); err != nil {
				t.Fatal(err)
			}
			for _, c := range changes {
				if c.Kind == strategy.Stayed && c.Code == a.Criterion {
					t.Fatalf("%s stayed and is written", a.Criterion)
				}
			}
		}
	}
}

// Criteria that become one take over what they agree on, and every word.
func TestMoveJoins(t *testing.T) {
	changes := []strategy.Change{{Kind: strategy.Split, Code: "GC-G9", From: []strategy.CriterionCode{"GC-G1", "GC-G2"}, After: &strategy.Criterion{}}}
	for _, test := range []struct {
		name    string
		a, b    assessment.Answer
		verdict assessment.Verdict
		said    string
	}{
		{"agree", assessment.Answer{Verdict: assessment.No, Explanation: "a"}, assessment.Answer{Verdict: assessment.No, Explanation: "b"}, assessment.No, "a\n\nb"},
		{"disagree", assessment.Answer{Verdict: assessment.No, Explanation: "a"}, assessment.Answer{Verdict: assessment.Yes}, assessment.Open, "a"},
		{"say the same", assessment.Answer{Verdict: assessment.No, Explanation: "a"}, assessment.Answer{Verdict: assessment.No, Explanation: "a "}, assessment.No, "a"},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.a.Criterion, test.b.Criterion = "GC-G1", "GC-G2"
			move := assessment.MoveTo(changes, []assessment.Answer{test.a, test.b})
			if got := move.Write[0]; got.Verdict != test.verdict || got.Explanation != test.said || got.Review != assessment.ReviewSplit {
				t.Errorf("%+v", got)
			}
		})
	}
}

// A criterion that takes in another one has the answers to both.
func TestMoveMerges(t *testing.T) {
	kept := &strategy.Criterion{Code: "GC-G3"}
	changes := []strategy.Change{{Kind: strategy.Reworded, Code: "GC-G3", From: []strategy.CriterionCode{"GC-G3", "GC-G2"}, Before: kept, After: kept}}
	no := func(code strategy.CriterionCode, said string) assessment.Answer {
		return assessment.Answer{Criterion: code, Verdict: assessment.No, Explanation: said}
	}
	for _, test := range []struct {
		name    string
		answers []assessment.Answer
		said    string
	}{
		{"both answered", []assessment.Answer{no("GC-G2", "a"), no("GC-G3", "b")}, "b\n\na"},
		{"only the one that goes", []assessment.Answer{no("GC-G2", "a")}, "a"},
		{"only the one that stays", []assessment.Answer{no("GC-G3", "b")}, "b"},
	} {
		t.Run(test.name, func(t *testing.T) {
			move := assessment.MoveTo(changes, test.answers)
			want := assessment.Answer{Criterion: "GC-G3", Verdict: assessment.No, Explanation: test.said, Review: assessment.ReviewReworded}
			if len(move.Write) != 1 || move.Write[0] != want || move.Review != 1 || move.Aside != 0 {
				t.Errorf("%+v, want %+v", move, want)
			}
		})
	}
}

func TestBy(t *testing.T) {
	first, second := editions(t)
	a := assessment.Assessment{Answers: []assessment.Answer{{Criterion: "DH-G5", Verdict: assessment.Yes}, {Criterion: "SD-G1", Verdict: assessment.Yes}}}
	got, err := assessment.By(second, a)
	if err != nil || len(got.Answers) != len(second.Criteria) || len(got.Aside) != 1 || got.Aside[0].Criterion != "DH-G5" {
		t.Errorf("%v: %d answers, aside %v", err, len(got.Answers), got.Aside)
	}
	if got, err := assessment.By(first, a); err != nil || len(got.Aside) != 0 {
		t.Errorf("%v: aside %v", err, got.Aside)
	}
}

// A conflict waits for whoever chooses; one in an answer that the move leaves
// alone is no hindrance.
func TestMoveNamesConflicts(t *testing.T) {
	first, second := editions(t)
	move := assessment.MoveTo(strategy.Compare(first, second), []assessment.Answer{
		{Criterion: "SD-G1", Verdict: assessment.Yes, Conflict: true},
		{Criterion: "DH-G5", Verdict: assessment.Yes, Conflict: true},
		{Criterion: "GC-G1", Verdict: assessment.Yes, Conflict: true},
		{Criterion: "GC-G4", Verdict: assessment.Yes, Conflict: true},
	})
	if want := []strategy.CriterionCode{"GC-G1", "GC-G4"}; !reflect.DeepEqual(move.Conflicts, want) {
		t.Errorf("conflicts %v, want %v", move.Conflicts, want)
	}
}

func TestMoveMeasured(t *testing.T) {
	first, second := editions(t)
	changed := *second
	changed.Indicators = append([]strategy.Indicator{}, second.Indicators...)
	for i := range changed.Indicators {
		if changed.Indicators[i].Code == "SD-G1.2" {
			changed.Indicators[i].Threshold = strategy.Threshold{Better: "higher"}
		}
	}
	measured := func(codes ...strategy.IndicatorCode) (list []assessment.Measurement) {
		for _, code := range codes {
			list = append(list, assessment.Measurement{Indicator: code, Value: 1, Edition: "2022.1"})
		}
		return list
	}
	move := assessment.MoveMeasured(first, &changed, measured("SD-G1.1", "SD-G1.2", "DH-G5.1"))
	carried := measured("SD-G1.1")
	carried[0].Edition = "2026.1"
	want := assessment.MeasuredMove{Carried: carried, Changed: measured("SD-G1.2"), Gone: measured("DH-G5.1")}
	if !reflect.DeepEqual(move, want) {
		t.Errorf("%+v\nwant %+v", move, want)
	}
	if again := assessment.MoveMeasured(&changed, second, measured("DH-G5.1")); len(again.Gone) > 0 {
		t.Errorf("put aside before, and gone again: %+v", again.Gone)
	}
	// What was not carried over suggests nothing by the edition that it is not of.
	indicator, err := changed.Indicator("SD-G1.1")
	if err != nil {
		t.Fatal(err)
	}
	for edition, want := range map[string]assessment.Verdict{"2026.1": assessment.No, "2022.1": assessment.Open} {
		if got := assessment.Suggested(&changed, indicator, assessment.Measurement{Value: 3, Edition: edition}); got != want {
			t.Errorf("measured by %s: suggests %q, want %q", edition, got, want)
		}
	}
}
