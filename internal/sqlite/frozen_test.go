package sqlite_test

import (
	"os"
	"path/filepath"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/sqlite"
)

// A database that a released program wrote opens for ever, with everything in
// it. The files are never edited; each schema version adds one.
func TestFrozenDatabases(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/schema-*.db")
	must(t, err)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			data, err := os.ReadFile(file)
			must(t, err)
			must(t, os.WriteFile(filepath.Join(folder, sqlite.DatabaseFile), data, 0o600))
			store := openStore(t, folder)

			got, err := store.Service(t.Context(), service.ID)
			must(t, err)
			if got.Name != service.Name || *got.BudgetEuro != 600_000 {
				t.Errorf("service %+v", got)
			}
			if a := answerOf(t, store, "SD-G1"); a.Verdict != assessment.No || a.Explanation != "Volgt in 2027." || a.SavedBy != "clerk" {
				t.Errorf("answer %+v", a)
			}
			if a := answerOf(t, store, "SD-G2"); a.Verdict != assessment.Open {
				t.Errorf("the undone answer is back: %+v", a)
			}
			if filepath.Base(file) != "schema-1.db" {
				all, err := store.Assessments(t.Context())
				must(t, err)
				a, err := store.Assessment(t.Context(), all[0].ID)
				must(t, err)
				if len(a.Measurements) != 1 || a.Measurements[0].Value != 61.5 || a.Measurements[0].Note != "brief.docx" {
					t.Errorf("measurements %+v", a.Measurements)
				}
				if a := answerOf(t, store, "GC-G1"); a.Review != assessment.ReviewReworded {
					t.Errorf("answer %+v", a)
				}
			}
			if filepath.Base(file) > "schema-2.db" {
				holdsWhatSchema3Added(t, store)
			}
			town, err := store.Town(t.Context())
			must(t, err)
			if town.NIS != "44021" || town.ServerURL != "https://server.example/toetssteen/" {
				t.Errorf("town %+v", town)
			}
			findings, err := store.Rebuild(t.Context())
			must(t, err)
			if !findings.Sound() || findings.Operations == 0 {
				t.Errorf("findings %+v", findings)
			}
		})
	}
}

func holdsWhatSchema3Added(t *testing.T, store *sqlite.Store) {
	t.Helper()
	all, err := store.Assessments(t.Context())
	must(t, err)
	a := all[0]
	if a.Cover != "Bijna klaar." || a.Review.Stage != assessment.Proposed || a.Review.Reviewer != "diensthoofd" {
		t.Errorf("assessment %+v, %+v", a.Cover, a.Review)
	}
	if m := answerOf(t, store, "SD-G1"); !m.Discuss || m.Judge != assessment.Outside || m.Control != "Digitaal Vlaanderen" || m.Assignee != "dienst ICT" {
		t.Errorf("marks %+v", m)
	}
	if len(a.Evidence) != 1 || a.Evidence[0].Name != "scherm.png" || len(a.Comments) != 1 || a.Comments[0].Text != "Klopt dit?" {
		t.Errorf("evidence %+v, comments %+v", a.Evidence, a.Comments)
	}
	scopes, err := store.Scopes(t.Context())
	must(t, err)
	on, err := store.BuildsOn(t.Context())
	must(t, err)
	actions, err := store.Improvements(t.Context(), service.ID)
	must(t, err)
	references, err := store.References(t.Context())
	must(t, err)
	if scopes[a.ID]["login"] != "no" || len(on[service.ID]) != 1 || len(actions) != 1 || actions[0].Title != "Eén loket" || len(references) != 1 {
		t.Errorf("scope %v, builds on %v, actions %+v, %d references", scopes, on, actions, len(references))
	}
}
