package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"toetssteen/internal/assessment"
	"toetssteen/internal/journal"
	"toetssteen/internal/strategy"
)

// SaveMeasurements writes figures for indicators of an assessment as one
// change. The caller has validated them against the assessment's catalogue.
func (s *Store) SaveMeasurements(ctx context.Context, user, assessmentID string, measurements ...assessment.Measurement) error {
	var edits []journal.Edit
	for _, m := range measurements {
		object := journal.Object{Kind: kindMeasurement, ID: assessmentID + "/" + string(m.Indicator)}
		edits = append(edits,
			journal.Edit{Object: object, Field: "value", Value: m.Value},
			journal.Edit{Object: object, Field: "note", Value: emptyIsNull(m.Note)},
			journal.Edit{Object: object, Field: "finding", Value: m.Finding},
			journal.Edit{Object: object, Field: "edition", Value: m.Edition},
		)
	}
	if _, err := s.write(ctx, user, edits...); err != nil {
		return fmt.Errorf("save measurement: %w", err)
	}
	return nil
}

// RemoveMeasurements takes figures away as one change; undoing brings them
// back whole.
func (s *Store) RemoveMeasurements(ctx context.Context, user, assessmentID string, indicators ...strategy.IndicatorCode) error {
	var edits []journal.Edit
	for _, indicator := range indicators {
		object := journal.Object{Kind: kindMeasurement, ID: assessmentID + "/" + string(indicator)}
		for _, field := range []string{"value", "note", "finding", "edition"} {
			edits = append(edits, journal.Edit{Object: object, Field: field, Value: nil})
		}
	}
	if _, err := s.write(ctx, user, edits...); err != nil {
		return fmt.Errorf("remove measurement: %w", err)
	}
	return nil
}

// measurements gives the figures of one assessment, with who found each and
// when.
func (s *Store) measurements(ctx context.Context, assessmentID string) ([]assessment.Measurement, error) {
	rows, err := s.db.QueryContext(ctx, `
		SELECT m.indicator,
		       m.value,
		       coalesce(m.note, ''),
		       coalesce(m.finding, ''),
		       coalesce(m.edition, ''),
		       max(o.clock),
		       o.user
		FROM measurement m
		JOIN survivor v ON v.kind = 'measurement' AND v.object = m.id
		JOIN operation o ON o.id = v.operation
		WHERE m.assessment = ?
		  AND m.value IS NOT NULL
		GROUP BY m.id
		ORDER BY m.id`, assessmentID)
	if err != nil {
		return nil, fmt.Errorf("query measurements: %w", err)
	}
	defer rows.Close()
	var found []assessment.Measurement
	for rows.Next() {
		var m assessment.Measurement
		var finding string
		var at journal.Clock
		if err := rows.Scan(&m.Indicator, &m.Value, &m.Note, &finding, &m.Edition, &at, &m.SavedBy); err != nil {
			return nil, fmt.Errorf("read measurement: %w", err)
		}
		if finding != "" {
			m.Finding = json.RawMessage(finding)
		}
		m.SavedAt = at.Time()
		found = append(found, m)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read measurements: %w", err)
	}
	return found, nil
}
