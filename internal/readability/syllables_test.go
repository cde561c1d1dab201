package readability_test

import (
	"testing"

	"toetssteen/internal/readability"
)

// Counted by hand.
func TestSyllables(t *testing.T) {
	words := map[string]int{
		"aan": 1, "aangevraagd": 3, "aanvraag": 2, "actie": 2, "administratie": 5, "adres": 2, "agenda": 3, "ambtenaar": 3, "app": 1, "avond": 2,
		"belasting": 3, "betaling": 3, "bibliotheek": 4, "burgemeester": 4, "coördinatie": 5, "de": 1, "dienstverlening": 4, "eender": 2,
		"elektronisch": 4, "euro": 2, "even": 2, "financieel": 4, "formulier": 3, "geboorteakte": 5, "gemeente": 3, "gezin": 2, "huisvuil": 2,
		"idee": 2, "ideeën": 3, "iedereen": 3, "informatie": 4, "ingediend": 3, "inwoner": 3, "kinderopvang": 4, "kopie": 2, "loket": 2,
		"medewerkers": 4, "museum": 3, "officieel": 4, "onmiddellijk": 4, "ook": 1, "open": 2, "oud": 1, "ouderdom": 3, "ouders": 2,
		"privacyverklaring": 6, "procedure": 4, "radio": 3, "reis": 1, "rijksregisternummer": 6, "schepen": 2, "situatie": 4, "subsidie": 3,
		"toegankelijkheid": 5, "uitbetaald": 3, "uur": 1, "verenigingen": 5, "verhuizing": 3, "zee-egel": 3, "ziek": 1,
		"2026": 1, "x@y.be": 1, "BTW": 1,
	}
	countSyllables(t, words)
}

// Counted by hand too: words of every day in a town hall, and what is written
// with accents, a diaeresis or letters of another language.
func TestSyllablesOfTheTownHall(t *testing.T) {
	countSyllables(t, map[string]int{
		"aanslagbiljet": 4, "afspraak": 2, "attest": 2, "bewijs": 2, "bezwaarschrift": 3, "bijlage": 3, "burgerzaken": 4, "college": 3, "dossier": 2,
		"gemeentebestuur": 5, "gezinssamenstelling": 6, "handtekening": 4, "identiteitskaart": 5, "inschrijving": 3, "leeftijd": 2, "machtiging": 3,
		"nationaliteit": 6, "omgevingsvergunning": 6, "paspoort": 2, "premie": 2, "reglement": 3, "retributie": 4, "rijbewijs": 3, "termijn": 2,
		"toelage": 3, "uittreksel": 3, "voorwaarden": 3, "ziekenhuis": 3,
	})
	countSyllables(t, map[string]int{
		"één": 1, "e\u0301e\u0301n": 1, "vóór": 1, "dé": 1, "hè": 1, "à": 1, "café": 2, "privé": 2, "comité": 3, "procedé": 3, "carrière": 4, "barrières": 4, "entrée": 2, "scène": 2,
		"reëel": 2, "reële": 3, "financiële": 5, "beëindigd": 3, "geëist": 2, "geïnformeerd": 4, "heroïek": 3, "ruïne": 3, "tweeëntwintig": 4, "vacuüm": 3,
		"coöperatie": 5, "bureau": 2, "bureaus": 2, "niveau": 2, "cadeau": 2, "plateau": 2, "mayonaise": 4, "royaal": 2, "loyaal": 2, "yoga": 2,
		"display": 2, "hybride": 3, "privacy": 3, "type": 2, "website": 2, "websites": 2, "site": 1,
	})
}

func countSyllables(t *testing.T, words map[string]int) {
	t.Helper()
	for word, want := range words {
		if got := readability.Syllables(word); got != want {
			t.Errorf("%s: %d syllables, want %d", word, got, want)
		}
	}
}
