package readability_test

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"toetssteen/internal/fault"
	"toetssteen/internal/readability"
)

func sample(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("../../testdata/instruments", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func measure(t testing.TB, text string) readability.Figures {
	t.Helper()
	figures, err := readability.Measure(text)
	if err != nil {
		t.Fatal(err)
	}
	return figures
}

// What was counted by hand in the samples: words, sentences, titles and the
// like, long sentences and passive ones.
func TestSamples(t *testing.T) {
	tests := []struct {
		name                                       string
		words, sentences, fragments, long, passive int
		ease                                       [2]float64 // Flesch-Douma between these
	}{
		{"good.txt", 91, 13, 2, 0, 0, [2]float64{80, 100}},
		{"bad.txt", 71, 5, 1, 2, 4, [2]float64{45, 60}},
		{"awful.txt", 115, 3, 1, 2, 2, [2]float64{0, 15}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := sample(t, test.name)
			f := measure(t, text)
			count := func(kind readability.HitKind) int {
				n := 0
				for _, hit := range f.Hits {
					if hit.Kind == kind {
						n++
					}
				}
				return n
			}
			if f.Words != test.words || f.Sentences != test.sentences || f.Fragments != test.fragments || count(readability.HitLong) != test.long || count(readability.HitPassive) != test.passive {
				t.Errorf("%d words, %d sentences, %d long, %d passive; want %d, %d, %d, %d", f.Words, f.Sentences,
					count(readability.HitLong), count(readability.HitPassive), test.words, test.sentences, test.long, test.passive)
			}
			if f.FleschDouma < test.ease[0] || f.FleschDouma > test.ease[1] {
				t.Errorf("Flesch-Douma %.1f, want %v", f.FleschDouma, test.ease)
			}
			for _, hit := range f.Hits {
				plain := ""
				if hit.Jargon != nil {
					plain = " -> " + hit.Jargon.Plain
				}
				t.Logf("%s %q%s", hit.Kind, text[hit.Start:hit.End], plain)
			}
			t.Logf("ease %.1f, %.1f words/sentence, %.2f syllables/word, jargon %.1f/100", f.FleschDouma, f.SentenceWords, f.WordSyllables, f.Jargon)
		})
	}
}

func TestSentences(t *testing.T) {
	tests := []struct {
		name, text string
		want       []int // words of each sentence
	}{
		{"quotes and points in numbers", "Eén zin. “Twee.” Is dit drie? Vier: met 1.700 en a.b in.", []int{2, 1, 3, 6}},
		{"abbreviations", "Bel dhr. Peeters op nr. 5, bv. morgen. Of J. De Smet.", []int{8, 4}},
		{"u is a word", "Wij sturen het naar u. Bij vragen belt u ons om 12.00 u. Tot dan.", []int{5, 8, 2}},
		{"a letter behind a label", "Kies optie A. Dan ben je klaar. J. De Smet helpt.", []int{3, 4, 4}},
		{"the end of a list", "Breng foto’s, attesten enz. mee. Of bel, mail, enz. Wij helpen.", []int{5, 4, 2}},
		{"a date in a letter", "Uw aanvraag d.d. 12 mei is goed.", []int{7}},
		{"numbered items", "1. Vul in.\n2. Dien in.", []int{3, 3}},
		{"lines that were broken to fit a page", "Dit is een lange regel die\nverder loopt.", []int{8}},
		{"headings and empty lines", "Een kop\n\nen een zin.", []int{2, 3}},
		{"no capital after the mark", "Wat? dat. En dit", []int{2, 2}},
		{"ellipsis and several marks", "Echt?! Ja… Goed.", []int{1, 1, 1}},
		{"windows line ends", "Een zin.\r\nNog een zin.", []int{2, 3}},
		{"soft hyphens", "De ge\u00admeente\u00adraad beslist.", []int{3}},
		{"a soft hyphen in an abbreviation", "Zie bij\u00advoorbeeld bij\u00adv. Gent.", []int{4}},
		{"joiners", "Auf\u200clage en co\u200dde.", []int{3}},
		{"hyphens that do not break", "Een e\u2011mail naar het A\u20112\u2011loket.", []int{5}},
		{"nothing but what is not seen", "\u00ad \u200c \u2011.", nil},
		{"no words", " – … !", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := readability.SentenceWords(test.text); !slices.Equal(got, test.want) {
				t.Errorf("%v, want %v", got, test.want)
			}
		})
	}
}

