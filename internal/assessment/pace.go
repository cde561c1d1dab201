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

// Pace gives how long one criterion takes somebody: the median time between
// answers given one after another. times are those of the answers, in any order.
func Pace(times []time.Time) time.Duration {
	sorted := slices.SortedFunc(slices.Values(times), time.Time.Compare)
	var intervals []time.Duration
	for i := 1; i < len(sorted); i++ {
		if d := sorted[i].Sub(sorted[i-1]); d > 0 && d < pause {
			intervals = append(intervals, d)
		}
	}
	if len(intervals) < enough {
		return usualPace
	}
	slices.Sort(intervals)
	return intervals[len(intervals)/2]
}

// Minutes gives the time that open criteria take at a pace, rounded up to
// whole minutes.
func Minutes(open int, pace time.Duration) int {
	return int((time.Duration(open)*pace + time.Minute - 1) / time.Minute)
}
