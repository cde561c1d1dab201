package sqlite_test

import (
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
)

func TestRebuild(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		spoil string // past the journal
		table string // where a difference is reported; "" for none
	}{
		"nothing spoilt":       {"", ""},
		"a changed value":      {`UPDATE answer SET verdict = 'no'`, "answer"},
		"a lost row":           {`DELETE FROM answer`, "answer"},
		"a row out of nowhere": {`INSERT INTO service (id, name) VALUES ('ghost', 'Spook')`, "service"},
		"a lost survivor":      {`DELETE FROM survivor WHERE kind = 'answer'`, "survivor"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			store := withAssessment(t, t.TempDir())
			must(t, store.SaveAnswers(t.Context(), "clerk", "a", assessment.Answer{Criterion: "SD-G1", Verdict: assessment.Yes}))
			if c.spoil != "" {
				sqlite.Exec(t, store, c.spoil)
			}
			checked, err := store.Check(t.Context())
			must(t, err)
			unchanged, err := store.Check(t.Context())
			must(t, err)
			findings, err := store.Rebuild(t.Context())
			must(t, err)
			if !reflect.DeepEqual(checked, findings) || !reflect.DeepEqual(unchanged, findings) {
				t.Errorf("a check finds %+v, then %+v; the rebuild %+v", checked, unchanged, findings)
			}
			copies, err := filepath.Glob(filepath.Join(store.Folder(), sqlite.BackupFolder, "toetssteen-rebuild-*.db"))
			must(t, err)
			if len(copies) != 1 {
				t.Errorf("%d copies from before the rebuild, want 1", len(copies))
			}
			if findings.Sound() != (c.table == "") {
				t.Fatalf("findings %+v", findings)
			}
			for _, d := range findings.Differences {
				if d.Table != c.table {
					t.Errorf("difference in %s, want %s", d.Table, c.table)
				}
			}
			if got := answerOf(t, store, "SD-G1").Verdict; got != assessment.Yes {
				t.Errorf("after the rebuild %q, want yes", got)
			}
			again, err := store.Rebuild(t.Context())
			must(t, err)
			if !again.Sound() {
				t.Errorf("a second rebuild still finds %+v", again.Differences)
			}
		})
	}
}

// Whatever is done in whatever order, the tables are those that the journal
// makes.
func TestTablesFollowFromTheJournal(t *testing.T) {
	t.Parallel()
	for seed := range uint64(6) {
		random := rand.New(rand.NewPCG(seed, 2))
		store := withAssessment(t, filepath.Join(t.TempDir(), "data"))
		codes := strategy.Current().Criteria
		for range 60 {
			switch random.IntN(6) {
			case 0:
				_, err := store.Undo(t.Context(), "clerk")
				must(t, err)
			case 1:
				changed := service
				changed.Users = number(random.Int64N(1000))
				must(t, store.SaveService(t.Context(), "clerk", changed))
			case 2:
				must(t, store.SaveImprovements(t.Context(), "clerk", assessment.ImprovementAction{
					ID: "action", ServiceID: service.ID, Title: "Chat", Status: assessment.ImprovementStatuses()[random.IntN(4)],
					Criteria: []strategy.CriterionCode{codes[random.IntN(len(codes))].Code}}))
			default:
				answer := assessment.Answer{
					Criterion: codes[random.IntN(len(codes))].Code,
					Verdict:   []assessment.Verdict{assessment.Open, assessment.Yes, assessment.No}[random.IntN(3)],
				}
				must(t, store.SaveAnswers(t.Context(), "clerk", "a", answer))
			}
		}
		findings, err := store.Rebuild(t.Context())
		must(t, err)
		if !findings.Sound() {
			t.Fatalf("seed %d: %+v", seed, findings.Differences)
		}
	}
}

func TestMigration(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		statements string
		fails      bool
	}{
		"sound":                            {`CREATE TABLE extra (id TEXT PRIMARY KEY) STRICT`, false},
		"wrong SQL":                        {`CREATE TABLE extra (id TEXT PRIMARY KEY) STRICT; CREATE TABLE nonsense`, true},
		"leaves a row that points nowhere": {`PRAGMA defer_foreign_keys = ON; INSERT INTO answer (id, assessment, criterion) VALUES ('x/SD-G1', 'x', 'SD-G1')`, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			closed(t, folder)
			options := sqlite.Options{Device: device("laptop"), Now: ticking()}
			store, err := sqlite.OpenWith(t.Context(), folder, options, c.statements)
			if c.fails != (err != nil) {
				t.Fatalf("error %v", err)
			}
			if err == nil {
				must(t, store.Close())
				_, err = sqlite.Open(t.Context(), folder, options)
				mustCode(t, err, fault.Newer) // this program does not know the further version
			} else if got, err := openStore(t, folder).Service(t.Context(), service.ID); err != nil || got.Name != service.Name {
				t.Errorf("after a failed migration: %+v, %v", got, err)
			}
			copies, err := filepath.Glob(filepath.Join(folder, sqlite.BackupFolder, "toetssteen-v1-*.db"))
			must(t, err)
			if len(copies) != 1 {
				t.Errorf("%d copies from before the migration, want 1", len(copies))
			}
		})
	}
}