// What is not seen changes no figure, and a hit covers it in the text.
func TestUnseenCharacters(t *testing.T) {
	plain := "Het e-mailadres van de verzoeker wordt door de gemeente behandeld."
	with := strings.NewReplacer("e-mail", "e\u2011mail", "verzoeker", "ver\u00adzoe\u00adker", "behandeld", "be\u200dhan\u200cdeld").Replace(plain)
	want, got := measure(t, plain), measure(t, with)
	if got.Words != want.Words || got.Letters != want.Letters || got.Syllables != want.Syllables || len(got.Hits) != len(want.Hits) {
		t.Fatalf("got  %+v\nwant %+v", got, want)
	}
	seen := strings.NewReplacer("\u2011", "-", "\u00ad", "", "\u200c", "", "\u200d", "")
	for i, hit := range got.Hits {
		if covered := seen.Replace(with[hit.Start:hit.End]); covered != plain[want.Hits[i].Start:want.Hits[i].End] {
			t.Errorf("hit %d covers %q", i, covered)
		}
	}
	if len(got.Hits) < 2 {
		t.Errorf("%d hits, want the passive and the jargon", len(got.Hits))
	}
}

func TestPassive(t *testing.T) {
	tests := map[string]bool{
		"Je aanvraag wordt binnen tien dagen behandeld.":  true,
		"De beslissing is genomen door het college.":      true,
		"De brieven zullen worden opgestuurd.":            true,
		"Het formulier werd vergeten.":                    true,
		"Een speelstraat wordt alleen nu toegestaan.":     true,
		"Het gebied wordt groter.":                        false,
		"De bedragen worden hoger.":                       false,
		"Het loket is gesloten.":                          false,
		"Wij behandelen je aanvraag binnen tien dagen.":   false,
		"De gemeenten worden groter en de gezinnen klein": false,
		// Words with "ge", "be" or "er" in them.
		"Het management wordt groter.":                               false,
		"Gezinsleden worden ouder.":                                  false,
		"De agenten worden ziek.":                                    false,
		"Het overzicht wordt groter.":                                false,
		"Gemeentebesturen worden sterker.":                           false,
		"Het bezwaarschrift wordt langer.":                           false,
		"De belastingdienst wordt kleiner.":                          false,
		"De gemeenteraad wordt jonger.":                              false,
		"Het verkeerslicht wordt groen.":                             false,
		"De gebruikersgroepen worden te groot voor de zaal.":         false,
		"Gepensioneerden worden vaker vrijwilliger.":                 false,
		"Het budget wordt gemiddeld elk jaar krapper.":               false,
		"Wie verhuist, wordt bewoner van een andere wijk.":           false,
		"De ambtenaar behandelt het dossier en wordt ongeduldig.":    false,
		"De wachttijd verandert niet, maar de rij wordt korter.":     false,
		"De verschillende loketten worden te klein.":                 false,
		"Het wordt morgen bekend.":                                   false,
		"De omgevingsdienst wordt strenger.":                         false,
		"Om een premie te ontvangen, word je lid.":                   false,
		"Het bestuursakkoord werd een lijst van plannen.":            false,
		"Als de termijn verstrijkt, wordt je plaats vrij.":           false,
		"Het loket wordt verhuisd naar het oude stadhuis.":           true,
		"Kinderen worden na school opgevangen.":                      true,
		"De jaarrekening wordt voorbereid.":                          true,
		"De opdracht werd uitbesteed.":                               true,
		"Een breder voetpad wordt aanbevolen.":                       true,
		"De erfgoedvereniging wordt erkend.":                         true,
		"De kosten worden gedragen door de aanvrager.":               true,
		"Het bedrag wordt teruggestort.":                             true,
		"De belasting wordt kwijtgescholden.":                        true,
		"De raad wordt heringericht.":                                true,
		"Je wordt doorverwezen naar het OCMW.":                       true,
		"Bewoners worden verplicht om te sorteren.":                  true,
		"De speelstraat wordt stopgezet.":                            true,
		"De kosten werden volledig vergoed.":                         true,
		"De akte is ondertekend door de schepen.":                    true,
		"De burgers worden geïnformeerd.":                            true,
		"Het attest wordt aangetekend verstuurd of thuis afgegeven.": true,
		"Alle gegevens werden nagekeken.":                            true,
		"Er wordt nagegaan of het dossier volledig is.":              true,
		"De vergunning wordt verleend.":                              true,
	}
	for text, want := range tests {
		t.Run(text, func(t *testing.T) {
			if got := measure(t, text).Passive > 0; got != want {
				t.Errorf("passive %v, want %v", got, want)
			}
		})
	}
}

