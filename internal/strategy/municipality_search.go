package strategy

import (
	"slices"
	"strings"
)

// searchKey holds what a municipality is found by, folded.
type searchKey struct {
	name   string   // " sint niklaas": words after one space each
	former []string // likewise
	codes  []string // NIS codes of today and before the mergers
	postal string
}

func keyOf(m municipalityRecord) searchKey {
	key := searchKey{name: words(m.Name), codes: []string{m.NIS}, postal: m.PostalCode}
	for _, former := range m.MergedFrom {
		key.former = append(key.former, words(former.Name))
		key.codes = append(key.codes, former.NIS)
	}
	return key
}

// How well a municipality matches, best first.
const (
	wholeName = iota
	nameStart
	wordStart
	formerWordStart
	insideName
	insideFormer
	noMatch
)

func (k searchKey) rank(query string) int {
	inFormer := func(s string) bool {
		return slices.ContainsFunc(k.former, func(name string) bool { return strings.Contains(name, s) })
	}
	switch part := query[1:]; {
	case k.name == query, slices.Contains(k.codes, part):
		return wholeName
	case strings.HasPrefix(k.name, query), k.postal != "" && strings.HasPrefix(k.postal, part):
		return nameStart
	case strings.Contains(k.name, query):
		return wordStart
	case inFormer(query):
		return formerWordStart
	case strings.Contains(k.name, part):
		return insideName
	case inFormer(part):
		return insideFormer
	default:
		return noMatch
	}
}

// SearchMunicipalities finds municipalities by the beginning of any word of
// the name, then by any part of it; also by a name from before a merger, the
// beginning of the postal code, and a whole NIS code of today or before. Case,
// accents, hyphens and the short form "St" make no difference. The best
// matches come first, equal ones in Dutch collation order. An empty query
// matches all. A limit of 0 or less means no limit.
func SearchMunicipalities(query string, limit int) []Municipality {
	g := currentGazetteer()
	if limit <= 0 {
		limit = len(g.all)
	}
	wanted := words(query)
	if wanted == "" {
		return slices.Clone(g.all[:min(limit, len(g.all))])
	}
	var byRank [noMatch][]Municipality
	for i, key := range g.keys {
		if rank := key.rank(wanted); rank < noMatch {
			byRank[rank] = append(byRank[rank], g.all[i])
		}
	}
	found := slices.Concat(byRank[:]...)
	return found[:min(limit, len(found))]
}

// words folds s to its words, each after one space: " heist op den berg".
func words(s string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(fold(s), separates) {
		if word == "st" {
			word = "sint"
		}
		b.WriteByte(' ')
		b.WriteString(word)
	}
	return b.String()
}

func separates(r rune) bool { return strings.ContainsRune(" \t\r\n\u00a0-‐‑–.,'’/()", r) }
