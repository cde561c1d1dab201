package strategy

import "slices"

// ScopeAnswer is an answer to a scope question.
type ScopeAnswer string

// The answers.
const (
	ScopeYes ScopeAnswer = "yes"
	ScopeNo  ScopeAnswer = "no"
)

// ScopeQuestion is a question about a service as a whole. An answer to it can
// tell at once that some criteria do not apply (strategy 6.4.4).
type ScopeQuestion struct {
	Code     string      `json:"code"` // lower case with hyphens: "personal-data"
	Question Text        `json:"question"`
	Help     Text        `json:"help,omitempty"`
	Rules    []ScopeRule `json:"rules"`
}

// ScopeRule says which criteria an answer rules out, and why.
type ScopeRule struct {
	Answer   ScopeAnswer     `json:"answer"`
	Criteria []CriterionCode `json:"criteria"`
	Reason   Text            `json:"reason"` // one sentence
}

// ScopeQuestion gives the scope question with a code.
func (c *Catalogue) ScopeQuestion(code string) (ScopeQuestion, bool) {
	i := slices.IndexFunc(c.Scope, func(q ScopeQuestion) bool { return q.Code == code })
	if i < 0 {
		return ScopeQuestion{}, false
	}
	return c.Scope[i], true
}
