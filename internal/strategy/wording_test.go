package strategy_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"toetssteen/internal/strategy"
)

// maxLabel is the most characters of a label by language: Dutch is the one
// that fits the narrowest columns.
var maxLabel = map[strategy.Language]int{strategy.Dutch: 45, strategy.French: 60, strategy.German: 60, strategy.English: 60}

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
	for _, i := range c.Indicators {
		list = append(list, namedText{string(i.Code) + " label", i.Label})
	}
	return list
}

func questions(c *strategy.Catalogue) (list []namedText) {
	for _, criterion := range c.Criteria {
		list = append(list, namedText{string(criterion.Code) + " question", criterion.Question})
	}
	for _, i := range c.Indicators {
		list = append(list, namedText{string(i.Code) + " question", i.Question})
	}
	for _, q := range c.Scope {
		list = append(list, namedText{"scope " + q.Code + " question", q.Question})
	}
	return list
}

// sentenceTexts gives the texts that are sentences, by kind in the place.
func sentenceTexts(c *strategy.Catalogue) (list []namedText) {
	add := func(code, field string, t strategy.Text) { list = append(list, namedText{code + " " + field, t}) }
	for _, p := range c.Principles {
		add(string(p.Code), "meaning", p.Meaning)
	}
	for _, criterion := range c.Criteria {
		code := string(criterion.Code)
		add(code, "question", criterion.Question)
		add(code, "met", criterion.Met)
		add(code, "not_meant", criterion.NotMeant)
		add(code, "example", criterion.Example)
		for _, p := range criterion.Points {
			add(p.Code, "text", p.Text)
		}
	}
	for _, i := range c.Indicators {
		code := string(i.Code)
		add(code, "question", i.Question)
		add(code, "how", i.How)
		add(code, "reason", i.Reason)
	}
	for _, a := range c.Aids {
		add(string(a.ID), "description", a.Description)
		for _, contribution := range a.Contributions {
			add(string(a.ID)+" "+string(contribution.Criterion), "why", contribution.Why)
		}
	}
	for _, q := range c.Scope {
		add("scope "+q.Code, "question", q.Question)
		if q.Help != nil {
			add("scope "+q.Code, "help", q.Help)
		}
		for _, rule := range q.Rules {
			add("scope "+q.Code, "scope_reason", rule.Reason)
		}
	}
	for _, a := range c.Actions {
		add("action "+strconv.Itoa(a.Number), "description", a.Description)
		for _, s := range a.ServedBy {
			add("action "+strconv.Itoa(a.Number)+" "+string(s.Part), "how", s.How)
		}
	}
	return list
}

func TestLabelsAreShortAndUnique(t *testing.T) {
	for _, lang := range strategy.Languages() {
		seen := make(map[string]string)
		for _, label := range labels(strategy.Current()) {
			text := label.text[lang]
			if n := utf8.RuneCountInString(text); n > maxLabel[lang] {
				t.Errorf("%s: %s: %d characters, at most %d: %q", lang, label.place, n, maxLabel[lang], text)
			}
			if strings.HasSuffix(text, ".") {
				t.Errorf("%s: %s: ends in a full stop: %q", lang, label.place, text)
			}
			if other, ok := seen[strings.ToLower(text)]; ok {
				t.Errorf("%s: %s: same as %s: %q", lang, label.place, other, text)
			}
			seen[strings.ToLower(text)] = label.place
		}
	}
}

// A translation that was left in Dutch is no translation.
func TestTextsAreTranslated(t *testing.T) {
	for _, item := range sentenceTexts(strategy.Current()) {
		for _, lang := range []strategy.Language{strategy.French, strategy.German, strategy.English} {
			if item.text[lang] == item.text[strategy.Dutch] {
				t.Errorf("%s: the text in %s is the Dutch one", item.place, lang)
			}
		}
	}
}

func TestQuestionsAreOneQuestion(t *testing.T) {
	for _, item := range questions(strategy.Current()) {
		for lang, text := range item.text {
			if !strings.HasSuffix(text, "?") || strings.Count(text, "?") != 1 {
				t.Errorf("%s: %s: not one question: %q", lang, item.place, text)
			}
		}
	}
	for _, c := range strategy.Current().Criteria {
		question := c.Question.In(strategy.Dutch)
		// A question with a negation makes yes mean not met, or nobody knows what.
		if negation := regexp.MustCompile(`(?i)\b(geen|nooit|niemand|niets)\b`).FindString(question); negation != "" && c.Code != "GC-I4" {
			t.Errorf("%s: %q in the question: %q", c.Code, negation, question)
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
