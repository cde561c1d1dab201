package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"toetssteen/internal/journal"
)

// Subject is what an object of the journal is about, and where it shows.
type Subject struct {
	Name       string // its own, "" where it has none
	Service    string
	Assessment string
	Criterion  string
}

// subjects are the queries for the kinds whose id does not tell.
var subjects = map[journal.Kind]string{
	kindService:     `SELECT coalesce(name, ''), id, '', '' FROM service WHERE id = ?`,
	kindBuildsOn:    `SELECT '', service, '', '' FROM builds_on WHERE id = ?`,
	kindAssessment:  `SELECT '', coalesce(service, ''), id, '' FROM assessment WHERE id = ?`,
	kindScope:       `SELECT s.question, coalesce(a.service, ''), a.id, '' FROM scope s JOIN assessment a ON a.id = s.assessment WHERE s.id = ?`,
	kindAnswer:      `SELECT '', coalesce(a.service, ''), a.id, s.criterion FROM answer s JOIN assessment a ON a.id = s.assessment WHERE s.id = ?`,
	kindMeasurement: `SELECT s.indicator, coalesce(a.service, ''), a.id, '' FROM measurement s JOIN assessment a ON a.id = s.assessment WHERE s.id = ?`,
	kindEvidence: `SELECT coalesce(s.name, ''), coalesce(a.service, ''), coalesce(a.id, ''), coalesce(s.criterion, '')
		FROM evidence s LEFT JOIN assessment a ON a.id = s.assessment WHERE s.id = ?`,
	kindComment: `SELECT '', coalesce(a.service, ''), coalesce(a.id, ''), coalesce(s.criterion, '')
		FROM comment s LEFT JOIN assessment a ON a.id = s.assessment WHERE s.id = ?`,
	kindImprovement: `SELECT coalesce(title, ''), coalesce(service, ''), coalesce(assessment, ''), '' FROM improvement_action WHERE id = ?`,
	kindReference:   `SELECT coalesce(file_name, ''), '', '', '' FROM reference WHERE id = ?`,
}

// Subject tells what an object is about, also one that was removed.
func (s *Store) Subject(ctx context.Context, object journal.Object) (Subject, error) {
	var subject Subject
	query, known := subjects[object.Kind]
	if !known {
		return subject, nil
	}
	err := s.db.QueryRowContext(ctx, query, object.ID).Scan(&subject.Name, &subject.Service, &subject.Assessment, &subject.Criterion)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return subject, storageFault(fmt.Errorf("read subject of %s %s: %w", object.Kind, object.ID, err), s.folder)
	}
	return subject, nil
}
