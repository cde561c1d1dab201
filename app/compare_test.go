package app_test

import (
	"encoding/base64"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"toetssteen/app"
	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/reference"
	"toetssteen/internal/strategy"
	"toetssteen/internal/submission"
	"toetssteen/internal/trust"
	"toetssteen/locales"
)

func file(name string, data []byte) app.CatalogueFileInput {
	return app.CatalogueFileInput{Name: name, Data: base64.StdEncoding.EncodeToString(data)}
}

func newKey(t *testing.T) trust.Key {
	t.Helper()
	key, err := trust.NewKey()
	must(t, err)
	return key
}

// foreign gives a complete submission of another town, in which some criteria
// are not met.
func foreign(t *testing.T, id, town string, catalogue *strategy.Catalogue, unmet ...strategy.CriterionCode) submission.Document {
	t.Helper()
	var answers []assessment.Answer
	for _, c := range catalogue.Criteria {
		answer := assessment.Answer{Criterion: c.Code, Verdict: assessment.Yes, Explanation: "Zo doen wij het: " + string(c.Code)}
		if slices.Contains(unmet, c.Code) {
			answer.Verdict = assessment.No
		}
		answers = append(answers, answer)
	}
	d, err := submission.Freeze(catalogue, submission.Draft{
		ID: id, Municipality: submission.Municipality{NIS: town, Name: "Elders"},
		Service:    assessment.Service{ID: "service of " + id, Name: "E-loket", Audience: assessment.Citizens},
		Assessment: assessment.Assessment{ID: "assessment of " + id, Moment: assessment.After, StartedAt: time.Unix(1_780_000_000, 0), Answers: answers},
		App:        "test",
	}, time.Unix(1_790_000_000, 0))
	must(t, err)
	return d
}

func sealed(t *testing.T, d submission.Document) []byte {
	t.Helper()
	data, err := submission.Seal(newKey(t), d)
	must(t, err)
	return data
}

func comparables(t *testing.T, f *app.Facade) app.ComparablesView {
	t.Helper()
	view, err := f.Comparables(t.Context(), app.Nothing{})
	must(t, err)
	return view
}

// benchmarkBytes gives a benchmark of five towns, none of which meets SD-G1.
func benchmarkBytes(t *testing.T, key trust.Key) []byte {
	t.Helper()
	var documents []submission.Document
	for i, town := range []string{"44021", "11002", "23016", "31005", "12025"} {
		documents = append(documents, foreign(t, fmt.Sprint("d", i), town, strategy.Current(), "SD-G3"))
	}
	data, err := reference.SealBenchmark(key, reference.Count(documents, false, time.Now()))
	must(t, err)
	return data
}

func TestCompareWithAnotherTown(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	own := assessed(t, f) // SD-G1 and SD-G2 are not met
	data := sealed(t, foreign(t, "theirs", "11002", strategy.Current(), "SD-G2", "GC-G1"))
	taken, err := f.ImportReference(ctx, file("elders.json", data))
	must(t, err)
	if taken.Already || taken.Reference.Trust != app.TrustUnverified || len(taken.Reference.Items) != 1 || taken.Reference.Items[0].Town != "Elders" {
		t.Errorf("taken: %+v", taken)
	}
	view, err := f.Compare(ctx, app.CompareInput{IDs: []string{own, taken.Reference.Items[0].ID}})
	must(t, err)
	if !slices.Equal(view.Better, []int{1, 1}) || view.Alike != 52 || view.Sides[1].Trust != app.TrustUnverified {
		t.Errorf("better %v, %d alike, %+v", view.Better, view.Alike, view.Sides)
	}
	first := view.Lines[0]
	if first.Criterion != "SD-G1" || !slices.Equal(first.Ideas, []int{1}) || first.Stands[1].Explanation != "Zo doen wij het: SD-G1" || first.Stands[0].Explanation == "" {
		t.Errorf("the first line is %+v", first)
	}
	result, err := f.Result(ctx, app.IDInput{ID: own})
	must(t, err)
	for i, cell := range view.Cells {
		if cell.Cells[0] != result.Matrix[i] {
			t.Errorf("%s %s is %+v, and %+v in the result", cell.Principle, cell.Kind, cell.Cells[0], result.Matrix[i])
		}
	}

	again, err := f.ImportReference(ctx, file("kopie.json", data))
	must(t, err)
	if !again.Already || len(comparables(t, f).References) != 1 {
		t.Errorf("the same file twice: %+v", again)
	}
	_, err = f.RemoveReference(ctx, app.IDInput{ID: taken.Reference.ID})
	must(t, err)
	if len(comparables(t, f).References) != 0 {
		t.Error("it is still there")
	}
	_, err = f.Compare(ctx, app.CompareInput{IDs: []string{own, taken.Reference.Items[0].ID}})
	if fault.CodeOf(err) != fault.NotFound {
		t.Errorf("comparing with what was removed: %v", err)
	}
	undone, err := f.Undo(ctx, app.Nothing{})
	must(t, err)
	if undone.Kind != "reference" || undone.Subject != "elders.json" || len(comparables(t, f).References) != 1 {
		t.Errorf("undone %+v", undone)
	}
}

