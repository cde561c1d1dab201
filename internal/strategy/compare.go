package strategy

import "slices"

// ChangeKind says what became of a criterion from one edition to another.
type ChangeKind string

// The kinds of changes.
const (
	Stayed   ChangeKind = "stayed"   // asks the same; its label or example may read otherwise
	Reworded ChangeKind = "reworded" // same code, and asks something else, or took in another one
	Split    ChangeKind = "split"    // came from a criterion that is no longer there
	Added    ChangeKind = "new"
	Retired  ChangeKind = "retired" // no longer there, and nothing came from it
)

// Change is what became of one criterion.
type Change struct {
	Kind   ChangeKind
	Code   CriterionCode   // of the later edition; of the earlier one for [Retired]
	From   []CriterionCode // of the earlier edition; its own code is first where it was there
	Before *Criterion      // nil for [Added]
	After  *Criterion      // nil for [Retired]
}

// Compare gives what became of every criterion, in the order of the later
// edition, with the retired ones last.
func Compare(earlier, later *Catalogue) []Change {
	var changes []Change
	carriedOn := make(map[CriterionCode]bool)
	for i := range later.Criteria {
		c := changeTo(earlier, later, &later.Criteria[i])
		for _, code := range c.From {
			carriedOn[code] = true
		}
		changes = append(changes, c)
	}
	for i := range earlier.Criteria {
		old := &earlier.Criteria[i]
		if !carriedOn[old.Code] {
			changes = append(changes, Change{Kind: Retired, Code: old.Code, From: []CriterionCode{old.Code}, Before: old})
		}
	}
	return changes
}

func changeTo(earlier, later *Catalogue, after *Criterion) Change {
	c := Change{Code: after.Code, After: after, From: origins(earlier, later, after)}
	if len(c.From) > 0 {
		c.Before = earlier.find(c.From[0])
	}
	switch {
	case len(c.From) == 0:
		c.Kind = Added
	case c.From[0] != c.Code:
		c.Kind = Split
	case len(c.From) == 1 && c.Before.asksTheSame(after):
		c.Kind = Stayed
	default:
		c.Kind = Reworded
	}
	return c
}

// origins gives the criteria of the earlier edition that one came from. A
// criterion names all that it ever came from, so one that is still there is
// left out where the earlier edition says so already: what came out of it
// since has the nearer answer.
func origins(earlier, later *Catalogue, after *Criterion) []CriterionCode {
	var from []CriterionCode
	for _, code := range append([]CriterionCode{after.Code}, after.Replaces...) {
		if earlier.find(code) != nil && !slices.Contains(from, code) {
			from = append(from, code)
		}
	}
	return slices.DeleteFunc(slices.Clone(from), func(code CriterionCode) bool {
		return code != after.Code && later.find(code) != nil && slices.ContainsFunc(from, func(other CriterionCode) bool {
			return other != code && slices.Contains(earlier.find(other).Replaces, code)
		})
	})
}

// CarriesOn tells whether a criterion of this edition came from one with that
// code, which is no longer there.
func (c *Catalogue) CarriesOn(code CriterionCode) bool {
	return slices.ContainsFunc(c.Criteria, func(criterion Criterion) bool { return slices.Contains(criterion.Replaces, code) })
}

func (c *Catalogue) find(code CriterionCode) *Criterion {
	i := slices.IndexFunc(c.Criteria, func(criterion Criterion) bool { return criterion.Code == code })
	if i < 0 {
		return nil
	}
	return &c.Criteria[i]
}

// asksTheSame tells whether an answer to one is an answer to the other. The
// Dutch text decides: it is the one that the working group agrees on.
func (c *Criterion) asksTheSame(other *Criterion) bool {
	same := func(a, b Text) bool { return a[Dutch] == b[Dutch] }
	return c.Kind == other.Kind && same(c.Question, other.Question) && same(c.Met, other.Met) && same(c.NotMeant, other.NotMeant) &&
		slices.EqualFunc(c.Points, other.Points, func(a, b Point) bool { return a.Code == b.Code && same(a.Text, b.Text) })
}
