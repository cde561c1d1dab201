package assessment_test

import (
	"maps"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

func TestPropose(t *testing.T) {
	first, second := editions(t)
	cases := map[string]struct {
		from, to *strategy.Catalogue
		given    assessment.Answer
		want     map[strategy.CriterionCode]assessment.Proposal
	}{
		"stayed": {first, first, assessment.Answer{Criterion: "SD-G1", Verdict: assessment.No, Explanation: "Volgt."},
			map[strategy.CriterionCode]assessment.Proposal{"SD-G1": {Verdict: assessment.No, Explanation: "Volgt."}}},
		"reworded": {first, second, assessment.Answer{Criterion: "GC-G1", Verdict: assessment.Yes},
			map[strategy.CriterionCode]assessment.Proposal{"GC-G1": {Verdict: assessment.Yes, Changed: true}}},
		"split": {first, second, assessment.Answer{Criterion: "GC-G4", Verdict: assessment.Yes}, map[strategy.CriterionCode]assessment.Proposal{
			"GC-G5": {Verdict: assessment.Yes, Changed: true}, "GC-G6": {Verdict: assessment.Yes, Changed: true}}},
		"gone":                        {first, second, assessment.Answer{Criterion: "DH-G5", Verdict: assessment.Yes}, nil},
		"open":                        {first, first, assessment.Answer{Criterion: "SD-G1", Explanation: "Te bekijken."}, nil},
		"two laptops disagree":        {first, first, assessment.Answer{Criterion: "SD-G1", Verdict: assessment.Yes, Conflict: true}, nil},
		"follows from something else": {first, first, assessment.Answer{Criterion: "SD-G1", Verdict: assessment.Yes, Origin: assessment.Inherited}, nil},
		"was still to be looked at": {first, first, assessment.Answer{Criterion: "SD-G1", Verdict: assessment.Yes, Review: assessment.ReviewReworded},
			map[strategy.CriterionCode]assessment.Proposal{"SD-G1": {Verdict: assessment.Yes, Changed: true}}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got := assessment.Propose(strategy.Compare(c.from, c.to), []assessment.Answer{c.given})
			if !maps.Equal(got, c.want) {
				t.Errorf("proposes %+v, want %+v", got, c.want)
			}
		})
	}
}

// Whatever was answered before: nothing counts as answered until somebody
// confirms it, and confirming all gives what stood there.
func TestProposalProperties(t *testing.T) {
	catalogue := strategy.Current()
	same := strategy.Compare(catalogue, catalogue)
	verdicts := []assessment.Verdict{assessment.Open, assessment.Yes, assessment.No, assessment.NotApplicable}
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		var earlier []assessment.Answer
		for _, c := range catalogue.Criteria {
			earlier = append(earlier, assessment.Answer{Criterion: c.Code, Verdict: verdicts[random.IntN(4)], Explanation: []string{"", "a"}[random.IntN(2)]})
		}
		blank, err := assessment.Complete(catalogue, nil)
		if err != nil {
			t.Fatal(err)
		}
		proposed := assessment.Basis{Proposes: assessment.Propose(same, earlier)}.On(blank)
		before := assessment.ProgressOf(proposed)
		if before.Answered != 0 || before.Open != len(blank) || before.Proposed != assessment.ProgressOf(earlier).Answered {
			t.Fatalf("before confirming: %+v", before)
		}
		for i, a := range proposed {
			confirmed := a.StillTrue()
			if confirmed.Verdict != earlier[i].Verdict || (confirmed.Given() && confirmed.Explanation != earlier[i].Explanation) || confirmed.Differs() {
				t.Fatalf("confirmed %+v, was %+v", confirmed, earlier[i])
			}
			if p := a.Proposal; p != nil && p.Unchanged() && confirmed.Incomplete() {
				t.Fatalf("confirmed with others, and lacks its explanation: %+v", confirmed)
			}
		}
	}
}

func TestStillTrueKeepsWhatWasTyped(t *testing.T) {
	a := assessment.Answer{Explanation: "Nieuw.", Proposal: &assessment.Proposal{Verdict: assessment.No, Explanation: "Oud."}}
	if got := a.StillTrue(); got.Verdict != assessment.No || got.Explanation != "Nieuw." || got.Proposal != nil {
		t.Errorf("%+v", got)
	}
}

