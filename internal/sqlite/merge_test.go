package sqlite_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
)

// laptop opens a store of a device of its own.
func laptop(t *testing.T, name string) *sqlite.Store {
	t.Helper()
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), name), sqlite.Options{Device: device(name), Now: ticking()})
	must(t, err)
	t.Cleanup(func() { must(t, store.Close()) })
	return store
}

func shared(t *testing.T, store *sqlite.Store) []journal.Operation {
	t.Helper()
	ops, err := store.Shared(t.Context())
	must(t, err)
	return ops
}

func give(t *testing.T, from, to *sqlite.Store) {
	t.Helper()
	_, err := to.Merge(t.Context(), shared(t, from))
	must(t, err)
}

// twoLaptops have the same service and assessment.
func twoLaptops(t *testing.T) (here, there *sqlite.Store) {
	t.Helper()
	here, there = withAssessment(t, filepath.Join(t.TempDir(), "data")), laptop(t, "there")
	give(t, here, there)
	return here, there
}

func answer(t *testing.T, store *sqlite.Store, user string, code strategy.CriterionCode, verdict assessment.Verdict, explanation string) {
	t.Helper()
	must(t, store.SaveAnswers(t.Context(), user, "a", assessment.Answer{Criterion: code, Verdict: verdict, Explanation: explanation}))
}

func conflictsOf(t *testing.T, store *sqlite.Store) []sqlite.Conflict {
	t.Helper()
	found, err := store.Conflicts(t.Context())
	must(t, err)
	count, err := store.ConflictCount(t.Context())
	must(t, err)
	if count != len(found) {
		t.Errorf("counted %d conflicts, found %d: %v", count, len(found), found)
	}
	return found
}

// Whatever is done on three laptops, and in whatever order and however often
// they exchange: in the end they hold the same, nothing that was written is
// gone, and the tables are those that the journal makes.
func TestLaptopsEndEqual(t *testing.T) {
	t.Parallel()
	for seed := range uint64(5) {
		random := rand.New(rand.NewPCG(seed, 3))
		stores := []*sqlite.Store{laptop(t, "one"), laptop(t, "two"), laptop(t, "three")}
		must(t, stores[0].SaveService(t.Context(), "one", service))
		must(t, stores[0].StartAssessment(t.Context(), "one", assessment.Assessment{
			ID: "a", ServiceID: service.ID, Moment: assessment.Before, Edition: "2022.1", StartedAt: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)}, nil))
		for _, store := range stores[1:] {
			give(t, stores[0], store)
		}
		for range 40 {
			store := stores[random.IntN(3)]
			work(t, random, store)
			if random.IntN(4) == 0 {
				other := stores[random.IntN(3)]
				ops := shared(t, store)
				random.Shuffle(len(ops), func(i, j int) { ops[i], ops[j] = ops[j], ops[i] })
				_, err := other.Merge(t.Context(), append(ops, ops...)[:len(ops)+random.IntN(len(ops))])
				must(t, err)
			}
		}
		written := make(map[journal.ID]bool)
		for _, store := range stores {
			for _, op := range shared(t, store) {
				written[op.ID] = true
			}
		}
		for range 2 {
			for i, store := range stores {
				give(t, store, stores[(i+1)%3])
			}
		}
		want := sqlite.Projections(t, stores[0])
		for i, store := range stores {
			if got := len(shared(t, store)); got != len(written) {
				t.Fatalf("seed %d: laptop %d has %d operations of %d", seed, i, got, len(written))
			}
			if got := sqlite.Projections(t, store); !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d: laptop %d holds\n%v\nthe first\n%v", seed, i, got, want)
			}
			if got, want := fmt.Sprint(conflictsOf(t, store)), fmt.Sprint(conflictsOf(t, stores[0])); got != want {
				t.Fatalf("seed %d: laptop %d has conflicts\n%v\nthe first\n%v", seed, i, got, want)
			}
			findings, err := store.Check(t.Context())
			must(t, err)
			if !findings.Sound() {
				t.Fatalf("seed %d: laptop %d: %+v", seed, i, findings)
			}
		}
	}
}

