package assessment_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

func TestAnswerValidate(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		answer assessment.Answer
		key    string
	}{
		"a yes":              {assessment.Answer{Criterion: "SD-G1", Verdict: assessment.Yes}, ""},
		"a no without words": {assessment.Answer{Criterion: "SD-G1", Verdict: assessment.No}, ""}, // incomplete, but kept
		"an unknown code":    {assessment.Answer{Criterion: "XX-G1", Verdict: assessment.Yes}, "error.criterion_unknown"},
		"a sub-point":        {assessment.Answer{Criterion: "SD-G3a", Verdict: assessment.Yes}, "error.criterion_unknown"},
		"an unknown verdict": {assessment.Answer{Criterion: "SD-G1", Verdict: "maybe"}, "error.choice_unknown"},
		"a book":             {assessment.Answer{Criterion: "SD-G1", Explanation: strings.Repeat("é", assessment.MaxExplanation+1)}, "error.text_too_long"},
		"as long as can be":  {assessment.Answer{Criterion: "SD-G1", Explanation: strings.Repeat("é", assessment.MaxExplanation)}, ""},
		"broken letters":     {assessment.Answer{Criterion: "SD-G1", Explanation: "\xff"}, "error.text_unreadable"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := c.answer.Validate(strategy.Current())
			if c.key == "" && err != nil || c.key != "" && (err == nil || fault.Of(err).Key != c.key) {
				t.Errorf("got %v, want %q", err, c.key)
			}
		})
	}
}

func TestUnknownCriterionIsNamed(t *testing.T) {
	t.Parallel()
	_, err := assessment.Complete(strategy.Current(), []assessment.Answer{{Criterion: "XX-G9", Verdict: assessment.Yes}})
	if f := fault.Of(err); f.Args["Criterion"] != "XX-G9" || !errors.Is(err, strategy.ErrUnknownCriterion) {
		t.Errorf("got %v", err)
	}
}