func TestWhatIsThereTwiceIsOfferedOnce(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	office := newKey(t)
	_, err := f.SaveServer(ctx, app.ServerInput{WorkingGroupKey: office.Public().String()})
	must(t, err)
	one := sealed(t, foreign(t, "one", "11002", strategy.Current()))
	_, err = f.ImportReference(ctx, file("elders.json", one))
	must(t, err)
	named := func(id, town, service string) []byte {
		d := foreign(t, id, "23016", strategy.Current())
		d.Municipality.Name, d.Service.Name = town, service
		return sealed(t, d)
	}
	bundle, err := reference.Bundle(office, map[string][]byte{
		"1.json": named("a", "Zuid", "Loket"), "2.json": named("b", "Aan", "Parkeren"), "3.json": one, "4.json": named("c", "Aan", "Loket"),
	}, false, time.Now())
	must(t, err)
	_, err = f.ImportReference(ctx, file("bundel.zip", bundle))
	must(t, err)
	offered := make(map[string]string)
	for _, r := range comparables(t, f).References {
		for _, item := range r.Items {
			offered[r.FileName] += item.Town + " " + item.Service + "; "
		}
	}
	// The working group's signature stands on the bundle.
	if want := map[string]string{"bundel.zip": "Aan Loket; Aan Parkeren; Elders E-loket; Zuid Loket; "}; !maps.Equal(offered, want) {
		t.Errorf("offered %v, want %v", offered, want)
	}
}

func TestCompareWithABundleAndABenchmark(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	own := assessed(t, f)
	office := newKey(t)
	bundle, err := reference.Bundle(office, map[string][]byte{
		"a.json": sealed(t, foreign(t, "a", "11002", strategy.Current())), "b.json": sealed(t, foreign(t, "b", "23016", strategy.Current())),
	}, false, time.Now())
	must(t, err)

	taken, err := f.ImportReference(ctx, file("bundel.zip", bundle))
	must(t, err)
	if taken.Reference.Trust != app.TrustNoKey || len(taken.Reference.Items) != 2 {
		t.Errorf("without a key: %+v", taken.Reference)
	}
	_, err = f.SaveServer(ctx, app.ServerInput{WorkingGroupKey: office.Public().String()})
	must(t, err)
	if got := comparables(t, f).References[0].Trust; got != app.TrustVerified {
		t.Errorf("with the key it is %s", got)
	}
	counted, err := f.ImportReference(ctx, file("telling.json", benchmarkBytes(t, office)))
	must(t, err)
	if counted.Reference.Trust != app.TrustVerified || counted.Reference.Items[0].Submissions != 5 {
		t.Errorf("benchmark: %+v", counted.Reference)
	}
	proposals := comparables(t, f).Proposals
	if len(proposals) != 1 || proposals[0].Kind != "benchmark" || proposals[0].IDs[0] != own {
		t.Errorf("proposals %+v", proposals)
	}
	view, err := f.Compare(ctx, app.CompareInput{IDs: append(proposals[0].IDs, taken.Reference.Items[1].ID)})
	must(t, err)
	line := view.Lines[slices.IndexFunc(view.Lines, func(l app.ComparedLineView) bool { return l.Criterion == "SD-G3" })]
	if line.Stands[1].Count == nil || line.Stands[1].Count.Unmet != 5 || line.Stands[1].Verdict != assessment.No || line.Outcome != assessment.Differs {
		t.Errorf("SD-G3: %+v", line)
	}

	_, err = f.SaveServer(ctx, app.ServerInput{WorkingGroupKey: newKey(t).Public().String()})
	must(t, err)
	if got := comparables(t, f).References[0].Trust; got != app.TrustOtherKey {
		t.Errorf("with another key it is %s", got)
	}
}

