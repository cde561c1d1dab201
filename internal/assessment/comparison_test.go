package assessment_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

// side gives a side that answers with yes, but for what is given otherwise.
func side(id string, catalogue *strategy.Catalogue, others map[strategy.CriterionCode]assessment.Verdict) assessment.Side {
	s := assessment.Side{ID: id, Catalogue: catalogue}
	for _, c := range catalogue.Criteria {
		verdict, other := others[c.Code]
		if !other {
			verdict = assessment.Yes
		}
		s.Answers = append(s.Answers, assessment.Answer{Criterion: c.Code, Verdict: verdict, Explanation: id + " over " + string(c.Code)})
	}
	return s
}

func line(t *testing.T, c assessment.Comparison, code strategy.CriterionCode) assessment.Line {
	t.Helper()
	i := slices.IndexFunc(c.Lines, func(l assessment.Line) bool { return l.Criterion.Code == code })
	if i < 0 {
		t.Fatalf("no line for %s", code)
	}
	return c.Lines[i]
}

func TestOutcome(t *testing.T) {
	t.Parallel()
	const yes, no, na, open = assessment.Yes, assessment.No, assessment.NotApplicable, assessment.Open
	for name, c := range map[string]struct {
		verdicts []assessment.Verdict
		want     assessment.Outcome
	}{
		"met beats unmet":            {[]assessment.Verdict{yes, no}, assessment.Differs},
		"unmet is beaten by met":     {[]assessment.Verdict{no, yes}, assessment.Differs},
		"both meet":                  {[]assessment.Verdict{yes, yes}, assessment.AllMet},
		"neither meets":              {[]assessment.Verdict{no, no}, assessment.AllUnmet},
		"one is open":                {[]assessment.Verdict{yes, open}, assessment.Uncompared},
		"it does not apply to one":   {[]assessment.Verdict{na, no}, assessment.Uncompared},
		"it applies to neither":      {[]assessment.Verdict{na, na}, assessment.Uncompared},
		"two of three differ":        {[]assessment.Verdict{yes, na, no}, assessment.Differs},
		"two of three meet":          {[]assessment.Verdict{yes, open, yes}, assessment.AllMet},
		"one of three has a verdict": {[]assessment.Verdict{open, open, yes}, assessment.Uncompared},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var sides []assessment.Side
			for i, v := range c.verdicts {
				sides = append(sides, side(fmt.Sprint(i), strategy.Current(), map[strategy.CriterionCode]assessment.Verdict{"SD-G1": v}))
			}
			if got := line(t, assessment.Compared(sides), "SD-G1").Outcome; got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestCompared(t *testing.T) {
	t.Parallel()
	catalogue := strategy.Current()
	c := assessment.Compared([]assessment.Side{
		side("a", catalogue, map[strategy.CriterionCode]assessment.Verdict{"GC-G1": assessment.No, "BT-G1": assessment.No}),
		side("b", catalogue, map[strategy.CriterionCode]assessment.Verdict{"SD-G2": assessment.No, "SD-G1": assessment.No, "BT-G1": assessment.No}),
	})
	if !slices.Equal(c.Better, []int{2, 1}) || !slices.Equal(c.Worse, []int{1, 2}) {
		t.Errorf("better %v, worse %v", c.Better, c.Worse)
	}
	var first []string
	for _, l := range c.Lines[:4] {
		first = append(first, fmt.Sprint(l.Criterion.Code, " ", l.Outcome))
	}
	want := []string{"SD-G1 differs", "SD-G2 differs", "GC-G1 differs", "SD-G3 all_met"}
	if !slices.Equal(first, want) {
		t.Errorf("%q\nwant %q", first, want)
	}
	if got := line(t, c, "SD-G1"); !slices.Equal(got.Ideas(), []int{0}) || got.Stands[0].Explanation != "a over SD-G1" {
		t.Errorf("the idea is that of %v: %+v", got.Ideas(), got.Stands)
	}
	if got := line(t, c, "BT-G1"); got.Outcome != assessment.AllUnmet || got.Ideas() != nil {
		t.Errorf("what nobody meets: %s, ideas of %v", got.Outcome, got.Ideas())
	}
	cell := c.Cells[0]
	if cell.Cells[0].Percent() != 100 || cell.Cells[1].Percent() != 66 || !slices.Equal(cell.Better, []int{2, 0}) || cell.Differs != 2 || cell.Same != 4 {
		t.Errorf("%+v", cell)
	}
	if c.Alike != 52 || c.Reworded != 0 || c.InSome != 0 {
		t.Errorf("%d alike, %d reworded, %d in some", c.Alike, c.Reworded, c.InSome)
	}
}

// Of two editions, only what asks the same decides who does better.
func TestComparedEditions(t *testing.T) {
	t.Parallel()
	first, second := editions(t)
	everything := make(map[strategy.CriterionCode]assessment.Verdict)
	for _, c := range first.Criteria {
		everything[c.Code] = assessment.No
	}
	c := assessment.Compared([]assessment.Side{side("old", first, everything), side("new", second, nil)})
	if c.Edition != second.Edition.Edition || c.Alike != 49 || c.Reworded != 3 || c.InSome != 2 {
		t.Errorf("%s: %d alike, %d reworded, %d in some", c.Edition, c.Alike, c.Reworded, c.InSome)
	}
	if c.Better[1] != 49 || c.Worse[0] != 49 || c.Better[0] != 0 {
		t.Errorf("better %v, worse %v", c.Better, c.Worse)
	}
	for code, want := range map[strategy.CriterionCode]struct {
		asks  assessment.Asks
		asked [2]bool
	}{
		"GC-G1": {assessment.AsksOther, [2]bool{true, true}},   // reworded
		"GC-G5": {assessment.AsksOther, [2]bool{true, true}},   // came from GC-G4
		"DG-G8": {assessment.AsksInSome, [2]bool{false, true}}, // new
		"DH-G5": {assessment.AsksInSome, [2]bool{true, false}}, // retired
		"SD-G1": {assessment.AsksSame, [2]bool{true, true}},
	} {
		l := line(t, c, code)
		if l.Asks != want.asks || l.Stands[0].Asked != want.asked[0] || l.Stands[1].Asked != want.asked[1] {
			t.Errorf("%s: %s, asked %v %v", code, l.Asks, l.Stands[0].Asked, l.Stands[1].Asked)
		}
		if l.Asks != assessment.AsksSame && l.Outcome != assessment.Uncompared {
			t.Errorf("%s asks something else and is %s", code, l.Outcome)
		}
	}
	if got := line(t, c, "GC-G5").Stands[0].Explanation; got != "old over GC-G4" {
		t.Errorf("what GC-G5 came from says %q", got)
	}
}

func TestBenchmarkSide(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		count assessment.Count
		want  assessment.Verdict
	}{
		"most meet":                     {assessment.Count{Met: 3, Unmet: 2, NotApplicable: 9}, assessment.Yes},
		"most do not":                   {assessment.Count{Met: 2, Unmet: 3}, assessment.No},
		"as many do as do not":          {assessment.Count{Met: 3, Unmet: 3}, assessment.Open},
		"it applies to none":            {assessment.Count{NotApplicable: 7}, assessment.NotApplicable},
		"nobody said anything about it": {assessment.Count{}, assessment.Open},
	} {
		if got := c.count.Most(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	tally := make(assessment.Tally)
	for _, c := range strategy.Current().Criteria {
		tally[c.Code] = assessment.Count{Met: 4, Unmet: 1}
	}
	c := assessment.Compared([]assessment.Side{
		side("ours", strategy.Current(), map[strategy.CriterionCode]assessment.Verdict{"SD-G1": assessment.No}),
		{ID: "others", Catalogue: strategy.Current(), Benchmark: tally},
	})
	if !slices.Equal(c.Worse, []int{1, 0}) || c.Cells[0].Cells[1].Percent() != 80 || c.Cells[0].Cells[1].State() != assessment.Good {
		t.Errorf("worse %v, cell %+v", c.Worse, c.Cells[0].Cells[1])
	}
	if got := line(t, c, "SD-G1").Stands[1].Count; got == nil || got.Met != 4 {
		t.Errorf("the counts are lost: %+v", got)
	}
}

// Whatever is compared: with itself, nothing differs; swapping the sides swaps
// better and worse; the order of the selection changes nothing that is found;
// every criterion is there once; each percentage is that of the result.
func TestComparedProperties(t *testing.T) {
	t.Parallel()
	first, second := editions(t)
	for seed := range uint64(150) {
		random := rand.New(rand.NewPCG(seed, 7))
		var sides []assessment.Side
		for i := range 2 + random.IntN(4) {
			catalogue := []*strategy.Catalogue{first, second}[random.IntN(2)]
			sides = append(sides, assessment.Side{ID: fmt.Sprint(i), Catalogue: catalogue, Answers: randomAnswers(random, catalogue)})
		}
		itself := assessment.Compared([]assessment.Side{sides[0], sides[0]})
		if itself.Better[0]+itself.Worse[0]+itself.Reworded+itself.InSome != 0 {
			t.Fatalf("seed %d: it differs from itself: %+v", seed, itself)
		}
		there, back := assessment.Compared(sides[:2]), assessment.Compared([]assessment.Side{sides[1], sides[0]})
		if there.Better[0] != back.Better[1] || there.Better[0] != there.Worse[1] || there.Worse[0] != back.Worse[1] {
			t.Fatalf("seed %d: %v %v and back %v %v", seed, there.Better, there.Worse, back.Better, back.Worse)
		}
		order := random.Perm(len(sides))
		var shuffled []assessment.Side
		for _, i := range order {
			shuffled = append(shuffled, sides[i])
		}
		if a, b := findings(assessment.Compared(sides), nil), findings(assessment.Compared(shuffled), order); !slices.Equal(a, b) {
			t.Fatalf("seed %d: the order of the sides changes what is found\n%v\n%v", seed, a, b)
		}
		checkWhole(t, sides)
	}
}

// findings puts into words what was found, by the place of each side before it
// was moved.
func findings(c assessment.Comparison, order []int) []string {
	at := func(i int) int {
		if order == nil {
			return i
		}
		return slices.Index(order, i)
	}
	var found []string
	for _, l := range c.Lines {
		text := fmt.Sprint(l.Criterion.Code, l.Asks, l.Outcome)
		for i := range l.Stands {
			text += fmt.Sprint(l.Stands[at(i)])
		}
		found = append(found, text)
	}
	for _, cell := range c.Cells {
		text := fmt.Sprint(cell.Principle, cell.Kind, cell.Same)
		for i := range cell.Cells {
			text += fmt.Sprint(cell.Cells[at(i)], cell.Better[at(i)], cell.Worse[at(i)])
		}
		found = append(found, text)
	}
	return found
}

func checkWhole(t *testing.T, sides []assessment.Side) {
	t.Helper()
	c := assessment.Compared(sides)
	seen := make(map[strategy.CriterionCode]bool)
	last, better := false, 0
	for _, l := range c.Lines {
		if seen[l.Criterion.Code] {
			t.Fatalf("%s stands twice", l.Criterion.Code)
		}
		seen[l.Criterion.Code] = true
		if l.Outcome == assessment.Differs && last {
			t.Fatalf("%s differs and does not stand first", l.Criterion.Code)
		}
		last = last || l.Outcome != assessment.Differs
		better += len(l.Ideas())
	}
	if c.Alike+c.Reworded+c.InSome != len(c.Lines) {
		t.Fatalf("%d + %d + %d criteria, and %d lines", c.Alike, c.Reworded, c.InSome, len(c.Lines))
	}
	for i, s := range sides {
		better -= c.Better[i]
		var shown assessment.Matrix
		for _, cell := range c.Cells {
			shown = append(shown, cell.Cells[i])
		}
		if !slices.Equal(shown, assessment.Score(s.Catalogue, s.Answers)) {
			t.Fatalf("side %d scores otherwise than its result", i)
		}
	}
	if better != 0 {
		t.Fatalf("%d criteria are better in the lines and not in the sums", better)
	}
}
