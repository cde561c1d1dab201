package assessment

import (
	"slices"

	"toetssteen/internal/strategy"
)

// Short gives how many unmet criteria at least must become met before the cell
// counts as good, 0 where it does already or where nothing is counted. What
// does not apply and what is open stay out of it.
func (c Cell) Short() int {
	lacking := GoodPercent*c.Counted() - 100*c.Met
	if lacking <= 0 {
		return 0
	}
	return (lacking + 99) / 100
}

// Lift is the least that brings a cell of the matrix to 80 %.
type Lift struct {
	Cell     Cell
	Criteria []strategy.CriterionCode // that must become met; one fewer does not do
}

// FewestChanges gives for each cell below 80 % the fewest criteria that bring
// it there, those with the least effort first. The priorities are those of
// [Priorities].
func FewestChanges(catalogue *strategy.Catalogue, answers []Answer, priorities []Priority) []Lift {
	var lifts []Lift
	for _, cell := range Score(catalogue, answers) {
		if cell.Short() == 0 {
			continue
		}
		own := catalogue.CriteriaOf(cell.Principle, cell.Kind)
		lift := Lift{Cell: cell}
		for _, p := range priorities {
			if len(lift.Criteria) < cell.Short() && slices.ContainsFunc(own, func(c strategy.Criterion) bool { return c.Code == p.Criterion }) {
				lift.Criteria = append(lift.Criteria, p.Criterion)
			}
		}
		lifts = append(lifts, lift)
	}
	return lifts
}
