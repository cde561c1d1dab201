package strategy

import (
	"strings"
	"unicode"
)

// accented gives the base letters of the accented letters of Western European
// languages. The standard library does not decompose characters, and names of
// places need no more.
var accented = func() map[rune]string {
	letters := map[rune]string{'æ': "ae", 'œ': "oe", 'ß': "ss", 'ĳ': "ij"}
	for base, with := range map[string]string{
		"a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđ", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥ", "i": "ìíîïĩīĭį",
		"j": "ĵ", "k": "ķ", "l": "ĺļľł", "n": "ñńņň", "o": "òóôõöōŏőø", "r": "ŕŗř", "s": "śŝşš", "t": "ţť",
		"u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž",
	} {
		for _, r := range with {
			letters[r] = base
		}
	}
	return letters
}()

// fold brings s to lower case without accents, also where an accent is a
// character of its own after the letter.
func fold(s string) string {
	var b strings.Builder
	for _, r := range s {
		r = unicode.ToLower(r)
		if base, ok := accented[r]; ok {
			b.WriteString(base)
		} else if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
