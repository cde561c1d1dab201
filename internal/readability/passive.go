package readability

import (
	"regexp"
	"strings"
)

// auxiliaries are the forms of "worden": with a past participle in the same
// sentence, they make the passive voice.
var auxiliaries = setOf(`word wordt worden werd werden`)

// agents are the forms of "zijn" that are passive only where "door" says who
// acts: "is goedgekeurd door" is, "is gesloten" may be a state.
var agents = setOf(`is zijn was waren ben bent geweest`)

// participle is what most past participles look like; those with a prefix end
// in d or t unless they are irregular.
var (
	participle = regexp.MustCompile(`^\p{L}*ge(\p{L}{2,}(d|t|en)|daan|gaan|staan|zien)$`)
	prefixed   = regexp.MustCompile(`^\p{L}*(be|ver|ont|her|er)\p{L}{2,}[^aeiou](d|t)$`)
)

// irregular participles with a prefix, which look like infinitives.
var irregular = setOf(`begonnen begrepen behouden bekeken beschreven besloten besproken bewezen betrokken bevolen bewogen bezeten ontbonden onthouden
	ontslagen ontvangen ontworpen overgedragen overwogen verbonden verboden verbroken verdwenen vergeleken vergeten verkozen verkregen verloren vermeden
	verschenen verstreken vertrokken verworpen verworven verzonden voltooid voorzien onderbroken ondernomen onderworpen ondertekend onderzocht overlegd
	aanvaard uitbesteed goedgekeurd afgehandeld gedaan misbruikt opgedaan aangedaan overgedaan`)

// notParticiples look like one and are something else.
var notParticiples = setOf(`gebied gebieden gebouwen gedeelten gedichten gegoed gehalten gelegenheden geld gelden gemeenten geneesmiddelen genoegen geslachten
	gesprekken getallen geboorten gebeden gebreken gebruiken gebeurt gebeuren gedragen geduld geest geesten gehouden-zijn gelijkheid geloven genieten geraken
	gerechten geschenken geschriften geven gevallen gevangen geven gevechten gevoelens gevolgen gewesten gewicht gewichten gewoonten gezichten gezinnen
	gezicht gezond regen regelen tegen vergen wegen eigen mogen zegen morgen vragen dagen lagen volgen zorgen wegend eigenschappen jongen
	beeld beleid bericht berichten bestand besluit bezoek verband verbod verdriet vertrekt verkeerd bestaat betekent vereist beschikt behoort
	vermeld ergens verhaal ontbijt overheid mogelijkheid bedoeld persoonlijk dergelijke`)

// isParticiple tells whether a word in lower case looks like a past
// participle.
func isParticiple(word string) bool {
	if notParticiples[word] || strings.HasSuffix(word, "heid") {
		return false
	}
	if irregular[word] {
		return true
	}
	if participle.MatchString(word) {
		return true
	}
	return prefixed.MatchString(word)
}

// passive gives the words that make a sentence passive, from the first to the
// last of them.
func passive(s sentence) (span, bool) {
	var past []bool // which words are participles; asked for once there is an auxiliary
	for i, w := range s.words {
		if !auxiliaries[w.fold] && !agents[w.fold] {
			continue
		}
		if past == nil {
			past = participles(s.words)
		}
		found := near(len(past), i, func(at int) bool { return past[at] })
		if found >= 0 && agents[w.fold] && near(len(past), found, func(at int) bool { return s.words[at].fold == "door" }) < 0 {
			found = -1
		}
		if found >= 0 {
			return span{s.words[min(i, found)].start, s.words[max(i, found)].end}, true
		}
	}
	return span{}, false
}

func participles(words []word) []bool {
	past := make([]bool, len(words))
	for i, w := range words {
		past[i] = isParticiple(w.fold)
	}
	return past
}

// farthest is how many words an auxiliary and its participle can be apart.
const farthest = 30

// near gives the closest of n places for which is holds, -1 for none.
func near(n, at int, is func(int) bool) int {
	for distance := 1; distance <= farthest; distance++ {
		for _, i := range []int{at + distance, at - distance} {
			if i >= 0 && i < n && is(i) {
				return i
			}
		}
	}
	return -1
}
