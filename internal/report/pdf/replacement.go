package pdf

import (
	"strings"
	"unicode/utf8"
)

// Replacement reports a character that a document could not show, for the user
// to know of.
type Replacement struct {
	Rune  rune   // utf8.RuneError for bytes that are not UTF-8
	With  string // what stands in its place: Marker, or the letter with fewer accents
	Count int    // how often it was replaced
	Near  string // the text round the first place, as it is shown
}

// loss is one replaced place in a text.
type loss struct {
	rune rune
	with string
	at   int // where with stands
}

// nearBytes is how much text a report shows on each side of a replacement.
const nearBytes = 24

// report gathers losses by character, in the order of appearance.
func report(text string, lost []loss) []Replacement {
	var l ledger
	for _, one := range lost {
		if !l.count(one.rune, 1) {
			l.add([]Replacement{{Rune: one.rune, With: one.with, Count: 1, Near: around(text, one.at, one.at+len(one.with))}})
		}
	}
	return l.all
}

func around(text string, from, to int) string {
	from, to = max(0, from-nearBytes), min(len(text), to+nearBytes)
	for from > 0 && !utf8.RuneStart(text[from]) {
		from--
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	return strings.Join(strings.Fields(text[from:to]), " ")
}

// ledger gathers replacements, one entry for each character.
type ledger struct {
	all   []Replacement
	index map[rune]int
}

// count adds n to the entry of r; it gives false where there is none.
func (l *ledger) count(r rune, n int) bool {
	at, ok := l.index[r]
	if ok {
		l.all[at].Count += n
	}
	return ok
}

func (l *ledger) add(more []Replacement) {
	if l.index == nil {
		l.index = map[rune]int{}
	}
	for _, m := range more {
		if !l.count(m.Rune, m.Count) {
			l.index[m.Rune] = len(l.all)
			l.all = append(l.all, m)
		}
	}
}
