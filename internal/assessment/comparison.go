package assessment

import (
	"slices"

	"toetssteen/internal/strategy"
)

// The number of sides that can be compared. More than five can't be told
// apart in one chart.
const (
	MinSides = 2
	MaxSides = 5
)

// Side is what is compared: an assessment, or the counts of a benchmark.
type Side struct {
	ID        string // tells it from the others
	Catalogue *strategy.Catalogue
	Answers   []Answer // one per criterion, see [Complete]; nil for a benchmark
	Evidence  []Evidence
	Benchmark Tally // nil for an assessment
}

// Tally counts by criterion what many assessments said.
type Tally map[strategy.CriterionCode]Count

// Count is how often a criterion was met, not met, or did not apply.
type Count struct{ Met, Unmet, NotApplicable int }

// Most is what more than half of those that the criterion applies to said. It
// is [Open] where they are divided evenly, or where there are none.
func (c Count) Most() Verdict {
	switch {
	case c.Met > c.Unmet:
		return Yes
	case c.Unmet > c.Met:
		return No
	case c.Met == 0 && c.NotApplicable > 0:
		return NotApplicable
	}
	return Open
}

// Asks says whether the sides were asked the same.
type Asks string

// The kinds.
const (
	AsksSame   Asks = "same"
	AsksOther  Asks = "reworded" // by some of their editions it asks something else
	AsksInSome Asks = "only_some"
)

// Outcome says how the sides do on a criterion.
type Outcome string

// The outcomes.
const (
	Differs    Outcome = "differs"
	AllMet     Outcome = "all_met"
	AllUnmet   Outcome = "all_unmet"
	Uncompared Outcome = "uncompared" // fewer than two sides have a verdict that counts, or they were asked something else
)

// Stand is what one side says about a criterion.
type Stand struct {
	Asked       bool // its edition has the criterion, or the one that it came from
	Verdict     Verdict
	Explanation string
	Evidence    []Evidence
	Count       *Count // of a benchmark
}

// Line compares one criterion.
type Line struct {
	Criterion *strategy.Criterion // of the latest edition that has it
	Asks      Asks
	Outcome   Outcome
	Stands    []Stand // one per side
}

// Ideas gives the sides that meet a criterion that others do not: what these
// wrote is an idea for the others.
func (l Line) Ideas() []int {
	if l.Outcome != Differs {
		return nil
	}
	var sides []int
	for i, s := range l.Stands {
		if s.Verdict == Yes {
			sides = append(sides, i)
		}
	}
	return sides
}

// CellComparison is a principle by a kind of criteria.
type CellComparison struct {
	Principle strategy.PrincipleCode
	Kind      strategy.Kind
	Cells     []Cell // of each side, as its own result shows it
	Better    []int  // criteria on which each side does better than another one
	Worse     []int
	Differs   int // criteria on which sides differ
	Same      int // criteria on which all do the same
}

// Comparison is what sides have in common and where they differ.
type Comparison struct {
	Edition string // the latest of theirs, whose order and words are used
	Lines   []Line // those that differ first, each part in the strategy's order
	Cells   []CellComparison
	Better  []int // criteria on which each side does better than another one
	Worse   []int

	Alike    int // criteria that ask all sides the same
	Reworded int
	InSome   int // criteria that only some of the editions have
}

// Compared compares sides. It says nothing about which of them came first:
// their order does not change what is found.
func Compared(sides []Side) Comparison {
	latest := sides[0].Catalogue
	for _, s := range sides {
		if strategy.Order(s.Catalogue.Edition.Edition, latest.Edition.Edition) > 0 {
			latest = s.Catalogue
		}
	}
	c := Comparison{Edition: latest.Edition.Edition, Better: make([]int, len(sides)), Worse: make([]int, len(sides))}
	c.Lines = linesOf(latest, sides)
	for _, l := range c.Lines {
		c.count(l)
	}
	c.Cells = cellsOf(latest, sides, c.Lines)
	slices.SortStableFunc(c.Lines, func(a, b Line) int { return a.differsFirst() - b.differsFirst() })
	return c
}

func (l Line) differsFirst() int {
	if l.Outcome == Differs {
		return 0
	}
	return 1
}

func (c *Comparison) count(l Line) {
	switch l.Asks {
	case AsksSame:
		c.Alike++
	case AsksOther:
		c.Reworded++
	case AsksInSome:
		c.InSome++
	}
	l.add(c.Better, c.Worse)
}

// add counts for each side whether it does better or worse on a criterion.
func (l Line) add(better, worse []int) {
	if l.Outcome != Differs {
		return
	}
	for i, s := range l.Stands {
		switch s.Verdict {
		case Yes:
			better[i]++
		case No:
			worse[i]++
		}
	}
}

// place is a criterion of one side beside a criterion of the latest edition.
type place struct {
	code strategy.CriterionCode // in the side's own edition
	same bool
}

// placed gives where the criteria of the latest edition stand in a side's own.
func placed(latest *strategy.Catalogue, s Side) map[strategy.CriterionCode]place {
	places := make(map[strategy.CriterionCode]place)
	for _, change := range strategy.Compare(s.Catalogue, latest) {
		if change.After != nil && len(change.From) > 0 {
			places[change.Code] = place{change.From[0], change.Kind == strategy.Stayed}
		}
	}
	return places
}