func TestAVerdictThatDiffers(t *testing.T) {
	basis := assessment.Basis{Proposes: map[strategy.CriterionCode]assessment.Proposal{"SD-G1": {Verdict: assessment.Yes}}}
	for verdict, want := range map[assessment.Verdict]bool{
		assessment.Open: false, assessment.Yes: false, assessment.No: true, assessment.NotApplicable: true,
	} {
		got := basis.On([]assessment.Answer{{Criterion: "SD-G1", Verdict: verdict}})[0]
		if got.Differs() != want || got.Before != assessment.Yes {
			t.Errorf("%q: differs %v, before %q", verdict, got.Differs(), got.Before)
		}
	}
}

func TestWordings(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2026, 1, n, 9, 0, 0, 0, time.UTC) }
	wrote := func(code strategy.CriterionCode, verdict assessment.Verdict, text string, n int) assessment.Answer {
		return assessment.Answer{Criterion: code, Verdict: verdict, Explanation: text, SavedAt: day(n)}
	}
	derived := wrote("SD-G1", assessment.No, "Volgt uit iets anders.", 9)
	derived.Origin = assessment.Inherited
	outlived := func(code strategy.CriterionCode) assessment.Answer {
		answer := wrote(code, assessment.Yes, "Nog niet klaar.", 9)
		answer.ExplainedAs = assessment.No
		return answer
	}
	all := []assessment.Assessment{
		{ID: "e", Answers: []assessment.Answer{outlived("SD-G1"), outlived("SD-G4")}},
		{ID: "own", Answers: []assessment.Answer{wrote("SD-G1", assessment.No, "Staat hier.", 8), wrote("SD-G2", assessment.No, "Van hiernaast.", 7)}},
		{ID: "a", Answers: []assessment.Answer{wrote("SD-G1", assessment.No, "Oudste nee.", 1), wrote("SD-G2", assessment.Yes, "  ", 3)}},
		{ID: "b", Answers: []assessment.Answer{wrote("SD-G1", assessment.Yes, "Een ja.", 6)}},
		{ID: "c", Answers: []assessment.Answer{wrote("SD-G1", assessment.No, "Nieuwste  NEE.", 5), wrote("SD-G3", assessment.No, "Elders.", 8)}},
		{ID: "d", Answers: []assessment.Answer{wrote("SD-G1", assessment.No, "nieuwste nee.", 4), derived}},
	}
	same, others := assessment.Wordings(all, "own", "SD-G1", assessment.No)
	if got, want := textsOf(same), "Nieuwste  NEE.|Oudste nee.|Een ja."; got != want {
		t.Errorf("for the same criterion %s, want %s", got, want)
	}
	if got, want := textsOf(others), "Elders.|Van hiernaast."; got != want {
		t.Errorf("for others %s, want %s", got, want)
	}
}

func textsOf(wordings []assessment.Wording) string {
	var texts []string
	for _, w := range wordings {
		texts = append(texts, w.Answer.Explanation)
	}
	return strings.Join(texts, "|")
}

func TestPacesOf(t *testing.T) {
	every := func(d time.Duration, n int) []time.Time {
		var times []time.Time
		for i := range n {
			times = append(times, time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC).Add(time.Duration(i)*d))
		}
		return times
	}
	cases := map[string]struct {
		answering, confirming []time.Time
		want                  assessment.Paces
	}{
		"nothing known":            {nil, nil, assessment.Paces{Answering: 25 * time.Second, Confirming: 8 * time.Second}},
		"both known":               {every(40*time.Second, 9), every(5*time.Second, 9), assessment.Paces{Answering: 40 * time.Second, Confirming: 5 * time.Second}},
		"confirmed without a look": {nil, every(100*time.Millisecond, 9), assessment.Paces{Answering: 25 * time.Second, Confirming: 2 * time.Second}},
		"confirming is no slower":  {every(10*time.Second, 9), every(60*time.Second, 9), assessment.Paces{Answering: 10 * time.Second, Confirming: 10 * time.Second}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := assessment.PacesOf(c.answering, c.confirming); !reflect.DeepEqual(got, c.want) {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
	p := assessment.Progress{Open: 52, Proposed: 50}
	if got := p.Minutes(assessment.PacesOf(nil, nil)); got != 8 {
		t.Errorf("%d minutes, want 8", got)
	}
}
