package strategy_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
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

// What a criterion came from, in catalogues of a few criteria: "A<B,C" is one
// with code A that replaces B and C, and an exclamation mark rewords it.
func TestCompareOrigins(t *testing.T) {
	tests := []struct{ name, earlier, later, want string }{
		{"stays", "A B", "A B", "stayed A [A], stayed B [B]"},
		{"is reworded", "A", "A!", "reworded A [A]"},
		{"is split", "A", "B<A C<A", "split B [A], split C [A]"},
		{"takes in another one", "A B", "B<A", "reworded B [B A]"},
		{"takes in another one and is reworded", "A B", "B!<A", "reworded B [B A]"},
		{"two become a third", "A B", "C<A,B", "split C [A B]"},
		{"took in another one before", "B<A", "B<A", "stayed B [B]"},
		{"names what was never there", "A", "A<Z", "stayed A [A]"},
		{"names itself and one twice", "A B", "B<B,A,A", "reworded B [B A]"},
		{"a part was taken out of it", "A", "A! B<A", "reworded A [A], split B [A]"},
		{"a part was taken out of it before", "A B<A", "A B<A", "stayed A [A], stayed B [B]"},
		{"the part becomes another one", "A B<A", "A C<B,A", "stayed A [A], split C [B]"},
		{"the whole goes after the part", "A B<A", "B<A", "reworded B [B A]"},
		{"an edition was skipped", "A", "B!<A C<A", "split B [A], split C [A]"},
		{"an edition was skipped in which the parts became others", "A", "D<B,A E<C,A", "split D [A], split E [A]"},
		{"goes", "A B", "B", "stayed B [B], retired A [A]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, c := range strategy.Compare(sketch(test.earlier), sketch(test.later)) {
				got = append(got, fmt.Sprint(c.Kind, " ", c.Code, " ", c.From))
				if len(c.From) > 0 && c.Before.Code != c.From[0] {
					t.Errorf("%s: before is %s, from %v", c.Code, c.Before.Code, c.From)
				}
			}
			if strings.Join(got, ", ") != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

func sketch(text string) *strategy.Catalogue {
	var c strategy.Catalogue
	for _, word := range strings.Fields(text) {
		code, replaces, some := strings.Cut(word, "<")
		criterion := strategy.Criterion{Question: strategy.Text{strategy.Dutch: "Is het?"}}
		if of, reworded := strings.CutSuffix(code, "!"); reworded {
			code, criterion.Question[strategy.Dutch] = of, "Is het zo?"
		}
		criterion.Code = strategy.CriterionCode(code)
		if some {
			for _, old := range strings.Split(replaces, ",") {
				criterion.Replaces = append(criterion.Replaces, strategy.CriterionCode(old))
			}
		}
		c.Criteria = append(c.Criteria, criterion)
	}
	return &c
}
