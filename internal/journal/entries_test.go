package journal_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"toetssteen/internal/journal"
)

func TestEntries(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		ops  []journal.Operation
		want []string // the latest first
	}{
		"nothing": {nil, nil},
		"one after the other": {[]journal.Operation{set("a", 1, "yes"), set("b", 2, "no", "a")},
			[]string{`"yes" > "no" stands`, `null > "yes"`}},
		"taken back": {[]journal.Operation{set("a", 1, "yes"), set("b", 2, "no", "a"), undoing("b", set("c", 3, "yes", "b"))},
			[]string{`"no" > "yes" stands undoes b`, `"yes" > "no" undone`, `null > "yes"`}},
		"a conflict stands twice": {[]journal.Operation{set("a", 1, "yes"), set("b", 2, "no")},
			[]string{`null > "no" stands`, `null > "yes" stands`}},
		"a conflict that was settled": {[]journal.Operation{set("a", 1, "yes"), set("b", 2, "no"), set("c", 3, "yes", "a", "b")},
			[]string{`"no" > "yes" stands settles`, `null > "no"`, `null > "yes"`}},
		"what it replaced has not arrived": {[]journal.Operation{set("b", 2, "no", "a")}, []string{`null > "no" stands`}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, e := range journal.Entries(c.ops) {
				line := fmt.Sprintf("%s > %s", e.From, e.To)
				for i, is := range []bool{e.Stands, e.Undone, e.Settles} {
					if is {
						line += []string{" stands", " undone", " settles"}[i]
					}
				}
				if e.Undoes != "" {
					line += " undoes " + string(e.Undoes)
				}
				got = append(got, line)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// A history reads the same on every laptop, however the operations arrived.
func TestEntriesDoNotDependOnArrival(t *testing.T) {
	t.Parallel()
	ops := []journal.Operation{set("a", 1, "yes"), set("b", 2, "no", "a"), set("c", 2, "yes"), set("d", 4, "no", "b", "c")}
	want := journal.Entries(ops)
	for seed := range uint64(50) {
		arrived := append(slices.Clone(ops), ops[seed%4])
		rand.New(rand.NewPCG(seed, 3)).Shuffle(len(arrived), func(i, j int) { arrived[i], arrived[j] = arrived[j], arrived[i] })
		if got := journal.Entries(arrived); !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: %+v, want %+v", seed, got, want)
		}
	}
}
