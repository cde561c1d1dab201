package readability

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// span is a piece of a text, in bytes.
type span struct{ start, end int }

// word is a word of a sentence with its place in the text.
type word struct {
	span
	text string // as it stands
	fold string // as it is looked up, by [folded]
}

// sentence is what stands between two full stops.
type sentence struct {
	span
	words  []word
	closed bool // by a mark
}

// abbreviations end in a full stop without ending a sentence. Those that end a
// list, such as "enz.", are not among them: with a capital after them, they end
// the sentence too.
var abbreviations = setOf(`art aug bijv blz bv ca cf d.d d.w.z dd dec dhr dr evt excl feb fig i.p.v i.v.m incl ing ir jan jl jr m.a.w m.b.t m.b.v m.i.v m.n m.u.v max
	mej mevr mgr min mr mw n.a.v n.v.t nl nov nr nrs o.a o.b.v o.l.v o.m okt p p.a pag par pct prof resp sept st str t.a.v t.e.m t.g.v t.o.v
	t.w.v tel toel v.z.w vgl vnl z.s.m zgn`)

func setOf(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// sentenceEnd is the punctuation that can end a sentence, with the quotes and
// brackets that close it.
var sentenceEnd = regexp.MustCompile(`[.?!…]+["'”’»)\]]*(\s+|$)`)

// lineBreak is the end of a paragraph: an empty line, or the end of a line
// that the next one does not carry on in lower case. So lines that were
// broken to fit a page are one, and a heading or an item of a list stands
// apart.
var lineBreak = regexp.MustCompile(`[ \t]*\r?\n\s*`)

// sentences divides a text.
func sentences(text string) []sentence {
	var all []sentence
	for _, p := range paragraphs(text) {
		start := p.start
		for _, end := range sentenceEnd.FindAllStringIndex(text[p.start:p.end], -1) {
			at := p.start + end[0]
			if !ends(text[start:at], text[at:p.start+end[1]], text[p.start+end[1]:p.end]) {
				continue
			}
			all = appendSentence(all, text, span{start, p.start + end[1]})
			start = p.start + end[1]
		}
		all = appendSentence(all, text, span{start, p.end})
	}
	return all
}

func paragraphs(text string) []span {
	var all []span
	start := 0
	for _, at := range lineBreak.FindAllStringIndex(text, -1) {
		next, _ := utf8.DecodeRuneInString(text[at[1]:])
		empty := strings.Count(text[at[0]:at[1]], "\n") > 1
		if empty || !unicode.IsLower(next) {
			all = append(all, span{start, at[0]})
			start = at[1]
		}
	}
	return append(all, span{start, len(text)})
}

// ends tells whether a mark ends the sentence before it.
func ends(before, mark, after string) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, `"'“‘«([`))
	if after != "" && unicode.IsLower(next) {
		return false
	}
	if !strings.HasPrefix(mark, ".") || strings.HasPrefix(mark, "..") || after == "" {
		return true
	}
	start := strings.LastIndexAny(before, " \t\n(\u00a0") + 1
	written := strings.TrimLeft(before[start:], `"'“‘«([`)
	last := folded(written)
	switch {
	case abbreviations[last]:
		return false
	case isInitial(written) && !labelled(before[:start]):
		return false
	case strings.TrimSpace(before) == written && !hasLetter(last): // the number of an item: "1."
		return false
	}
	return true
}

// isInitial tells whether a word is a capital: "u" is a word, and "12 u." an
// hour.
func isInitial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsUpper(r)
}

// labels are words that a letter stands behind: "optie A." is no name.
var labels = setOf(`bijlage categorie deel formulier groep klasse letter lijst model optie punt reeks rubriek type vak vitamine zone`)

func labelled(before string) bool {
	words := strings.Fields(before)
	return len(words) > 0 && labels[folded(words[len(words)-1])]
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

func appendSentence(all []sentence, text string, in span) []sentence {
	words := wordsOf(text, in)
	if len(words) == 0 {
		return all
	}
	// Without the spaces and the bullets round it.
	in.start = words[0].start
	in.end = in.start + len(strings.TrimRightFunc(text[in.start:in.end], unicode.IsSpace))
	return append(all, sentence{in, words, closing.MatchString(text[in.start:in.end])})
}

// closing is the mark that closes a sentence, at its end.
var closing = regexp.MustCompile(`[.?!…]["'”’»)\]]*$`)

// fragmentWords is how long a title, a choice in a menu or an item of a list
// can be.
const fragmentWords = 8

// fragment tells whether words stand by themselves without making a sentence.
func (s sentence) fragment() bool { return !s.closed && len(s.words) <= fragmentWords }

// enough is how many sentences say something of how long sentences are.
const enough = 3

// withoutFragments gives the sentences of a text whose average says something,
// and how many fragments were left out: a menu of forty words would hide a
// sentence of forty. Where there are hardly any sentences, all count.
func withoutFragments(all []sentence) (whole []sentence, left int) {
	for _, s := range all {
		if !s.fragment() {
			whole = append(whole, s)
		}
	}
	if len(whole) < enough {
		return all, 0
	}
	return whole, len(all) - len(whole)
}

// wordPattern takes along what stands inside a word and is not seen, or seen
// as a hyphen: a soft hyphen, two joiners and the hyphen that does not break.
var wordPattern = regexp.MustCompile(`[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’@&/_\x{ad}\x{200c}\x{200d}\x{2011}-]|[.,:](?:[\p{L}\p{N}]))*`)

// alike writes the same word the same.
var alike = strings.NewReplacer("’", "'", "\u2011", "-", "\u00ad", "", "\u200c", "", "\u200d", "")

// folded gives a word as the lists have it: in lower case, without what is not
// seen.
func folded(text string) string { return strings.ToLower(alike.Replace(text)) }

func wordsOf(text string, in span) []word {
	var words []word
	for _, at := range wordPattern.FindAllStringIndex(text[in.start:in.end], -1) {
		w := word{span: span{in.start + at[0], in.start + at[1]}}
		w.text = text[w.start:w.end]
		w.fold = folded(w.text)
		words = append(words, w)
	}
	return words
}

// SentenceWords gives the number of words of each sentence of a text.
func SentenceWords(text string) []int {
	var lengths []int
	for _, s := range sentences(text) {
		lengths = append(lengths, len(s.words))
	}
	return lengths
}
