package assessment_test

import (
	"math/rand/v2"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

const asked strategy.CriterionCode = "SD-G1"

// basisOf makes what one criterion can follow from; Open for nothing.
func basisOf(ruledOut bool, inherited, proposed assessment.Verdict) assessment.Basis {
	basis := assessment.Basis{
		Scope:    map[strategy.CriterionCode]assessment.Source{},
		Inherits: map[strategy.CriterionCode]assessment.Inheritance{},
		Proposes: map[strategy.CriterionCode]assessment.Proposal{},
	}
	if ruledOut {
		basis.Scope[asked] = assessment.Source{Kind: assessment.FromQuestion, ID: "login", Reason: strategy.Text{"nl": "Niemand meldt zich aan."}}
	}
	if inherited != assessment.Open {
		basis.Inherits[asked] = assessment.Inheritance{Verdict: inherited, Explanation: "Dat regelt een ander.", Source: assessment.Source{Kind: assessment.FromAid, ID: "aid"}}
	}
	if proposed != assessment.Open {
		basis.Proposes[asked] = assessment.Proposal{Verdict: proposed, Explanation: "Van vorig jaar."}
	}
	return basis
}

func TestWhatFollowsMeetsWhatSomebodyDecided(t *testing.T) {
	const na = assessment.NotApplicable
	cases := map[string]struct {
		ruledOut            bool
		inherited, proposed assessment.Verdict
		verdict             assessment.Verdict
		origin              assessment.Origin
		follows             assessment.Verdict // as the source says
		text                string
	}{
		"nothing":                       {verdict: assessment.Open},
		"only a proposal":               {proposed: assessment.Yes},
		"only a scope question":         {ruledOut: true, verdict: na, origin: assessment.Scoped, follows: na, text: "Niemand meldt zich aan."},
		"scope against a yes":           {ruledOut: true, proposed: assessment.Yes, follows: na},
		"scope with the same":           {ruledOut: true, proposed: na, verdict: na, origin: assessment.Scoped, follows: na, text: "Niemand meldt zich aan."},
		"an aid's yes against a no":     {inherited: assessment.Yes, proposed: assessment.No, follows: assessment.Yes},
		"an aid's yes with the same":    {inherited: assessment.Yes, proposed: assessment.Yes, verdict: assessment.Yes, origin: assessment.Inherited, follows: assessment.Yes, text: "Dat regelt een ander."},
		"scope goes before an aid":      {ruledOut: true, inherited: assessment.Yes, verdict: na, origin: assessment.Scoped, follows: na, text: "Niemand meldt zich aan."},
		"an aid does not outvote scope": {ruledOut: true, inherited: assessment.Yes, proposed: assessment.Yes, follows: na},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got := basisOf(c.ruledOut, c.inherited, c.proposed).On([]assessment.Answer{{Criterion: asked}})[0]
			if got.Verdict != c.verdict || got.Origin != c.origin || got.Explanation != c.text {
				t.Errorf("%q from %q: %q, want %q from %q: %q", got.Verdict, got.Origin, got.Explanation, c.verdict, c.origin, c.text)
			}
			follows := assessment.Open
			if got.Source != nil {
				follows = got.Source.Verdict
			}
			if follows != c.follows || (got.Proposal != nil) != (c.proposed != assessment.Open) {
				t.Errorf("follows %q, want %q; proposal %+v", follows, c.follows, got.Proposal)
			}
			if p := assessment.ProgressOf([]assessment.Answer{got}); (p.Proposed == 1) != (c.proposed != assessment.Open && c.verdict == assessment.Open) {
				t.Errorf("counts %+v", p)
			}
		})
	}
}

// Whatever follows from whatever: an earlier decision is never replaced by
// another verdict unless a person says so, and is confirmed together with
// others only where nothing else follows.
func TestNothingReplacesADecisionInSilence(t *testing.T) {
	verdicts := []assessment.Verdict{assessment.Open, assessment.Yes, assessment.No, assessment.NotApplicable}
	random := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		proposed, own := verdicts[random.IntN(4)], verdicts[random.IntN(4)]
		basis := basisOf(random.IntN(2) == 0, verdicts[random.IntN(3)], proposed)
		got := basis.On([]assessment.Answer{{Criterion: asked, Verdict: own}})[0]
		switch {
		case own != assessment.Open:
			if got.Verdict != own || got.Origin != assessment.Own || got.Source != nil || got.Proposal != nil {
				t.Fatalf("decided %q became %+v", own, got)
			}
		case got.Differs():
			t.Fatalf("decided %q the time before, now %q without a word", proposed, got.Verdict)
		case got.Confirmable() && (got.Source != nil || got.Verdict != assessment.Open):
			t.Fatalf("to be confirmed unread: %+v", got)
		}
		if kept := got.StillTrue(); got.Proposed() && (kept.Verdict != proposed || kept.Source != nil) {
			t.Fatalf("kept %+v of %+v", kept, got)
		}
	}
}
