package readability

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The patterns are those of the OpenTaal hyphenation dictionary as
// LibreOffice ships it (BSD-2-Clause or CC BY 3.0), one to a line.
//
//go:embed hyph-nl.txt
var patternFile string

// hyphenator finds where a word can be divided by Liang's method (F. M. Liang,
// Word Hy-phen-a-tion by Com-put-er, 1983): of all patterns that fit, the
// highest digit between two letters counts, and an odd one divides.
type hyphenator struct {
	patterns map[string][]byte // letters to digits, one more than letters
	longest  int               // letters of the longest pattern, in bytes
}

var dutch = sync.OnceValue(func() hyphenator {
	h := hyphenator{patterns: make(map[string][]byte)}
	for line := range strings.Lines(patternFile) {
		letters, digits := takeApart(strings.TrimSpace(line))
		if letters != "" {
			h.patterns[letters] = digits
			h.longest = max(h.longest, len(letters))
		}
	}
	return h
})

// takeApart divides a pattern such as ".aan5" into its letters and the digits
// round them. Digits are counted by byte, so that they line up with a word.
func takeApart(pattern string) (letters string, digits []byte) {
	var text strings.Builder
	digits = []byte{0}
	for _, r := range pattern {
		if unicode.IsDigit(r) {
			digits[len(digits)-1] = byte(r - '0')
			continue
		}
		text.WriteRune(r)
		digits = append(digits, make([]byte, utf8.RuneLen(r))...)
	}
	return text.String(), digits
}

// parts divides a word in lower case everywhere where it can be divided.
func (h hyphenator) parts(word string) []string {
	text := "." + word + "."
	levels := make([]byte, len(text)+1)
	for from := range text {
		for to := from + 1; to <= len(text) && to-from <= h.longest; to++ {
			for i, digit := range h.patterns[text[from:to]] {
				levels[from+i] = max(levels[from+i], digit)
			}
		}
	}
	var parts []string
	start := 1
	for at := 2; at < len(text)-1; at++ { // between two letters of the word
		if levels[at]%2 == 1 {
			parts = append(parts, text[start:at])
			start = at
		}
	}
	return append(parts, text[start:len(text)-1])
}

// nucleus is the vowels of one syllable. The patterns leave a single letter at
// the start or end of a word undivided ("avond", "radio"): there, the vowels
// tell the syllables apart. A diaeresis begins one, and may go on in it ("reëel",
// "beëindigd").
var nucleus = regexp.MustCompile(`eau|[ae]eu|aai|ooi|oei|ieu|ëe|ëi|ïe|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|ai|oi|[aeo]y|[aeiouyâäêëîïôöûü]`)

func hasVowel(s string) bool { return nucleus.MatchString(s) }

// longestWord is longer than any word that somebody wrote, in bytes.
const longestWord = 80

var (
	// consonantY is a y that sounds like a j: "royaal", "yoga".
	consonantY = regexp.MustCompile(`(^|[aeiou])y([aeiou])`)
	// site is English, and no Dutch word ends like it: its e is silent.
	site = regexp.MustCompile(`site(s?)$`)
)

// spelled gives a word as it is said: without accents that stress a vowel or
// open it, which the patterns hardly know.
func spelled(word string) string {
	word = norm.NFC.String(unstressed.Replace(norm.NFD.String(word)))
	return site.ReplaceAllString(consonantY.ReplaceAllString(word, "${1}j${2}"), "sit$1")
}

// unstressed takes away grave and acute accents, after letters that are taken
// apart; a diaeresis stays. The two vowels of "carrière" are not those of "vier".
var unstressed = strings.NewReplacer("ie\u0300", "ie\u0308", "\u0300", "", "\u0301", "")

// Syllables counts the syllables of a word. A number, an abbreviation without
// a vowel and an address count as one: nobody spells them out in reading.
func Syllables(word string) int {
	if len(word) > longestWord {
		return 1
	}
	word = spelled(strings.ToLower(word))
	if !hasVowel(word) || strings.ContainsAny(word, "@/0123456789") {
		return 1
	}
	n := 0
	for _, part := range strings.FieldsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
		for _, piece := range dutch().parts(part) {
			n += len(nucleus.FindAllStringIndex(piece, -1))
		}
	}
	return max(n, 1)
}
