package strategy

import (
	"io/fs"
	"strings"
	"unicode/utf8"

	"toetssteen/internal/readability"
)

// Remarks is what could be better in a catalogue, by file and line. A remark
// has the form of a fault, and refuses nothing: whoever writes the texts
// decides.
type Remarks []Fault

// remarkPrefix starts the message keys of all remarks.
const remarkPrefix = "catalogue.remark."

// Examination is all that there is to say about the files of a catalogue.
type Examination struct {
	Catalogue *Catalogue // nil where there are faults
	Faults    Faults
	Remarks   Remarks
}

// Examine reads a catalogue as [Parse] does, for whoever writes it: beside
// the faults it gives remarks on what could be read. It holds the catalogue
// against a history too.
func Examine(fsys fs.FS, h History) Examination {
	r := reader{fsys: fsys, files: make(map[string]file), history: h}
	c := r.catalogue()
	for _, t := range r.texts {
		t.remarks()
	}
	sortByPlace(r.faults)
	sortByPlace(r.remarks)
	if len(r.faults) > 0 {
		c = nil
	} else {
		c.hash = hashOf(r.files)
	}
	return Examination{Catalogue: c, Faults: r.faults, Remarks: r.remarks}
}

// textKind says what a text is for, and so how it is to read.
type textKind int

const (
	properName textKind = iota // may be the same in every language
	phrase                     // a label or title
	prose                      // sentences
)

// placedText is a text that was checked, with its place.
type placedText struct {
	spot
	kind textKind
	text Text
}

const (
	// longestSentence is the most words that a sentence may have without a
	// remark. The longest of ours has 26: the division into sentences follows
	// Dutch abbreviations, and reads on after a French “etc.”.
	longestSentence = 26
	// shortText is the most characters that may well be the same in two
	// languages, such as “Flanders Digital”.
	shortText = 20
)

func (t placedText) remarks() {
	for _, lang := range Languages() {
		text, here := t.text[lang], t.at(string(lang))
		if lang != Dutch && t.kind != properName && text == t.text[Dutch] && utf8.RuneCountInString(text) > shortText {
			here.remark("text_untranslated", map[string]any{"Language": string(lang)})
			continue
		}
		if t.kind != prose {
			continue
		}
		longest := 0
		for _, words := range readability.SentenceWords(text) {
			longest = max(longest, words)
		}
		if longest > longestSentence {
			here.remark("sentence_long", map[string]any{"Words": longest, "Max": longestSentence})
		}
	}
	if t.kind == prose {
		t.at(string(Dutch)).hardWords(t.text[Dutch])
	}
}

// hardWords remarks on the words of the language instrument's list, each once
// in a text. A word in brackets or at the start of a quotation is named, not
// used: “privacywet (AVG)” explains itself.
func (s spot) hardWords(text string) {
	figures, err := readability.Measure(text)
	if err != nil {
		return // no words, which is told as a fault
	}
	told := make(map[string]bool)
	for _, hit := range figures.Hits {
		if hit.Kind != readability.HitJargon || told[hit.Jargon.Word] || named(text[:hit.Start]) {
			continue
		}
		told[hit.Jargon.Word] = true
		s.remark("word_hard", map[string]any{"Word": text[hit.Start:hit.End], "Plain": hit.Jargon.Plain})
	}
}

func named(before string) bool {
	return strings.HasSuffix(before, "(") || strings.HasSuffix(before, "“")
}

// remark adds a remark here.
func (s spot) remark(key string, args map[string]any) {
	s.r.remarks = append(s.r.remarks, s.finding(remarkPrefix+key, args))
}