// work does one thing that a user could do.
func work(t *testing.T, random *rand.Rand, store *sqlite.Store) {
	t.Helper()
	ctx, user := t.Context(), store.Device()
	switch random.IntN(8) {
	case 0:
		_, err := store.Undo(ctx, user)
		must(t, err)
	case 1:
		changed := service
		changed.Users = number(random.Int64N(5))
		must(t, store.SaveService(ctx, user, changed))
	case 2:
		if _, err := store.Assessment(ctx, "a"); err == nil {
			must(t, store.RemoveAssessment(ctx, user, "a"))
		}
	case 3:
		for _, c := range conflictsOf(t, store) {
			if len(c.Removals) > 0 {
				must(t, store.SettleRemoval(ctx, user, c.Object, random.IntN(2) == 0))
				continue
			}
			must(t, store.Settle(ctx, user, c.Object, sqlite.Choice{Field: c.Fields[0].Field, Value: c.Fields[0].Versions[0].Operation.Value}))
		}
	default:
		answer(t, store, user, strategy.Current().Criteria[random.IntN(4)].Code,
			[]assessment.Verdict{assessment.Open, assessment.Yes, assessment.No}[random.IntN(3)], user)
	}
}

func TestMergeKeepsWhatIsOfThisDevice(t *testing.T) {
	t.Parallel()
	here, there := laptop(t, "here"), laptop(t, "there")
	must(t, here.SaveTown(t.Context(), "", sqlite.Town{NIS: "44021", ServerURL: "https://here.example/"}))
	must(t, there.SaveTown(t.Context(), "", sqlite.Town{NIS: "44021", ServerURL: "https://there.example/"}))
	must(t, there.SavePreference(t.Context(), sqlite.Preference{Language: "fr"}))
	give(t, there, here)
	town, err := here.Town(t.Context())
	must(t, err)
	if town.ServerURL != "https://here.example/" || len(shared(t, there)) != 0 {
		t.Errorf("town %+v, shared %v", town, shared(t, there))
	}
	// Also where somebody puts them in a file by hand.
	_, err = here.Merge(t.Context(), []journal.Operation{{ID: "x", Device: "d", At: 1, Change: "c",
		Object: journal.Object{Kind: "town", ID: "town"}, Field: "server_url", Value: json.RawMessage(`"https://evil.example/"`)}})
	must(t, err)
	if again, err := here.Town(t.Context()); err != nil || again != town {
		t.Errorf("town %+v, %v", again, err)
	}
}

// field gives what makes an operation one of a field of something else.
func field(kind journal.Kind, id, name, value string) func(*journal.Operation) {
	return func(o *journal.Operation) {
		o.Object, o.Field, o.Value = journal.Object{Kind: kind, ID: id}, name, json.RawMessage(value)
	}
}

func TestMergeTakesEvidenceAndReferences(t *testing.T) {
	t.Parallel()
	const hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" // of "abc"
	var ops []journal.Operation
	for i, as := range []func(*journal.Operation){
		field("evidence", "e", "link", `"https://www.example.org/a?b=c"`), field("evidence", "e", "hash", `"`+hash+`"`), field("evidence", "e", "size", `26214400`),
		field("evidence", "e", "media", `"application/zip; macros=1"`), field("evidence", "f", "link", `null`),
		field("improvement_action", "i", "criteria", `["SD-G1"]`), field("improvement_action", "i", "still_unmet", `null`),
		field("reference", hash, "content", `"abc"`), field("reference", hash, "content", `"base64:YWJj"`),
	} {
		op := journal.Operation{ID: journal.ID(fmt.Sprint("x", i)), Device: "d", At: 1, Change: "c"}
		as(&op)
		ops = append(ops, op)
	}
	taken, err := laptop(t, "here").Merge(t.Context(), ops)
	if err != nil || taken.Operations != len(ops) {
		t.Errorf("took in %+v, %v", taken, err)
	}
}

