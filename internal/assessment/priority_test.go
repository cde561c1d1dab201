package assessment_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

// answersBut answers every criterion with yes, but for the ones given otherwise.
func answersBut(others map[strategy.CriterionCode]assessment.Verdict) []assessment.Answer {
	var answers []assessment.Answer
	for _, c := range strategy.Current().Criteria {
		a := assessment.Answer{Criterion: c.Code, Verdict: assessment.Yes}
		if verdict, other := others[c.Code]; other {
			a.Verdict = verdict
		}
		answers = append(answers, a)
	}
	return answers
}

// supported finds a criterion whose help by developed aids is as asked.
func supported(t *testing.T, basis assessment.EffortBasis) strategy.CriterionCode {
	t.Helper()
	catalogue := strategy.Current()
	for _, c := range catalogue.Criteria {
		got := assessment.WithoutSupport
		for _, helpful := range catalogue.AidsFor([]strategy.CriterionCode{c.Code}) {
			if !helpful.Aid.Ready() {
				continue
			}
			switch {
			case helpful.Touches[0].Extent == strategy.Covers:
				got = assessment.ByCoveringAid
			case got == assessment.WithoutSupport:
				got = assessment.ByHelpingAid
			}
		}
		if got == basis {
			return c.Code
		}
	}
	t.Fatalf("the catalogue has no criterion with such help: %s", basis)
	return ""
}

func TestEffort(t *testing.T) {
	t.Parallel()
	covered, helped := supported(t, assessment.ByCoveringAid), supported(t, assessment.ByHelpingAid)
	action := func(code strategy.CriterionCode, effort assessment.Effort, status assessment.ImprovementStatus) assessment.ImprovementAction {
		return assessment.ImprovementAction{Criteria: []strategy.CriterionCode{code}, Effort: effort, Status: status}
	}
	for name, c := range map[string]struct {
		code    strategy.CriterionCode
		actions []assessment.ImprovementAction
		effort  assessment.Effort
		basis   assessment.EffortBasis
	}{
		"an aid that is there covers it":    {covered, nil, assessment.SmallEffort, assessment.ByCoveringAid},
		"an aid that is there contributes":  {helped, nil, assessment.MediumEffort, assessment.ByHelpingAid},
		"an action goes before the aid":     {covered, []assessment.ImprovementAction{action(covered, assessment.LargeEffort, assessment.ToStart)}, assessment.LargeEffort, assessment.ByAction},
		"of two actions, the least":         {helped, []assessment.ImprovementAction{action(helped, assessment.LargeEffort, assessment.ToStart), action(helped, assessment.SmallEffort, assessment.Started)}, assessment.SmallEffort, assessment.ByAction},
		"an action without an estimate":     {helped, []assessment.ImprovementAction{action(helped, assessment.UnknownEffort, assessment.ToStart)}, assessment.MediumEffort, assessment.ByHelpingAid},
		"an action that was dropped":        {helped, []assessment.ImprovementAction{action(helped, assessment.SmallEffort, assessment.Dropped)}, assessment.MediumEffort, assessment.ByHelpingAid},
		"an action about another criterion": {helped, []assessment.ImprovementAction{action(covered, assessment.SmallEffort, assessment.ToStart)}, assessment.MediumEffort, assessment.ByHelpingAid},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			list := assessment.Priorities(strategy.Current(), answersBut(map[strategy.CriterionCode]assessment.Verdict{c.code: assessment.No}), assessment.Surroundings{Actions: c.actions})
			if len(list) != 1 || list[0].Effort != c.effort || list[0].Basis != c.basis {
				t.Errorf("got %+v, want %s by %s", list, c.effort, c.basis)
			}
		})
	}
}

// No aid helps where none is there yet.
func TestEffortWithoutAids(t *testing.T) {
	t.Parallel()
	bare := *strategy.Current()
	bare.Aids = nil
	list := assessment.Priorities(&bare, answersBut(map[strategy.CriterionCode]assessment.Verdict{"SD-G1": assessment.No}), assessment.Surroundings{})
	if len(list) != 1 || list[0].Effort != assessment.LargeEffort || list[0].Basis != assessment.WithoutSupport {
		t.Errorf("got %+v", list)
	}
}

