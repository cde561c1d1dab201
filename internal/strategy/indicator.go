package strategy

import "fmt"

// IndicatorCode is the criterion's code and a number: "DG-I2.1".
type IndicatorCode string

// IndicatorType says what kind of figure an indicator asks for.
type IndicatorType string

// The types of indicators.
const (
	YesNo        IndicatorType = "yes_no"   // 1 for yes, 0 for no
	Count        IndicatorType = "count"    // a number of things
	Share        IndicatorType = "share"    // per cent
	Scale        IndicatorType = "scale"    // a step of [Range]
	Duration     IndicatorType = "duration" // in the indicator's unit
	MeasuredText IndicatorType = "text"     // by the language instrument
	MeasuredPage IndicatorType = "page"     // by the page instrument
)

// Measure names the figure of one of the product's own instruments.
type Measure string

// The measures.
const (
	SentenceWords Measure = "text.sentence_words" // words per sentence, average
	LongSentences Measure = "text.long_sentences" // % of the sentences
	FleschDouma   Measure = "text.flesch_douma"   // 0 to 100, higher is easier
	Passive       Measure = "text.passive"        // % of the sentences
	Jargon        Measure = "text.jargon"         // per 100 words
	PageFindings  Measure = "page.findings"       // all findings
	PageContrast  Measure = "page.contrast"
	PageLanguage  Measure = "page.language"
	PageHeadings  Measure = "page.headings"
	PageLinkNames Measure = "page.link_names" // links without a name for a screen reader
	PageLinkWords Measure = "page.link_words" // links whose words say nothing
	PageLinks     Measure = "page.links"      // both, in catalogues from before they were told apart
	StepCount     Measure = "steps.count"
	StepChannels  Measure = "steps.channels"
	AskedTwice    Measure = "steps.asked_twice"
	AlreadyKnown  Measure = "steps.already_known"
)

// measures says with which type of indicator each measure goes.
var measures = map[Measure]IndicatorType{
	SentenceWords: MeasuredText, LongSentences: MeasuredText, FleschDouma: MeasuredText, Passive: MeasuredText, Jargon: MeasuredText,
	PageFindings: MeasuredPage, PageContrast: MeasuredPage, PageLanguage: MeasuredPage, PageHeadings: MeasuredPage,
	PageLinkNames: MeasuredPage, PageLinkWords: MeasuredPage, PageLinks: MeasuredPage,
	StepCount: Count, StepChannels: Count, AskedTwice: Count, AlreadyKnown: Count,
}

// Indicator is something measurable that helps to answer a criterion
// (strategy 5.1.6 action 13, 5.2 action 16). It suggests; a person decides.
type Indicator struct {
	Code      IndicatorCode `json:"code"`
	Criterion CriterionCode `json:"criterion"`
	Type      IndicatorType `json:"type"`
	Label     Text          `json:"label"`
	Question  Text          `json:"question"`
	How       Text          `json:"how"` // to find the figure in practice
	Unit      Text          `json:"unit,omitempty"`
	UnitOne   Text          `json:"unit_one,omitempty"` // of a single one, where it differs
	Scale     *Range        `json:"scale,omitempty"`
	Threshold Threshold     `json:"threshold"`
	Reason    Text          `json:"reason"` // for the threshold or direction
	Suggests  *Suggestion   `json:"suggests,omitempty"`
	Measure   Measure       `json:"measure,omitempty"`
	// ExampleOfSource marks the three examples that the source itself gives.
	ExampleOfSource bool `json:"example_of_source,omitempty"`
}

// UnitFor gives the unit as it is written behind a figure.
func (i Indicator) UnitFor(value float64, lang Language) string {
	if i.UnitOne != nil && one(value, lang) {
		return i.UnitOne.In(lang)
	}
	return i.Unit.In(lang)
}

// one tells whether a figure takes the singular: in French, all under two does
// (Unicode CLDR, plural rules).
func one(value float64, lang Language) bool {
	if lang == French {
		return value < 2
	}
	return value == 1
}

// Range is the steps of a scale, both ends included.
type Range struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// Threshold is what a figure is held against: exactly one of its fields is
// there.
type Threshold struct {
	Is      string   `json:"is,omitempty"` // "yes" or "no", for [YesNo]
	AtLeast *float64 `json:"at_least,omitempty"`
	AtMost  *float64 `json:"at_most,omitempty"`
	Better  string   `json:"better,omitempty"` // "lower" or "higher": no number can be defended
}

// Reached tells whether a figure reaches the threshold; known is false where
// there is only a direction.
func (t Threshold) Reached(value float64) (reached, known bool) {
	switch {
	case t.Is != "":
		return (value != 0) == (t.Is == "yes"), true
	case t.AtLeast != nil:
		return value >= *t.AtLeast, true
	case t.AtMost != nil:
		return value <= *t.AtMost, true
	}
	return false, false
}

// Suggestion says which answer a figure suggests, "yes" or "no"; "" where it
// proves nothing.
type Suggestion struct {
	Reached string `json:"reached,omitempty"`
	Missed  string `json:"missed,omitempty"`
}

// Suggest gives the answer that a figure suggests: "yes", "no" or "".
func (i Indicator) Suggest(value float64) string {
	reached, known := i.Threshold.Reached(value)
	switch {
	case !known || i.Suggests == nil:
		return ""
	case reached:
		return i.Suggests.Reached
	}
	return i.Suggests.Missed
}

// Indicator gives the indicator with a code. The error for an unknown one
// wraps [ErrUnknownIndicator].
func (c *Catalogue) Indicator(code IndicatorCode) (Indicator, error) {
	for _, indicator := range c.Indicators {
		if indicator.Code == code {
			return indicator, nil
		}
	}
	return Indicator{}, fmt.Errorf("look up indicator %q in edition %q: %w", code, c.Edition.Edition, ErrUnknownIndicator)
}

// IndicatorsOf gives the indicators of a criterion, in the catalogue's order.
func (c *Catalogue) IndicatorsOf(code CriterionCode) []Indicator {
	var indicators []Indicator
	for _, indicator := range c.Indicators {
		if indicator.Criterion == code {
			indicators = append(indicators, indicator)
		}
	}
	return indicators
}
