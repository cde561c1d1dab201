package assessment

import "toetssteen/internal/strategy"

// GoodPercent is the share of criteria from which a principle counts as good
// (strategy 6.4.4).
const GoodPercent = 80

// State is the colour of a cell in the matrix, without the colour.
type State string

// The states. The first three are those of strategy 6.4.4.
const (
	Good       State = "good"           // at least 80 % met
	Partial    State = "partial"        // less than 80 % met, but some
	None       State = "none"           // none met
	NothingSet State = "not_applicable" // no criterion applies
	StillOpen  State = "open"           // nothing to score yet
)

// Cell is the score of one principle by one kind of criterion.
type Cell struct {
	Principle     strategy.PrincipleCode
	Kind          strategy.Kind
	Total         int
	Met           int
	Unmet         int
	NotApplicable int // leaves the count (strategy 6.4.4)
	Open          int // not answered yet: not in the count either
}

// Counted is the number of criteria that the score is over.
func (c Cell) Counted() int { return c.Met + c.Unmet }

// Percent is the share of counted criteria that is met, rounded down, so that
// what is shown as 80 is good. It is 0 where nothing is counted.
func (c Cell) Percent() int {
	if c.Counted() == 0 {
		return 0
	}
	return 100 * c.Met / c.Counted()
}

// State gives the cell's state.
func (c Cell) State() State {
	switch {
	case c.Counted() == 0 && c.Open > 0:
		return StillOpen
	case c.Counted() == 0:
		return NothingSet
	case c.Met == 0:
		return None
	case c.Percent() >= GoodPercent:
		return Good
	default:
		return Partial
	}
}

// Provisional tells whether open criteria may still change the state.
func (c Cell) Provisional() bool { return c.Open > 0 && c.State() != StillOpen }

// Matrix is the score of an assessment: principle by principle in the
// strategy's order, user criteria before inclusion criteria.
type Matrix []Cell

// Score counts the answers, which are one per criterion of the catalogue
// (see [Complete]).
func Score(catalogue *strategy.Catalogue, answers []Answer) Matrix {
	verdicts := make(map[strategy.CriterionCode]Verdict, len(answers))
	for _, a := range answers {
		verdicts[a.Criterion] = a.Verdict
	}
	var matrix Matrix
	for _, principle := range catalogue.Principles {
		for _, kind := range []strategy.Kind{strategy.User, strategy.Inclusion} {
			cell := Cell{Principle: principle.Code, Kind: kind}
			for _, criterion := range catalogue.CriteriaOf(principle.Code, kind) {
				cell.count(verdicts[criterion.Code])
			}
			matrix = append(matrix, cell)
		}
	}
	return matrix
}

// Sum counts over all cells; the principle and kind are empty.
func (m Matrix) Sum() Cell {
	var sum Cell
	for _, c := range m {
		sum.Total += c.Total
		sum.Met += c.Met
		sum.Unmet += c.Unmet
		sum.NotApplicable += c.NotApplicable
		sum.Open += c.Open
	}
	return sum
}

func (c *Cell) count(v Verdict) {
	c.Total++
	switch v {
	case Yes:
		c.Met++
	case No:
		c.Unmet++
	case NotApplicable:
		c.NotApplicable++
	default:
		c.Open++
	}
}