func TestReach(t *testing.T) {
	t.Parallel()
	no := func(codes ...strategy.CriterionCode) map[strategy.CriterionCode]assessment.Verdict {
		given := make(map[strategy.CriterionCode]assessment.Verdict)
		for _, code := range codes {
			given[code] = assessment.No
		}
		return given
	}
	elsewhere := map[strategy.CriterionCode]int{"SD-G1": 2}
	for name, c := range map[string]struct {
		answers map[strategy.CriterionCode]assessment.Verdict
		town    assessment.Surroundings
		reach   assessment.Reach
		tips    bool
	}{
		"nothing holds: its cell is good already": {no("SD-G1"), assessment.Surroundings{}, assessment.Narrow, false},
		"other services fail it":                  {no("SD-G1"), assessment.Surroundings{Others: elsewhere}, assessment.Middle, false},
		"it alone tips its cell":                  {no("SD-G1", "SD-G2"), assessment.Surroundings{}, assessment.Middle, true},
		"one is not enough for its cell":          {no("SD-G1", "SD-G2", "SD-G3"), assessment.Surroundings{}, assessment.Narrow, false},
		"two of the three":                        {no("SD-G1"), assessment.Surroundings{Others: elsewhere, ManyUsers: true}, assessment.Wide, false},
		"all three":                               {no("SD-G1", "SD-G2"), assessment.Surroundings{Others: elsewhere, ManyUsers: true}, assessment.Wide, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, p := range assessment.Priorities(strategy.Current(), answersBut(c.answers), c.town) {
				if p.Criterion == "SD-G1" && (p.Reach != c.reach || p.Tips != c.tips) {
					t.Errorf("got %+v, want %s, tips %v", p, c.reach, c.tips)
				}
			}
		})
	}
}

// Whatever is answered: each no stands in the list once, and nothing that
// takes more comes before what takes less.
func TestPrioritiesProperties(t *testing.T) {
	t.Parallel()
	catalogue := strategy.Current()
	efforts := []assessment.Effort{assessment.SmallEffort, assessment.MediumEffort, assessment.LargeEffort}
	reaches := []assessment.Reach{assessment.Wide, assessment.Middle, assessment.Narrow}
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 5))
		answers := randomAnswers(random, catalogue)
		town := assessment.Surroundings{ManyUsers: random.IntN(2) == 0, Others: map[strategy.CriterionCode]int{}}
		for _, a := range answers {
			town.Others[a.Criterion] = random.IntN(3)
		}
		list := assessment.Priorities(catalogue, answers, town)
		if want := assessment.Score(catalogue, answers).Sum().Unmet; len(list) != want {
			t.Fatalf("seed %d: %d in the list, %d unmet", seed, len(list), want)
		}
		for i := 1; i < len(list); i++ {
			a, b := list[i-1], list[i]
			before, after := slices.Index(efforts, a.Effort), slices.Index(efforts, b.Effort)
			if before > after || before == after && slices.Index(reaches, a.Reach) > slices.Index(reaches, b.Reach) {
				t.Fatalf("seed %d: %+v stands before %+v", seed, a, b)
			}
		}
	}
}

func TestFailElsewhere(t *testing.T) {
	t.Parallel()
	at := func(day int) time.Time { return time.Date(2026, 11, day, 0, 0, 0, 0, time.UTC) }
	said := func(service string, day int, verdict assessment.Verdict) assessment.Assessment {
		return assessment.Assessment{ServiceID: service, StartedAt: at(day), Answers: []assessment.Answer{{Criterion: "SD-G1", Verdict: verdict}}}
	}
	all := []assessment.Assessment{
		said("own", 1, assessment.No), said("better", 1, assessment.No), said("better", 2, assessment.Yes),
		said("worse", 2, assessment.No), said("worse", 1, assessment.Yes), said("third", 1, assessment.No),
		said("begun", 1, assessment.No), said("begun", 2, assessment.Open), said("aid", 1, assessment.No),
	}
	services := []assessment.Service{{ID: "own"}, {ID: "better"}, {ID: "worse"}, {ID: "third"}, {ID: "begun"}, {ID: "aid", Kind: assessment.AsAid}}
	if got := assessment.FailElsewhere("own", services, all)["SD-G1"]; got != 3 {
		t.Errorf("got %d, want the three services whose latest answer is no", got)
	}
}

func TestHasManyUsers(t *testing.T) {
	t.Parallel()
	n := func(users int64) *int64 { return &users }
	town := func(users ...*int64) []assessment.Service {
		all := []assessment.Service{{ID: "own", Users: n(100)}}
		for range users {
			all = append(all, assessment.Service{})
		}
		for i, u := range users {
			all[i+1] = assessment.Service{ID: string(rune('a' + i)), Users: u}
		}
		return all
	}
	for name, c := range map[string]struct {
		own  *int64
		all  []assessment.Service
		want bool
	}{
		"alone in the town":      {n(100), town(), false},
		"its users not known":    {nil, town(n(1)), false},
		"theirs not known":       {n(100), town(nil, nil), false},
		"more than half":         {n(100), town(n(50), n(60), n(900)), true},
		"as many as the only":    {n(100), town(n(100)), true},
		"more than half of four": {n(100), town(n(1), n(200), n(300), n(400)), false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := assessment.HasManyUsers(assessment.Service{ID: "own", Users: c.own}, c.all); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}
