package readability

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"toetssteen/internal/fault"
)

// Limits of what is measured and shown.
const (
	MaxText      = 5 << 20 // bytes of a text
	LongSentence = 20      // words; a sentence with more is long
	maxHits      = 2000    // that are shown in place; the figures count them all
)

// HitKind says what was found.
type HitKind string

// The kinds of hits.
const (
	HitLong    HitKind = "long_sentence"
	HitPassive HitKind = "passive"
	HitJargon  HitKind = "jargon"
)

// Hit is a finding with its place in the text.
type Hit struct {
	Kind       HitKind
	Start, End int // bytes
	Words      int // of a long sentence
	Jargon     *Entry
}

// Figures is what was measured of a text.
type Figures struct {
	Words     int
	Sentences int // fragments not among them
	Fragments int // titles, items of lists and choices in menus, which are no sentences
	Syllables int
	Letters   int

	SentenceWords float64 // words per sentence, average
	WordLetters   float64 // letters per word, average
	WordSyllables float64 // syllables per word, average
	FleschDouma   float64 // 0 to 100, higher is easier; see [fleschDouma]
	LongSentences float64 // per cent of the sentences
	Passive       float64 // per cent of the sentences
	Jargon        float64 // per 100 words

	Hits    []Hit // by place; at most 2000
	Hidden  int   // hits beyond that
	Foreign bool  // does not look like Dutch: the figures mean little
}

// Measure measures a text. An empty one and one over [MaxText] are
// fault.Invalid.
func Measure(text string) (Figures, error) {
	if len(text) > MaxText {
		return Figures{}, fault.New(fault.Invalid, "error.text_too_large", fault.Args{"field": "text", "MaxMiB": MaxText >> 20})
	}
	if !utf8.ValidString(text) {
		return Figures{}, fault.New(fault.Invalid, "error.text_not_utf8", fault.Args{"field": "text"})
	}
	all := sentences(text)
	if len(all) == 0 {
		return Figures{}, fault.New(fault.Invalid, "error.text_without_words", fault.Args{"field": "text"})
	}
	return measure(all), nil
}

func measure(all []sentence) Figures {
	whole, fragments := withoutFragments(all)
	f := Figures{Sentences: len(whole), Fragments: fragments}
	var inSentences, long, inPassive, hard, common int
	for _, s := range whole {
		inSentences += len(s.words)
	}
	syllables := make(map[string]int)
	for _, s := range all {
		f.Words += len(s.words)
		for _, w := range s.words {
			n, known := syllables[w.fold]
			if !known {
				n = Syllables(w.fold)
				syllables[w.fold] = n
			}
			f.Syllables += n
			f.Letters += letters(w.text)
			if frequent[w.fold] {
				common++
			}
		}
		if len(s.words) > LongSentence {
			long++
			f.hit(Hit{Kind: HitLong, Start: s.start, End: s.end, Words: len(s.words)})
		}
		if at, is := passive(s); is {
			if f.Fragments == 0 || !s.fragment() { // the share is one of the sentences
				inPassive++
			}
			f.hit(Hit{Kind: HitPassive, Start: at.start, End: at.end})
		}
		for _, j := range jargonIn(s) {
			hard++
			f.hit(Hit{Kind: HitJargon, Start: j.start, End: j.end, Jargon: &lexicon().entries[j.entry]})
		}
	}
	f.SentenceWords = per(inSentences, f.Sentences)
	f.WordLetters = per(f.Letters, f.Words)
	f.WordSyllables = per(f.Syllables, f.Words)
	f.FleschDouma = fleschDouma(f.SentenceWords, f.WordSyllables)
	f.LongSentences = 100 * per(long, f.Sentences)
	f.Passive = 100 * per(inPassive, f.Sentences)
	f.Jargon = 100 * per(hard, f.Words)
	f.Foreign = f.Words >= 30 && per(common, f.Words) < 0.15
	slices.SortStableFunc(f.Hits, func(a, b Hit) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	return f
}

func (f *Figures) hit(h Hit) {
	if len(f.Hits) == maxHits {
		f.Hidden++
		return
	}
	f.Hits = append(f.Hits, h)
}

// fleschDouma is W. H. Douma's formula of 1960 for Dutch, after R. Flesch:
// 206.84 - 0.77 × syllables per hundred words - 0.93 × words per sentence.
// His norms: to 30 very hard, to 45 hard, to 60 fairly hard, to 70 normal, to
// 80 fairly easy, to 90 easy, above very easy. It is held between 0 and 100,
// which the norms end at.
func fleschDouma(sentenceWords, wordSyllables float64) float64 {
	return min(100, max(0, 206.84-77*wordSyllables-0.93*sentenceWords))
}

// per divides; there is always something to divide by.
func per(part, whole int) float64 { return float64(part) / float64(max(whole, 1)) }

func letters(word string) int {
	n := 0
	for _, r := range word {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// frequent words make up over a third of nearly every Dutch text, and hardly
// any of a text in another language.
var frequent = setOf(`aan als bij dan dat de deze die dit doen door een en er geen haar hebben heeft het hij hoe hun ik in is je jij jouw kan kunt maar
	meer met mijn moet na naar niet nog of om onder ons onze ook op over te tot u uit uw van veel voor waar wat we wel wij wie worden wordt zal ze zich zij
	zijn zo zonder`)
