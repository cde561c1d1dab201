package assessment

import (
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// ScopeAnswers are the answers to scope questions, by the question's code.
type ScopeAnswers map[string]strategy.ScopeAnswer

// ValidateScope refuses an answer to a scope question that can't be kept. ""
// takes an answer back.
func ValidateScope(catalogue *strategy.Catalogue, question string, answer strategy.ScopeAnswer) error {
	if _, is := catalogue.ScopeQuestion(question); !is {
		return invalid("question", "error.scope_question_unknown", fault.Args{"Question": question, "Edition": catalogue.Edition.Edition})
	}
	if !known(answer, "", strategy.ScopeYes, strategy.ScopeNo) {
		return invalid("answer", "error.choice_unknown", fault.Args{"Value": string(answer)})
	}
	return nil
}

// RuledOut gives the criteria that do not apply by what was answered to the
// scope questions, with why. Where several questions rule out the same, the
// first gives the reason. What was answered to questions of another edition
// counts for nothing.
func RuledOut(catalogue *strategy.Catalogue, answers ScopeAnswers) map[strategy.CriterionCode]Source {
	out := make(map[strategy.CriterionCode]Source)
	for _, q := range catalogue.Scope {
		for _, rule := range q.Rules {
			if answers[q.Code] != rule.Answer {
				continue
			}
			for _, code := range rule.Criteria {
				if _, already := out[code]; !already {
					out[code] = Source{Kind: FromQuestion, ID: q.Code, Name: q.Question, Reason: rule.Reason}
				}
			}
		}
	}
	return out
}
