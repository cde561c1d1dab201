package assessment_test

import (
	"strings"
	"testing"
	"time"

	"toetssteen/internal/assessment"
)

func TestEarlierOf(t *testing.T) {
	t.Parallel()
	at := func(day int) time.Time { return time.Date(2026, 11, day, 0, 0, 0, 0, time.UTC) }
	made := func(id, service string, moment assessment.Moment, day int) assessment.Assessment {
		return assessment.Assessment{ID: id, ServiceID: service, Moment: moment, StartedAt: at(day)}
	}
	all := []assessment.Assessment{
		made("before 1", "s", assessment.Before, 1), made("before 2", "s", assessment.Before, 2), made("after 3", "s", assessment.After, 3),
		made("other", "t", assessment.Before, 4), made("before 9", "s", assessment.Before, 9),
	}
	for name, c := range map[string]struct {
		of   assessment.Assessment
		want string
	}{
		"an after takes the latest before": {made("x", "s", assessment.After, 5), "before 2"},
		"what it starts from goes first":   {assessment.Assessment{ID: "x", ServiceID: "s", Moment: assessment.After, StartedAt: at(5), Previous: "after 3"}, "after 3"},
		"next year's names its own":        {assessment.Assessment{ID: "x", ServiceID: "s", Moment: assessment.Before, StartedAt: at(12), Previous: "before 9"}, "before 9"},
		"a before has none":                {made("x", "s", assessment.Before, 12), ""},
		"another service's does not count": {made("x", "u", assessment.After, 12), ""},
		"an after without a before":        {made("x", "s", assessment.After, 0), ""},
		"it is not its own":                {assessment.Assessment{ID: "before 1", ServiceID: "s", Moment: assessment.After, StartedAt: at(1)}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, found := assessment.EarlierOf(c.of, all)
			if got.ID != c.want || found != (c.want != "") {
				t.Errorf("got %q, want %q", got.ID, c.want)
			}
		})
	}
}

func TestValidateDecision(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		date, number string
		ok           bool
	}{
		"date and number":   {"2026-11-30", "2026-CBS-1204", true},
		"a number to come":  {"2026-11-30", "", true},
		"no date":           {"", "1", false},
		"no such day":       {"2026-02-30", "1", false},
		"as people write":   {"30/11/2026", "1", false},
		"a number too long": {"2026-11-30", strings.Repeat("x", assessment.MaxDecision+1), false},
		"not UTF-8":         {"2026-11-30", "\xff", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if err := assessment.ValidateDecision(c.date, c.number); (err == nil) != c.ok {
				t.Errorf("got %v", err)
			}
		})
	}
}
