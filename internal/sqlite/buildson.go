package sqlite

import (
	"context"
	"fmt"

	"toetssteen/internal/assessment"
	"toetssteen/internal/journal"
)

// SetBuildsOn says that a service builds on something, or no longer does. The
// caller has looked for circles.
func (s *Store) SetBuildsOn(ctx context.Context, user, service string, target assessment.Target, holds bool) error {
	if err := target.Validate(); err != nil {
		return err
	}
	if _, err := s.Service(ctx, service); err != nil {
		return err
	}
	var value any
	if holds {
		value = true
	}
	_, err := s.write(ctx, user, journal.Edit{
		Object: journal.Object{Kind: kindBuildsOn, ID: service + "/" + string(target)}, Field: "holds", Value: value})
	if err != nil {
		return fmt.Errorf("save what a service builds on: %w", err)
	}
	return nil
}

// BuildsOn gives what each service builds on.
func (s *Store) BuildsOn(ctx context.Context) (map[string][]assessment.Target, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT service, target FROM builds_on WHERE holds = 1 ORDER BY id`)
	if err != nil {
		return nil, storageFault(fmt.Errorf("query what services build on: %w", err), s.folder)
	}
	defer rows.Close()
	on := make(map[string][]assessment.Target)
	for rows.Next() {
		var service string
		var target assessment.Target
		if err := rows.Scan(&service, &target); err != nil {
			return nil, fmt.Errorf("read what a service builds on: %w", err)
		}
		on[service] = append(on[service], target)
	}
	return on, storageFault(rows.Err(), s.folder)
}

// LatestOf gives the assessment that was started last of each of some
// services, with its answers. One without an assessment is left out.
func (s *Store) LatestOf(ctx context.Context, services []string) (map[string]assessment.Assessment, error) {
	if len(services) == 0 {
		return nil, nil
	}
	asked := make([]any, 0, len(services))
	for _, id := range services {
		asked = append(asked, id)
	}
	heads, err := s.assessments(ctx, assessmentQuery+` AND a.service IN (`+places(len(asked))+`) ORDER BY a.started_at DESC, a.id DESC`, asked...)
	if err != nil {
		return nil, storageFault(err, s.folder)
	}
	latest := make(map[string]assessment.Assessment)
	for _, a := range heads {
		if _, already := latest[a.ServiceID]; already {
			continue
		}
		answers, err := s.answers(ctx, a.ID)
		if err != nil {
			return nil, storageFault(err, s.folder)
		}
		a.Answers = answers[a.ID]
		latest[a.ServiceID] = a
	}
	return latest, nil
}

// AssessedServices tells of which services there is an assessment.
func (s *Store) AssessedServices(ctx context.Context) (map[string]bool, error) {
	ids, err := s.texts(ctx, `SELECT DISTINCT service FROM (`+assessmentQuery+`)`)
	if err != nil {
		return nil, err
	}
	assessed := make(map[string]bool, len(ids))
	for _, id := range ids {
		assessed[id] = true
	}
	return assessed, nil
}
