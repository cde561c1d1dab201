package sqlite_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
)

// openAs opens a folder as a device; the caller closes it.
func openAs(t *testing.T, folder, name string) *sqlite.Store {
	t.Helper()
	store, err := sqlite.Open(t.Context(), folder, sqlite.Options{Device: device(name), Now: ticking()})
	must(t, err)
	return store
}

// filled makes a folder with one service and one assessment, "a".
func filled(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "data")
	store := openAs(t, folder, "laptop")
	must(t, store.SaveService(t.Context(), "clerk", service))
	must(t, store.StartAssessment(t.Context(), "clerk", assessment.Assessment{ID: "a", ServiceID: service.ID, Moment: assessment.Before, Edition: "2022.1"}, nil))
	must(t, store.Close())
	return folder
}

// stand is what a plain editor would hold: every answer, and the users of the
// service.
func stand(t *testing.T, store *sqlite.Store) map[string]string {
	t.Helper()
	a, err := store.Assessment(t.Context(), "a")
	must(t, err)
	stand := make(map[string]string) // by field, as in the journal
	for _, answer := range a.Answers {
		stand[string(answer.Criterion)+" verdict"] = string(answer.Verdict)
		stand[string(answer.Criterion)+" explanation"] = answer.Explanation
	}
	maps.DeleteFunc(stand, func(_, value string) bool { return value == "" })
	s, err := store.Service(t.Context(), service.ID)
	must(t, err)
	stand["users"] = fmt.Sprint(s.Users != nil)
	if s.Users != nil {
		stand["users"] = fmt.Sprint(*s.Users)
	}
	return stand
}

// change does something at random that one person can do in one action.
func change(t *testing.T, store *sqlite.Store, random *rand.Rand) {
	t.Helper()
	codes := []strategy.CriterionCode{"SD-G1", "SD-G2", "BT-I4"}
	answer := func() assessment.Answer {
		return assessment.Answer{
			Criterion:   codes[random.IntN(len(codes))],
			Verdict:     []assessment.Verdict{assessment.Open, assessment.Yes, assessment.No}[random.IntN(3)],
			Explanation: []string{"", "eerst", "dan"}[random.IntN(3)],
		}
	}
	switch random.IntN(4) {
	case 0:
		changed := service
		changed.Users = number(random.Int64N(3))
		must(t, store.SaveService(t.Context(), "clerk", changed))
	case 1: // several answers in one action
		first, second := answer(), answer()
		first.Criterion, second.Criterion = codes[0], codes[1]
		must(t, store.SaveAnswers(t.Context(), "clerk", "a", first, second))
	default:
		must(t, store.SaveAnswers(t.Context(), "clerk", "a", answer()))
	}
}

// Whatever somebody does, undoes and does again, also after restarts and with
// a switch of language in between, is what a plain editor with two stacks does.
func TestUndoAndRedoAreThoseOfAnEditor(t *testing.T) {
	t.Parallel()
	for seed := range uint64(12) {
		random := rand.New(rand.NewPCG(seed, 7))
		folder := filled(t)
		store := openAs(t, folder, "laptop")
		now := stand(t, store)
		var past, future []map[string]string
		for step := range 70 {
			switch random.IntN(9) {
			case 0, 1, 2:
				_, err := store.Undo(t.Context(), "clerk")
				if len(past) == 0 { // then it takes back the assessment that this began with
					must(t, err)
					_, err = store.Redo(t.Context(), "clerk")
					must(t, err)
					continue
				}
				must(t, err)
				past, future, now = past[:len(past)-1], append(future, now), past[len(past)-1]
			case 3, 4:
				redone, err := store.Redo(t.Context(), "clerk")
				must(t, err)
				if (redone.Change != "") != (len(future) > 0) {
					t.Fatalf("seed %d, step %d: redone %+v with %d to do again", seed, step, redone, len(future))
				}
				if len(future) > 0 {
					past, future, now = append(past, now), future[:len(future)-1], future[len(future)-1]
				}
			case 5:
				must(t, store.Close())
				store = openAs(t, folder, "laptop")
			case 6:
				must(t, store.SavePreference(t.Context(), sqlite.Preference{Language: []string{"nl", "fr"}[random.IntN(2)]}))
			default:
				change(t, store, random)
				if after := stand(t, store); !maps.Equal(after, now) { // what changes nothing leaves no trace
					past, future, now = append(past, now), nil, after
				}
			}
			if got := stand(t, store); !maps.Equal(got, now) {
				t.Fatalf("seed %d, step %d: %v, an editor has %v", seed, step, got, now)
			}
			last, err := store.LastRedoable(t.Context())
			must(t, err)
			if (last.Change != "") != (len(future) > 0) {
				t.Fatalf("seed %d, step %d: to do again %+v, an editor has %d", seed, step, last, len(future))
			}
		}
		findings, err := store.Check(t.Context())
		must(t, err)
		if !findings.Sound() {
			t.Fatalf("seed %d: %+v", seed, findings.Differences)
		}
		must(t, store.Close())
	}
}

