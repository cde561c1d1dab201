package app

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"toetssteen/internal/colleague"
	"toetssteen/internal/evidence"
	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/submission"
	"toetssteen/internal/wholefile"
)

// passedOn gives the files that go along to a colleague. What is missing or
// damaged here is left out, and named.
type passedOn struct{ evidence.Folder }

// Read gives a file by its hash, nil for one that is left out.
func (p passedOn) Read(hash string) ([]byte, error) {
	data, err := p.Folder.Read(hash)
	if code := fault.CodeOf(err); code == fault.NotFound || code == fault.Corrupt {
		return nil, nil
	}
	return data, err
}

// GivenView is the file that was made for a colleague.
type GivenView struct {
	File       FileView `json:"file"`
	Operations int      `json:"operations"`
	Evidence   int      `json:"evidence"` // files of evidence in it
	Missing    int      `json:"missing"`  // that found no room, or are not whole here
	// Left names them.
	Left []LeftOutView `json:"left"`
}

// LeftOutView is evidence that a file does not hold.
type LeftOutView struct {
	Name      string `json:"name"`
	Criterion string `json:"criterion"`
}

// GiveToColleague writes all of the town's work to one file, for a colleague's
// laptop. Settings and passwords stay here.
func (f *Facade) GiveToColleague(ctx context.Context, _ Nothing) (GivenView, error) {
	data, head, left, err := f.colleagueFile(ctx)
	if err != nil {
		return GivenView{}, err
	}
	name := "toetssteen-" + f.now().Format("2006-01-02-1504") + colleague.Extension
	path, err := f.writeFile("colleagues", name, data)
	if err != nil {
		return GivenView{}, err
	}
	url, err := f.config.Reveal(path)
	return givenView(head, left, FileView{FileName: name, Path: path, URL: url, Replaced: []string{}}), err
}

// GiveToColleagueAt writes it to a path.
func (f *Facade) GiveToColleagueAt(ctx context.Context, path string) (GivenView, error) {
	data, head, left, err := f.colleagueFile(ctx)
	if err != nil {
		return GivenView{}, err
	}
	err = wholefile.Write(path, data)
	return givenView(head, left, FileView{FileName: filepath.Base(path), Path: path, Replaced: []string{}}), err
}

func givenView(head colleague.Head, left []LeftOutView, file FileView) GivenView {
	return GivenView{File: file, Operations: head.Count, Evidence: len(head.Evidence), Missing: len(left), Left: left}
}

// leftOut names the evidence of hashes, but none that was taken away.
func (f *Facade) leftOut(ctx context.Context, hashes []string) ([]LeftOutView, error) {
	left := []LeftOutView{}
	if len(hashes) == 0 {
		return left, nil
	}
	assessments, err := f.store.Assessments(ctx)
	if err != nil {
		return nil, err
	}
	for _, a := range assessments {
		for _, e := range a.Evidence {
			if !e.IsLink() && slices.Contains(hashes, e.Hash) {
				left = append(left, LeftOutView{Name: e.Name, Criterion: string(e.Criterion)})
			}
		}
	}
	return left, nil
}

func (f *Facade) colleagueFile(ctx context.Context) ([]byte, colleague.Head, []LeftOutView, error) {
	town, err := f.sharedTown(ctx)
	if err != nil {
		return nil, colleague.Head{}, nil, err
	}
	ops, err := f.store.Shared(ctx)
	if err != nil {
		return nil, colleague.Head{}, nil, err
	}
	head := colleague.Head{Town: town, By: f.role(ctx), MadeAt: f.now().UTC(), App: f.config.Version}
	data, head, err := colleague.Write(f.key, head, ops, passedOn{f.evidence})
	if err != nil {
		return nil, head, nil, err
	}
	left, err := f.leftOut(ctx, head.Missing)
	return data, head, left, err
}

// sharedTown gives the town as colleagues compare it.
func (f *Facade) sharedTown(ctx context.Context) (colleague.Town, error) {
	town, err := f.store.Town(ctx)
	if err != nil {
		return colleague.Town{}, err
	}
	if err := requireTown(municipalityOf(town).Name); err != nil {
		return colleague.Town{}, err
	}
	return colleague.Town{NIS: town.NIS, Name: town.Name, Authority: town.Authority, Fictional: town.Fictional}, nil
}

// TakenInView says what came from a colleague.
type TakenInView struct {
	By        string      `json:"by"` // the colleague's role, may be empty
	Device    string      `json:"device"`
	MadeAt    string      `json:"madeAt"`
	New       int         `json:"new"` // changes that were not here yet
	Kinds     []KindCount `json:"kinds"`
	Evidence  int         `json:"evidence"`
	Missing   int         `json:"missing"` // evidence that is named and came not along
	Conflicts int         `json:"conflicts"`
	Twins     []TwinsView `json:"twins"` // started on two laptops
}

// KindCount counts what changed, by kind.
type KindCount struct {
	Kind  string `json:"kind"`
	Count int    `json:"count"`
}

// BeginColleague announces a colleague's file; one that is too large is
// refused before a byte of it is read.
func (f *Facade) BeginColleague(_ context.Context, in IncomingInput) (IncomingView, error) {
	switch {
	case in.Size > colleague.MaxFile:
		return IncomingView{}, colleagueTooLarge(in.Name)
	case in.Size <= 0:
		return IncomingView{}, fault.New(fault.Invalid, "error.colleague_no_file", fault.Args{"File": in.Name})
	}
	id, err := f.incoming.Begin(in.Name, in.Size, colleague.MaxFile)
	return IncomingView{ID: id}, err
}

