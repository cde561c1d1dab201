package strategy_test

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"testing"

	"toetssteen/internal/readability"
	"toetssteen/internal/strategy"
)

// What our own Dutch texts are held to, measured by the instrument that the
// product offers to its users.
const (
	maxAverage  = 15 // words per sentence, in each text
	maxSentence = 18 // words
	minEase     = 60 // Flesch-Douma of each kind of text as a whole: normal or easier
)

// longSentences names the texts that may have a longer sentence, with why.
var longSentences = map[string]string{}

// hardWords names the words of the instrument's list that our texts may use,
// with why.
var hardWords = map[string]string{
	"avg":           "stands in brackets behind “privacywet”: that is what people look for",
	"kbo":           "stands in brackets behind “Kruispuntbank”",
	"gemachtigde":   "the person of SD-I6, who is explained there",
	"machtiging":    "what SD-I6 and MAGDA are about",
	"rechtspersoon": "what sets unincorporated associations apart; the example beside it explains",
	"platform":      "part of the name CRM-platform",
	"tool":          "part of the name toolbox E-inclusion by Design",
	"server":        "for the IT coordinator, in the action plan only",
	"software":      "what the town hall buys, in the sentence that explains how",
	"upload":        "quoted as what not to write",
}

// kindOf gives the field that a text stands in.
func kindOf(place string) string { return place[strings.LastIndexByte(place, ' ')+1:] }

func TestTextsAreReadable(t *testing.T) {
	whole := make(map[string][]string) // texts by kind
	longest := make(map[string]float64)
	for _, item := range sentenceTexts(strategy.Current()) {
		text := item.text[strategy.Dutch]
		figures, err := readability.Measure(text)
		if err != nil {
			t.Fatalf("%s: %v", item.place, err)
		}
		kind := kindOf(item.place)
		whole[kind] = append(whole[kind], text)
		longest[kind] = max(longest[kind], figures.SentenceWords)
		if figures.SentenceWords > maxAverage {
			t.Errorf("%s: sentences of %.1f words on average, at most %d: %q", item.place, figures.SentenceWords, maxAverage, text)
		}
		for _, n := range readability.SentenceWords(text) {
			if n > maxSentence && longSentences[item.place] == "" {
				t.Errorf("%s: sentence of %d words, at most %d: %q", item.place, n, maxSentence, text)
			}
		}
		for _, hit := range figures.Hits {
			if hit.Kind == readability.HitJargon && hardWords[hit.Jargon.Word] == "" {
				t.Errorf("%s: %q; plain is %q: %q", item.place, text[hit.Start:hit.End], hit.Jargon.Plain, text)
			}
		}
	}
	t.Log("kind            texts  words/sentence  highest  syllables/word  Flesch-Douma  passive %  jargon/100")
	for _, kind := range slices.SortedFunc(maps.Keys(whole), cmp.Compare) {
		figures, err := readability.Measure(strings.Join(whole[kind], "\n\n"))
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%-15s %5d %15.1f %8.1f %15.2f %13.1f %10.1f %11.2f", kind, len(whole[kind]), figures.SentenceWords,
			longest[kind], figures.WordSyllables, figures.FleschDouma, figures.Passive, figures.Jargon)
		if figures.FleschDouma < minEase {
			t.Errorf("%s: Flesch-Douma %.1f, at least %d", kind, figures.FleschDouma, minEase)
		}
	}
}
