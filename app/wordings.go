package app

import (
	"context"
	"fmt"
	"hash/maphash"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"toetssteen/internal/assessment"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
)

// WordingInput says where somebody is writing, and what stands there.
type WordingInput struct {
	AssessmentID string                 `json:"assessmentId"`
	Criterion    strategy.CriterionCode `json:"criterion"`
	Verdict      assessment.Verdict     `json:"verdict"`
	Typed        string                 `json:"typed"`
}

// WordingView is something that was written in the town before.
type WordingView struct {
	Text        string                 `json:"text"`
	Criterion   strategy.CriterionCode `json:"criterion"`
	Verdict     assessment.Verdict     `json:"verdict"`
	ServiceName string                 `json:"serviceName"`
	Moment      assessment.Moment      `json:"moment"`
	SavedAt     string                 `json:"savedAt"`
}

// WordingsView lists a few, the nearest first.
type WordingsView struct {
	Wordings []WordingView `json:"wordings"`
}

const (
	wordingsShown = 5
	wordLetters   = 4 // shorter words stand in every text
	wordsSought   = 8 // of what was typed last
)

// SuggestExplanations gives what people of the town wrote before that may be
// said again here: about the same criterion, and then what holds the words
// that are being typed. It makes nothing up.
func (f *Facade) SuggestExplanations(ctx context.Context, in WordingInput) (WordingsView, error) {
	all, err := f.store.Assessments(ctx)
	if err != nil {
		return WordingsView{}, err
	}
	same, others := assessment.Wordings(all, in.AssessmentID, in.Criterion, in.Verdict)
	found := same
	if len(found) < wordingsShown {
		more, err := f.written(ctx, others, in.Typed)
		if err != nil {
			return WordingsView{}, err
		}
		found = assessment.Once(append(found, more...))
	}
	// What stands there already is no suggestion.
	typed := assessment.SameText(in.Typed)
	found = slices.DeleteFunc(found, func(w assessment.Wording) bool { return assessment.SameText(w.Answer.Explanation) == typed })
	names, err := f.serviceNames(ctx)
	if err != nil {
		return WordingsView{}, err
	}
	view := WordingsView{Wordings: []WordingView{}}
	for _, w := range found[:min(len(found), wordingsShown)] {
		view.Wordings = append(view.Wordings, WordingView{
			Text: strings.TrimSpace(w.Answer.Explanation), Criterion: w.Answer.Criterion, Verdict: w.Answer.Verdict,
			ServiceName: names[w.Assessment.ServiceID], Moment: w.Assessment.Moment, SavedAt: moment(w.Answer.SavedAt),
		})
	}
	return view, nil
}

// written finds the texts that hold what is typed, the latest first.
func (f *Facade) written(ctx context.Context, wordings []assessment.Wording, typed string) ([]assessment.Wording, error) {
	query := soughtIn(typed)
	if query == "" {
		return nil, nil
	}
	byID := make(map[string]assessment.Wording, len(wordings))
	documents := make([]sqlite.Document, 0, len(wordings))
	for _, w := range wordings {
		id := w.Assessment.ID + "/" + string(w.Answer.Criterion)
		byID[id] = w
		documents = append(documents, sqlite.Document{Kind: "explanation", ID: id, Text: w.Answer.Explanation})
	}
	hits, err := f.wordings.find(ctx, documents, query)
	if err != nil {
		return nil, err
	}
	var found []assessment.Wording
	for _, hit := range hits {
		found = append(found, byID[hit.ID])
	}
	slices.SortStableFunc(found, func(a, b assessment.Wording) int { return b.Answer.SavedAt.Compare(a.Answer.SavedAt) })
	return found, nil
}

// soughtIn gives the telling words of what was typed last.
func soughtIn(typed string) string {
	words := strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune(" \t\r\n.,;:!?()\"'“”‘’«»/", r) })
	words = slices.DeleteFunc(words, func(word string) bool { return utf8.RuneCountInString(word) < wordLetters })
	return strings.Join(words[max(0, len(words)-wordsSought):], " ")
}

// wordings is the index of what was written, made again when that changes.
type wordings struct {
	mu    sync.Mutex
	seed  maphash.Seed
	stamp uint64
	index *sqlite.Search
}

func newWordings() *wordings { return &wordings{seed: maphash.MakeSeed()} }

func (w *wordings) find(ctx context.Context, documents []sqlite.Document, query string) ([]sqlite.Hit, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if stamp := w.stampOf(documents); w.index == nil || stamp != w.stamp {
		index, err := sqlite.OpenSearch(ctx, documents)
		if err != nil {
			return nil, fmt.Errorf("index explanations: %w", err)
		}
		if err := w.closeIndex(); err != nil {
			return nil, err
		}
		w.index, w.stamp = index, stamp
	}
	found, err := w.index.Find(ctx, query, wordingsShown)
	return found.Hits, err
}

func (w *wordings) stampOf(documents []sqlite.Document) uint64 {
	var hash maphash.Hash
	hash.SetSeed(w.seed)
	for _, d := range documents {
		_, _ = hash.WriteString(d.ID + "\x00" + d.Text + "\x00")
	}
	return hash.Sum64()
}

func (w *wordings) close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.closeIndex()
}

func (w *wordings) closeIndex() error {
	if w.index == nil {
		return nil
	}
	err := w.index.Close()
	w.index = nil
	return err
}
