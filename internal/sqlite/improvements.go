package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
	"toetssteen/internal/strategy"
)

// SaveImprovements adds improvement actions, or changes those with their ids,
// as one change. Only fields that differ are written. The caller has
// validated them against the editions.
func (s *Store) SaveImprovements(ctx context.Context, user string, actions ...assessment.ImprovementAction) error {
	var edits []journal.Edit
	for _, a := range actions {
		if a.ServiceID != "" {
			if _, err := s.Service(ctx, a.ServiceID); err != nil {
				return err
			}
		}
		edits = append(edits, improvementEdits(a)...)
	}
	if _, err := s.write(ctx, user, edits...); err != nil {
		return fmt.Errorf("save improvement action: %w", err)
	}
	return nil
}

func improvementEdits(a assessment.ImprovementAction) []journal.Edit {
	object := journal.Object{Kind: kindImprovement, ID: a.ID}
	var strategyAction any
	if a.StrategyAction != 0 {
		strategyAction = a.StrategyAction
	}
	return []journal.Edit{
		{Object: object, Field: "service", Value: emptyIsNull(a.ServiceID)},
		{Object: object, Field: "assessment", Value: emptyIsNull(a.AssessmentID)},
		{Object: object, Field: "criteria", Value: noneIsNull(a.Criteria)},
		{Object: object, Field: "title", Value: a.Title},
		{Object: object, Field: "note", Value: emptyIsNull(a.Note)},
		{Object: object, Field: "owner", Value: emptyIsNull(a.Owner)},
		{Object: object, Field: "due", Value: emptyIsNull(a.Due)},
		{Object: object, Field: "effort", Value: emptyIsNull(a.Effort)},
		{Object: object, Field: "budget", Value: emptyIsNull(a.Budget)},
		{Object: object, Field: "aid", Value: emptyIsNull(a.Aid)},
		{Object: object, Field: "status", Value: a.Status},
		{Object: object, Field: "strategy_action", Value: strategyAction},
		{Object: object, Field: "plan", Value: emptyIsNull(a.Plan)},
		{Object: object, Field: "still_unmet", Value: noneIsNull(a.StillUnmet)},
	}
}

// noneIsNull writes an empty list as no value.
func noneIsNull[T any](list []T) any {
	if len(list) == 0 {
		return nil
	}
	return list
}

// RemoveImprovement takes an action away; undoing brings it back whole.
func (s *Store) RemoveImprovement(ctx context.Context, user, id string) error {
	if _, err := s.Improvement(ctx, id); err != nil {
		return err
	}
	_, err := s.write(ctx, user, journal.Edit{
		Object: journal.Object{Kind: kindImprovement, ID: id}, Field: "removed", Value: true})
	if err != nil {
		return fmt.Errorf("remove improvement action: %w", err)
	}
	return nil
}

// Who changed it stands in the row of max(), which must therefore stay the only one.
const improvementQuery = `
	SELECT i.id,
	       coalesce(i.service, ''),
	       coalesce(i.assessment, ''),
	       coalesce(i.criteria, 'null'),
	       i.title,
	       coalesce(i.note, ''),
	       coalesce(i.owner, ''),
	       coalesce(i.due, ''),
	       coalesce(i.effort, ''),
	       coalesce(i.budget, ''),
	       coalesce(i.aid, ''),
	       coalesce(i.status, 'to_start'),
	       coalesce(i.strategy_action, 0),
	       coalesce(i.plan, ''),
	       coalesce(i.still_unmet, 'null'),
	       max(o.clock),
	       o.user,
	       coalesce((SELECT max(so.clock)
	                 FROM survivor sv JOIN operation so ON so.id = sv.operation
	                 WHERE sv.kind = 'improvement_action' AND sv.object = i.id AND sv.field = 'status'), 0)
	FROM improvement_action i
	LEFT JOIN service s ON s.id = i.service
	JOIN survivor v ON v.kind = 'improvement_action' AND v.object = i.id
	JOIN operation o ON o.id = v.operation
	WHERE i.title IS NOT NULL
	  AND i.removed IS NOT 1
	  AND s.removed IS NOT 1
	  AND %s
	GROUP BY i.id
	ORDER BY i.id`

// Improvements gives the improvement actions of a service, or of the whole
// town for "", in no order that means anything; see
// [assessment.SortImprovements].
func (s *Store) Improvements(ctx context.Context, serviceID string) ([]assessment.ImprovementAction, error) {
	where, args := onlyWith("i.service", serviceID)
	found, err := s.improvements(ctx, fmt.Sprintf(improvementQuery, where), args...)
	return found, storageFault(err, s.folder)
}

// Improvement gives one action; one that is not there is fault.NotFound.
func (s *Store) Improvement(ctx context.Context, id string) (assessment.ImprovementAction, error) {
	found, err := s.improvements(ctx, fmt.Sprintf(improvementQuery, "i.id = ?"), id)
	switch {
	case err != nil:
		return assessment.ImprovementAction{}, storageFault(err, s.folder)
	case id == "" || len(found) == 0:
		return assessment.ImprovementAction{}, fault.New(fault.NotFound, "error.improvement_not_found", fault.Args{"ID": id})
	}
	return found[0], nil
}

func (s *Store) improvements(ctx context.Context, query string, args ...any) ([]assessment.ImprovementAction, error) {
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("query improvement actions: %w", err)
	}
	defer rows.Close()
	var found []assessment.ImprovementAction
	for rows.Next() {
		action, err := scanImprovement(rows)
		if err != nil {
			return nil, fmt.Errorf("read improvement action: %w", err)
		}
		found = append(found, action)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read improvement actions: %w", err)
	}
	return found, nil
}

func scanImprovement(row scanner) (assessment.ImprovementAction, error) {
	var a assessment.ImprovementAction
	var criteria, stillUnmet string
	var changed, status journal.Clock
	if err := row.Scan(&a.ID, &a.ServiceID, &a.AssessmentID, &criteria, &a.Title, &a.Note, &a.Owner, &a.Due, &a.Effort, &a.Budget,
		&a.Aid, &a.Status, &a.StrategyAction, &a.Plan, &stillUnmet, &changed, &a.ChangedBy, &status); err != nil {
		return a, err
	}
	a.ChangedAt = changed.Time()
	if status > 0 {
		a.StatusAt = status.Time()
	}
	var err error
	if a.Criteria, err = codes(criteria); err != nil {
		return a, err
	}
	a.StillUnmet, err = codes(stillUnmet)
	return a, err
}

func codes(list string) ([]strategy.CriterionCode, error) {
	var found []strategy.CriterionCode
	if err := json.Unmarshal([]byte(list), &found); err != nil {
		return nil, fmt.Errorf("read codes %q: %w", list, err)
	}
	return found, nil
}
