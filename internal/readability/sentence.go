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
	words []word
}

// abbreviations end in a full stop without ending a sentence.
var abbreviations = setOf(`aug bijv blz bv ca cf d.w.z dec dhr dr e.a e.d enz etc evt excl feb fig i.p.v i.v.m incl ing ir jan jl jr m.a.w m.b.t
	m.b.v m.i.v m.u.v max mej mevr mgr min mr mw n.a.v n.v.t nl nov nr nrs o.a o.b.v o.l.v okt p pag par pct prof resp sept st str t.a.v t.e.m
	t.g.v t.o.v t.w.v tel toel v.z.w vgl vnl z.s.m zgn art`)

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
	last := folded(before[strings.LastIndexAny(before, " \t\n(\u00a0")+1:])
	last = strings.TrimLeft(last, `"'“‘«([`)
	switch {
	case abbreviations[last]:
		return false
	case utf8.RuneCountInString(last) == 1 && hasLetter(last): // an initial
		return false
	case strings.TrimSpace(before) == last && !hasLetter(last): // the number of an item: "1."
		return false
	}
	return true
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
	return append(all, sentence{in, words})
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
