package assessment

import "toetssteen/internal/strategy"

// Difference is a criterion that was answered otherwise than before.
type Difference struct {
	Criterion strategy.CriterionCode
	From, To  Verdict // [Open] where one of the two did not ask it
	Reworded  bool    // the explanation differs
}

// Differences gives what the answers of one version say otherwise than those
// of another: in the order of the later one, then what it does not ask.
func Differences(before, after []Answer) []Difference {
	earlier := make(map[strategy.CriterionCode]Answer, len(before))
	for _, a := range before {
		earlier[a.Criterion] = a
	}
	var list []Difference
	asked := make(map[strategy.CriterionCode]bool, len(after))
	for _, a := range after {
		asked[a.Criterion] = true
		list = appendDifference(list, earlier[a.Criterion], a, a.Criterion)
	}
	for _, a := range before {
		if !asked[a.Criterion] {
			list = appendDifference(list, a, Answer{}, a.Criterion)
		}
	}
	return list
}

func appendDifference(list []Difference, before, after Answer, code strategy.CriterionCode) []Difference {
	d := Difference{Criterion: code, From: before.Verdict, To: after.Verdict, Reworded: before.Explanation != after.Explanation}
	if d.From == d.To && !d.Reworded {
		return list
	}
	return append(list, d)
}
