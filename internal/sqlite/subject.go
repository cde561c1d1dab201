package sqlite

import (
	"context"
	"fmt"
	"strings"

	"toetssteen/internal/journal"
)

// Subject says what an object is about, for a person.
type Subject struct {
	Name         string // its own name or title, "" for what has none
	Service      string // name of the service that it belongs to
	AssessmentID string
	Criterion    string
}

// subjects reads them from the tables, also where the object was removed.
var subjects = map[journal.Kind]string{
	kindService:    `SELECT coalesce(name, ''), coalesce(name, ''), '', '' FROM service WHERE id = ?`,
	kindBuildsOn:   `SELECT x.target, coalesce(s.name, ''), '', '' FROM builds_on x JOIN service s ON s.id = x.service WHERE x.id = ?`,
	kindAssessment: `SELECT coalesce(s.name, ''), coalesce(s.name, ''), x.id, '' FROM assessment x LEFT JOIN service s ON s.id = x.service WHERE x.id = ?`,
	kindAnswer:     belonging("answer", `''`, "x.criterion"), kindScope: belonging("scope", "x.question", `''`),
	kindMeasurement: belonging("measurement", `''`, `''`), kindEvidence: belonging("evidence", "x.name", "x.criterion"),
	kindComment:     belonging("comment", `''`, "x.criterion"),
	kindImprovement: `SELECT coalesce(x.title, ''), coalesce(s.name, ''), '', '' FROM improvement_action x LEFT JOIN service s ON s.id = x.service WHERE x.id = ?`,
	kindReference:   `SELECT coalesce(file_name, ''), '', '', '' FROM reference WHERE id = ?`,
}

func belonging(table, name, criterion string) string {
	return fmt.Sprintf(`
		SELECT coalesce(%s, ''), coalesce(s.name, ''), coalesce(x.assessment, ''), coalesce(%s, '')
		FROM %s x
		LEFT JOIN assessment a ON a.id = x.assessment
		LEFT JOIN service s ON s.id = a.service
		WHERE x.id = ?`, name, criterion, table)
}

// Subject finds what an object is about; of one that is not known here,
// nothing is.
func (s *Store) Subject(ctx context.Context, object journal.Object) (Subject, error) {
	var found Subject
	query, known := subjects[object.Kind]
	if !known {
		return found, nil
	}
	rows, err := s.db.QueryContext(ctx, strings.TrimSpace(query), object.ID)
	if err != nil {
		return found, storageFault(fmt.Errorf("find subject: %w", err), s.folder)
	}
	defer rows.Close()
	if rows.Next() {
		if err := rows.Scan(&found.Name, &found.Service, &found.AssessmentID, &found.Criterion); err != nil {
			return found, fmt.Errorf("read subject: %w", err)
		}
	}
	return found, storageFault(rows.Err(), s.folder)
}
