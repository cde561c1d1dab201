package syncer

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"toetssteen/internal/fault"
)

// Waiting between attempts.
const (
	firstWait   = 500 * time.Millisecond
	longestWait = 20 * time.Second
)

// Patience says how to wait and what time it is. The zero value uses the
// computer's clock.
type Patience struct {
	Sleep func(ctx context.Context, d time.Duration) error
	Now   func() time.Time
}

// Waiter is an error that says how long its server asks to wait (the
// Retry-After of RFC 9110 section 10.2.3).
type Waiter interface{ RetryAfter() time.Duration }

// wait waits before an attempt: doubling each time, by a random share (full
// jitter), or as long as the server asked.
func (p Patience) wait(ctx context.Context, attempt int, last error) error {
	limit := min(firstWait<<(attempt-1), longestWait)
	d := time.Duration(rand.Int64N(int64(limit)) + 1)
	var waiter Waiter
	if errors.As(last, &waiter) {
		d = max(d, min(waiter.RetryAfter(), longestWait))
	}
	if err := p.sleep(ctx, d); err != nil {
		return fault.Wrap(err, fault.Canceled, "error.canceled", nil)
	}
	return nil
}

func (p Patience) sleep(ctx context.Context, d time.Duration) error {
	if p.Sleep != nil {
		return p.Sleep(ctx, d)
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

func (p Patience) now() time.Time {
	if p.Now != nil {
		return p.Now()
	}
	return time.Now()
}