// AddColleaguePiece takes the next piece of a colleague's file.
func (f *Facade) AddColleaguePiece(_ context.Context, in PieceInput) (IncomingView, error) {
	piece, err := base64.StdEncoding.DecodeString(in.Data)
	if err != nil {
		return IncomingView{}, fault.Wrap(err, fault.Invalid, "error.request_unreadable", fault.Args{"Method": "AddColleaguePiece"})
	}
	return IncomingView{ID: in.ID}, notIn(f.incoming.Add(in.ID, piece))
}

// CancelColleague forgets a colleague's file that was coming in.
func (f *Facade) CancelColleague(_ context.Context, in IncomingView) (IncomingView, error) {
	f.incoming.Cancel(in.ID)
	return in, nil
}

// TakeFromColleague takes in a colleague's file that came in, whole or not at
// all.
func (f *Facade) TakeFromColleague(ctx context.Context, in IncomingView) (TakenInView, error) {
	name, data, err := f.incoming.Finish(in.ID)
	if err != nil {
		return TakenInView{}, notIn(err)
	}
	return f.takeIn(ctx, name, data)
}

// notIn says of a colleague's file why it did not come in: the words of
// [evidence.Incoming] are those of evidence.
func notIn(err error) error {
	switch f := fault.Of(err); fault.CodeOf(err) {
	case fault.Conflict:
		return fault.Wrap(err, fault.Conflict, "error.colleague_changed", fault.Args{"File": f.Args["Name"]})
	case fault.NotFound:
		return fault.Wrap(err, fault.NotFound, "error.colleague_stopped", nil)
	}
	return err
}

func colleagueTooLarge(name string) error {
	return fault.New(fault.Invalid, "error.colleague_too_large", fault.Args{"File": name, "MaxMiB": colleague.MaxFile >> 20})
}

// TakeFromColleagueAt takes in the file at a path.
func (f *Facade) TakeFromColleagueAt(ctx context.Context, path string) (TakenInView, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return TakenInView{}, fault.New(fault.NotFound, "error.file_missing", fault.Args{"Path": path})
	case err == nil && info.Size() > colleague.MaxFile:
		return TakenInView{}, colleagueTooLarge(filepath.Base(path))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return TakenInView{}, fault.Wrap(err, fault.Denied, "error.file_unreadable", fault.Args{"Path": path})
	}
	return f.takeIn(ctx, filepath.Base(path), data)
}

func (f *Facade) takeIn(ctx context.Context, name string, data []byte) (TakenInView, error) {
	here, err := f.sharedTown(ctx)
	if err != nil {
		return TakenInView{}, err
	}
	file, err := colleague.Open(name, data)
	if err != nil {
		return TakenInView{}, err
	}
	if err := file.Fits(here); err != nil {
		return TakenInView{}, err
	}
	ops, err := f.believed(ctx, file.Operations)
	if err != nil {
		return TakenInView{}, err
	}
	// The files first: what the journal names is there.
	for _, data := range file.Evidence {
		if _, err := f.evidence.Put(data); err != nil {
			return TakenInView{}, err
		}
	}
	before, err := f.store.Assessments(ctx)
	if err != nil {
		return TakenInView{}, err
	}
	taken, err := f.store.Merge(ctx, ops)
	if err != nil {
		return TakenInView{}, err
	}
	conflicts, err := f.store.ConflictCount(ctx)
	if err != nil {
		return TakenInView{}, err
	}
	view := TakenInView{
		By: file.Head.By, Device: shortDevice(file.Signer.Fingerprint()), MadeAt: moment(file.Head.MadeAt),
		New: taken.Operations, Kinds: kindCounts(taken), Evidence: len(file.Evidence), Conflicts: conflicts,
	}
	if view.Twins, err = f.twins(ctx, before); err != nil {
		return TakenInView{}, err
	}
	for _, hash := range file.Head.Missing {
		if data, err := (passedOn{f.evidence}).Read(hash); err == nil && data == nil {
			view.Missing++
		}
	}
	return view, nil
}

// believed leaves out that a server has a submission, and receipts that the
// working group did not sign: a colleague's word is none for that. A sync
// finds out for itself.
func (f *Facade) believed(ctx context.Context, ops []journal.Operation) ([]journal.Operation, error) {
	key, err := f.workingGroupKey(ctx)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(ops), func(op journal.Operation) bool {
		if op.Object.Kind != "submission" || op.Field != "receipt" {
			return op.Object.Kind == "submission" && op.Field == "verified"
		}
		var text string
		if json.Unmarshal(op.Value, &text) != nil || key.IsZero() {
			return true
		}
		_, err := submission.OpenReceipt([]byte(text), key)
		return err != nil
	}), nil
}

// kindCounts counts what changed, the most first. Kinds that the window has no
// word for are counted as other things.
func kindCounts(taken sqlite.Taken) []KindCount {
	named := []string{"service", "assessment", "answer", "measurement", "evidence", "comment", "improvement_action", "submission"}
	counts := make([]KindCount, 0, len(taken.Objects))
	rest := 0
	for kind, objects := range taken.Objects {
		if slices.Contains(named, string(kind)) {
			counts = append(counts, KindCount{string(kind), len(objects)})
		} else {
			rest += len(objects)
		}
	}
	slices.SortFunc(counts, func(a, b KindCount) int {
		return slices.Index(named, a.Kind) - slices.Index(named, b.Kind)
	})
	if rest > 0 {
		counts = append(counts, KindCount{"other", rest})
	}
	return counts
}

// shortDevice names a device in a list: the start of its fingerprint.
func shortDevice(fingerprint string) string {
	const shown = 4
	return strings.ToUpper(fingerprint[:min(shown, len(fingerprint))])
}
