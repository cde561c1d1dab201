package assessment_test

import (
	"slices"
	"strings"
	"testing"

	"toetssteen/internal/assessment"
)

func TestTurns(t *testing.T) {
	t.Parallel()
	turn := func(kind assessment.StepKind, day string) assessment.Turn {
		return assessment.Turn{Kind: kind, Day: day, Service: "Loket", ServiceID: "s", Moment: assessment.Before}
	}
	after := func(of assessment.Turn) assessment.Turn { of.Moment = assessment.After; return of }
	for name, c := range map[string]struct{ first, second assessment.Turn }{
		"an action that is overdue and an assessment without a day": {
			turn(assessment.ImproveOne, "2026-10-31"), turn(assessment.ContinueOne, "")},
		"an overdue action and one that came back": {turn(assessment.ImproveOne, "2026-10-31"), turn(assessment.CorrectOne, "")},
		"two days":                         {turn(assessment.ImproveOne, "2026-11-30"), turn(assessment.ImproveOne, "2026-12-01")},
		"a day in a month":                 {turn(assessment.ImproveOne, "2026-11-30"), turn(assessment.StartOne, "2026-11")},
		"a month before a day":             {turn(assessment.StartOne, "2026-11"), turn(assessment.ImproveOne, "2026-12-01")},
		"begun and yet to begin":           {turn(assessment.ContinueOne, ""), turn(assessment.StartOne, "")},
		"a start with a month goes first":  {turn(assessment.StartOne, "2027-03"), turn(assessment.ContinueOne, "")},
		"what waits comes last":            {turn(assessment.StartOne, ""), turn(assessment.AwaitReceipt, "2026-01")},
		"beforehand and afterwards can go": {turn(assessment.ResubmitOne, "2026-11"), after(turn(assessment.SubmitOne, "2026-11"))},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if c.first.Compare(c.second) >= 0 || c.second.Compare(c.first) <= 0 {
				t.Errorf("%+v does not come before %+v", c.first, c.second)
			}
		})
	}
}

func TestNextStepsInTurn(t *testing.T) {
	t.Parallel()
	n := int64(600_000)
	service := func(id, planned string) assessment.Service {
		return assessment.Service{ID: id, Name: id, BudgetEuro: &n, Development: assessment.New, Planned: planned}
	}
	ready := func(id, of string, moment assessment.Moment, standing assessment.Standing) assessment.Assessed {
		return assessment.Assessed{Assessment: assessment.Assessment{ID: id, ServiceID: of, Moment: moment}, Standing: standing}
	}
	steps := assessment.NextSteps(
		[]assessment.Service{service("geen", ""), service("laat", "2027-03"), service("vroeg", "2026-12"), service("wacht", "2026-01"), service("loopt", "")},
		[]assessment.Assessed{
			ready("1", "vroeg", assessment.After, assessment.Completed), ready("2", "vroeg", assessment.Before, assessment.Changed),
			ready("3", "wacht", assessment.Before, assessment.Submitted), ready("4", "loopt", assessment.Before, assessment.SentBack),
		})
	var got []string
	for _, s := range steps {
		got = append(got, s.Service.Name+" "+string(s.Kind)+" "+string(s.Moment))
	}
	want := []string{"vroeg resubmit before", "vroeg submit after", "laat start before", "loopt correct before", "geen start before", "wacht receipt before"}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
