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
// authentic sources that a municipality can consult. Under a source stand its
// fields, and under a field the words for it in the four languages: these are
// the same data, other fields of that source are not. A field may have parts,
// which are fields too: who asks for it asks for those. Last, under no source,
// stand fields that no authority keeps, and that go by several words.
//
//go:embed known.json
var knownFile []byte

// field is data that a source keeps.
type field struct {
	ID    string              `json:"id"`
	Parts []string            `json:"parts"` // ids
	Names map[string][]string `json:"names"` // by language
}

// known is what is known: by id of a field where it is kept and what its parts
// are, and by folded name the id.
type known struct {
	sources map[string]string
	parts   map[string][]string
	ids     map[string]string
}

var authentic = sync.OnceValue(func() known {
	var sources []struct {
		Source string  `json:"source"`
		Fields []field `json:"fields"`
	}
	if err := json.Unmarshal(knownFile, &sources); err != nil {
		panic(fmt.Sprintf("steps: read known.json: %v", err)) // a test reads it
	}
	k := known{sources: make(map[string]string), parts: make(map[string][]string), ids: make(map[string]string)}
	for _, source := range sources {
		for _, f := range source.Fields {
			k.sources[f.ID] = source.Source
			k.parts[f.ID] = f.Parts
			for _, names := range f.Names {
				for _, name := range names {
					k.ids[folded(name)] = f.ID
				}
			}
		}
	}
	return k
})

// key is what ways of writing the same data have in common: a known field, or
// the words where there is none.
type key struct{ field, words string }

func keyOf(data string) key {
	words := folded(data)
	if id, ok := authentic().ids[words]; ok {
		return key{field: id}
	}
	return key{words: words}
}

// small words say nothing about which data is asked.
var small = map[string]bool{
	"de": true, "het": true, "een": true, "je": true, "jouw": true, "uw": true, "mijn": true, "van": true,
	"le": true, "la": true, "les": true, "votre": true, "vos": true, "mon": true, "ma": true, "du": true, "des": true,
	"der": true, "die": true, "das": true, "ihr": true, "ihre": true, "mein": true, "meine": true,
	"the": true, "a": true, "an": true, "your": true, "my": true, "of": true,
}

// folded gives the words without accents, articles and possessives.
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