func TestMergeRefusesWhatDoesNotFit(t *testing.T) {
	t.Parallel()
	good := journal.Operation{ID: "x", Device: "d", At: 1, Change: "c",
		Object: journal.Object{Kind: "answer", ID: "a/SD-G1"}, Field: "verdict", Value: json.RawMessage(`"yes"`)}
	for name, spoil := range map[string]func(*journal.Operation){
		"no id":                 func(o *journal.Operation) { o.ID = "" },
		"no change":             func(o *journal.Operation) { o.Change = "" },
		"an id without end":     func(o *journal.Operation) { o.ID = journal.ID(make([]byte, 1000)) },
		"an object of no shape": func(o *journal.Operation) { o.Object.ID = "a" },
		"a verdict of no kind":  func(o *journal.Operation) { o.Value = json.RawMessage(`"perhaps"`) },
		"a number for a text":   func(o *journal.Operation) { o.Value = json.RawMessage(`5`) },
		"no JSON":               func(o *journal.Operation) { o.Value = json.RawMessage(`{`) },
		"JSON with spaces":      func(o *journal.Operation) { o.Value = json.RawMessage(` "yes"`) },
		"from the far future":   func(o *journal.Operation) { o.At = 1 << 62 },
		"a moment of no kind": func(o *journal.Operation) {
			o.Object, o.Field, o.Value = journal.Object{Kind: "assessment", ID: "a"}, "started_at", json.RawMessage(`"yesterday"`)
		},
		"a link that runs":            field("evidence", "e", "link", `"javascript:alert(1)"`),
		"a link with a password":      field("evidence", "e", "link", `"https://me:secret@example.org/"`),
		"a hash that is a path":       field("evidence", "e", "hash", `"../../toetssteen.db"`),
		"a short hash":                field("evidence", "e", "hash", `"ba78"`),
		"a hash in capitals":          field("evidence", "e", "hash", `"BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"`),
		"a size below nothing":        field("evidence", "e", "size", `-1`),
		"a size beyond the limit":     field("evidence", "e", "size", `26214401`),
		"a media type of no form":     field("evidence", "e", "media", `"<b>"`),
		"criteria that are no list":   field("improvement_action", "i", "criteria", `5`),
		"a reference by another name": field("reference", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "content", `"abd"`),
		"a reference of no bytes":     field("reference", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "content", `"base64:%"`),
		"a submission that does not open": func(o *journal.Operation) {
			o.Object, o.Field, o.Value = journal.Object{Kind: "submission", ID: "s"}, "sealed", json.RawMessage(`"no"`)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			store := laptop(t, "here")
			bad := good
			spoil(&bad)
			further := good
			further.ID = "y"
			_, err := store.Merge(t.Context(), []journal.Operation{further, bad})
			mustCode(t, err, fault.Corrupt)
			if got := shared(t, store); len(got) != 0 {
				t.Errorf("kept %+v", got)
			}
		})
	}
	store := laptop(t, "here")
	_, err := store.Merge(t.Context(), []journal.Operation{good})
	must(t, err)
	other := good
	other.Value = json.RawMessage(`"no"`)
	_, err = store.Merge(t.Context(), []journal.Operation{other})
	mustCode(t, err, fault.Corrupt)
}

// What only a newer program knows goes along to the next laptop.
func TestMergeKeepsWhatANewerProgramWrote(t *testing.T) {
	t.Parallel()
	here, there := laptop(t, "here"), laptop(t, "there")
	_, err := here.Merge(t.Context(), []journal.Operation{
		{ID: "x", Device: "d", At: 1, Change: "c", Object: journal.Object{Kind: "feedback", ID: "f"}, Field: "text", Value: json.RawMessage(`"x"`)},
		{ID: "y", Device: "d", At: 2, Change: "c", Object: journal.Object{Kind: "service", ID: "s"}, Field: "colour", Value: json.RawMessage(`3`)},
	})
	must(t, err)
	give(t, here, there)
	if got := shared(t, there); len(got) != 2 {
		t.Errorf("got %+v", got)
	}
}

func TestConflict(t *testing.T) {
	t.Parallel()
	here, there := twoLaptops(t)
	answer(t, here, "clerk", "SD-G1", assessment.Yes, "")
	answer(t, here, "clerk", "SD-G2", assessment.Yes, "")
	answer(t, there, "colleague", "SD-G1", assessment.No, "Volgt.")
	answer(t, there, "colleague", "SD-G2", assessment.Yes, "")
	give(t, there, here)
	give(t, here, there)

	for _, store := range []*sqlite.Store{here, there} {
		found := conflictsOf(t, store)
		if len(found) != 1 || found[0].Object.ID != "a/SD-G1" || len(found[0].Fields) != 1 || len(found[0].Fields[0].Versions) != 2 {
			t.Fatalf("%s: %+v", store.Device(), found)
		}
		if got := answerOf(t, store, "SD-G1"); !got.Conflict {
			t.Errorf("the answer says %+v", got)
		}
		if got := answerOf(t, store, "SD-G2"); got.Conflict || got.Verdict != assessment.Yes {
			t.Errorf("what both say alike: %+v", got)
		}
	}
	conflict := conflictsOf(t, here)[0]
	must(t, here.Settle(t.Context(), "clerk", conflict.Object, sqlite.Choice{Field: "verdict", Value: json.RawMessage(`"no"`)}))
	if left := conflictsOf(t, here); len(left) != 0 || answerOf(t, here, "SD-G1").Verdict != assessment.No {
		t.Fatalf("settled: %+v", left)
	}
	mustCode(t, here.Settle(t.Context(), "clerk", conflict.Object, sqlite.Choice{Field: "verdict", Value: json.RawMessage(`"no"`)}), fault.Conflict)
	give(t, here, there)
	if left := conflictsOf(t, there); len(left) != 0 {
		t.Fatalf("settled there: %+v", left)
	}
	_, err := here.Undo(t.Context(), "clerk")
	must(t, err)
	give(t, here, there)
	for _, store := range []*sqlite.Store{here, there} {
		back := conflictsOf(t, store)
		if len(back) != 1 {
			t.Fatalf("%s after the undo: %+v", store.Device(), back)
		}
		who := make(map[string]string)
		for _, v := range back[0].Fields[0].Versions {
			who[v.By.User+" on "+v.By.Device] = string(v.Operation.Value)
		}
		if want := (map[string]string{"clerk on laptop": `"yes"`, "colleague on there": `"no"`}); !reflect.DeepEqual(who, want) {
			t.Errorf("%s: %v, want %v", store.Device(), who, want)
		}
	}
}

