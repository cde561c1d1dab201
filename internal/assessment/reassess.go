package assessment

import (
	"slices"

	"toetssteen/internal/strategy"
)

// Look is an answer to look at again, because an action for it is done.
type Look struct {
	Action     ImprovementAction
	Assessment Assessment
	Criterion  strategy.CriterionCode
}

// Reassess gives the answers to look at again: of each action that is done,
// the criteria that the latest assessment of its service still calls not met,
// in an answer from before the action was done. Another answer, or another
// explanation, settles it; so does saying that the criterion is not met even
// so.
func Reassess(actions []ImprovementAction, assessments []Assessment) []Look {
	latest := make(map[string]Assessment)
	for _, a := range assessments {
		if l, found := latest[a.ServiceID]; !found || a.StartedAt.After(l.StartedAt) {
			latest[a.ServiceID] = a
		}
	}
	var looks []Look
	for _, action := range actions {
		a, assessed := latest[action.ServiceID]
		if action.Status != Done || !assessed {
			continue
		}
		for _, code := range action.Criteria {
			if !slices.Contains(action.StillUnmet, code) && action.outdates(a, code) {
				looks = append(looks, Look{Action: action, Assessment: a, Criterion: code})
			}
		}
	}
	return looks
}

// outdates tells whether a no was given before the action was done. One that
// follows from something else is decided there.
func (i ImprovementAction) outdates(a Assessment, code strategy.CriterionCode) bool {
	return slices.ContainsFunc(a.Answers, func(answer Answer) bool {
		return answer.Criterion == code && answer.Verdict == No && answer.Origin == Own && answer.SavedAt.Before(i.StatusAt)
	})
}
