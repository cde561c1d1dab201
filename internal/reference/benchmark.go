package reference

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
	"toetssteen/internal/submission"
	"toetssteen/internal/trust"
)

// Benchmark counts what many submissions said, without saying whose they are.
type Benchmark struct {
	Format    string          `json:"format"`
	MadeAt    time.Time       `json:"made_at"`
	Fictional bool            `json:"fictional,omitempty"`
	Editions  []EditionCounts `json:"editions"` // the latest first
}

// EditionCounts counts the submissions by one edition.
type EditionCounts struct {
	Edition       string  `json:"edition"`
	CatalogueHash string  `json:"catalogue_hash"`
	Groups        []Group `json:"groups"` // all services first
}

// Group counts the submissions about services for one audience; for all of
// them where that is empty.
type Group struct {
	Audience    assessment.Audience `json:"audience,omitempty"`
	Submissions int                 `json:"submissions"`
	Towns       int                 `json:"towns"`
	Criteria    []CriterionCount    `json:"criteria"`
}

// CriterionCount counts the verdicts on one criterion.
type CriterionCount struct {
	Criterion     strategy.CriterionCode `json:"criterion"`
	Met           int                    `json:"met"`
	Unmet         int                    `json:"unmet"`
	NotApplicable int                    `json:"not_applicable"`
}

// Tally gives the counts by criterion, as a comparison takes them.
func (g Group) Tally() assessment.Tally {
	tally := make(assessment.Tally, len(g.Criteria))
	for _, c := range g.Criteria {
		tally[c.Criterion] = assessment.Count{Met: c.Met, Unmet: c.Unmet, NotApplicable: c.NotApplicable}
	}
	return tally
}

// Count counts submissions, at most one of each service. What would say too
// much about a few is left out, see [publishable]; an edition of which nothing
// is left is not there at all.
func Count(documents []submission.Document, fictional bool, now time.Time) Benchmark {
	b := Benchmark{Format: Format, MadeAt: now.UTC().Truncate(time.Second), Fictional: fictional, Editions: []EditionCounts{}}
	type editionKey struct{ edition, hash string }
	by := make(map[editionKey][]submission.Document)
	for _, d := range documents {
		key := editionKey{d.Assessment.Edition, d.Assessment.CatalogueHash}
		by[key] = append(by[key], d)
	}
	for key, of := range by {
		counts := EditionCounts{Edition: key.edition, CatalogueHash: key.hash}
		for _, group := range publishable(of) {
			counts.Groups = append(counts.Groups, group.counted())
		}
		if len(counts.Groups) > 0 {
			b.Editions = append(b.Editions, counts)
		}
	}
	slices.SortFunc(b.Editions, func(a, c EditionCounts) int {
		if order := strategy.Order(c.Edition, a.Edition); order != 0 {
			return order
		}
		return strings.Compare(a.CatalogueHash, c.CatalogueHash)
	})
	return b
}

func (g group) counted() Group {
	counts := make(map[strategy.CriterionCode]*CriterionCount)
	for _, d := range g.documents {
		for _, a := range d.Answers {
			c := counts[a.Criterion]
			if c == nil {
				c = &CriterionCount{Criterion: a.Criterion}
				counts[a.Criterion] = c
			}
			switch a.Verdict {
			case assessment.Yes:
				c.Met++
			case assessment.No:
				c.Unmet++
			case assessment.NotApplicable:
				c.NotApplicable++
			}
		}
	}
	out := Group{Audience: g.audience, Submissions: len(g.documents), Towns: towns(g.documents)}
	for _, code := range slices.Sorted(maps.Keys(counts)) {
		out.Criteria = append(out.Criteria, *counts[code])
	}
	return out
}

// SealBenchmark gives the bytes of a benchmark, signed.
func SealBenchmark(key trust.Key, b Benchmark) ([]byte, error) {
	sealed, err := trust.Seal(key, benchmarkContext, b)
	if err != nil {
		return nil, fmt.Errorf("seal benchmark: %w", err)
	}
	return sealed, nil
}

func readBenchmark(data []byte) (File, error) {
	body, signer, err := trust.Open(data, benchmarkContext)
	if err != nil {
		return File{}, err
	}
	var b Benchmark
	if err := json.Unmarshal(body, &b); err != nil {
		return File{}, fmt.Errorf("read benchmark: %w", err)
	}
	if err := checkFormat(b.Format); err != nil {
		return File{}, err
	}
	if err := b.check(); err != nil {
		return File{}, fmt.Errorf("read benchmark: %w", err)
	}
	return File{Kind: OfCounts, Signer: signer, MadeAt: b.MadeAt, Fictional: b.Fictional, Benchmark: &b}, nil
}

// check refuses counts that can't be: nobody looks at a benchmark that adds
// up to something else.
func (b Benchmark) check() error {
	if len(b.Editions) == 0 {
		return errors.New("it counts nothing")
	}
	for _, e := range b.Editions {
		if e.Edition == "" || len(e.Groups) == 0 {
			return errors.New("an edition without a name or without counts")
		}
		seen := make(map[assessment.Audience]bool)
		for _, g := range e.Groups {
			if seen[g.Audience] {
				return fmt.Errorf("%s: group %q stands twice", e.Edition, g.Audience)
			}
			seen[g.Audience] = true
			if err := g.check(); err != nil {
				return fmt.Errorf("%s, group %q: %w", e.Edition, g.Audience, err)
			}
		}
	}
	return nil
}

func (g Group) check() error {
	if service := (assessment.Service{Name: "x", Audience: g.Audience}); service.Validate() != nil {
		return errors.New("no such audience")
	}
	if g.Submissions < MinSubmissions || g.Towns < MinTowns || g.Towns > g.Submissions {
		return fmt.Errorf("%d submissions of %d towns", g.Submissions, g.Towns)
	}
	seen := make(map[strategy.CriterionCode]bool)
	for _, c := range g.Criteria {
		if seen[c.Criterion] || c.Met < 0 || c.Unmet < 0 || c.NotApplicable < 0 ||
			c.Met > g.Submissions || c.Unmet > g.Submissions || c.Met+c.Unmet+c.NotApplicable != g.Submissions {
			return fmt.Errorf("%s does not add up", c.Criterion)
		}
		seen[c.Criterion] = true
	}
	return nil
}