// One removes what the other changes: whichever arrives first, it is a
// conflict, until somebody chooses; and that choice can be undone.
func TestRemovalAgainstChange(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		remove func(*testing.T, *sqlite.Store)
		object journal.Object
	}{
		"of the assessment": {func(t *testing.T, s *sqlite.Store) {
			t.Helper()
			must(t, s.RemoveAssessment(t.Context(), "clerk", "a"))
		}, journal.Object{Kind: "assessment", ID: "a"}},
		"of its service": {func(t *testing.T, s *sqlite.Store) {
			t.Helper()
			must(t, s.RemoveService(t.Context(), "clerk", service.ID))
		}, journal.Object{Kind: "service", ID: service.ID}},
	} {
		for _, stays := range []bool{true, false} {
			for _, removalFirst := range []bool{true, false} {
				t.Run(fmt.Sprintf("%s, stays %v, removal first %v", name, stays, removalFirst), func(t *testing.T) {
					t.Parallel()
					here, there := twoLaptops(t)
					answer(t, here, "clerk", "SD-G2", assessment.Yes, "")
					give(t, here, there)
					if removalFirst {
						c.remove(t, here)
						answer(t, there, "colleague", "SD-G1", assessment.No, "Volgt.")
					} else {
						answer(t, there, "colleague", "SD-G1", assessment.No, "Volgt.")
						c.remove(t, here)
					}
					if alone := conflictsOf(t, here); len(alone) != 0 {
						t.Fatalf("before anything came: %+v", alone)
					}
					give(t, there, here)
					give(t, here, there)
					for _, store := range []*sqlite.Store{here, there} {
						found := conflictsOf(t, store)
						if len(found) != 1 || found[0].Object != c.object || len(found[0].Removals) != 1 || found[0].Removals[0].By.User != "clerk" {
							t.Fatalf("%s: %+v", store.Device(), found)
						}
						for _, v := range found[0].Unseen {
							if v.By.User != "colleague" || v.Operation.Object.ID != "a/SD-G1" {
								t.Errorf("unseen %+v", v)
							}
						}
					}
					must(t, there.SettleRemoval(t.Context(), "colleague", c.object, stays))
					give(t, there, here)
					for _, store := range []*sqlite.Store{here, there} {
						if left := conflictsOf(t, store); len(left) != 0 {
							t.Fatalf("%s, settled: %+v", store.Device(), left)
						}
						_, err := store.Assessment(t.Context(), "a")
						if stays {
							mustCode(t, err, fault.NotFound)
						} else if must(t, err); answerOf(t, store, "SD-G1").Explanation != "Volgt." {
							t.Errorf("came back as %+v", answerOf(t, store, "SD-G1"))
						}
					}
					_, err := there.Undo(t.Context(), "colleague")
					must(t, err)
					if back := conflictsOf(t, there); len(back) != 1 || len(back[0].Removals) != 1 || back[0].Removals[0].By.User != "clerk" {
						t.Errorf("after the undo: %+v", back)
					}
				})
			}
		}
	}
}

