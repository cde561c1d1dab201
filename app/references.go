package app

import (
	"cmp"
	"context"
	"encoding/base64"
	"fmt"
	"slices"
	"sync"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/reference"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
	"toetssteen/internal/trust"
)

// TrustState says what is known about who a file comes from.
type TrustState string

// The states.
const (
	TrustOwn        TrustState = "own"        // of this laptop
	TrustUnverified TrustState = "unverified" // sealed by somebody; nothing says whose key it is
	TrustVerified   TrustState = "verified"   // signed by the working group of the settings
	TrustNoKey      TrustState = "no_key"     // there is no key of the working group to verify with
	TrustOtherKey   TrustState = "other_key"  // the working group's key was changed since
)

// ReferenceView is a file of others to compare with.
type ReferenceView struct {
	ID        string           `json:"id"`
	FileName  string           `json:"fileName"`
	Kind      reference.Kind   `json:"kind"` // "" for one that can't be read any more
	AddedAt   string           `json:"addedAt"`
	MadeAt    string           `json:"madeAt"`
	Trust     TrustState       `json:"trust"`
	Signer    string           `json:"signer"` // fingerprint
	Fictional bool             `json:"fictional"`
	Own       int              `json:"own"` // submissions in it that are this laptop's own, left out
	Items     []ComparableView `json:"items"`
	Problem   string           `json:"problem"` // why it can't be read, "" for nothing
}

// ImportedView is a file that was taken in.
type ImportedView struct {
	Reference ReferenceView `json:"reference"`
	Already   bool          `json:"already"` // it was there
}

// referenceCache keeps what was read: the name of a file is its hash, so that
// it never changes.
type referenceCache struct {
	mu    sync.Mutex
	files map[string]reference.File
}

func (c *referenceCache) read(r sqlite.Reference) (reference.File, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if file, known := c.files[r.ID]; known {
		return file, nil
	}
	file, err := reference.Read(r.FileName, r.Data)
	if err != nil {
		return file, err
	}
	if c.files == nil {
		c.files = make(map[string]reference.File)
	}
	c.files[r.ID] = file
	return file, nil
}

// ImportReference takes a file of others in: a sealed submission, a bundle or
// a benchmark. What can't be used at all is refused, and changes nothing.
func (f *Facade) ImportReference(ctx context.Context, in CatalogueFileInput) (ImportedView, error) {
	data, err := base64.StdEncoding.DecodeString(in.Data)
	if err != nil {
		return ImportedView{}, fault.Wrap(err, fault.Invalid, "error.file_unreadable", fault.Args{"Path": in.Name})
	}
	file, err := reference.Read(in.Name, data)
	if err != nil {
		return ImportedView{}, err
	}
	r := sqlite.Reference{ID: file.Hash, FileName: in.Name, AddedAt: f.now(), Data: data}
	if kept, err := f.store.Reference(ctx, r.ID); err == nil {
		view, err := f.referenceView(ctx, kept)
		return ImportedView{Reference: view, Already: true}, err
	}
	view, err := f.referenceView(ctx, r)
	if err != nil {
		return ImportedView{}, err
	}
	if err := usable(in.Name, view, file); err != nil {
		return ImportedView{}, err
	}
	return ImportedView{Reference: view}, f.store.AddReference(ctx, f.role(ctx), r)
}

// usable refuses a file of which nothing can be compared.
func usable(name string, view ReferenceView, file reference.File) error {
	if view.Trust == TrustOtherKey {
		return fault.New(fault.Denied, "error.reference_other_signer", fault.Args{"File": name, "Signer": view.Signer})
	}
	if len(view.Items) == 0 && view.Own > 0 {
		return fault.New(fault.Conflict, "error.reference_own", fault.Args{"File": name, "Service": file.Submissions[0].Service.Name})
	}
	for _, item := range view.Items {
		if item.Problem == "" {
			return nil
		}
	}
	if len(view.Items) == 0 {
		return fault.New(fault.Corrupt, "error.reference_unreadable", fault.Args{"File": name})
	}
	return fault.New(fault.Conflict, "error.reference_unusable", fault.Args{"File": name, "Problem": view.Items[0].Problem})
}

