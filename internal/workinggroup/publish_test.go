package workinggroup_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/reference"
	"toetssteen/internal/submission"
	"toetssteen/internal/syncer"
)

// handInOf puts a submission of another town on the server.
func (w *world) handInOf(t *testing.T, town, id string, change func(*submission.Document)) {
	t.Helper()
	d := document(t, id, func(d *submission.Document) {
		d.Municipality = submission.Municipality{NIS: town, Name: "Gemeente " + town}
		d.Service.Audience = assessment.Citizens
		d.Assessment.ID, d.Service.ID = "assessment of "+id, "service of "+id
		if change != nil {
			change(d)
		}
	})
	sealed, err := submission.Seal(w.device, d)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := syncer.Publish(t.Context(), w.remote, submission.Name(town, d.ID, sealed), sealed); err != nil {
		t.Fatal(err)
	}
}

var towns = []string{"44021", "11002", "23016", "31005", "12025"}

func TestBundle(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	if _, err := w.office.Bundle(now); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("a bundle of nothing: %v", err)
	}
	w.handInOf(t, towns[0], "first", nil)
	w.handInOf(t, towns[1], "second", nil)
	w.handInOf(t, towns[1], "returned", func(d *submission.Document) { d.Scores[0].Met++ })
	w.intake(t)
	w.handInOf(t, towns[0], "corrected", func(d *submission.Document) {
		d.Assessment.ID, d.Service.ID, d.Replaces = "assessment of first", "service of first", "first"
		d.Version, d.Correction = 2, &submission.Correction{Reason: "Een tikfout."}
	})
	w.intake(t)
	made, err := w.office.Bundle(now)
	if err != nil {
		t.Fatal(err)
	}
	file, err := reference.Read("bundle.zip", made.Data)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, s := range file.Submissions {
		ids = append(ids, s.ID)
	}
	if fmt.Sprint(ids) != "[second corrected]" || made.Submissions != 2 || made.Towns != 2 {
		t.Errorf("it holds %v, %d submissions of %d towns", ids, made.Submissions, made.Towns)
	}
	if file.Signer != w.office.PublicKey() || file.Kind != reference.OfSubmissions {
		t.Errorf("a %s of %s", file.Kind, file.Signer.Fingerprint())
	}
	again, err := w.office.Bundle(now)
	if err != nil || string(again.Data) != string(made.Data) {
		t.Errorf("the same submissions give another bundle: %v", err)
	}
}

func TestBenchmark(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, town := range towns[:4] {
		w.handInOf(t, town, "of-"+town, nil)
	}
	w.handInOf(t, towns[0], "again", func(d *submission.Document) { d.Service.ID = "service of of-" + towns[0] }) // the same service
	w.intake(t)
	if _, _, err := w.office.Benchmark(now); fault.Of(err).Key != "error.benchmark_too_few" {
		t.Errorf("a benchmark of four services: %v", err)
	}
	w.handInOf(t, towns[4], "fifth", nil)
	w.intake(t)
	made, counts, err := w.office.Benchmark(now)
	if err != nil {
		t.Fatal(err)
	}
	file, err := reference.Read("benchmark.json", made.Data)
	if err != nil {
		t.Fatal(err)
	}
	group := file.Benchmark.Editions[0].Groups[0]
	if group.Submissions != 5 || group.Towns != 5 || counts.Editions[0].Groups[0].Submissions != 5 {
		t.Errorf("it counts %d submissions of %d towns", group.Submissions, group.Towns)
	}
	if count := group.Tally()["SD-G1"]; count.Unmet != 5 {
		t.Errorf("SD-G1: %+v", count)
	}
	if file.Signer != w.office.PublicKey() {
		t.Errorf("signed by %s", file.Signer.Fingerprint())
	}
}

// What was received and is gone from the folder would be left out in silence.
func TestBundleOfAFolderThatLostOne(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.handInOf(t, towns[0], "first", nil)
	w.intake(t)
	copies, err := filepath.Glob(filepath.Join(w.folder, "submissions", "*", "*"))
	if err != nil || len(copies) != 1 {
		t.Fatal(copies, err)
	}
	if err := os.Remove(copies[0]); err != nil {
		t.Fatal(err)
	}
	if _, err := w.office.Bundle(now); fault.Of(err).Key != "error.submission_copy_missing" {
		t.Errorf("got %v", err)
	}
}
