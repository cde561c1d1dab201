package app_test

import (
	"archive/zip"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"toetssteen/app"
	"toetssteen/internal/assessment"
	"toetssteen/internal/evidence"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// openAssessment opens a town with an assessment without answers.
func openAssessment(t *testing.T) (f *app.Facade, id, folder string) {
	t.Helper()
	folder = t.TempDir()
	f = openTown(t, folder)
	service, err := f.SaveService(t.Context(), app.ServiceInput{Name: "Bewonerskaart"})
	must(t, err)
	started, err := f.StartAssessment(t.Context(), app.StartInput{ServiceID: service.ID, Moment: assessment.Before})
	must(t, err)
	return f, started.ID, folder
}

// attachFile sends a file in, in pieces, as the window does.
func attachFile(t *testing.T, f *app.Facade, assessmentID, criterion, name string, data []byte) (app.AttachedView, error) {
	t.Helper()
	begun, err := f.BeginEvidence(t.Context(), app.IncomingInput{Name: name, Size: int64(len(data))})
	if err != nil {
		return app.AttachedView{}, err
	}
	for piece := range slices.Chunk(data, 5) {
		if _, err := f.AddEvidencePiece(t.Context(), app.PieceInput{ID: begun.ID, Data: base64.StdEncoding.EncodeToString(piece)}); err != nil {
			return app.AttachedView{}, err
		}
	}
	return f.FinishEvidence(t.Context(), app.AttachInput{ID: begun.ID, AssessmentID: assessmentID, Criterion: strategy.CriterionCode(criterion)})
}

func TestEvidenceIsKeptOnceAndOpens(t *testing.T) {
	t.Parallel()
	f, id, _ := openAssessment(t)
	text := []byte("Verslag van de gebruikerstest")
	first, err := attachFile(t, f, id, "SD-G1", `C:\map\verslag.txt`, text)
	if err != nil || len(first.Answer.Evidence) != 1 || first.Already {
		t.Fatalf("%+v, %v", first, err)
	}
	if e := first.Answer.Evidence[0]; e.Name != "verslag.txt" || e.Media != "text/plain" || e.Size != int64(len(text)) {
		t.Errorf("evidence %+v", e)
	}
	again, err := attachFile(t, f, id, "SD-G1", "ander.txt", text)
	if err != nil || !again.Already || len(again.Answer.Evidence) != 1 {
		t.Errorf("the same file twice: %+v, %v", again, err)
	}
	if _, err := attachFile(t, f, id, "SD-G2", "verslag.txt", text); err != nil {
		t.Fatal(err)
	}
	examined, err := f.Examine(t.Context(), false)
	if err != nil || examined.Evidence.Files != 1 || !examined.Sound() {
		t.Errorf("examined %+v, %v", examined, err)
	}
	opened, err := f.OpenEvidence(t.Context(), app.OpenInput{ID: first.Answer.Evidence[0].ID})
	if err != nil || filepath.Base(opened.Path) != "verslag.txt" {
		t.Fatalf("%+v, %v", opened, err)
	}
	if data, err := os.ReadFile(opened.Path); string(data) != string(text) {
		t.Errorf("opens %q, %v", data, err)
	}
}

func TestARiskThatTheUserDoesNotKnowIsAskedFirst(t *testing.T) {
	t.Parallel()
	f, id, folder := openAssessment(t)
	page := []byte("<!doctype html><script>x()</script>")
	attached, err := attachFile(t, f, id, "SD-G1", "pagina", page)
	must(t, err)
	open := app.OpenInput{ID: attached.Answer.Evidence[0].ID}
	_, err = f.OpenEvidence(t.Context(), open)
	if refused := fault.Of(err); fault.CodeOf(err) != fault.Conflict || refused.Key != "error.evidence_risk" || refused.Args["Risk"] != evidence.Page {
		t.Fatalf("opened without a warning: %v", err)
	}
	if left, err := filepath.Glob(filepath.Join(folder, "opened", "*", "*")); err != nil || len(left) > 0 {
		t.Errorf("copies %v, %v", left, err)
	}
	for _, known := range []evidence.Risk{evidence.NoRisk, evidence.Packed, "something else"} {
		open.Risk = known
		if _, err := f.OpenEvidence(t.Context(), open); fault.CodeOf(err) != fault.Conflict {
			t.Errorf("known %q: %v", known, err)
		}
	}
	for _, known := range []evidence.Risk{evidence.Page, evidence.Macros} {
		open.Risk = known
		if _, err := f.OpenEvidence(t.Context(), open); err != nil {
			t.Errorf("known %q: %v", known, err)
		}
	}
}

func TestCopiesOfAnEarlierSessionGo(t *testing.T) {
	t.Parallel()
	f, id, folder := openAssessment(t)
	paths := make(map[string]string)
	for _, name := range []string{"a.txt", "b.txt"} {
		attached, err := attachFile(t, f, id, "SD-G1", name, []byte("Verslag "+name))
		must(t, err)
		opened, err := f.OpenEvidence(t.Context(), app.OpenInput{ID: attached.Answer.Evidence[len(paths)].ID})
		must(t, err)
		paths[name] = opened.Path
	}
	must(t, os.WriteFile(paths["b.txt"], []byte("Iemand schreef hier verder"), 0o600))
	must(t, f.Close())
	reopened, err := app.Open(t.Context(), app.Config{Folder: folder})
	must(t, err)
	t.Cleanup(func() { _ = reopened.Close() })
	if _, err := os.Stat(filepath.Dir(paths["a.txt"])); !os.IsNotExist(err) {
		t.Errorf("the copy is still there: %v", err)
	}
	if data, err := os.ReadFile(paths["b.txt"]); string(data) != "Iemand schreef hier verder" {
		t.Errorf("what somebody wrote is %q, %v", data, err)
	}
}

func TestEvidenceThatIsRefusedChangesNothing(t *testing.T) {
	t.Parallel()
	f, id, _ := openAssessment(t)
	for name, attempt := range map[string]func() error{
		"too large": func() error {
			_, err := f.BeginEvidence(t.Context(), app.IncomingInput{Name: "x", Size: assessment.MaxEvidence + 1})
			return err
		},
		"a program":            func() error { _, err := attachFile(t, f, id, "SD-G1", "x.pdf", []byte("MZ\x90\x00\x03")); return err },
		"an unknown criterion": func() error { _, err := attachFile(t, f, id, "XX-1", "x.txt", []byte("x")); return err },
		"a script in a link": func() error {
			_, err := f.AddEvidenceLink(t.Context(), app.LinkInput{AssessmentID: id, Criterion: "SD-G1", Link: "javascript:alert(1)"})
			return err
		},
		"a password in a link": func() error {
			_, err := f.AddEvidenceLink(t.Context(), app.LinkInput{AssessmentID: id, Criterion: "SD-G1", Link: "https://ik:geheim@voorbeeld.be"})
			return err
		},
		"a file as a link": func() error {
			_, err := f.AddEvidenceLink(t.Context(), app.LinkInput{AssessmentID: id, Criterion: "SD-G1", Link: "file:///etc/passwd"})
			return err
		},
		"no link": func() error {
			_, err := f.AddEvidenceLink(t.Context(), app.LinkInput{AssessmentID: id, Criterion: "SD-G1", Link: " "})
			return err
		},
		"a link with a line break": func() error {
			_, err := f.AddEvidenceLink(t.Context(), app.LinkInput{AssessmentID: id, Criterion: "SD-G1", Link: "https://voorbeeld.be/\nx"})
			return err
		},
		"an empty comment": func() error {
			_, err := f.AddComment(t.Context(), app.CommentInput{AssessmentID: id, Criterion: "SD-G1", Text: " \n"})
			return err
		},
		"an unknown judge": func() error {
			_, err := f.MarkAnswer(t.Context(), app.MarksInput{AssessmentID: id, Criterion: "SD-G1", Judge: "everybody"})
			return err
		},
	} {
		if err := attempt(); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	view, err := f.Assessment(t.Context(), app.IDInput{ID: id})
	if err != nil || len(view.Answers[0].Evidence) != 0 {
		t.Errorf("evidence %+v, %v", view.Answers[0].Evidence, err)
	}
	if examined, err := f.Examine(t.Context(), false); err != nil || examined.Evidence.Files != 0 {
		t.Errorf("examined %+v, %v", examined, err)
	}
}

func TestDamagedEvidenceIsSaid(t *testing.T) {
	t.Parallel()
	f, id, folder := openAssessment(t)
	attached, err := attachFile(t, f, id, "SD-G1", "verslag.txt", []byte("Verslag"))
	if err != nil {
		t.Fatal(err)
	}
	e := attached.Answer.Evidence[0]
	path := filepath.Join(folder, "evidence", e.Hash[:2], e.Hash)
	if err := os.WriteFile(path, []byte("iets anders"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = f.OpenEvidence(t.Context(), app.OpenInput{ID: e.ID})
	if fault.CodeOf(err) != fault.Corrupt {
		t.Errorf("opening it: %v", err)
	}
	if _, err := attachFile(t, f, id, "SD-G2", "weg.txt", []byte("Weg")); err != nil {
		t.Fatal(err)
	}
	if _, err := attachFile(t, f, id, "SD-G3", "heel.txt", []byte("Heel")); err != nil {
		t.Fatal(err)
	}
	gone := evidence.HashOf([]byte("Weg"))
	must(t, os.Remove(filepath.Join(folder, "evidence", gone[:2], gone)))
	export, err := f.ExportWithEvidence(t.Context(), app.ReportInput{AssessmentID: id})
	must(t, err)
	if want := []app.AbsentView{{Name: "verslag.txt", Criterion: "SD-G1", State: "damaged"}, {Name: "weg.txt", Criterion: "SD-G2", State: "missing"}}; !slices.Equal(
		export.Absent, want) {
		t.Errorf("absent %+v", export.Absent)
	}
	held := unpacked(t, export.File.Path)
	if held["bewijsstukken/SD-G3 heel.txt"] != "Heel" || len(held) != 3 {
		t.Errorf("holds %v", held)
	}
	if index := held["evidence.csv"]; !strings.Contains(index, ";beschadigd\n") || !strings.Contains(index, ";ontbreekt\n") {
		t.Errorf("list %s", index)
	}
	if _, err := attachFile(t, f, id, "SD-G2", "weg.txt", []byte("Weg")); err != nil {
		t.Fatal(err)
	}
	if examined, err := f.Examine(t.Context(), false); err != nil || examined.Sound() || len(examined.Evidence.Damaged) != 1 {
		t.Errorf("examined %+v, %v", examined, err)
	}
	if _, err := attachFile(t, f, id, "SD-G1", "verslag.txt", []byte("Verslag")); err != nil {
		t.Fatal(err)
	}
	if examined, err := f.Examine(t.Context(), false); err != nil || !examined.Sound() {
		t.Errorf("after adding it again: %+v, %v", examined, err)
	}
}

func TestExportHoldsTheReportAndTheEvidence(t *testing.T) {
	t.Parallel()
	f, id, _ := openAssessment(t)
	for _, file := range []struct{ name, text string }{{"a.txt", "een"}, {"A.txt", "twee"}, {"a.txt", "een"}} {
		if _, err := attachFile(t, f, id, "SD-G1", file.name, []byte(file.text)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.AddEvidenceLink(t.Context(), app.LinkInput{AssessmentID: id, Criterion: "SD-G1", Link: "https://voorbeeld.be", Name: "=1+1"}); err != nil {
		t.Fatal(err)
	}
	export, err := f.ExportWithEvidence(t.Context(), app.ReportInput{AssessmentID: id})
	if err != nil {
		t.Fatal(err)
	}
	held := unpacked(t, export.File.Path)
	if len(held) != 4 || held["bewijsstukken/SD-G1 a.txt"] != "een" || held["bewijsstukken/SD-G1 A (2).txt"] != "twee" {
		t.Errorf("holds %v", held)
	}
	if index := held["evidence.csv"]; !strings.Contains(index, "https://voorbeeld.be") || strings.Contains(index, ";=1+1") {
		t.Errorf("list %s", index)
	}
}

// unpacked reads a zip file, of which every entry has a date.
func unpacked(t *testing.T, path string) map[string]string {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	held := make(map[string]string)
	for _, packed := range archive.File {
		if packed.Modified.Year() < 2020 {
			t.Errorf("%s has the date %s", packed.Name, packed.Modified)
		}
		r, err := packed.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		held[packed.Name] = string(data)
	}
	return held
}

// A piece names itself as it was kept; an address gets what stands before it.
func TestAttachedNamesThePiece(t *testing.T) {
	t.Parallel()
	f, id, _ := openAssessment(t)
	first, err := attachFile(t, f, id, "SD-G1", "../../../etc/passwd", []byte("Verslag"))
	must(t, err)
	if e := first.Answer.Evidence[0]; e.ID != first.ID || e.Name != "passwd" || e.Elsewhere {
		t.Errorf("kept %+v as %s", e, first.ID)
	}
	again, err := attachFile(t, f, id, "SD-G1", "ander.txt", []byte("Verslag"))
	if must(t, err); !again.Already || again.ID != first.ID {
		t.Errorf("again %+v", again)
	}
	link, err := f.AddEvidenceLink(t.Context(), app.LinkInput{AssessmentID: id, Criterion: "SD-G2", Link: " www.voorbeeld.be/test "})
	if must(t, err); link.Answer.Evidence[0].Link != "https://www.voorbeeld.be/test" {
		t.Errorf("link %+v", link.Answer.Evidence[0])
	}
}

// told writes a history as short lines.
func told(entries []app.HistoryView) []string {
	var all []string
	for _, e := range entries {
		for _, line := range e.Lines {
			text := fmt.Sprintf("%s %s>%s", line.Field, line.From, line.To)
			if e.Undone {
				text += " undone"
			}
			if e.Undoes {
				text += " undoes"
			}
			all = append(all, text)
		}
	}
	return all
}

func TestHistoryTellsEverythingAndPutsBack(t *testing.T) {
	t.Parallel()
	f, id, _ := openAssessment(t)
	of := app.CriterionInput{AssessmentID: id, Criterion: "SD-G1"}
	save := func(verdict assessment.Verdict, explanation string) {
		t.Helper()
		if _, err := f.SaveAnswer(t.Context(), app.AnswerInput{AssessmentID: id, Criterion: "SD-G1", Verdict: verdict, Explanation: explanation}); err != nil {
			t.Fatal(err)
		}
	}
	save(assessment.No, "Nog niet klaar")
	save(assessment.Yes, "Klaar")
	attached, err := attachFile(t, f, id, "SD-G1", "a.txt", []byte("een"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.RemoveEvidence(t.Context(), app.IDInput{ID: attached.Answer.Evidence[0].ID}); err != nil {
		t.Fatal(err)
	}
	if _, err := f.MarkAnswer(t.Context(), app.MarksInput{AssessmentID: id, Criterion: "SD-G1", Discuss: true}); err != nil {
		t.Fatal(err)
	}
	if undone, err := f.Undo(t.Context(), app.Nothing{}); err != nil || undone.Kind != "mark" || undone.Criterion != "SD-G1" {
		t.Fatalf("undone %+v, %v", undone, err)
	}
	history, err := f.AnswerHistory(t.Context(), of)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"discuss true> undoes", "discuss >true undone", "evidence a.txt>", "evidence >a.txt",
		"verdict no>yes", "explanation Nog niet klaar>Klaar", "verdict >no", "explanation >Nog niet klaar",
	}
	if got := told(history.Entries); !slices.Equal(got, want) {
		t.Fatalf("%q\nwant %q", got, want)
	}

	putBack := func(n int) app.SavedAnswer {
		t.Helper()
		e := history.Entries[n]
		if !e.PutBack {
			t.Fatalf("entry %d can't be put back", n)
		}
		saved, err := f.PutBack(t.Context(), app.PutBackInput{AssessmentID: id, Criterion: "SD-G1", Change: e.Change, Object: e.Object})
		if err != nil {
			t.Fatal(err)
		}
		return saved
	}
	if got := putBack(3).Answer.Evidence; len(got) != 1 || got[0].Name != "a.txt" {
		t.Errorf("evidence %+v", got)
	}
	if got := putBack(len(history.Entries) - 1).Answer; got.Verdict != assessment.No || got.Explanation != "Nog niet klaar" {
		t.Errorf("answer %+v", got)
	}
	if _, err := f.Undo(t.Context(), app.Nothing{}); err != nil {
		t.Fatal(err)
	}
	view, err := f.Assessment(t.Context(), app.IDInput{ID: id})
	if err != nil || view.Answers[0].Verdict != assessment.Yes || len(view.Answers[0].Evidence) != 1 {
		t.Errorf("after undo %+v, %v", view.Answers[0], err)
	}
	// What does not belong to the answer can't be put back through it.
	_, err = f.PutBack(t.Context(), app.PutBackInput{AssessmentID: id, Criterion: "SD-G2", Change: history.Entries[0].Change, Object: history.Entries[0].Object})
	if fault.CodeOf(err) != fault.NotFound {
		t.Errorf("through another answer: %v", err)
	}
}
