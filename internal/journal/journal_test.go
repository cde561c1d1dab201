package journal_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"toetssteen/internal/journal"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func set(id journal.ID, at journal.Clock, value string, supersedes ...journal.ID) journal.Operation {
	return journal.Operation{
		ID: id, Device: "laptop", At: at, Change: id,
		Object: journal.Object{Kind: "answer", ID: "a/SD-G1"}, Field: "verdict",
		Value: json.RawMessage(`"` + value + `"`), Supersedes: supersedes,
	}
}

func undoing(change journal.ID, op journal.Operation) journal.Operation {
	op.Undoes = change
	return op
}

func ids(ops []journal.Operation) []journal.ID {
	var out []journal.ID
	for _, op := range ops {
		out = append(out, op.ID)
	}
	return out
}

func TestSurvivors(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		ops  []journal.Operation
		want []journal.ID
	}{
		"nothing": {nil, nil},
		"one":     {[]journal.Operation{set("a", 1, "yes")}, []journal.ID{"a"}},
		"later edit that saw the earlier one wins although its clock is behind": {
			[]journal.Operation{set("a", 900, "yes"), set("b", 5, "no", "a")}, []journal.ID{"b"}},
		"two that did not see each other are a conflict, latest first": {
			[]journal.Operation{set("a", 1, "yes"), set("b", 2, "no"), set("c", 3, "yes")}, []journal.ID{"c", "b", "a"}},
		"settling a conflict leaves one": {
			[]journal.Operation{set("a", 1, "yes"), set("b", 2, "no"), set("c", 3, "no", "a", "b")}, []journal.ID{"c"}},
		"settling while another adds a value leaves both": {
			[]journal.Operation{set("a", 1, "yes"), set("b", 2, "no"), set("c", 3, "no", "a", "b"), set("d", 3, "yes", "a")}, []journal.ID{"c", "d"}},
		"the superseded one arrives after": {
			[]journal.Operation{set("b", 2, "no", "a"), set("a", 1, "yes")}, []journal.ID{"b"}},
		"the same one twice counts once": {
			[]journal.Operation{set("a", 1, "yes"), set("a", 1, "yes")}, []journal.ID{"a"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := ids(journal.Survivors(c.ops)); !slices.Equal(got, c.want) {
				t.Errorf("survivors %v, want %v", got, c.want)
			}
		})
	}
}

// However operations of any history arrive, in whatever order and however
// often, the same ones survive; and something always survives.
func TestSurvivorsDoNotDependOnArrival(t *testing.T) {
	t.Parallel()
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 1))
		var ops []journal.Operation
		for i := range 1 + random.IntN(12) {
			var supersedes []journal.ID
			for _, op := range ops {
				if random.IntN(3) == 0 {
					supersedes = append(supersedes, op.ID)
				}
			}
			ops = append(ops, set(journal.ID(rune('a'+i)), journal.Clock(1+random.IntN(5)), "yes", supersedes...))
		}
		want := ids(journal.Survivors(ops))
		if len(want) == 0 {
			t.Fatalf("seed %d: every value was lost", seed)
		}
		arrived := append(slices.Clone(ops), ops[random.IntN(len(ops))])
		random.Shuffle(len(arrived), func(i, j int) { arrived[i], arrived[j] = arrived[j], arrived[i] })
		if got := ids(journal.Survivors(arrived)); !slices.Equal(got, want) {
			t.Fatalf("seed %d: survivors %v, want %v", seed, got, want)
		}
	}
}

func TestClock(t *testing.T) {
	t.Parallel()
	start := journal.ClockAt(noon)
	if got := start.Time(); !got.Equal(noon) {
		t.Errorf("time %v, want %v", got, noon)
	}
	later := start.Next(noon.Add(time.Second))
	back := later.Next(noon.Add(-time.Hour))
	if start >= later || later >= back {
		t.Errorf("not in order: %d %d %d", start, later, back)
	}
	if got := back.Time(); !got.Equal(noon.Add(time.Second)) {
		t.Errorf("a clock that jumps back gives %v, want the time stood still", got)
	}
}

func TestInverse(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change []journal.Operation
		all    []journal.Operation
		want   string // the value that comes back; "-" for none
		kept   int
	}{
		"first value goes away": {
			change: []journal.Operation{set("a", 1, "yes")},
			all:    []journal.Operation{set("a", 1, "yes")}, want: "null"},
		"earlier value comes back": {
			change: []journal.Operation{set("b", 2, "no", "a")},
			all:    []journal.Operation{set("a", 1, "yes"), set("b", 2, "no", "a")}, want: `"yes"`},
		"changed since: left alone": {
			change: []journal.Operation{set("b", 2, "no", "a")},
			all:    []journal.Operation{set("a", 1, "yes"), set("b", 2, "no", "a"), set("c", 3, "yes", "b")}, want: "-", kept: 1},
		"brought back by an undo of a later change": {
			change: []journal.Operation{set("b", 2, "no", "a")},
			all:    []journal.Operation{set("a", 1, "yes"), set("b", 2, "no", "a"), set("c", 3, "yes", "b"), undoing("c", set("d", 4, "no", "c"))},
			want:   `"yes"`},
		"a conflict is left alone": {
			change: []journal.Operation{set("b", 2, "no")},
			all:    []journal.Operation{set("a", 1, "yes"), set("b", 2, "no")}, want: "-", kept: 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			edits, kept, err := journal.Inverse(c.change, func(journal.Object, string) ([]journal.Operation, error) { return c.all, nil })
			if err != nil {
				t.Fatal(err)
			}
			got := "-"
			if len(edits) == 1 {
				value, err := json.Marshal(edits[0].Value)
				if err != nil {
					t.Fatal(err)
				}
				got = string(value)
			}
			if got != c.want || kept != c.kept {
				t.Errorf("value %s, kept %d; want %s, %d", got, kept, c.want, c.kept)
			}
		})
	}
}

func TestValidate(t *testing.T) {
	t.Parallel()
	good := set("a", 1, "yes")
	if err := good.Validate(); err != nil {
		t.Fatalf("a good operation is refused: %v", err)
	}
	for name, spoil := range map[string]func(*journal.Operation){
		"no id":             func(o *journal.Operation) { o.ID = "" },
		"no device":         func(o *journal.Operation) { o.Device = "" },
		"no time":           func(o *journal.Operation) { o.At = 0 },
		"no object":         func(o *journal.Operation) { o.Object.ID = "" },
		"no field":          func(o *journal.Operation) { o.Field = "" },
		"not JSON":          func(o *journal.Operation) { o.Value = json.RawMessage("{") },
		"supersedes itself": func(o *journal.Operation) { o.Supersedes = []journal.ID{"a"} },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			op := good
			spoil(&op)
			if op.Validate() == nil {
				t.Error("accepted")
			}
		})
	}
}
