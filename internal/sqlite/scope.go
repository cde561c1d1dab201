package sqlite

import (
	"context"
	"fmt"

	"toetssteen/internal/assessment"
	"toetssteen/internal/journal"
	"toetssteen/internal/strategy"
)

// SaveScope keeps the answer to a scope question, "" for none. The caller has
// validated it against the assessment's catalogue.
func (s *Store) SaveScope(ctx context.Context, user, assessmentID, question string, answer strategy.ScopeAnswer) error {
	_, err := s.write(ctx, user, journal.Edit{
		Object: journal.Object{Kind: kindScope, ID: assessmentID + "/" + question}, Field: "answer", Value: emptyIsNull(answer)})
	if err != nil {
		return fmt.Errorf("save scope answer: %w", err)
	}
	return nil
}

// Scopes gives what was answered to scope questions, by assessment.
func (s *Store) Scopes(ctx context.Context) (map[string]assessment.ScopeAnswers, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT assessment, question, answer FROM scope WHERE answer IS NOT NULL`)
	if err != nil {
		return nil, storageFault(fmt.Errorf("query scope answers: %w", err), s.folder)
	}
	defer rows.Close()
	all := make(map[string]assessment.ScopeAnswers)
	for rows.Next() {
		var of, question string
		var answer strategy.ScopeAnswer
		if err := rows.Scan(&of, &question, &answer); err != nil {
			return nil, fmt.Errorf("read scope answer: %w", err)
		}
		if all[of] == nil {
			all[of] = make(assessment.ScopeAnswers)
		}
		all[of][question] = answer
	}
	return all, storageFault(rows.Err(), s.folder)
}
