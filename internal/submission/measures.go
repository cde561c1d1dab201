package submission

import "slices"

// MeasureChange says what became of a planned measure between two versions.
type MeasureChange struct {
	Title string
	Kind  MeasureChangeKind
	Facts []MeasureFact // that differ, of one that changed
}

// MeasureChangeKind says what became of a measure.
type MeasureChangeKind string

// What can become of it.
const (
	MeasureAdded   MeasureChangeKind = "added"
	MeasureGone    MeasureChangeKind = "gone"
	MeasureChanged MeasureChangeKind = "changed"
)

// MeasureFact names what is said of a measure.
type MeasureFact string

// What is said of it.
const (
	StatusFact   MeasureFact = "status"
	DueFact      MeasureFact = "due"
	OwnerFact    MeasureFact = "owner"
	BudgetFact   MeasureFact = "budget"
	CriteriaFact MeasureFact = "criteria"
)

// MeasureChanges gives what became of the measures, by title: those of the
// later document in its order, then what it does not have any more. Of
// measures with one title the first is held against the first.
func MeasureChanges(replaced, by Document) []MeasureChange {
	earlier := slices.Clone(replaced.Measures)
	var list []MeasureChange
	for _, m := range by.Measures {
		i := slices.IndexFunc(earlier, func(was Measure) bool { return was.Title == m.Title })
		if i < 0 {
			list = append(list, MeasureChange{Title: m.Title, Kind: MeasureAdded})
			continue
		}
		if facts := m.otherThan(earlier[i]); facts != nil {
			list = append(list, MeasureChange{Title: m.Title, Kind: MeasureChanged, Facts: facts})
		}
		earlier = slices.Delete(earlier, i, i+1)
	}
	for _, m := range earlier {
		list = append(list, MeasureChange{Title: m.Title, Kind: MeasureGone})
	}
	return list
}

func (m Measure) otherThan(was Measure) []MeasureFact {
	var facts []MeasureFact
	for _, fact := range []struct {
		name    MeasureFact
		differs bool
	}{
		{StatusFact, m.Status != was.Status},
		{DueFact, m.Due != was.Due},
		{OwnerFact, m.Owner != was.Owner},
		{BudgetFact, m.Budget != was.Budget},
		{CriteriaFact, !slices.Equal(m.Criteria, was.Criteria)},
	} {
		if fact.differs {
			facts = append(facts, fact.name)
		}
	}
	return facts
}
