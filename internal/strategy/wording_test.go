package strategy_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"toetssteen/internal/strategy"
)

const (
	maxLabel           = 45 // characters
	maxAverageSentence = 15 // words
	maxSentence        = 18 // words
)

// longSentences names the texts that may have longer sentences, with why.
var longSentences = map[string]string{}

// namedText is a text with the place that it stands in.
type namedText struct {
	place string
	text  strategy.Text
}

func labels(c *strategy.Catalogue) (list []namedText) {
	for _, criterion := range c.Criteria {
		list = append(list, namedText{string(criterion.Code) + " label", criterion.Label})
		for _, p := range criterion.Points {
			list = append(list, namedText{p.Code + " label", p.Label})
		}
	}
	return list
}

func sentenceTexts(c *strategy.Catalogue) (list []namedText) {
	for _, p := range c.Principles {
		list = append(list, namedText{string(p.Code) + " meaning", p.Meaning})
	}
	for _, criterion := range c.Criteria {
		code := string(criterion.Code)
		list = append(list, namedText{code + " question", criterion.Question},
			namedText{code + " met", criterion.Met}, namedText{code + " not_meant", criterion.NotMeant})
		for _, p := range criterion.Points {
			list = append(list, namedText{p.Code + " text", p.Text})
		}
	}
	return list
}

func TestLabelsAreShortAndUnique(t *testing.T) {
	seen := make(map[string]string)
	for _, label := range labels(strategy.Current()) {
		text := label.text.In(strategy.Dutch)
		if n := utf8.RuneCountInString(text); n > maxLabel {
			t.Errorf("%s: %d characters, at most %d: %q", label.place, n, maxLabel, text)
		}
		if strings.HasSuffix(text, ".") {
			t.Errorf("%s: ends in a full stop: %q", label.place, text)
		}
		if other, ok := seen[strings.ToLower(text)]; ok {
			t.Errorf("%s: same as %s: %q", label.place, other, text)
		}
		seen[strings.ToLower(text)] = label.place
	}
}

func TestTextsAreUnique(t *testing.T) {
	seen := make(map[string]string)
	for _, item := range sentenceTexts(strategy.Current()) {
		text := item.text.In(strategy.Dutch)
		if other, ok := seen[text]; ok {
			t.Errorf("%s: same as %s: %q", item.place, other, text)
		}
		seen[text] = item.place
	}
}

func TestQuestionsAreOneQuestion(t *testing.T) {
	for _, c := range strategy.Current().Criteria {
		question := c.Question.In(strategy.Dutch)
		if !strings.HasSuffix(question, "?") || strings.Count(question, "?") != 1 {
			t.Errorf("%s: not one question: %q", c.Code, question)
		}
		// A question with a negation makes yes mean not met, or nobody knows what.
		if negation := regexp.MustCompile(`(?i)\b(geen|nooit|niemand|niets)\b`).FindString(question); negation != "" && c.Code != "GC-I4" {
			t.Errorf("%s: %q in the question: %q", c.Code, negation, question)
		}
	}
}

func TestSentencesAreShort(t *testing.T) {
	for _, item := range sentenceTexts(strategy.Current()) {
		if _, named := longSentences[item.place]; named {
			continue
		}
		text := item.text.In(strategy.Dutch)
		total, sentences := 0, splitSentences(text)
		for _, s := range sentences {
			n := countWords(s)
			total += n
			if n > maxSentence {
				t.Errorf("%s: sentence of %d words, at most %d: %q", item.place, n, maxSentence, s)
			}
		}
		if average := float64(total) / float64(len(sentences)); average > maxAverageSentence {
			t.Errorf("%s: sentences of %.1f words on average, at most %d: %q", item.place, average, maxAverageSentence, text)
		}
	}
}

func TestTextsKeepHouseStyle(t *testing.T) {
	for _, item := range append(sentenceTexts(strategy.Current()), labels(strategy.Current())...) {
		text := item.text.In(strategy.Dutch)
		if word := regexp.MustCompile(`(?i)!|"|'|\bsuccesvol|\bgelieve\b|\bu\b|\buw\b|\bdient te\b|<|>`).FindString(text); word != "" {
			t.Errorf("%s: %q in %q", item.place, word, text)
		}
	}
}

// TestReferencesExist checks the codes that texts refer to, as in "zie GC-G4".
func TestReferencesExist(t *testing.T) {
	c := strategy.Current()
	code := regexp.MustCompile(`[A-Z]{2}-[GI][0-9]+`)
	for _, item := range sentenceTexts(c) {
		for _, ref := range code.FindAllString(item.text.In(strategy.Dutch), -1) {
			if _, err := c.Criterion(strategy.CriterionCode(ref)); err != nil {
				t.Errorf("%s: %v", item.place, err)
			}
			if strings.HasPrefix(item.place, ref) {
				t.Errorf("%s: refers to itself", item.place)
			}
		}
	}
}

func TestSplitSentences(t *testing.T) {
	got := splitSentences("Eén zin. “Twee.” Is dit drie? Vier: met 1.700 en a.b in.")
	if want := `["Eén zin." "“Twee.”" "Is dit drie?" "Vier: met 1.700 en a.b in."]`; fmt.Sprintf("%q", got) != want {
		t.Errorf("got %q, want %s", got, want)
	}
	if got := countWords("“Dien de aanvraag in” – klaar: 10 dagen"); got != 7 {
		t.Errorf("%d words, want 7", got)
	}
}

var sentenceEnd = regexp.MustCompile(`[.?!]”?\s+`)

func splitSentences(text string) []string {
	var sentences []string
	for {
		end := sentenceEnd.FindStringIndex(text)
		if end == nil {
			return append(sentences, text)
		}
		sentences = append(sentences, strings.TrimSpace(text[:end[1]]))
		text = text[end[1]:]
	}
}

func countWords(sentence string) int {
	n := 0
	for _, field := range strings.Fields(sentence) {
		if strings.ContainsFunc(field, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}
