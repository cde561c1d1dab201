package steps

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// known.json names data that Belgian and Flemish authorities keep in
// authentic sources that a municipality can consult, in the words of the four
// languages.
//
//go:embed known.json
var knownFile []byte

// known is what is known: by id where it is kept, and by folded name the id.
type known struct {
	sources map[string]string
	ids     map[string]string
}

var authentic = sync.OnceValue(func() known {
	var entries []struct {
		ID     string              `json:"id"`
		Source string              `json:"source"`
		Names  map[string][]string `json:"names"` // by language
	}
	if err := json.Unmarshal(knownFile, &entries); err != nil {
		panic(fmt.Sprintf("steps: read known.json: %v", err)) // a test reads it
	}
	k := known{sources: make(map[string]string), ids: make(map[string]string)}
	for _, entry := range entries {
		k.sources[entry.ID] = entry.Source
		for _, names := range entry.Names {
			for _, name := range names {
				k.ids[folded(name)] = entry.ID
			}
		}
	}
	return k
})

// keyOf gives what two ways of writing the same data have in common: the id
// of what is known, else the words without accents, articles and possessives.
func keyOf(data string) string {
	key := folded(data)
	if id, ok := authentic().ids[key]; ok {
		return id
	}
	return key
}

// small words say nothing about which data is asked.
var small = map[string]bool{
	"de": true, "het": true, "een": true, "je": true, "jouw": true, "uw": true, "mijn": true, "van": true,
	"le": true, "la": true, "les": true, "votre": true, "vos": true, "mon": true, "ma": true, "du": true, "des": true,
	"der": true, "die": true, "das": true, "ihr": true, "ihre": true, "mein": true, "meine": true,
	"the": true, "a": true, "an": true, "your": true, "my": true, "of": true,
}

func folded(data string) string {
	plain, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn))), strings.ToLower(data))
	if err != nil {
		plain = strings.ToLower(data) // accents stay
	}
	words := strings.FieldsFunc(plain, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	kept := words[:0]
	for _, w := range words {
		if !small[w] {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}
