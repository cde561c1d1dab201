package assessment_test

import (
	"slices"
	"strings"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

var decided = assessment.Reviewing{Stage: assessment.Adopted, AdoptedOn: "2026-11-30", Decision: "2026/CBS/114"}

func answered(verdicts ...assessment.Verdict) []assessment.Answer {
	var answers []assessment.Answer
	for i, v := range verdicts {
		answers = append(answers, assessment.Answer{Criterion: strategy.Current().Criteria[i].Code, Verdict: v, Explanation: "Omdat."})
	}
	return answers
}

// No stage is a dead end.
func TestEveryStageLeadsToEveryOther(t *testing.T) {
	t.Parallel()
	answers := answered(assessment.Yes, assessment.No)
	wishes := []assessment.Reviewing{
		{Stage: assessment.FillingIn, Note: "Kijk SD-G1 na."}, {Stage: assessment.Proposed, Reviewer: "dienst ICT"},
		{Stage: assessment.Reviewed, Note: "In orde."}, decided,
	}
	for _, from := range wishes {
		for _, to := range wishes {
			t.Run(string(from.Stage)+" to "+string(to.Stage), func(t *testing.T) {
				t.Parallel()
				start, err := assessment.Reviewing{}.To(from, answers, "2026-11-30")
				if err != nil {
					t.Fatal(err)
				}
				got, err := start.To(to, answers, "2026-11-30")
				if err != nil || got.Stage != to.Stage || got.Note != to.Note || got.Decision != to.Decision || got.AdoptedOn != to.AdoptedOn {
					t.Errorf("got %+v, %v", got, err)
				}
				if changed := got.ChangedSince(answers); len(changed) != 0 {
					t.Errorf("changed %v at once", changed)
				}
			})
		}
	}
}

func TestStagesAskLittle(t *testing.T) {
	t.Parallel()
	open := answered(assessment.Yes, assessment.Open)
	for name, c := range map[string]struct {
		wish    assessment.Reviewing
		answers []assessment.Answer
		code    fault.Code
		field   string
	}{
		"proposed with open criteria":   {assessment.Reviewing{Stage: assessment.Proposed}, open, "", ""},
		"reviewed with open criteria":   {assessment.Reviewing{Stage: assessment.Reviewed}, open, "", ""},
		"adopted with open criteria":    {decided, open, fault.Conflict, ""},
		"adopted without a date":        {assessment.Reviewing{Stage: assessment.Adopted, Decision: "1"}, nil, fault.Invalid, "adoptedOn"},
		"adopted on a day of no year":   {assessment.Reviewing{Stage: assessment.Adopted, AdoptedOn: "2026-02-30", Decision: "1"}, nil, fault.Invalid, "adoptedOn"},
		"adopted tomorrow":              {assessment.Reviewing{Stage: assessment.Adopted, AdoptedOn: "2026-12-01"}, nil, fault.Invalid, "adoptedOn"},
		"a stage of no kind":            {assessment.Reviewing{Stage: "archived"}, nil, fault.Invalid, "stage"},
		"a note without end":            {assessment.Reviewing{Note: strings.Repeat("x", assessment.MaxStageNote+1)}, nil, fault.Invalid, "note"},
		"a reviewer that is no text":    {assessment.Reviewing{Stage: assessment.Proposed, Reviewer: "\xff"}, nil, fault.Invalid, "reviewer"},
		"a decision that has no end":    {assessment.Reviewing{Stage: assessment.Adopted, AdoptedOn: "2026-11-30", Decision: strings.Repeat("9", 200)}, nil, fault.Invalid, "decision"},
		"adopted with a missing reason": {decided, []assessment.Answer{{Criterion: "SD-G1", Verdict: assessment.No}}, fault.Conflict, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			was := assessment.Reviewing{Stage: assessment.Proposed, Reviewer: "dienst ICT"}
			got, err := was.To(c.wish, c.answers, "2026-11-30")
			if fault.CodeOf(err) != c.code {
				t.Fatalf("error %v", err)
			}
			if err == nil {
				return
			}
			if field, _ := fault.Of(err).Args["field"].(string); field != c.field || got.Stage != was.Stage {
				t.Errorf("field %q, stage %q", field, got.Stage)
			}
		})
	}
}

func TestChangedSinceAStage(t *testing.T) {
	t.Parallel()
	before := answered(assessment.Yes, assessment.No, assessment.Open)
	adopted, err := assessment.Reviewing{}.To(assessment.Reviewing{Stage: assessment.Reviewed}, before, "2026-11-30")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		change func([]assessment.Answer)
		want   []int
	}{
		"nothing":                   {func([]assessment.Answer) {}, nil},
		"a verdict":                 {func(a []assessment.Answer) { a[0].Verdict = assessment.No }, []int{0}},
		"an explanation":            {func(a []assessment.Answer) { a[1].Explanation = "Anders." }, []int{1}},
		"an open one was answered":  {func(a []assessment.Answer) { a[2].Verdict = assessment.Yes }, []int{2}},
		"only who is asked":         {func(a []assessment.Answer) { a[0].Assignee, a[1].Discuss, a[2].SavedBy = "ICT", true, "x" }, nil},
		"said again by a colleague": {func(a []assessment.Answer) { a[0].SavedBy, a[0].Explanation = "colleague", "Omdat. " }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			answers := slices.Clone(before)
			c.change(answers)
			var want []strategy.CriterionCode
			for _, i := range c.want {
				want = append(want, answers[i].Criterion)
			}
			if got := adopted.ChangedSince(answers); !slices.Equal(got, want) {
				t.Errorf("changed %v, want %v", got, want)
			}
		})
	}
}