// What can't be used is refused with what and why, and changes nothing.
func TestImportReferenceRefuses(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	own := assessed(t, f)
	handedIn, err := f.Submit(ctx, app.SubmitInput{AssessmentID: own})
	must(t, err)
	exported, err := f.ExportSubmission(ctx, app.IDInput{ID: handedIn.ID})
	must(t, err)
	ownBytes, err := os.ReadFile(exported.Path)
	must(t, err)
	_, err = f.SaveServer(ctx, app.ServerInput{WorkingGroupKey: newKey(t).Public().String()})
	must(t, err)
	later, err := strategy.Parse(os.DirFS("../testdata/edition-2026.1"))
	must(t, err)
	unfinished := foreign(t, "x", "11002", strategy.Current())
	unfinished.Answers = unfinished.Answers[1:]
	altered := foreign(t, "y", "11002", strategy.Current())
	altered.Assessment.CatalogueHash = "other"
	whole := sealed(t, foreign(t, "z", "11002", strategy.Current()))
	for name, c := range map[string]struct {
		data []byte
		code fault.Code
		says string
	}{
		"a picture":                        {[]byte("\x89PNG"), fault.Corrupt, "beschadigd"},
		"a file cut off":                   {whole[:len(whole)-9], fault.Corrupt, "beschadigd"},
		"one's own submission":             {ownBytes, fault.Conflict, "Verhuizing melden"},
		"an edition that is not here":      {sealed(t, foreign(t, "l", "11002", later)), fault.Conflict, "2026.1"},
		"an edition with other contents":   {sealed(t, altered), fault.Conflict, "andere inhoud"},
		"a submission that is not whole":   {sealed(t, unfinished), fault.Conflict, "klopt niet met haar editie"},
		"a benchmark signed by a stranger": {benchmarkBytes(t, newKey(t)), fault.Denied, "niet getekend door jouw werkgroep"},
	} {
		_, err := f.ImportReference(ctx, file("bestand.json", c.data))
		if says := locales.In("nl").Fault(err); fault.CodeOf(err) != c.code || !strings.Contains(says, c.says) || !strings.Contains(says, "bestand.json") {
			t.Errorf("%s: %s, %q", name, fault.CodeOf(err), says)
		}
	}
	if n := len(comparables(t, f).References); n != 0 {
		t.Errorf("%d files were taken", n)
	}
	for name, ids := range map[string][]string{"one": {own}, "one twice": {own, own}, "too many": {own, "b", "c", "d", "e", "f"}} {
		if _, err := f.Compare(ctx, app.CompareInput{IDs: ids}); fault.Of(err).Key != "error.compare_number" {
			t.Errorf("comparing %s: %v", name, err)
		}
	}
	for _, id := range []string{"nergens", "ref:nergens:0"} {
		if _, err := f.Compare(ctx, app.CompareInput{IDs: []string{own, id}}); fault.CodeOf(err) != fault.NotFound {
			t.Errorf("comparing with %s: %v", id, err)
		}
	}
}

// In a bundle, what is one's own is recognised; sample data say what they are.
func TestBundleWithOnesOwn(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	f := openTown(t, t.TempDir())
	own := assessed(t, f)
	mine := foreign(t, "m", "44021", strategy.Current())
	mine.Assessment.ID = own
	bundle, err := reference.Bundle(newKey(t), map[string][]byte{"m.json": sealed(t, mine), "o.json": sealed(t, foreign(t, "o", "11002", strategy.Current()))}, false, time.Now())
	must(t, err)
	taken, err := f.ImportReference(ctx, file("bundel.zip", bundle))
	must(t, err)
	if taken.Reference.Own != 1 || len(taken.Reference.Items) != 1 || taken.Reference.Items[0].Town != "Elders" {
		t.Errorf("%+v", taken.Reference)
	}
	fictional := foreign(t, "f", "00000", strategy.Current())
	fictional.Fictional = true
	sample, err := f.ImportReference(ctx, file("voorbeeld.json", sealed(t, fictional)))
	must(t, err)
	if !sample.Reference.Fictional || !sample.Reference.Items[0].Fictional {
		t.Errorf("%+v", sample.Reference)
	}
}

// A comparison of two editions says what asks the same.
func TestCompareEditions(t *testing.T) {
	t.Parallel()
	f, old := moveable(t)
	second := assessed(t, f)
	_, err := f.Assessment(t.Context(), app.IDInput{ID: second})
	must(t, err)
	view, err := f.Compare(t.Context(), app.CompareInput{IDs: []string{old, second}})
	must(t, err)
	if view.Alike != 49 || view.Reworded != 3 || view.InSome != 2 || view.Edition != "2026.1" {
		t.Errorf("%d alike, %d reworded, %d in some, edition %s", view.Alike, view.Reworded, view.InSome, view.Edition)
	}
}

// The files stay when the program starts again, and a rebuild makes the same.
func TestReferencesSurvive(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "data")
	f, err := app.Open(t.Context(), app.Config{Folder: folder, Language: "nl", Version: "test"})
	must(t, err)
	bundle, err := reference.Bundle(newKey(t), map[string][]byte{"o.json": sealed(t, foreign(t, "o", "11002", strategy.Current()))}, false, time.Now())
	must(t, err)
	_, err = f.ImportReference(t.Context(), file("bundel.zip", bundle))
	must(t, err)
	must(t, f.Close())
	f, err = app.Open(t.Context(), app.Config{Folder: folder, Language: "nl", Version: "test"})
	must(t, err)
	references := comparables(t, f).References
	if len(references) != 1 || len(references[0].Items) != 1 || references[0].FileName != "bundel.zip" {
		t.Errorf("%+v", references)
	}
	must(t, f.Close())
}
