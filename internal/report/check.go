package report

import (
	"fmt"
	"strings"

	"toetssteen/internal/fault"
)

// check refuses a report that lacks what it must say, or contradicts itself: a
// number that doesn't fit the answers beside it is worse than no report.
func (r *AssessmentReport) check() error {
	for _, field := range []struct{ name, value string }{
		{"language", r.Language}, {"town", r.Town}, {"service.name", r.Service.Name}, {"edition", r.Edition},
	} {
		if strings.TrimSpace(field.value) == "" {
			return inconsistent(field.name, "is empty")
		}
	}
	switch {
	case r.Date.IsZero():
		return inconsistent("date", "is empty")
	case r.Moment != Before && r.Moment != After:
		return inconsistent("moment", fmt.Sprintf("is %q", r.Moment))
	case r.Service.Planned != "" && !isMonth(r.Service.Planned):
		return inconsistent("service.planned", fmt.Sprintf("is %q", r.Service.Planned))
	case len(r.Principles) == 0 || len(r.Criteria) == 0:
		return inconsistent("criteria", "are missing")
	case r.GoodFrom < 1 || r.GoodFrom > 100:
		return inconsistent("goodFrom", fmt.Sprintf("is %d", r.GoodFrom))
	}
	switch r.Service.Development {
	case "", New, Reworked, Existing:
	default:
		return inconsistent("service.development", fmt.Sprintf("is %q", r.Service.Development))
	}
	return r.checkNumbers()
}

type cellKey struct {
	principle string
	kind      Kind
}

// checkNumbers compares the matrix and the totals with the answers.
func (r *AssessmentReport) checkNumbers() error {
	counted := map[cellKey]*Totals{}
	for _, p := range r.Principles {
		for _, k := range kinds {
			counted[cellKey{p.Code, k}] = &Totals{}
		}
	}
	var all Totals
	for _, c := range r.Criteria {
		cell, ok := counted[cellKey{c.Principle, c.Kind}]
		if !ok {
			return inconsistent("criterion "+c.Code, "belongs to no cell of the matrix")
		}
		if !cell.count(c.Verdict) || !all.count(c.Verdict) {
			return inconsistent("criterion "+c.Code, fmt.Sprintf("has the verdict %q", c.Verdict))
		}
	}
	if all != r.Totals {
		return inconsistent("totals", fmt.Sprintf("are %+v for answers that give %+v", r.Totals, all))
	}
	if len(r.Matrix) != len(counted) {
		return inconsistent("matrix", fmt.Sprintf("has %d cells for %d", len(r.Matrix), len(counted)))
	}
	for _, c := range r.Matrix {
		key := cellKey{c.Principle, c.Kind}
		t, ok := counted[key]
		if !ok {
			return inconsistent("matrix", fmt.Sprintf("has no place for %v, or has it twice", key))
		}
		delete(counted, key)
		if c.Met != t.Met || c.Counted != t.Met+t.Unmet || c.NotApplicable != t.NotApplicable || c.Open != t.Open {
			return inconsistent("matrix", fmt.Sprintf("has %+v for answers that give %+v", c, *t))
		}
		if !knownState(c.State) || c.Percent < 0 || c.Percent > 100 {
			return inconsistent("matrix", fmt.Sprintf("has a cell %+v", c))
		}
	}
	return nil
}

// count adds a verdict; it refuses an unknown one.
func (t *Totals) count(v Verdict) bool {
	switch v {
	case Yes:
		t.Met++
	case No:
		t.Unmet++
	case NotApplicable:
		t.NotApplicable++
	case Open:
		t.Open++
	default:
		return false
	}
	return true
}

func knownState(s State) bool {
	switch s {
	case Good, Partial, None, NothingSet, StillOpen:
		return true
	}
	return false
}

func inconsistent(field, problem string) error {
	return fault.Wrap(fmt.Errorf("%s %s", field, problem), fault.Internal, "error.report_inconsistent", fault.Args{"Field": field})
}
