package assessment

import (
	"slices"
	"time"
)

const (
	usualPace = 25 * time.Second // for one criterion, before somebody's own pace is known
	pause     = 5 * time.Minute  // longer between two answers means that something else was done
	enough    = 5                // intervals that make a pace one's own
)

// paceOr gives how long one criterion takes somebody: the median time between
// answers given one after another. times are those of the answers, in any order.
func paceOr(usual time.Duration, times []time.Time) time.Duration {
	sorted := slices.SortedFunc(slices.Values(times), time.Time.Compare)
	var intervals []time.Duration
	for i := 1; i < len(sorted); i++ {
		if d := sorted[i].Sub(sorted[i-1]); d > 0 && d < pause {
			intervals = append(intervals, d)
		}
	}
	if len(intervals) < enough {
		return usual
	}
	slices.Sort(intervals)
	return intervals[len(intervals)/2]
}

const (
	usualConfirming = 8 * time.Second // for one proposal, before somebody's own pace is known
	leastConfirming = 2 * time.Second // nobody reads faster
)

// Paces are how long things take somebody.
type Paces struct {
	Answering  time.Duration // a criterion from nothing
	Confirming time.Duration // a proposal: mostly "still true?" and one key
}

// PacesOf learns both. confirming are the times of verdicts in assessments
// that start from an earlier one: most answers there confirm, so the median
// tells how long that takes, and needs no record of which did. Confirming never
// counts for more than answering.
func PacesOf(answering, confirming []time.Time) Paces {
	p := Paces{Answering: paceOr(usualPace, answering)}
	p.Confirming = min(max(paceOr(usualConfirming, confirming), leastConfirming), p.Answering)
	return p
}

// Minutes gives the time that the open criteria take, rounded up to whole
// minutes.
func (p Progress) Minutes(paces Paces) int {
	left := time.Duration(p.Open-p.Proposed)*paces.Answering + time.Duration(p.Proposed)*paces.Confirming
	return int((left + time.Minute - 1) / time.Minute)
}
