package strategy

import "slices"

// checkScope checks the scope questions. A question that rules nothing out
// would be asked for nothing.
func checkScope(r *reader, questions list[ScopeQuestion], known knownCodes) {
	questions.refuseEmpty(r)
	seen := make(map[string]bool)
	for _, e := range questions.entries {
		s, q := e.spot, e.value
		s.at("code").failUnless(aidID.MatchString(q.Code), "scope_code_malformed", q.Code)
		s.at("code").failUnless(!seen[q.Code], "code_duplicate", q.Code)
		seen[q.Code] = true
		s.at("question").prose(q.Question)
		s.at("help").optionalText(q.Help)
		if len(q.Rules) == 0 {
			s.at("rules").fail("list_empty", nil)
		}
		for j, rule := range q.Rules {
			s.of("rules", j).scopeRule(rule, known)
			repeated := slices.ContainsFunc(q.Rules[:j], func(other ScopeRule) bool { return other.Answer == rule.Answer && overlap(other, rule) })
			s.of("rules", j).at("criteria").failUnless(!repeated, "code_duplicate", rule.Answer)
		}
	}
}

func (s spot) scopeRule(rule ScopeRule, known knownCodes) {
	choice(s.at("answer"), rule.Answer, ScopeYes, ScopeNo)
	s.at("reason").prose(rule.Reason)
	if len(rule.Criteria) == 0 {
		s.at("criteria").fail("list_empty", nil)
	}
	for j, code := range rule.Criteria {
		at := s.of("criteria", j)
		at.criterion(code, known)
		at.failUnless(!slices.Contains(rule.Criteria[:j], code), "code_duplicate", code)
	}
}

// overlap tells whether two rules name a criterion both: which reason counts
// could not be told.
func overlap(a, b ScopeRule) bool {
	return slices.ContainsFunc(a.Criteria, func(code CriterionCode) bool { return slices.Contains(b.Criteria, code) })
}
