package steps

import (
	"slices"
	"strings"
)

// question is data that is asked, and where.
type question struct {
	data   string // as it was first written
	times  int    // that it is asked
	steps  []int  // that ask it, each once
	within []int  // that ask it as part of other data: the street in an address
}

// everywhere gives the steps that ask the data, by itself or as a part.
func (q *question) everywhere() []int {
	all := slices.Concat(q.steps, q.within)
	slices.Sort(all)
	return slices.Compact(all)
}

// questions is everything that is asked, by [key], in the order in which it
// is first asked.
type questions struct {
	order []key
	byKey map[key]*question
}

func (all *questions) add(step int, data string) {
	k := keyOf(data)
	if k == (key{}) {
		return
	}
	q := all.byKey[k]
	if q == nil {
		q = &question{data: strings.TrimSpace(data)}
		all.byKey[k] = q
		all.order = append(all.order, k)
	}
	q.times++
	if !slices.Contains(q.steps, step) {
		q.steps = append(q.steps, step)
	}
}

// countParts counts who asks for something as asking for its parts: after an
// address, the street is asked again. A step that names a part beside it is
// left out: in "voornaam, naam", the second is not the whole name.
func (all *questions) countParts() {
	for _, whole := range all.order {
		var parts []*question
		for _, part := range authentic().parts[whole.field] {
			if q := all.byKey[key{field: part}]; q != nil {
				parts = append(parts, q)
			}
		}
		for _, step := range all.byKey[whole].steps {
			if slices.ContainsFunc(parts, func(q *question) bool { return slices.Contains(q.steps, step) }) {
				continue
			}
			for _, q := range parts {
				q.within = append(q.within, step)
			}
		}
	}
}
