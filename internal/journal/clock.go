package journal

import "time"

// Clock is a hybrid logical time: milliseconds since 1970 (UTC) in the upper
// 48 bits, a counter in the lower 16. It orders what is shown; it never
// decides what is lost (see [Survivors]).
// Source: Kulkarni et al., "Logical Physical Clocks", 2014.
type Clock int64

const counterBits = 16

// ClockAt gives the first clock value of the millisecond of t.
func ClockAt(t time.Time) Clock { return Clock(t.UnixMilli() << counterBits) }

// Time gives the wall time, exact to the millisecond, in UTC.
func (c Clock) Time() time.Time { return time.UnixMilli(int64(c) >> counterBits).UTC() }

// Next gives a value after c that is not before now, so that a computer whose
// clock jumps back keeps the order of its own operations.
func (c Clock) Next(now time.Time) Clock { return max(c+1, ClockAt(now)) }
