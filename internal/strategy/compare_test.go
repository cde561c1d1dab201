package strategy_test

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"toetssteen/internal/strategy"
)

func secondEdition(t testing.TB) *strategy.Catalogue {
	t.Helper()
	c, err := strategy.Parse(os.DirFS("../../testdata/edition-2026.1"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The made-up second edition splits one criterion, retires one, rewords one
// and adds one.
func TestCompare(t *testing.T) {
	var got []string
	kinds := make(map[strategy.ChangeKind]int)
	for _, c := range strategy.Compare(strategy.Current(), secondEdition(t)) {
		kinds[c.Kind]++
		if c.Kind != strategy.Stayed {
			got = append(got, fmt.Sprint(c.Kind, " ", c.Code, " ", c.From))
		}
		if (c.Before == nil) != (c.Kind == strategy.Added) || (c.After == nil) != (c.Kind == strategy.Retired) {
			t.Errorf("%s %s: before %v, after %v", c.Kind, c.Code, c.Before != nil, c.After != nil)
		}
	}
	want := []string{"reworded GC-G1 [GC-G1]", "split GC-G5 [GC-G4]", "split GC-G6 [GC-G4]", "new DG-G8 []", "retired DH-G5 [DH-G5]"}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	if kinds[strategy.Stayed] != 49 {
		t.Errorf("%d stayed, want 49", kinds[strategy.Stayed])
	}
}

func TestCompareWithItself(t *testing.T) {
	for _, c := range strategy.Compare(strategy.Current(), strategy.Current()) {
		if c.Kind != strategy.Stayed || c.Code != c.From[0] {
			t.Errorf("%s %s from %v", c.Kind, c.Code, c.From)
		}
	}
}