func TestProgress(t *testing.T) {
	t.Parallel()
	all, err := assessment.Complete(strategy.Current(), []assessment.Answer{
		{Criterion: "SD-G1", Verdict: assessment.Yes},
		{Criterion: "SD-G2", Verdict: assessment.No},
		{Criterion: "SD-G3", Verdict: assessment.NotApplicable, Explanation: " \n"},
		{Criterion: "SD-G4", Verdict: assessment.No, Explanation: "Volgt."},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := assessment.Progress{Total: 52, Answered: 4, Open: 48, Incomplete: 2}
	if got := assessment.ProgressOf(all); got != want || got.Ready() {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestPosition(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	yes := func(code strategy.CriterionCode, minute int) assessment.Answer {
		return assessment.Answer{Criterion: code, Verdict: assessment.Yes, SavedAt: at.Add(time.Duration(minute) * time.Minute)}
	}
	var done []assessment.Answer
	for i, criterion := range strategy.Current().Criteria {
		done = append(done, yes(criterion.Code, i))
	}
	withGap := append([]assessment.Answer(nil), done...)
	withGap[7].Verdict = assessment.No
	for name, c := range map[string]struct {
		answers []assessment.Answer
		want    strategy.CriterionCode
	}{
		"nothing answered":                      {nil, "SD-G1"},
		"after the last answer":                 {[]assessment.Answer{yes("SD-G1", 0), yes("SD-G2", 1)}, "SD-G3"},
		"jumped ahead, goes on there":           {[]assessment.Answer{yes("SD-G1", 0), yes("GC-G1", 1)}, "GC-G2"},
		"at the end, goes back to the open one": {done[1:], "SD-G1"},
		"all answered, an explanation missing":  {withGap, "SD-I2"},
		"all done":                              {done, "SD-G1"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			all, err := assessment.Complete(strategy.Current(), c.answers)
			if err != nil {
				t.Fatal(err)
			}
			if got := assessment.Position(all); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestPace(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	var quick []time.Time
	for i := range 12 {
		quick = append(quick, start.Add(time.Duration(i)*8*time.Second))
	}
	afterLunch := append(append([]time.Time(nil), quick...), start.Add(2*time.Hour))
	for name, c := range map[string]struct {
		times   []time.Time
		open    int
		minutes int
	}{
		"nobody's pace yet":          {nil, 14, 6},
		"eight seconds each":         {quick, 14, 2},
		"the lunch break is no pace": {afterLunch, 14, 2},
		"nothing open":               {quick, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := (assessment.Progress{Open: c.open}).Minutes(assessment.PacesOf(c.times, nil)); got != c.minutes {
				t.Errorf("%d minutes, want %d", got, c.minutes)
			}
		})
	}
}

func TestServiceValidate(t *testing.T) {
	t.Parallel()
	n := func(n int64) *int64 { return &n }
	for name, c := range map[string]struct {
		service assessment.Service
		field   string
	}{
		"only a name":        {assessment.Service{Name: "Verhuizen"}, ""},
		"no name":            {assessment.Service{Name: " "}, "name"},
		"a very long name":   {assessment.Service{Name: strings.Repeat("x", 201)}, "name"},
		"unknown audience":   {assessment.Service{Name: "x", Audience: "martians"}, "audience"},
		"negative budget":    {assessment.Service{Name: "x", BudgetEuro: n(-1)}, "budgetEuro"},
		"absurd users":       {assessment.Service{Name: "x", Users: n(1 << 60)}, "users"},
		"a month that isn't": {assessment.Service{Name: "x", Planned: "2027-13"}, "planned"},
		"a day":              {assessment.Service{Name: "x", Planned: "2027-03-01"}, "planned"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := c.service.Validate()
			if c.field == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if f := fault.Of(err); f.Code != fault.Invalid || f.Args["field"] != c.field {
				t.Errorf("got %v, want field %s", err, c.field)
			}
		})
	}
}

func TestNextSteps(t *testing.T) {
	t.Parallel()
	n := func(n int64) *int64 { return &n }
	significant := assessment.Service{ID: "s", Name: "Groot", BudgetEuro: n(600_000), Development: assessment.New}
	small := assessment.Service{ID: "t", Name: "Klein", BudgetEuro: n(1), Users: n(1), Development: assessment.New}
	assessed := func(moment assessment.Moment, standing assessment.Standing, open, unexplained int) assessment.Assessed {
		return assessment.Assessed{
			Assessment: assessment.Assessment{ID: "a", ServiceID: "s", Moment: moment}, Standing: standing,
			Progress: assessment.Progress{Total: 52, Open: open, Incomplete: unexplained},
		}
	}
	for name, c := range map[string]struct {
		services []assessment.Service
		assessed []assessment.Assessed
		want     string
	}{
		"an empty register":             {nil, nil, "addService"},
		"nothing is required":           {[]assessment.Service{small}, nil, ""},
		"required, not begun":           {[]assessment.Service{significant}, nil, "start before"},
		"begun":                         {[]assessment.Service{significant}, []assessment.Assessed{assessed(assessment.Before, assessment.Running, 3, 0)}, "continue before"},
		"only explanations missing":     {[]assessment.Service{significant}, []assessment.Assessed{assessed(assessment.Before, assessment.Running, 0, 2)}, "explain before"},
		"complete":                      {[]assessment.Service{significant}, []assessment.Assessed{assessed(assessment.Before, assessment.Completed, 0, 0)}, "submit before"},
		"handed in":                     {[]assessment.Service{significant}, []assessment.Assessed{assessed(assessment.Before, assessment.Submitted, 0, 0)}, "receipt before"},
		"returned":                      {[]assessment.Service{significant}, []assessment.Assessed{assessed(assessment.Before, assessment.SentBack, 0, 0)}, "correct before"},
		"received: the one after":       {[]assessment.Service{significant}, []assessment.Assessed{assessed(assessment.Before, assessment.Receipted, 0, 0)}, "start after"},
		"changed since":                 {[]assessment.Service{significant}, []assessment.Assessed{assessed(assessment.Before, assessment.Changed, 0, 0)}, "resubmit before, start after"},
		"changed since, and open again": {[]assessment.Service{significant}, []assessment.Assessed{assessed(assessment.Before, assessment.Changed, 1, 0)}, "continue before, start after"},
		"both received": {[]assessment.Service{significant}, []assessment.Assessed{
			assessed(assessment.Before, assessment.Receipted, 0, 0), assessed(assessment.After, assessment.Receipted, 0, 0)}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, step := range assessment.NextSteps(c.services, c.assessed) {
				got = append(got, strings.TrimSpace(string(step.Kind)+" "+string(step.Moment)))
			}
			if text := strings.Join(got, ", "); text != c.want {
				t.Errorf("got %q, want %q", text, c.want)
			}
		})
	}
}
