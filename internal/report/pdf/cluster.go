package pdf

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// graphemeJoiner shows nothing. The normalisation puts it after every thirty
// marks on one letter (Unicode annex 15, stream-safe text).
const graphemeJoiner = '\u034F'

// maxMarks is how many marks a letter keeps. No language needs more; texts that
// do are made to climb over the lines above.
const maxMarks = 4

// clusterSize gives the length in bytes of the letter at the start of composed
// text, with the marks that belong to it.
func clusterSize(text string) int {
	_, size := utf8.DecodeRuneInString(text)
	for size < len(text) && !norm.NFC.PropertiesString(text[size:]).BoundaryBefore() {
		_, next := utf8.DecodeRuneInString(text[size:])
		size += next
	}
	return size
}

// draw gives how a cluster is written. ok is false where something is lost of
// it, and then r is the character to name.
func draw(cluster string) (shown string, r rune, ok bool) {
	first, size := utf8.DecodeRuneInString(cluster)
	switch {
	case first == graphemeJoiner:
		mark, _ := utf8.DecodeRuneInString(cluster[size:])
		return "", mark, false
	case size == len(cluster) && (first == '\n' || drawable(first)):
		return cluster, 0, true
	}
	short := firstRunes(cluster, 1+maxMarks)
	r = firstLost(short)
	whole := len(short) == len(cluster)
	if whole && r == 0 {
		return cluster, 0, true
	}
	if r == 0 { // too many marks, all of which could be drawn
		r, _ = utf8.DecodeRuneInString(cluster[len(short):])
	}
	if same := norm.NFKC.String(short); whole && firstLost(same) == 0 {
		return same, 0, true
	}
	for parts := []rune(norm.NFD.String(short)); len(parts) > 0; parts = parts[:len(parts)-1] {
		if fewer := norm.NFC.String(string(parts)); firstLost(fewer) == 0 {
			return fewer, r, false
		}
	}
	if r == invalidByte {
		r = utf8.RuneError
	}
	return string(Marker), r, false
}

func firstRunes(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return text
}

// firstLost gives the first character that cannot be drawn, or 0.
func firstLost(text string) rune {
	for _, r := range text {
		if r != '\n' && !drawable(r) {
			return r
		}
	}
	return 0
}
