package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Marker stands in the place of a character that the document cannot show.
const Marker = '◊'

// Clean gives text as the typeface can draw it: valid UTF-8, composed (NFC),
// of characters that every face has. Line ends become "\n"; other control and
// format characters, which show nothing, are left out. A character that is
// missing is written by its compatibility form or a look-alike where one says
// the same ("ĳ" as "ij"). Else it is replaced and reported, in the order of
// appearance: by the letter with fewer accents where there is one, and by
// Marker where there is none.
func Clean(text string) (string, []Replacement) {
	if plain(text) {
		return text, nil
	}
	text = norm.NFC.String(visible(text))
	var (
		out  strings.Builder
		lost []loss
	)
	out.Grow(len(text))
	for len(text) > 0 {
		size := clusterSize(text)
		shown, r, ok := draw(text[:size])
		if !ok {
			lost = append(lost, loss{rune: r, with: shown, at: out.Len()})
		}
		out.WriteString(shown)
		text = text[size:]
	}
	return out.String(), report(out.String(), lost)
}

// plain recognises the usual case, which needs no work.
func plain(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; (c < ' ' || c > '~') && c != '\n' {
			return false
		}
	}
	return true
}

// invalidByte carries a byte that is not UTF-8 through the normalisation. The
// character has no meaning in interchanged text (Unicode 23.7).
const invalidByte = '\uFFFF'

// lookAlikes say the same as what they stand for, in the eyes of a reader.
var lookAlikes = map[rune]rune{
	'\u2010': '-', '\u2011': '-', '\u2012': '–', '\u2015': '—', '\u2043': '•', '\u2023': '•', '\u25CF': '•',
	'\u201B': '‘', '\u201F': '“', '\u2032': '\'', '\u2033': '"', '\u202F': '\u00A0', '\u2007': '\u00A0',
	'\u2215': '/', '\u2236': ':',
}

// visible drops what shows nothing, and writes line ends, spaces and look-alikes
// in one way.
func visible(text string) string {
	var out strings.Builder
	out.Grow(len(text))
	previous := rune(0)
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		if r == utf8.RuneError && size == 1 {
			r = invalidByte
		}
		switch other, known := lookAlikes[r]; {
		case r == '\n' && previous == '\r': // one line end, written already
		case r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029':
			out.WriteByte('\n')
		case r == '\t':
			out.WriteByte(' ')
		case known:
			out.WriteRune(other)
		case unicode.Is(unicode.Zs, r) && !drawable(r):
			out.WriteByte(' ')
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector) || r == graphemeJoiner:
		default:
			out.WriteRune(r)
		}
		previous, text = r, text[size:]
	}
	return out.String()
}
