package assessment_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

func TestImprovementValidate(t *testing.T) {
	t.Parallel()
	sound := assessment.ImprovementAction{
		Title: "Chat op de website", Status: assessment.ToStart, Due: "2027-03-31", Criteria: []strategy.CriterionCode{"SD-G3"},
		Effort: assessment.MediumEffort, Budget: strategy.LowBudget, Aid: strategy.Current().Aids[0].ID, StrategyAction: 19,
	}
	for name, c := range map[string]struct {
		change     func(*assessment.ImprovementAction)
		key, field string
	}{
		"sound": {func(*assessment.ImprovementAction) {}, "", ""},
		"only a title": {func(i *assessment.ImprovementAction) {
			*i = assessment.ImprovementAction{Title: "x", Status: assessment.Done}
		}, "", ""},
		"no title":                        {func(i *assessment.ImprovementAction) { i.Title = " \t" }, "error.improvement_title_empty", "title"},
		"a long title":                    {func(i *assessment.ImprovementAction) { i.Title = strings.Repeat("é", 201) }, "error.text_too_long", "title"},
		"as long a title as can be":       {func(i *assessment.ImprovementAction) { i.Title = strings.Repeat("é", 200) }, "", ""},
		"a book for a note":               {func(i *assessment.ImprovementAction) { i.Note = strings.Repeat("x", 5_001) }, "error.text_too_long", "note"},
		"broken letters":                  {func(i *assessment.ImprovementAction) { i.Owner = "\xff" }, "error.text_unreadable", "owner"},
		"a long place in the plan":        {func(i *assessment.ImprovementAction) { i.Plan = strings.Repeat("x", 501) }, "error.text_too_long", "plan"},
		"a day that does not exist":       {func(i *assessment.ImprovementAction) { i.Due = "2027-02-30" }, "error.date_unreadable", "due"},
		"a date as people write it":       {func(i *assessment.ImprovementAction) { i.Due = "31/3/2027" }, "error.date_unreadable", "due"},
		"no status":                       {func(i *assessment.ImprovementAction) { i.Status = "" }, "error.choice_unknown", "status"},
		"an unknown effort":               {func(i *assessment.ImprovementAction) { i.Effort = "huge" }, "error.choice_unknown", "effort"},
		"an unknown band":                 {func(i *assessment.ImprovementAction) { i.Budget = "free" }, "error.choice_unknown", "budget"},
		"an unknown criterion":            {func(i *assessment.ImprovementAction) { i.Criteria[0] = "XX-G1" }, "error.improvement_criterion_unknown", "criteria"},
		"an unknown aid":                  {func(i *assessment.ImprovementAction) { i.Aid = "magic" }, "error.choice_unknown", "aid"},
		"an action beyond the strategy's": {func(i *assessment.ImprovementAction) { i.StrategyAction = 22 }, "error.improvement_strategy_action_unknown", "strategyAction"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			action := sound
			action.Criteria = slices.Clone(sound.Criteria)
			c.change(&action)
			err := action.Validate(strategy.Current())
			if c.key == "" {
				if err != nil {
					t.Errorf("refused: %v", err)
				}
				return
			}
			if err == nil || fault.Of(err).Key != c.key || fault.Of(err).Args["field"] != c.field {
				t.Errorf("got %v, want %q of %s", err, c.key, c.field)
			}
		})
	}
}

func TestOverdueAndSoon(t *testing.T) {
	t.Parallel()
	today := time.Date(2026, 11, 25, 23, 59, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		due           string
		status        assessment.ImprovementStatus
		overdue, soon bool
	}{
		"yesterday":           {"2026-11-24", assessment.ToStart, true, false},
		"today":               {"2026-11-25", assessment.Started, false, true},
		"in a month":          {"2026-12-26", assessment.ToStart, false, true},
		"in a month and more": {"2026-12-27", assessment.ToStart, false, false},
		"no date":             {"", assessment.Started, false, false},
		"done in time or not": {"2026-11-24", assessment.Done, false, false},
		"dropped":             {"2026-11-24", assessment.Dropped, false, false},
		"done before":         {"2026-12-01", assessment.Done, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			action := assessment.ImprovementAction{Due: c.due, Status: c.status}
			if action.Overdue(today) != c.overdue || action.Soon(today) != c.soon {
				t.Errorf("overdue %t, soon %t", action.Overdue(today), action.Soon(today))
			}
		})
	}
}