func linesOf(latest *strategy.Catalogue, sides []Side) []Line {
	var places []map[strategy.CriterionCode]place
	for _, s := range sides {
		places = append(places, placed(latest, s))
	}
	var lines []Line
	for i := range latest.Criteria {
		criterion := &latest.Criteria[i]
		line := Line{Criterion: criterion, Asks: AsksSame}
		for n, s := range sides {
			at, has := places[n][criterion.Code]
			line.Asks = line.Asks.with(has, at.same)
			line.Stands = append(line.Stands, s.stand(at.code, has))
		}
		line.Outcome = line.outcome()
		lines = append(lines, line)
	}
	return append(lines, gone(sides, latest)...)
}

func (a Asks) with(has, same bool) Asks {
	switch {
	case !has:
		return AsksInSome
	case !same && a == AsksSame:
		return AsksOther
	}
	return a
}

// gone gives the criteria that the latest edition has no more, and that
// nothing came from.
func gone(sides []Side, latest *strategy.Catalogue) []Line {
	of := make(map[strategy.CriterionCode]*strategy.Criterion)
	var codes []strategy.CriterionCode
	newest := slices.Clone(sides)
	slices.SortStableFunc(newest, func(a, b Side) int {
		return strategy.Order(b.Catalogue.Edition.Edition, a.Catalogue.Edition.Edition)
	})
	for _, s := range newest {
		for _, change := range strategy.Compare(s.Catalogue, latest) {
			if change.Kind == strategy.Retired && of[change.Code] == nil {
				of[change.Code], codes = change.Before, append(codes, change.Code)
			}
		}
	}
	var lines []Line
	for _, code := range codes {
		line := Line{Criterion: of[code], Asks: AsksInSome, Outcome: Uncompared}
		for _, s := range sides {
			_, err := s.Catalogue.Criterion(code)
			line.Stands = append(line.Stands, s.stand(code, err == nil))
		}
		lines = append(lines, line)
	}
	return lines
}

func (s Side) stand(code strategy.CriterionCode, asked bool) Stand {
	if !asked {
		return Stand{}
	}
	if s.Benchmark != nil {
		count := s.Benchmark[code]
		return Stand{Asked: true, Verdict: count.Most(), Count: &count}
	}
	stand := Stand{Asked: true}
	for _, a := range s.Answers {
		if a.Criterion == code {
			stand.Verdict, stand.Explanation = a.Verdict, a.Explanation
		}
	}
	for _, e := range s.Evidence {
		if e.Criterion == code {
			stand.Evidence = append(stand.Evidence, e)
		}
	}
	return stand
}

func (l Line) outcome() Outcome {
	met, unmet := 0, 0
	for _, s := range l.Stands {
		switch s.Verdict {
		case Yes:
			met++
		case No:
			unmet++
		}
	}
	switch {
	case l.Asks != AsksSame || met+unmet < MinSides:
		return Uncompared
	case met > 0 && unmet > 0:
		return Differs
	case met > 0:
		return AllMet
	}
	return AllUnmet
}

func cellsOf(latest *strategy.Catalogue, sides []Side, lines []Line) []CellComparison {
	var scores []Matrix
	for _, s := range sides {
		scores = append(scores, s.score())
	}
	var cells []CellComparison
	for _, principle := range latest.Principles {
		for _, kind := range []strategy.Kind{strategy.User, strategy.Inclusion} {
			cell := CellComparison{Principle: principle.Code, Kind: kind, Better: make([]int, len(sides)), Worse: make([]int, len(sides))}
			for _, matrix := range scores {
				cell.Cells = append(cell.Cells, matrix.cell(principle.Code, kind))
			}
			for _, l := range lines {
				if l.Criterion.Principle != principle.Code || l.Criterion.Kind != kind {
					continue
				}
				l.add(cell.Better, cell.Worse)
				switch l.Outcome {
				case Differs:
					cell.Differs++
				case AllMet, AllUnmet:
					cell.Same++
				}
			}
			cells = append(cells, cell)
		}
	}
	return cells
}

// score gives the matrix of a side. That of a benchmark counts the answers of
// all its assessments.
func (s Side) score() Matrix {
	if s.Benchmark == nil {
		return Score(s.Catalogue, s.Answers)
	}
	matrix := Score(s.Catalogue, nil)
	for i := range matrix {
		cell := Cell{Principle: matrix[i].Principle, Kind: matrix[i].Kind}
		for _, criterion := range s.Catalogue.CriteriaOf(cell.Principle, cell.Kind) {
			count := s.Benchmark[criterion.Code]
			cell.Met += count.Met
			cell.Unmet += count.Unmet
			cell.NotApplicable += count.NotApplicable
		}
		cell.Total = cell.Met + cell.Unmet + cell.NotApplicable
		matrix[i] = cell
	}
	return matrix
}

func (m Matrix) cell(principle strategy.PrincipleCode, kind strategy.Kind) Cell {
	for _, c := range m {
		if c.Principle == principle && c.Kind == kind {
			return c
		}
	}
	return Cell{Principle: principle, Kind: kind} // its edition has no such principle
}
