package readability

import (
	"regexp"
	"strings"
)

// participle takes a past participle apart: what can be separated from the
// verb, if anything, then the prefix that cannot, then the rest. Nothing else
// stands before that prefix, or "management" would be a participle.
var participle = regexp.MustCompile(`^(?:her)?((?:aan|achter|af|bekend|bijeen|bij|binnen|buiten|deel|dicht|door|gelijk|geheim|goed|groot|in|klaar|kwijt|` +
	`langs|los|mede|mee|na|neer|om|onder|open|op|overeen|over|recht|rond|samen|schoon|stil|stop|tegemoet|tegen|teniet|tentoon|terecht|terug|tewerk|` +
	`thuis|toe|uiteen|uit|vast|veilig|vol|voorbij|voorop|voort|vooruit|voor|vrij|waar|weer|weg)?)(ge|be|ver|ont|her)(\p{L}{3,})$`)

// strong are the verbs whose participle ends in "en" after "ge", and a few in
// "an". They are listed because plurals end so too: "gemeenten", "gezinsleden".
var strong = setOf(`bakken beten blazen boden bogen bonden borgen braden broken brouwen daan dolven dragen dreven drongen dronken dwongen floten gaan geten
	geven goten graven grepen hangen heten heven holpen houden houwen keken klommen klonken kloven knepen komen korven kozen kregen kropen laden laten lezen
	logen lopen malen meden meten molken nomen noten prezen raden reden regen roepen roken schapen scheiden scholden schonden schonken schoren schoten schoven
	schreven slagen slapen slepen sleten sloten smeten smolten sneden snoven spannen spleten sponnen spoten sproken sprongen staan stoken stolen stoten
	streden streken treden troffen trokken vangen vlochten vochten vonden vouwen vreten vroren weven wezen wogen wonnen worpen worven wreven wrongen
	zien zogen zonden zongen zouten zworen`)

// irregular are participles with another prefix than "ge" that do not look like
// one, with what can be separated before them ("voorbehouden") or without.
var irregular = setOf(`bedorven bedreven bedrogen begeven begonnen begoten begraven begrepen begroot behangen behouden bekeken beladen belet benomen benut
	beschoten beschreven beslagen besloten besmet besproken bestolen bestreden betreden betrokken bevolen bevonden bewezen bewogen bezet bezeten bezworen
	herkozen herlezen hernomen herroepen herschreven herwonnen herzien ontbonden ontdaan ontgonnen ontheven onthouden ontmoet ontnomen ontraden ontslagen
	ontsloten ontsmet ontstoken onttrokken ontvangen ontweken ontworpen verbannen verboden verbonden verbroken verdreven verdrongen verdwenen vergeleken
	vergeten vergeven vergroot verholpen verkozen verkregen verlaten verloren vermeden vernomen verraden verschenen verschoven versleten verstoten
	verstreken vertrokken vervangen verweven verwezen verworpen verworven verzonden verzwegen verzwolgen`)

// inseparable are participles that begin with none of these prefixes.
var inseparable = setOf(`aanbeden aanvaard achterhaald achtervolgd doorbroken doorkruist doorlopen doorstaan doorzocht erkend misbruikt misleid omringd
	omschreven omvat ondergaan onderbouwd onderbroken onderhandeld onderhouden ondernomen onderschat onderscheiden ondersteund ondertekend ondervonden
	ondervraagd onderworpen onderzocht overbrugd overhandigd overlegd overschat overschreden overspoeld overtreden overtuigd overvallen overwogen overwonnen
	volbracht voldaan voltooid voltrokken voorspeld voorzien weerhouden weerlegd`)

// misleading words look like a participle and are something else, also with
// what can be separated before them ("overgewicht", "toegeeft").
var misleading = setOf(`gebied gebit gebod gedicht geduld geest gehucht gelaat geluid gemiddeld gemoed genoot genot gerecht geslacht gevecht gewaad gewest gewicht
	gezant gezicht gezond geeft gelijkt gelooft geneest geniet geweest gehandicapt
	beeld beest behield behoud beleid beraad bericht bestand bestond bevond bewind herkomst onthield ontstond ontvangst verband verbod verbond verhield
	verraad verstand verstond verzet
	bederft bedrijft begeeft begraaft begrijpt behelst behoeft bekijkt beleeft belooft berust beschikt beschrijft bespreekt betreft betrekt bewijst bezoekt
	herkiest herleest herschrijft ontbreekt ontheft onttrekt ontwerpt verbaast verblijft verbreekt verdooft verdrijft vereist vergeeft vergelijkt verhuist
	verkiest verkoopt verliest verloopt verstrijkt vertrekt verwerft verwerpt verwijst verzoekt`)

// adjectives look like a participle too, and are one with something before
// them: "toegepast", "uitgerust", "voorbereid".
var adjectives = setOf(`bedoeld bejaard bekend benieuwd bereid beroemd berucht bevoegd bewust gepast gereed gerust geschikt verkeerd verliefd`)

var (
	// compound is a noun with another word before it, as "bezwaarschrift",
	// "belastingdienst" and "gemeenteraad" are. In "verplicht" and "belast",
	// too little is left for such a word.
	compound = regexp.MustCompile(`^\p{L}{3,}(aat|akkoord|avond|beeld|beleid|bericht|besluit|blad|bond|bord|brengst|budget|daad|dienst|feest|gebied|[gs]geld|` +
		`grond|heid|hoofd|kind|komst|kracht|kunst|land|last|licht|lid|lijst|loket|lucht|macht|markt|pakket|plicht|post|raad|recht|schrift|stand|teit|` +
		`tekst|test|tijd|tocht|vangst|verbod|winst|zicht)$`)

	// present is a present participle ("verschillend", "bestaand"), and withEnd
	// a past one that ends like it: its verb has "en" in it, or a long vowel.
	present = regexp.MustCompile(`(end|[gl]aand|staand)$`)
	withEnd = regexp.MustCompile(`^(k|loch|oef|op|ord|rek|tek|w|wap|zeg)end$|[eio]end$`)

	// voiceless is where a participle ends in t and not in d: "behandelt" is no
	// participle, "verwacht" is, and so is "gestart", whose verb has that t.
	voiceless = regexp.MustCompile(`(ch|[fkpsx])t$|^(hart|kort|munt|plant|print|schort|start|stort|tint)$`)
	vowelT    = regexp.MustCompile(`[aeiouïëü]t$`)
)

// isParticiple tells whether a word in lower case looks like a past
// participle.
func isParticiple(word string) bool {
	if inseparable[word] {
		return true
	}
	if adjectives[word] || !strings.ContainsAny(word[len(word)-1:], "dnt") {
		return false
	}
	parts := participle.FindStringSubmatch(word)
	if parts == nil {
		return false
	}
	prefix, rest := parts[2], parts[3]
	switch verb := prefix + rest; {
	case misleading[verb]:
		return false
	case irregular[verb]:
		return true
	case strings.HasSuffix(rest, "n"):
		return prefix == "ge" && strong[rest]
	case compound.MatchString(rest):
		return false
	case strings.HasSuffix(rest, "d"):
		return !present.MatchString(rest) || withEnd.MatchString(rest)
	}
	return voiceless.MatchString(rest) || prefix == "ge" && vowelT.MatchString(rest)
}