// What a colleague changed stays as the colleague left it, whatever somebody
// undoes and does again.
func TestUndoAndRedoLeaveWhatAColleagueChanged(t *testing.T) {
	t.Parallel()
	for seed := range uint64(12) {
		random := rand.New(rand.NewPCG(seed, 8))
		folder := filled(t)
		theirs := make(map[string]string) // what the colleague changed last
		for range 12 {
			store := openAs(t, folder, "laptop")
			for range 6 {
				switch random.IntN(3) {
				case 0:
					before := stand(t, store)
					change(t, store, random)
					after := stand(t, store)
					maps.DeleteFunc(theirs, func(key, _ string) bool { return before[key] != after[key] }) // they are ours now
				case 1:
					_, err := store.Undo(t.Context(), "clerk")
					must(t, err)
					if _, err := store.Assessment(t.Context(), "a"); err != nil { // it began before this
						_, err := store.Redo(t.Context(), "clerk")
						must(t, err)
					}
				case 2:
					_, err := store.Redo(t.Context(), "clerk")
					must(t, err)
				}
				now := stand(t, store)
				for key, value := range theirs {
					if now[key] != value {
						t.Fatalf("seed %d: %s is %q, the colleague left it at %q", seed, key, now[key], value)
					}
				}
			}
			must(t, store.Close())

			store = openAs(t, folder, "colleague")
			before := stand(t, store)
			must(t, store.SaveAnswers(t.Context(), "colleague", "a", assessment.Answer{
				Criterion: []strategy.CriterionCode{"SD-G1", "SD-G2"}[random.IntN(2)], Verdict: assessment.NotApplicable, Explanation: fmt.Sprint(random.IntN(100)),
			}))
			for key, value := range stand(t, store) {
				if before[key] != value {
					theirs[key] = value
				}
			}
			must(t, store.Close())
		}
	}
}

func TestRedoSaysWhat(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	store := withAssessment(t, t.TempDir())
	redone, err := store.Redo(ctx, "clerk")
	must(t, err)
	if redone.Change != "" {
		t.Fatalf("nothing was undone, yet %+v", redone)
	}
	must(t, store.SaveAnswers(ctx, "clerk", "a", assessment.Answer{Criterion: "SD-G1", Verdict: assessment.Yes}))
	_, err = store.Undo(ctx, "clerk")
	must(t, err)
	last, err := store.LastRedoable(ctx)
	must(t, err)
	redone, err = store.Redo(ctx, "clerk")
	must(t, err)
	if redone.Change != last.Change || redone.Objects[0].ID != "a/SD-G1" || !slices.Equal(redone.Fields, []string{"verdict"}) {
		t.Errorf("redone %+v, announced %+v", redone, last)
	}
	if got := answerOf(t, store, "SD-G1"); got.Verdict != assessment.Yes || got.Conflict {
		t.Errorf("got %+v", got)
	}
}