func TestImprovementsAreSortedByAttention(t *testing.T) {
	t.Parallel()
	today := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	action := func(id, due string, status assessment.ImprovementStatus) assessment.ImprovementAction {
		return assessment.ImprovementAction{ID: id, Title: id, Due: due, Status: status}
	}
	want := []assessment.ImprovementAction{
		action("longest overdue", "2026-01-01", assessment.ToStart),
		action("overdue", "2026-11-01", assessment.Started),
		action("today", "2026-11-25", assessment.Started),
		action("later, to start", "2027-01-01", assessment.ToStart),
		action("later, running", "2027-01-01", assessment.Started),
		action("some time", "", assessment.ToStart),
		action("done", "2026-02-01", assessment.Done),
		action("dropped", "2026-02-01", assessment.Dropped),
		action("done, once", "", assessment.Done),
	}
	for seed := range uint64(20) {
		got := slices.Clone(want)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		assessment.SortImprovements(got, today)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: got %+v", seed, got)
		}
	}
}

func TestReassess(t *testing.T) {
	t.Parallel()
	day := func(n int) time.Time { return time.Date(2026, 11, n, 9, 0, 0, 0, time.UTC) }
	no := assessment.Answer{Criterion: "SD-G3", Verdict: assessment.No, SavedAt: day(5)}
	done := assessment.ImprovementAction{
		ServiceID: "market", Status: assessment.Done, StatusAt: day(10), Criteria: []strategy.CriterionCode{"SD-G3"}}
	before := assessment.Assessment{ID: "before", ServiceID: "market", StartedAt: day(1), Answers: []assessment.Answer{no}}
	after := assessment.Assessment{ID: "after", ServiceID: "market", StartedAt: day(20)}

	for name, c := range map[string]struct {
		action func(*assessment.ImprovementAction)
		answer func(*assessment.Answer)
		also   []assessment.Assessment
		want   string // the assessment to look at; "" for none
	}{
		"done":                      {want: "before"},
		"not done":                  {action: func(i *assessment.ImprovementAction) { i.Status = assessment.Started }},
		"dropped":                   {action: func(i *assessment.ImprovementAction) { i.Status = assessment.Dropped }},
		"no criterion":              {action: func(i *assessment.ImprovementAction) { i.Criteria = nil }},
		"another service":           {action: func(i *assessment.ImprovementAction) { i.ServiceID = "other" }},
		"no service":                {action: func(i *assessment.ImprovementAction) { i.ServiceID = "" }},
		"not met even so":           {action: func(i *assessment.ImprovementAction) { i.StillUnmet = i.Criteria }},
		"a yes":                     {answer: func(a *assessment.Answer) { a.Verdict = assessment.Yes }},
		"looked at since":           {answer: func(a *assessment.Answer) { a.SavedAt = day(11) }},
		"decided elsewhere":         {answer: func(a *assessment.Answer) { a.Origin = assessment.Inherited }},
		"a later assessment begins": {also: []assessment.Assessment{after}},
		"an older assessment":       {also: []assessment.Assessment{{ID: "old", ServiceID: "market", Answers: []assessment.Answer{no}}}, want: "before"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			action, first := done, before
			first.Answers = slices.Clone(before.Answers)
			if c.action != nil {
				c.action(&action)
			}
			if c.answer != nil {
				c.answer(&first.Answers[0])
			}
			got := ""
			for _, look := range assessment.Reassess([]assessment.ImprovementAction{action}, append(c.also, first)) {
				got += look.Assessment.ID
				if look.Criterion != "SD-G3" {
					t.Errorf("asks for %s", look.Criterion)
				}
			}
			if got != c.want {
				t.Errorf("looks at %q, want %q", got, c.want)
			}
		})
	}
}