// Both laptops brought it back before they exchanged that: nobody disagrees.
func TestBroughtBackTwice(t *testing.T) {
	t.Parallel()
	here, there := twoLaptops(t)
	must(t, here.RemoveAssessment(t.Context(), "clerk", "a"))
	answer(t, there, "colleague", "SD-G1", assessment.No, "Volgt.")
	give(t, there, here)
	give(t, here, there)
	for _, store := range []*sqlite.Store{here, there} {
		must(t, store.SettleRemoval(t.Context(), store.Device(), journal.Object{Kind: "assessment", ID: "a"}, false))
	}
	give(t, there, here)
	give(t, here, there)
	for _, store := range []*sqlite.Store{here, there} {
		if left := conflictsOf(t, store); len(left) != 0 {
			t.Errorf("%s: %+v", store.Device(), left)
		}
		if got := answerOf(t, store, "SD-G1"); got.Explanation != "Volgt." {
			t.Errorf("%s: came back as %+v", store.Device(), got)
		}
	}
}

// Removing again what came back, knowing all there is, is no conflict.
func TestRemovalThatKnowsAll(t *testing.T) {
	t.Parallel()
	here, there := twoLaptops(t)
	answer(t, there, "colleague", "SD-G1", assessment.Yes, "")
	give(t, there, here)
	must(t, here.RemoveAssessment(t.Context(), "clerk", "a"))
	give(t, here, there)
	if found := conflictsOf(t, there); len(found) != 0 {
		t.Errorf("found %+v", found)
	}
	_, err := here.Undo(t.Context(), "clerk")
	must(t, err)
	answer(t, here, "clerk", "SD-G2", assessment.Yes, "")
	must(t, here.RemoveAssessment(t.Context(), "clerk", "a"))
	give(t, here, there)
	if found := conflictsOf(t, there); len(found) != 0 {
		t.Errorf("found %+v", found)
	}
}

// What two laptops said about something that both know is removed needs no
// choice, until it comes back.
func TestConflictOnWhatWasRemoved(t *testing.T) {
	t.Parallel()
	here, there := twoLaptops(t)
	answer(t, here, "clerk", "SD-G1", assessment.Yes, "")
	answer(t, there, "colleague", "SD-G1", assessment.No, "Volgt.")
	give(t, there, here)
	for _, remove := range []func() error{
		func() error { return here.RemoveAssessment(t.Context(), "clerk", "a") },
		func() error { return here.RemoveService(t.Context(), "clerk", service.ID) },
	} {
		must(t, remove())
		if found := conflictsOf(t, here); len(found) != 0 {
			t.Errorf("removed: %+v", found)
		}
		_, err := here.Undo(t.Context(), "clerk")
		must(t, err)
		if found := conflictsOf(t, here); len(found) != 1 {
			t.Errorf("back again: %+v", found)
		}
	}
}

func TestBroughtBackOnBothIsNoConflict(t *testing.T) {
	here, there := twoLaptops(t)
	answer(t, here, "clerk", "SD-G1", assessment.Yes, "")
	must(t, here.RemoveAssessment(t.Context(), "clerk", "a"))
	give(t, here, there)
	for _, store := range []*sqlite.Store{here, there} {
		must(t, store.PutBack(t.Context(), "clerk",
			journal.Edit{Object: journal.Object{Kind: "assessment", ID: "a"}, Field: journal.FieldRemoved},
			journal.Edit{Object: journal.Object{Kind: "assessment", ID: "a"}, Field: journal.FieldSeen}))
	}
	give(t, there, here)
	if found := conflictsOf(t, here); len(found) > 0 {
		t.Errorf("both brought it back, and it is in conflict: %+v", found)
	}
}

// What a removal knew is remembered, until something arrives about it.
func TestLateWorkOnWhatIsRemoved(t *testing.T) {
	here, there := twoLaptops(t)
	must(t, here.RemoveService(t.Context(), "clerk", service.ID))
	if found := conflictsOf(t, here); len(found) > 0 {
		t.Fatalf("removed with all that was known, and in conflict: %+v", found)
	}
	must(t, here.SavePreference(t.Context(), sqlite.Preference{Role: "clerk"}))
	if found := conflictsOf(t, here); len(found) > 0 {
		t.Fatalf("a preference made a conflict: %+v", found)
	}
	answer(t, there, "colleague", "SD-G1", assessment.Yes, "")
	give(t, there, here)
	if found := conflictsOf(t, here); len(found) != 1 || len(found[0].Unseen) != 1 {
		t.Errorf("an answer to what was removed here: %+v", found)
	}
}
