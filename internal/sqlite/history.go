package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"toetssteen/internal/journal"
	"toetssteen/internal/strategy"
)

// HistoryEntry is a change to one field of an assessment, or of what belongs
// to it, see [journal.Entry].
type HistoryEntry struct {
	journal.Entry
	Criterion strategy.CriterionCode // that it is about, "" for the assessment itself
	Indicator strategy.IndicatorCode // of a measurement, whose criterion the catalogue knows
}

// History gives every change to an assessment, its answers, measurements,
// evidence, comments and scope, and to the improvement actions that came from
// it, and when it was handed in; the latest first. What was undone and what
// was removed is in it too.
func (s *Store) History(ctx context.Context, assessmentID string) ([]HistoryEntry, error) {
	below, above := assessmentID+"/", assessmentID+"0" // "0" follows "/"
	return s.history(ctx, `
		(o.kind = 'assessment' AND o.object = ?)
		OR (o.kind IN ('answer', 'measurement', 'scope') AND o.object > ? AND o.object < ?)
		OR (o.kind = 'evidence' AND o.object IN (SELECT id FROM evidence WHERE assessment = ?))
		OR (o.kind = 'comment' AND o.object IN (SELECT id FROM comment WHERE assessment = ?))
		OR (o.kind = 'improvement_action' AND o.object IN (SELECT id FROM improvement_action WHERE assessment = ?))
		OR (o.kind = 'submission' AND o.field = 'frozen_at' AND o.object IN (SELECT id FROM submission WHERE assessment = ?))`,
		assessmentID, below, above, assessmentID, assessmentID, assessmentID, assessmentID)
}

// AnswerHistory gives every change to one answer, with its evidence, comments
// and the measurements of its indicators; the latest first.
func (s *Store) AnswerHistory(ctx context.Context, assessmentID string, criterion strategy.CriterionCode, indicators ...strategy.IndicatorCode) ([]HistoryEntry, error) {
	args := []any{assessmentID + "/" + string(criterion), assessmentID, criterion, assessmentID, criterion}
	for _, indicator := range indicators {
		args = append(args, assessmentID+"/"+string(indicator))
	}
	return s.history(ctx, `
		(o.kind = 'answer' AND o.object = ?)
		OR (o.kind = 'evidence' AND o.object IN (SELECT id FROM evidence WHERE assessment = ? AND criterion = ?))
		OR (o.kind = 'comment' AND o.object IN (SELECT id FROM comment WHERE assessment = ? AND criterion = ?))
		OR (o.kind = 'measurement' AND o.object IN (`+places(len(indicators))+`))`, args...)
}

func (s *Store) history(ctx context.Context, where string, args ...any) ([]HistoryEntry, error) {
	ops, err := operations(ctx, s.db, `SELECT `+operationColumns+` FROM operation o WHERE `+where+` ORDER BY o.sequence`, args...)
	if err != nil {
		return nil, storageFault(fmt.Errorf("read history: %w", err), s.folder)
	}
	about, err := s.criteriaOf(ctx, ops)
	if err != nil {
		return nil, storageFault(err, s.folder)
	}
	var entries []HistoryEntry
	for _, e := range journal.Entries(ops) {
		entry := HistoryEntry{Entry: e, Criterion: about[e.Object]}
		_, part, _ := strings.Cut(e.Object.ID, "/")
		switch e.Object.Kind {
		case kindAnswer:
			entry.Criterion = strategy.CriterionCode(part)
		case kindMeasurement:
			entry.Indicator = strategy.IndicatorCode(part)
		}
		entries = append(entries, entry)
	}
	return entries, nil
}

// criteriaOf gives the criterion of each piece of evidence and each comment.
func (s *Store) criteriaOf(ctx context.Context, ops []journal.Operation) (map[journal.Object]strategy.CriterionCode, error) {
	about := make(map[journal.Object]strategy.CriterionCode)
	for _, object := range objects(ops) {
		if !slices.Contains([]journal.Kind{kindEvidence, kindComment}, object.Kind) {
			continue
		}
		var criterion strategy.CriterionCode
		query := fmt.Sprintf(`SELECT coalesce(criterion, '') FROM %s WHERE id = ?`, projections[object.Kind].table)
		if err := s.db.QueryRowContext(ctx, query, object.ID).Scan(&criterion); err != nil {
			return nil, fmt.Errorf("find criterion of %s %s: %w", object.Kind, object.ID, err)
		}
		about[object] = criterion
	}
	return about, nil
}