// RemoveReference takes a file out of the list, which an undo takes back.
func (f *Facade) RemoveReference(ctx context.Context, in IDInput) (RemovedView, error) {
	err := f.store.RemoveReference(ctx, f.role(ctx), in.ID)
	return RemovedView{Removed: err == nil}, err
}

func (f *Facade) references(ctx context.Context) ([]ReferenceView, error) {
	all, err := f.store.References(ctx)
	if err != nil {
		return nil, err
	}
	views := make([]ReferenceView, 0, len(all))
	for _, r := range all {
		view, err := f.referenceView(ctx, r)
		if err != nil {
			return nil, err
		}
		views = append(views, view)
	}
	return views, nil
}

// referenceView says what stands in a file and what could be verified. One
// that can't be read any more still shows, so that it can be removed.
func (f *Facade) referenceView(ctx context.Context, r sqlite.Reference) (ReferenceView, error) {
	view := ReferenceView{ID: r.ID, FileName: r.FileName, AddedAt: moment(r.AddedAt), Items: []ComparableView{}}
	file, err := f.read.read(r)
	if err != nil {
		view.Problem = f.Texts(ctx).Fault(err)
		return view, nil
	}
	key, err := f.workingGroupKey(ctx)
	if err != nil {
		return view, err
	}
	view.Kind, view.MadeAt, view.Fictional = file.Kind, moment(file.MadeAt), file.Fictional
	view.Signer, view.Trust = file.Signer.Fingerprint(), trustIn(file, key)
	own, err := f.ownSubmissions(ctx)
	if err != nil {
		return view, err
	}
	for i, item := range itemsOf(file) {
		if s := item.submission; s != nil && (own[s.ID] || own[s.Assessment.ID]) {
			view.Own++
			continue
		}
		shown := item.view(fmt.Sprintf("%s%s:%d", referencePrefix, r.ID, i), view.Trust)
		if _, err := f.sideOf(item); err != nil {
			shown.Problem = f.Texts(ctx).Fault(err)
		}
		view.Items = append(view.Items, shown)
	}
	return view, nil
}

// onceEach leaves out of each file what stands in another one too: it is
// chosen from the file that says most about where it comes from, else from the
// first. What is left goes by town, and then by service.
func onceEach(files []ReferenceView) {
	from := make(map[string]int)
	for i, file := range files {
		for _, item := range file.Items {
			if had, known := from[item.submission]; !known || says(file.Trust) > says(files[had].Trust) {
				from[item.submission] = i
			}
		}
	}
	for i := range files {
		seen := make(map[string]bool)
		files[i].Items = slices.DeleteFunc(files[i].Items, func(item ComparableView) bool {
			twice := item.submission != "" && (from[item.submission] != i || seen[item.submission])
			seen[item.submission] = true
			return twice
		})
		slices.SortStableFunc(files[i].Items, func(a, b ComparableView) int {
			return cmp.Or(cmp.Compare(a.Town, b.Town), cmp.Compare(a.Service, b.Service))
		})
	}
}

// says ranks how much is known about where a file comes from.
func says(state TrustState) int {
	return slices.Index([]TrustState{TrustUnverified, TrustOtherKey, TrustNoKey, TrustVerified}, state)
}

func trustIn(file reference.File, workingGroup trust.PublicKey) TrustState {
	switch {
	case file.Kind == reference.OneSubmission:
		return TrustUnverified
	case workingGroup.IsZero():
		return TrustNoKey
	case file.Signer == workingGroup:
		return TrustVerified
	}
	return TrustOtherKey
}

