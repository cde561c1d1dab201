package readability

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
)

// JargonKind says what makes a word hard.
type JargonKind string

// The kinds of jargon.
const (
	Officialese  JargonKind = "officialese"  // stiff language of offices
	Legal        JargonKind = "legal"        // terms of law
	Technical    JargonKind = "technical"    // terms of computing
	English      JargonKind = "english"      // English where Dutch exists
	Abbreviation JargonKind = "abbreviation" // unexplained
)

// Entry is a hard word with a plain alternative.
type Entry struct {
	Word  string     `json:"word"`  // in lower case; several words are possible
	Kind  JargonKind `json:"kind"`  // what makes it hard
	Plain string     `json:"plain"` // what to write instead, or how to explain it
	Forms []string   `json:"forms"` // other forms that are found too
}

// The list is our own.
//
//go:embed words.json
var wordFile []byte

// Words gives the list of hard words, in alphabetical order.
func Words() []Entry { return lexicon().entries }

// wordList finds entries by the words that they begin with.
type wordList struct {
	entries []Entry
	phrases map[string][]phrase // by first word, longest first
}

// phrase is a form of an entry, word by word.
type phrase struct {
	words []string
	entry int
}

var lexicon = sync.OnceValue(func() wordList {
	var l wordList
	if err := json.Unmarshal(wordFile, &l.entries); err != nil {
		panic(fmt.Sprintf("readability: read words.json: %v", err)) // a test reads it
	}
	l.phrases = make(map[string][]phrase)
	for i, entry := range l.entries {
		for _, form := range append([]string{entry.Word}, entry.Forms...) {
			words := strings.Fields(form)
			list := l.phrases[words[0]]
			at := 0
			for at < len(list) && len(list[at].words) >= len(words) {
				at++
			}
			list = append(list[:at], append([]phrase{{words, i}}, list[at:]...)...)
			l.phrases[words[0]] = list
		}
	}
	return l
})

// jargon is a hard word in a sentence.
type jargon struct {
	span
	entry int
}

// jargonIn finds the hard words of a sentence; the longest phrase wins.
func jargonIn(s sentence) []jargon {
	var found []jargon
	for i := 0; i < len(s.words); {
		n, entry := lexicon().match(s.words[i:])
		if n == 0 {
			i++
			continue
		}
		found = append(found, jargon{span{s.words[i].start, s.words[i+n-1].end}, entry})
		i += n
	}
	return found
}

// match gives the length of the longest phrase that words begin with, in
// words, and its entry.
func (l wordList) match(words []word) (n, entry int) {
next:
	for _, p := range l.phrases[words[0].fold] {
		if len(p.words) > len(words) {
			continue
		}
		for i, w := range p.words {
			if words[i].fold != w {
				continue next
			}
		}
		return len(p.words), p.entry
	}
	return 0, 0
}
