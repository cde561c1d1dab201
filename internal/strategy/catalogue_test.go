package strategy_test

import (
	"errors"
	"reflect"
	"testing"

	"toetssteen/internal/strategy"
)

func TestCurrentHoldsTheCriteriaOfTheStrategy(t *testing.T) {
	c := strategy.Current()
	if got, want := c.Edition.Edition, "2022.1"; got != want {
		t.Errorf("edition %q, want %q", got, want)
	}
	if got, want := c.Edition.Date, "2022-04-21"; got != want {
		t.Errorf("date %q, want %q", got, want)
	}
	var principles []strategy.PrincipleCode
	for _, p := range c.Principles {
		principles = append(principles, p.Code)
	}
	if !reflect.DeepEqual(principles, wantPrinciples) {
		t.Errorf("principles %v, want %v", principles, wantPrinciples)
	}
	var got []wantCriterion
	kinds := make(map[strategy.Kind]int)
	points := 0
	for _, criterion := range c.Criteria {
		w := wantCriterion{code: criterion.Code, kind: criterion.Kind, source: criterion.Source}
		for _, p := range criterion.Points {
			w.points = append(w.points, p.Code)
		}
		got = append(got, w)
		kinds[criterion.Kind]++
		points += len(w.points)
		if want := strategy.PrincipleCode(criterion.Code[:2]); criterion.Principle != want {
			t.Errorf("%s: principle %q, want %q", criterion.Code, criterion.Principle, want)
		}
	}
	if !reflect.DeepEqual(got, wantCriteria) {
		t.Errorf("criteria:\n%v\nwant:\n%v", got, wantCriteria)
	}
	if len(got) != 52 || kinds[user] != 27 || kinds[inclusion] != 25 || points != 18 {
		t.Errorf("%d criteria (%d user, %d inclusion), %d points; want 52 (27, 25), 18",
			len(got), kinds[user], kinds[inclusion], points)
	}
}

func TestCriterion(t *testing.T) {
	c := strategy.Current()
	for _, want := range c.Criteria {
		got, err := c.Criterion(want.Code)
		if err != nil || got.Code != want.Code {
			t.Errorf("Criterion(%q) = %q, %v", want.Code, got.Code, err)
		}
	}
	for _, code := range []strategy.CriterionCode{"", "SD-G99", "sd-g1", "SD-G3a", "SD"} {
		if _, err := c.Criterion(code); !errors.Is(err, strategy.ErrUnknownCriterion) {
			t.Errorf("Criterion(%q): error %v, want ErrUnknownCriterion", code, err)
		}
	}
}

func TestCriteriaOf(t *testing.T) {
	c := strategy.Current()
	want := map[strategy.PrincipleCode][2]int{"SD": {6, 6}, "GC": {4, 4}, "DH": {5, 6}, "DG": {7, 5}, "BT": {5, 4}}
	for p, n := range want {
		if got := len(c.CriteriaOf(p, user)); got != n[0] {
			t.Errorf("%s: %d user criteria, want %d", p, got, n[0])
		}
		if got := len(c.CriteriaOf(p, inclusion)); got != n[1] {
			t.Errorf("%s: %d inclusion criteria, want %d", p, got, n[1])
		}
	}
	if got := c.CriteriaOf("XX", user); len(got) != 0 {
		t.Errorf("unknown principle: %d criteria", len(got))
	}
}

func TestTextFallsBackToDutch(t *testing.T) {
	text := strategy.Text{"nl": "vraag", "en": "question", "fr": ""}
	for lang, want := range map[strategy.Language]string{"nl": "vraag", "en": "question", "fr": "vraag", "de": "vraag"} {
		if got := text.In(lang); got != want {
			t.Errorf("In(%s) = %q, want %q", lang, got, want)
		}
	}
}
