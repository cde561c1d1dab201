package report

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
)

// check refuses a report that lacks what it must say, or whose answers are not
// those of its criteria: such a page is worse than no report. What people
// typed may be anything.
func (r *AssessmentReport) check() error {
	for _, field := range []struct{ name, value string }{
		{"language", string(r.Language)}, {"town", r.Town}, {"service.name", r.Service.Name}, {"edition", r.Assessment.Edition},
	} {
		if strings.TrimSpace(field.value) == "" {
			return inconsistent(field.name, errors.New("is empty"))
		}
	}
	if r.Date.IsZero() {
		return inconsistent("date", errors.New("is empty"))
	}
	if r.Catalogue == nil || len(r.Catalogue.Criteria) == 0 {
		return inconsistent("criteria", errors.New("are missing"))
	}
	if err := assessment.ValidateMoment(r.Assessment.Moment); err != nil {
		return inconsistent("moment", err)
	}
	if !isMonth(r.Service.Planned) {
		return inconsistent("service.planned", fmt.Errorf("is %q", r.Service.Planned))
	}
	switch r.Service.Development {
	case "", assessment.New, assessment.Reworked, assessment.Existing:
	default:
		return inconsistent("service.development", fmt.Errorf("is %q", r.Service.Development))
	}
	return r.checkAnswers()
}

// checkAnswers wants one answer for each criterion, in the same order.
func (r *AssessmentReport) checkAnswers() error {
	answers := r.Assessment.Answers
	if len(answers) != len(r.Catalogue.Criteria) {
		return inconsistent("answers", fmt.Errorf("are %d for %d criteria", len(answers), len(r.Catalogue.Criteria)))
	}
	for i, criterion := range r.Catalogue.Criteria {
		if answers[i].Criterion != criterion.Code {
			return inconsistent("answers", fmt.Errorf("have %s in the place of %s", answers[i].Criterion, criterion.Code))
		}
		switch answers[i].Verdict {
		case assessment.Yes, assessment.No, assessment.NotApplicable, assessment.Open:
		default:
			return inconsistent("answers", fmt.Errorf("have the verdict %q for %s", answers[i].Verdict, criterion.Code))
		}
	}
	return nil
}

func isMonth(text string) bool {
	_, err := time.Parse("2006-01", text)
	return text == "" || err == nil
}

func inconsistent(field string, err error) error {
	return fault.Wrap(fmt.Errorf("%s %w", field, err), fault.Internal, "error.report_inconsistent", fault.Args{"Field": field})
}
