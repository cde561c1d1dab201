package assessment

import "toetssteen/internal/strategy"

// MeasuredMove says what moving an assessment to another edition does to its
// measurements. None is dropped.
type MeasuredMove struct {
	Carried []Measurement // mean the same in the later edition, and are of it from now on
	Changed []Measurement // their indicator asks something else now: they suggest nothing until it is measured again
	Gone    []Measurement // of indicators that are no longer there
}

// MoveMeasured works out what a move does to measurements. It changes
// nothing.
func MoveMeasured(earlier, later *strategy.Catalogue, measurements []Measurement) MeasuredMove {
	var move MeasuredMove
	for _, m := range measurements {
		before, err := earlier.Indicator(m.Indicator)
		had := err == nil
		after, err := later.Indicator(m.Indicator)
		if err != nil {
			if had { // else it was put aside before
				move.Gone = append(move.Gone, m)
			}
			continue
		}
		if had && m.By(earlier.Edition.Edition) && before.MeasuresTheSame(after) {
			m.Edition = later.Edition.Edition
			move.Carried = append(move.Carried, m)
			continue
		}
		move.Changed = append(move.Changed, m)
	}
	return move
}
