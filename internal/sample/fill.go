package sample

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
)

// language of the sample data: what a clerk typed is in one language only.
const language strategy.Language = "nl"

// author is the device that the sample data come from. It is nobody's laptop,
// so that nobody's undo takes them back.
const author = "sample"

// Fill writes the sample town into a data folder. A folder that holds it
// already is left as it is; one with real data is refused, and unchanged.
func Fill(ctx context.Context, folder string) error {
	device := func(string) (string, error) { return author, nil }
	t, err := read()
	if err != nil {
		return err
	}
	slices.SortStableFunc(t.assessments, func(a, b sampleAssessment) int { return cmp.Compare(a.Started, b.Started) })
	when := &calendar{day: t.assessments[0].Started}
	store, err := sqlite.Open(ctx, folder, sqlite.Options{Device: device, Now: when.now})
	if err != nil {
		return err
	}
	return errors.Join(fill(ctx, store, t, when), store.Close())
}

// calendar is the clock by which the sample is written: what stands in an
// assessment was written on the day that it started. The days only go forward,
// and never past today.
type calendar struct{ day string }

// atWork is the time of day at which the sample is filled in.
const atWork = 10 * time.Hour

func (c *calendar) now() time.Time {
	now := time.Now()
	if day, err := time.Parse(time.DateOnly, c.day); err == nil && day.Add(atWork).Before(now) {
		return day.Add(atWork)
	}
	return now
}

func fill(ctx context.Context, store *sqlite.Store, t town, when *calendar) error {
	empty, err := store.Empty(ctx)
	if err != nil {
		return err
	}
	if !empty {
		return mustBeFictional(ctx, store)
	}
	// First what the data are: cut off anywhere, they are still marked.
	if err := store.SaveTown(ctx, "", sqlite.Town{Name: t.municipality.Name, Fictional: true}); err != nil {
		return err
	}
	for _, s := range t.services {
		if err := store.SaveService(ctx, "", s.service()); err != nil {
			return fmt.Errorf("fill in service %s: %w", s.ID, err)
		}
	}
	for _, s := range t.services { // all are there
		for _, target := range s.BuildsOn {
			if err := store.SetBuildsOn(ctx, "", s.ID, target, true); err != nil {
				return fmt.Errorf("fill in what %s builds on: %w", s.ID, err)
			}
		}
	}
	for _, a := range t.assessments {
		when.day = a.Started
		if err := a.save(ctx, store); err != nil {
			return fmt.Errorf("fill in assessment %s: %w", a.ID, err)
		}
	}
	// After the answers: one that is done asks to look at them again.
	when.day = ""
	for _, i := range t.improvements {
		action := i.action()
		if err := errors.Join(action.Validate(strategy.Current()), store.SaveImprovements(ctx, "", action)); err != nil {
			return fmt.Errorf("fill in improvement action %s: %w", i.ID, err)
		}
	}
	return nil
}

func mustBeFictional(ctx context.Context, store *sqlite.Store) error {
	town, err := store.Town(ctx)
	if err != nil {
		return err
	}
	if !town.Fictional {
		return fault.New(fault.Conflict, "error.not_sample_folder", fault.Args{"Path": store.Folder()})
	}
	return nil
}

func (s service) service() assessment.Service {
	return assessment.Service{
		ID: s.ID, Kind: s.Kind, OpensUp: s.OpensUp, Name: s.Name.In(language), Audience: s.Audience, BudgetEuro: s.BudgetEuro, Users: s.Users,
		Development: s.Development, Planned: s.Planned, OwnerRole: s.OwnerRole.In(language),
	}
}

func (i improvement) action() assessment.ImprovementAction {
	return assessment.ImprovementAction{
		ID: i.ID, ServiceID: i.Service, AssessmentID: i.Assessment, Criteria: i.Criteria, Title: i.Title.In(language), Note: i.Note.In(language),
		Owner: i.Owner.In(language), Due: i.Due, Effort: i.Effort, Budget: i.Budget, Aid: i.Aid, Status: i.Status,
		StrategyAction: i.StrategyAction, Plan: i.Plan,
	}
}

func (a sampleAssessment) save(ctx context.Context, store *sqlite.Store) error {
	started, err := time.Parse(time.DateOnly, a.Started)
	if err != nil {
		return fmt.Errorf("read date: %w", err)
	}
	catalogue := strategy.Current()
	if err := store.StartAssessment(ctx, "", assessment.Assessment{
		ID: a.ID, ServiceID: a.Service, Moment: a.Moment, Edition: catalogue.Edition.Edition, StartedAt: started, Previous: a.Previous,
	}, nil); err != nil {
		return err
	}
	var answers []assessment.Answer
	for _, given := range a.Answers {
		answer := assessment.Answer{Criterion: given.Criterion, Verdict: given.Verdict, Explanation: given.Explanation.In(language)}
		if err := answer.Validate(catalogue); err != nil {
			return err
		}
		answers = append(answers, answer)
	}
	return store.SaveAnswers(ctx, "", a.ID, answers...)
}
