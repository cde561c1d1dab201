package strategy

import (
	"slices"
	"strings"
)

func (r *reader) checkEdition(e Edition) {
	s := spot{r: r, file: editionFile}
	s.at("edition").failUnless(editionName.MatchString(e.Edition), "edition_malformed", e.Edition)
	s.at("date").date(e.Date)
	if year, _, _ := strings.Cut(e.Edition, "."); editionName.MatchString(e.Edition) && isDate(e.Date) && !strings.HasPrefix(e.Date, year+"-") {
		s.at("date").fail("date_of_other_year", map[string]any{"Value": e.Date, "Edition": e.Edition})
	}
	source := s.at("source")
	source.at("title").text(e.Source.Title)
	source.at("publisher").text(e.Source.Publisher)
	source.at("version").date(e.Source.Version)
	source.at("published").date(e.Source.Published)
}

func checkPrinciples(r *reader, principles list[Principle]) {
	principles.refuseEmpty(r)
	seen := make(map[PrincipleCode]bool)
	for _, e := range principles.entries {
		s, p := e.spot, e.value
		s.at("code").failUnless(principleCode.MatchString(string(p.Code)), "principle_code_malformed", p.Code)
		s.at("code").failUnless(!seen[p.Code], "code_duplicate", p.Code)
		seen[p.Code] = true
		s.at("name").text(p.Name)
		s.at("meaning").prose(p.Meaning)
	}
}

// checkCriteria checks the criteria of one principle's file.
func checkCriteria(r *reader, p PrincipleCode, criteria list[Criterion]) {
	seen := make(map[CriterionCode]bool)
	kinds := make(map[Kind]bool)
	for _, e := range criteria.entries {
		s, c := e.spot, e.value
		s.at("code").failUnless(!seen[c.Code], "code_duplicate", c.Code)
		seen[c.Code], kinds[c.Kind] = true, true
		s.at("principle").failUnless(c.Principle == p, "principle_elsewhere", c.Principle)
		s.criterionCode(c)
		s.at("source").section(c.Source)
		s.at("label").text(c.Label)
		s.at("question").prose(c.Question)
		s.at("met").prose(c.Met)
		s.at("not_meant").prose(c.NotMeant)
		s.at("example").prose(c.Example)
		for j, point := range c.Points {
			at := s.of("points", j)
			if want := string(c.Code) + string(rune('a'+j)); point.Code != want {
				at.at("code").fail("point_code", map[string]any{"Value": point.Code, "Wanted": want})
			}
			at.at("label").text(point.Label)
			at.at("text").prose(point.Text)
		}
		for j, code := range c.Replaces {
			at := s.of("replaces", j)
			at.failUnless(criterionCode.MatchString(string(code)), "criterion_code_malformed", code)
			at.failUnless(code != c.Code, "replaces_itself", code)
			at.failUnless(!slices.Contains(c.Replaces[:j], code), "code_duplicate", code)
		}
	}
	for _, kind := range []Kind{User, Inclusion} {
		if !kinds[kind] && criteria.whole {
			r.fail(criteria.file, "kind_without_criterion", map[string]any{"Kind": string(kind)})
		}
	}
}

// criterionCode checks that the code agrees with the principle and the kind.
func (s spot) criterionCode(c Criterion) {
	code := string(c.Code)
	if !criterionCode.MatchString(code) {
		s.at("code").fail("criterion_code_malformed", map[string]any{"Value": code})
		return
	}
	if !strings.HasPrefix(code, string(c.Principle)+"-") {
		s.at("code").fail("code_disagrees", map[string]any{"Value": code, "With": string(c.Principle)})
	}
	choice(s.at("kind"), c.Kind, User, Inclusion)
	letter := map[Kind]byte{User: 'G', Inclusion: 'I'}[c.Kind]
	if letter != 0 && letter != code[3] {
		s.at("kind").fail("code_disagrees", map[string]any{"Value": code, "With": string(c.Kind)})
	}
}