// The formula of Douma with his own constants, on a text of which everything
// can be counted by hand: 6 words, 11 syllables, 2 sentences.
func TestFleschDouma(t *testing.T) {
	f := measure(t, "Vader leest kranten. Moeder koopt bananen.")
	want := 206.84 - 0.77*(100*11.0/6) - 0.93*(6.0/2)
	if f.Syllables != 11 || math.Abs(f.FleschDouma-want) > 1e-9 {
		t.Errorf("%d syllables, score %v; want 11 and %v", f.Syllables, f.FleschDouma, want)
	}
}

// A menu round a letter changes nothing about its sentences; a list of items
// without sentences is measured as it is.
func TestFragments(t *testing.T) {
	letter := sample(t, "awful.txt")
	menu := strings.Repeat("Burgerzaken\n\nWonen en bouwen\n\n", 40)
	alone, within := measure(t, letter), measure(t, menu+letter)
	if alone.SentenceWords != within.SentenceWords || alone.LongSentences != within.LongSentences || alone.Sentences != within.Sentences || within.Fragments != 81 {
		t.Errorf("alone %+v\nwithin a menu %+v", alone, within)
	}
	lines := measure(t, "De aanvraag wordt behandeld. Het dossier wordt gesloten. Wij helpen je. Je krijgt een brief.\n\nWordt behandeld\n\nWordt gesloten\n\nWordt betaald")
	if lines.Sentences != 4 || lines.Fragments != 3 || lines.Passive != 50 {
		t.Errorf("passive %.1f %% of %d sentences, %d fragments", lines.Passive, lines.Sentences, lines.Fragments)
	}
	if list := measure(t, "Breng mee:\n\nje kaart\n\neen foto"); list.Sentences != 3 || list.Fragments != 0 {
		t.Errorf("a list: %d sentences, %d fragments", list.Sentences, list.Fragments)
	}
}

func TestMeasureRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "no word": " … !", "too long": strings.Repeat("a ", readability.MaxText/2+1), "not UTF-8": "een \xff twee",
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := readability.Measure(text); fault.CodeOf(err) != fault.Invalid {
				t.Errorf("error %v, want invalid", err)
			}
		})
	}
}

func TestForeign(t *testing.T) {
	english := strings.Repeat("You can apply for a play street when the neighbours agree and the holidays have started. ", 3)
	if f := measure(t, english); !f.Foreign {
		t.Error("English passes for Dutch")
	}
	if f := measure(t, sample(t, "awful.txt")); f.Foreign {
		t.Error("awful Dutch does not pass for Dutch")
	}
}

func FuzzMeasure(f *testing.F) {
	f.Add(sample(f, "good.txt"))
	f.Add("a.b.c. D. \u200b1.\n\n“…”wordt ge")
	f.Add("\r\n\r\n.\t’’@/")
	f.Add("a\u00ad\u200c. \u2011b\u2011 wordt ge\u00addaan")
	f.Fuzz(func(t *testing.T, text string) {
		figures, err := readability.Measure(text)
		if err != nil {
			return
		}
		if figures.Words < figures.Sentences || figures.Syllables < figures.Words {
			t.Errorf("%d sentences, %d words, %d syllables", figures.Sentences, figures.Words, figures.Syllables)
		}
		last := 0
		for _, hit := range figures.Hits {
			if hit.Start < last || hit.End <= hit.Start || hit.End > len(text) || !utf8.ValidString(text[hit.Start:hit.End]) {
				t.Fatalf("hit %+v in a text of %d bytes", hit, len(text))
			}
			last = hit.Start
		}
	})
}

// Beside the largest text, one without a space and one that is a single
// sentence: what costs most must not cost too much.
func BenchmarkMeasure(b *testing.B) {
	texts := map[string]string{
		"5 MB of Dutch":      strings.Repeat(sample(b, "awful.txt")+"\n", readability.MaxText/(len(sample(b, "awful.txt"))+1)),
		"5 MB in one word":   strings.Repeat("a", readability.MaxText),
		"5 MB in a sentence": strings.Repeat("wordt a ", readability.MaxText/8),
	}
	for name, text := range texts {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				measure(b, text)
			}
		})
	}
}