// ownSubmissions gives the ids of what this laptop handed in, and of its
// assessments.
func (f *Facade) ownSubmissions(ctx context.Context) (map[string]bool, error) {
	submissions, err := f.store.Submissions(ctx)
	if err != nil {
		return nil, err
	}
	assessments, err := f.store.Assessments(ctx)
	if err != nil {
		return nil, err
	}
	// The sample town has the same ids in every data folder.
	town, err := f.store.Town(ctx)
	if err != nil {
		return nil, err
	}
	own := make(map[string]bool)
	for _, s := range submissions {
		own[s.ID] = true
	}
	for _, a := range assessments {
		if !town.Fictional {
			own[a.ID] = true
		}
	}
	return own, nil
}

// item is one thing in a file that can be compared: a submission, or a group
// of a benchmark.
type item struct {
	file       reference.File
	submission *reference.Submission
	counts     *reference.EditionCounts
	group      *reference.Group
}

func itemsOf(file reference.File) []item {
	var items []item
	for i := range file.Submissions {
		items = append(items, item{file: file, submission: &file.Submissions[i]})
	}
	if file.Benchmark == nil {
		return items
	}
	for i := range file.Benchmark.Editions {
		counts := &file.Benchmark.Editions[i]
		for n := range counts.Groups {
			items = append(items, item{file: file, counts: counts, group: &counts.Groups[n]})
		}
	}
	return items
}

func (it item) view(id string, trusted TrustState) ComparableView {
	if s := it.submission; s != nil {
		return ComparableView{
			submission: s.ID, ID: id, Kind: ComparesSubmission, Service: s.Service.Name, Moment: s.Assessment.Moment, Town: s.Municipality.Name, Audience: s.Service.Audience,
			Edition: s.Assessment.Edition, Date: moment(s.FrozenAt), Fictional: s.Fictional, Trust: trusted,
		}
	}
	return ComparableView{
		ID: id, Kind: ComparesBenchmark, Audience: it.group.Audience, Edition: it.counts.Edition, Date: moment(it.file.MadeAt),
		Fictional: it.file.Fictional, Trust: trusted, Submissions: it.group.Submissions, Towns: it.group.Towns,
	}
}

// sideOf holds an item against the edition that it names. One that this laptop
// lacks, or that has other contents here, can't be compared.
func (f *Facade) sideOf(it item) (assessment.Side, error) {
	if it.submission != nil {
		return f.sideOfSubmission(it.submission)
	}
	catalogue, err := f.shelf.Catalogue(it.counts.Edition)
	if err != nil {
		return assessment.Side{}, err
	}
	if catalogue.Hash() != it.counts.CatalogueHash {
		return assessment.Side{}, otherEdition(it.counts.Edition)
	}
	tally := it.group.Tally()
	for code := range tally {
		if _, err := catalogue.Criterion(code); err != nil {
			return assessment.Side{}, otherEdition(it.counts.Edition)
		}
	}
	return assessment.Side{Catalogue: catalogue, Benchmark: tally}, nil
}

func (f *Facade) sideOfSubmission(s *reference.Submission) (assessment.Side, error) {
	catalogue, err := f.shelf.Catalogue(s.Assessment.Edition)
	if err != nil {
		return assessment.Side{}, err
	}
	if s.Assessment.CatalogueHash != catalogue.Hash() {
		return assessment.Side{}, otherEdition(s.Assessment.Edition)
	}
	if err := s.Check(catalogue); err != nil {
		return assessment.Side{}, fault.Wrap(err, fault.Corrupt, "error.reference_incomplete", fault.Args{"Service": s.Service.Name})
	}
	return sideOfAnswers(catalogue, s), nil
}

func sideOfAnswers(catalogue *strategy.Catalogue, s *reference.Submission) assessment.Side {
	side := assessment.Side{Catalogue: catalogue}
	for _, a := range s.Answers {
		side.Answers = append(side.Answers, assessment.Answer{Criterion: a.Criterion, Verdict: a.Verdict, Explanation: a.Explanation})
	}
	return side
}

func otherEdition(edition string) error {
	return fault.New(fault.Conflict, "error.reference_edition", fault.Args{"Edition": edition})
}
