package app

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
	"toetssteen/locales"
)

// SearchInput is what somebody looks for.
type SearchInput struct {
	Query string `json:"query"`
}

// FoundView lists what was found, the best first.
type FoundView struct {
	Hits    []FoundHit `json:"hits"`
	More    bool       `json:"more"`    // there are more than these
	Partial bool       `json:"partial"` // none holds every word: these hold some
}

// FoundHit is a part of the catalogue or the manual that was found.
type FoundHit struct {
	Kind    string      `json:"kind"` // principle, criterion, indicator, aid, action, manual
	ID      string      `json:"id"`
	Title   string      `json:"title"`
	Passage []PieceView `json:"passage"`
}

// PieceView is a piece of a passage.
type PieceView struct {
	Text  string `json:"text"`
	Found bool   `json:"found"`
}

// foundShown is how many hits are given.
const foundShown = 40

// Search finds words in the whole latest edition and in the manual, in the session's language.
func (f *Facade) Search(ctx context.Context, in SearchInput) (FoundView, error) {
	index, err := f.finds.in(ctx, f.shelf.Latest(), strategy.Language(f.language(ctx)))
	if err != nil {
		return FoundView{}, err
	}
	found, err := index.Find(ctx, in.Query, foundShown)
	if err != nil {
		return FoundView{}, err
	}
	view := FoundView{Hits: []FoundHit{}, More: found.More, Partial: found.Partial}
	for _, h := range found.Hits {
		hit := FoundHit{Kind: h.Kind, ID: h.ID, Title: h.Title, Passage: []PieceView{}}
		for _, piece := range h.Passage {
			hit.Passage = append(hit.Passage, PieceView(piece))
		}
		view.Hits = append(view.Hits, hit)
	}
	return view, nil
}

// finds are the search indexes that were asked for, by edition and language.
type finds struct {
	mu      sync.Mutex
	indexes map[string]*sqlite.Search
}

func newFinds() *finds { return &finds{indexes: make(map[string]*sqlite.Search)} }

func (f *finds) in(ctx context.Context, c *strategy.Catalogue, lang strategy.Language) (*sqlite.Search, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	name := c.Edition.Edition + " " + string(lang)
	if index, ok := f.indexes[name]; ok {
		return index, nil
	}
	index, err := sqlite.OpenSearch(ctx, append(documentsOf(c, lang), manualIn(lang)...))
	if err != nil {
		return nil, err
	}
	f.indexes[name] = index
	return index, nil
}

func (f *finds) close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	var errs []error
	for _, index := range f.indexes {
		errs = append(errs, index.Close())
	}
	clear(f.indexes)
	return errors.Join(errs...)
}

// manualIn gives the chapters of the manual, to be found beside the catalogue.
func manualIn(lang strategy.Language) []sqlite.Document {
	var documents []sqlite.Document
	for _, topic := range locales.In(string(lang)).Manual() {
		documents = append(documents, sqlite.Document{Kind: "manual", ID: topic.Name, Title: topic.Title, Text: topic.Text})
	}
	return documents
}

// documentsOf gives what can be found in a catalogue.
func documentsOf(c *strategy.Catalogue, lang strategy.Language) []sqlite.Document {
	var documents []sqlite.Document
	add := func(kind, id string, title strategy.Text, texts ...strategy.Text) {
		var words []string
		for _, t := range texts {
			if s := t.In(lang); s != "" {
				words = append(words, s)
			}
		}
		documents = append(documents, sqlite.Document{Kind: kind, ID: id, Title: title.In(lang), Text: strings.Join(words, " ")})
	}
	for _, p := range c.Principles {
		add("principle", string(p.Code), p.Name, p.Meaning)
	}
	for _, criterion := range c.Criteria {
		texts := []strategy.Text{criterion.Question, criterion.Met, criterion.NotMeant, criterion.Example}
		for _, point := range criterion.Points {
			texts = append(texts, point.Label, point.Text)
		}
		add("criterion", string(criterion.Code), criterion.Label, texts...)
	}
	for _, i := range c.Indicators {
		add("indicator", string(i.Code), i.Label, i.Question, i.How, i.Reason)
	}
	for _, a := range c.Aids {
		texts := []strategy.Text{a.Description, a.Supplier}
		for _, contribution := range a.Contributions {
			texts = append(texts, contribution.Why)
		}
		add("aid", string(a.ID), a.Name, texts...)
	}
	for _, a := range c.Actions {
		add("action", fmt.Sprint(a.Number), a.Title, a.Description, a.Owner)
	}
	return documents
}
