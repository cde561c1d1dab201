package strategy

import "reflect"

// MeasuresTheSame tells whether a figure that was found for one indicator is a
// figure for the other, and is judged alike. The Dutch text decides, as for
// criteria.
func (i Indicator) MeasuresTheSame(other Indicator) bool {
	return i.Criterion == other.Criterion && i.Type == other.Type && i.Measure == other.Measure &&
		i.Question[Dutch] == other.Question[Dutch] && i.Unit[Dutch] == other.Unit[Dutch] &&
		reflect.DeepEqual(i.Scale, other.Scale) && reflect.DeepEqual(i.Threshold, other.Threshold) && reflect.DeepEqual(i.Suggests, other.Suggests)
}
