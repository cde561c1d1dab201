package assessment_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

func TestStandingChecks(t *testing.T) {
	t.Parallel()
	const code = "SD-G1"
	evidence := []assessment.Evidence{{Criterion: code, Name: "foto.png"}}
	planned := []assessment.ImprovementAction{{Criteria: []strategy.CriterionCode{code}, Status: assessment.ToStart}}
	due := func(date string, status assessment.ImprovementStatus) []assessment.ImprovementAction {
		return []assessment.ImprovementAction{{Criteria: []strategy.CriterionCode{code}, Status: status, Due: date}}
	}
	for name, c := range map[string]struct {
		answer   assessment.Answer
		evidence []assessment.Evidence
		measured bool
		actions  []assessment.ImprovementAction
		want     []assessment.CheckKind
	}{
		"open":                            {},
		"a bare yes":                      {answer: assessment.Answer{Verdict: assessment.Yes}, want: []assessment.CheckKind{assessment.YesUnsupported}},
		"a yes with evidence":             {answer: assessment.Answer{Verdict: assessment.Yes}, evidence: evidence},
		"a yes with a measurement":        {answer: assessment.Answer{Verdict: assessment.Yes}, measured: true},
		"a yes by what it builds on":      {answer: assessment.Answer{Verdict: assessment.Yes, Origin: assessment.Inherited}},
		"a bare no":                       {answer: assessment.Answer{Verdict: assessment.No, Explanation: " \n"}, want: []assessment.CheckKind{assessment.NoUnexplained, assessment.NoUnplanned}},
		"a no that is explained":          {answer: assessment.Answer{Verdict: assessment.No, Explanation: "Nog niet."}, want: []assessment.CheckKind{assessment.NoUnplanned}},
		"a no with a plan":                {answer: assessment.Answer{Verdict: assessment.No, Explanation: "Nog niet."}, actions: planned},
		"a no with a plan that is off":    {answer: assessment.Answer{Verdict: assessment.No, Explanation: "Nog niet."}, actions: due("", assessment.Dropped), want: []assessment.CheckKind{assessment.NoUnplanned}},
		"a not applicable without reason": {answer: assessment.Answer{Verdict: assessment.NotApplicable}, want: []assessment.CheckKind{assessment.NotApplicableUnexplained}},
		"past its date":                   {actions: due("2026-11-24", assessment.Started), want: []assessment.CheckKind{assessment.ActionLate}},
		"due today":                       {actions: due("2026-11-25", assessment.Started)},
		"past its date and done":          {actions: due("2026-11-24", assessment.Done)},
		"in doubt":                        {answer: assessment.Answer{Discuss: true}, want: []assessment.CheckKind{assessment.InDoubt}},
		"in conflict":                     {answer: assessment.Answer{Conflict: true}, want: []assessment.CheckKind{assessment.InConflict}},
		"users were not asked":            {answer: assessment.Answer{Verdict: assessment.No, Explanation: "Nog niet.", Judge: assessment.Users}, actions: planned, want: []assessment.CheckKind{assessment.UsersUnasked}},
		"users were asked":                {answer: assessment.Answer{Verdict: assessment.No, Explanation: "Nog niet.", Judge: assessment.Users}, actions: planned, evidence: evidence},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			catalogue := strategy.Current()
			c.answer.Criterion = code
			a := assessment.Assessment{Answers: []assessment.Answer{c.answer}, Evidence: c.evidence}
			if c.measured {
				a.Measurements = []assessment.Measurement{{Indicator: catalogue.IndicatorsOf(code)[0].Code, Edition: catalogue.Edition.Edition}}
			}
			checks := assessment.StandingChecks(catalogue, a, c.actions, time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC))
			var got []assessment.CheckKind
			for _, check := range checks {
				if len(check.Findings) > 0 {
					got = append(got, check.Kind)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
			if len(checks) != len(assessment.CheckKinds()) {
				t.Errorf("%d checks, want all %d: one that found nothing is shown too", len(checks), len(assessment.CheckKinds()))
			}
		})
	}
}

func TestDifferences(t *testing.T) {
	t.Parallel()
	before := []assessment.Answer{
		{Criterion: "A", Verdict: assessment.No, Explanation: "Nog niet."}, {Criterion: "B", Verdict: assessment.Yes},
		{Criterion: "C", Verdict: assessment.No, Explanation: "Eerst dit."}, {Criterion: "gone", Verdict: assessment.Yes},
	}
	after := []assessment.Answer{
		{Criterion: "A", Verdict: assessment.Yes}, {Criterion: "B", Verdict: assessment.Yes, SavedBy: "iemand anders"},
		{Criterion: "C", Verdict: assessment.No, Explanation: "Dan dat."}, {Criterion: "new", Verdict: assessment.No},
	}
	want := "[{A no yes true} {C no no true} {new  no false} {gone yes  false}]"
	if got := fmt.Sprint(assessment.Differences(before, after)); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if got := assessment.Differences(after, after); len(got) != 0 {
		t.Errorf("the same differs: %v", got)
	}
}
