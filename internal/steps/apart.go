package steps

import (
	"regexp"
	"slices"
)

// between is what people write between two pieces of data.
var between = regexp.MustCompile(`(?i)\s*[;/+&]\s*|\s+(?:en|et|und|and)\s+`)

// apart gives the pieces of data that were written as one, such as "naam en
// adres": where one of them is known. "Straat en nummer" is a piece by itself,
// and so is what nothing is known of.
func apart(data string) []string {
	if keyOf(data).field != "" {
		return []string{data}
	}
	pieces := between.Split(data, -1)
	known := func(piece string) bool { return keyOf(piece).field != "" }
	if !slices.ContainsFunc(pieces, known) {
		return []string{data}
	}
	return pieces
}
