package strategy

import (
	"math"
	"regexp"
	"strings"
)

var indicatorCode = regexp.MustCompile(`^[A-Z]{2}-[GI][1-9][0-9]*\.[1-9][0-9]*$`)

// checkIndicators checks the indicators of one principle's file.
func checkIndicators(p PrincipleCode, indicators list[Indicator], known knownCodes) {
	seen := make(map[IndicatorCode]bool)
	for _, e := range indicators.entries {
		e.at("code").failUnless(!seen[e.value.Code], "code_duplicate", e.value.Code)
		seen[e.value.Code] = true
		e.indicator(p, e.value, known)
	}
}

func (s spot) indicator(p PrincipleCode, i Indicator, known knownCodes) {
	code := string(i.Code)
	switch {
	case !indicatorCode.MatchString(code):
		s.at("code").fail("indicator_code_malformed", map[string]any{"Value": code})
	case !strings.HasPrefix(code, string(i.Criterion)+"."):
		s.at("code").fail("code_disagrees", map[string]any{"Value": code, "With": string(i.Criterion)})
	case !strings.HasPrefix(code, string(p)+"-"):
		s.at("code").fail("principle_elsewhere", map[string]any{"Value": code[:2]})
	}
	s.at("criterion").criterion(i.Criterion, known)
	choice(s.at("type"), i.Type, YesNo, Count, Share, Scale, Duration, MeasuredText, MeasuredPage)
	s.at("label").text(i.Label)
	s.at("question").prose(i.Question)
	s.at("how").prose(i.How)
	s.at("reason").prose(i.Reason)
	s.unit(i)
	s.scale(i)
	s.threshold(i)
	s.suggestion(i)
	s.measure(i)
}

func (s spot) unit(i Indicator) {
	switch {
	case i.Type == YesNo && i.Unit != nil:
		s.at("unit").fail("field_superfluous", map[string]any{"Type": string(i.Type)})
	case i.Type != YesNo:
		s.at("unit").text(i.Unit)
	}
	if i.UnitOne != nil {
		s.at("unit_one").text(i.UnitOne)
	}
}

func (s spot) scale(i Indicator) {
	switch {
	case (i.Type == Scale) != (i.Scale != nil):
		s.at("scale").fail("scale_misplaced", nil)
	case i.Scale != nil && (i.Scale.From < 0 || i.Scale.To <= i.Scale.From || i.Scale.To > 10):
		s.at("scale").fail("scale_range", nil)
	}
}

// threshold refuses a threshold that no figure could be held against.
func (s spot) threshold(i Indicator) {
	t, at := i.Threshold, s.at("threshold")
	given := 0
	for _, there := range []bool{t.Is != "", t.AtLeast != nil, t.AtMost != nil, t.Better != ""} {
		if there {
			given++
		}
	}
	if given != 1 {
		at.fail("threshold_one", nil)
		return
	}
	if (i.Type == YesNo) != (t.Is != "") {
		at.fail("threshold_type", map[string]any{"Type": string(i.Type)})
		return
	}
	switch {
	case t.Is != "":
		choice(at.at("is"), t.Is, "yes", "no")
	case t.Better != "":
		choice(at.at("better"), t.Better, "lower", "higher")
	case t.AtLeast != nil:
		at.at("at_least").failUnless(i.possible(*t.AtLeast), "threshold_impossible", *t.AtLeast)
	default:
		at.at("at_most").failUnless(i.possible(*t.AtMost), "threshold_impossible", *t.AtMost)
	}
}

// possible tells whether an indicator can have a figure.
func (i Indicator) possible(value float64) bool {
	switch {
	case math.IsNaN(value) || math.IsInf(value, 0) || value < 0:
		return false
	case i.Type == Share:
		return value <= 100
	case i.Type == Count:
		return value == math.Trunc(value)
	case i.Type == Scale && i.Scale != nil:
		return value >= float64(i.Scale.From) && value <= float64(i.Scale.To)
	}
	return true
}

func (s spot) suggestion(i Indicator) {
	at := s.at("suggests")
	switch {
	case (i.Threshold.Better != "") == (i.Suggests != nil):
		at.fail("suggestion_misplaced", nil)
	case i.Suggests != nil:
		choice(at.at("reached"), i.Suggests.Reached, "yes", "no", "")
		choice(at.at("missed"), i.Suggests.Missed, "yes", "no", "")
		at.failUnless(i.Suggests.Reached != i.Suggests.Missed, "suggestion_same", i.Suggests.Reached)
	}
}

func (s spot) measure(i Indicator) {
	measured := i.Type == MeasuredText || i.Type == MeasuredPage
	switch {
	case i.Measure == "" && measured:
		s.at("measure").fail("measure_missing", map[string]any{"Type": string(i.Type)})
	case i.Measure != "" && measures[i.Measure] != i.Type:
		s.at("measure").fail("measure_misplaced", map[string]any{"Value": string(i.Measure), "Type": string(i.Type)})
	}
}

// checkCoverage refuses a criterion without an indicator, unless that may
// stand in what could not be read.
func checkCoverage(criteria []list[Criterion], indicators []list[Indicator]) {
	covered := make(map[CriterionCode]bool)
	for _, of := range indicators {
		for _, e := range of.entries {
			covered[e.value.Criterion] = true
		}
	}
	for i, of := range criteria {
		for _, e := range of.entries {
			if indicators[i].whole && !covered[e.value.Code] {
				e.fail("indicator_missing", nil)
			}
		}
	}
}
