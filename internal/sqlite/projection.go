package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"toetssteen/internal/journal"
)

// The kinds of objects in the journal. They are part of the format: what is
// written with a name is found by that name for ever.
const (
	kindTown        journal.Kind = "town"
	kindPreference  journal.Kind = "preference"
	kindService     journal.Kind = "service"
	kindBuildsOn    journal.Kind = "builds_on"
	kindAssessment  journal.Kind = "assessment"
	kindScope       journal.Kind = "scope"
	kindAnswer      journal.Kind = "answer"
	kindMeasurement journal.Kind = "measurement"
	kindEvidence    journal.Kind = "evidence"
	kindComment     journal.Kind = "comment"
	kindImprovement journal.Kind = "improvement_action"
	kindReference   journal.Kind = "reference"
	kindSubmission  journal.Kind = "submission"
)

// projection says how the operations of a kind become rows of a table. Each
// field of the journal is the column of the same name.
type projection struct {
	table  string
	fields map[string]convert
	// parts splits the object's id over further columns, for rows that point to others.
	parts []string
	// points names the fields and parts that refer to another kind: the row
	// that they point to is made when it has not arrived yet.
	points map[string]journal.Kind
}

// convert turns the JSON value of a field into what SQLite stores.
type convert func(json.RawMessage) (any, error)

func decoded[T any](value json.RawMessage) (any, error) {
	var v *T
	if err := json.Unmarshal(value, &v); err != nil {
		return nil, err
	}
	if v == nil {
		return nil, nil
	}
	return *v, nil
}

// document keeps a JSON value as it is.
func document(value json.RawMessage) (any, error) {
	if string(value) == "null" {
		return nil, nil
	}
	return string(value), nil
}

var (
	text    convert = decoded[string]
	integer convert = decoded[int64]
	real    convert = decoded[float64]
	flag    convert = decoded[bool]
)

var projections = map[journal.Kind]projection{
	kindTown: {table: "town", fields: map[string]convert{
		"nis": text, "name": text, "authority": text, "fictional": flag, "server_url": text, "server_user": text, "working_group_key": text,
	}},
	kindPreference: {table: "preference", fields: map[string]convert{
		"language": text, "theme": text, "role": text,
	}},
	kindService: {table: "service", fields: map[string]convert{
		"name": text, "audience": text, "budget_euro": integer, "users": integer,
		"development": text, "planned": text, "owner_role": text, "removed": flag,
		"kind": text, "catalogue_aid": text, "opens_up": integer,
	}},
	kindBuildsOn: {table: "builds_on", fields: map[string]convert{
		"holds": flag,
	}, parts: []string{"service", "target"}, points: map[string]journal.Kind{"service": kindService}},
	kindAssessment: {table: "assessment", fields: map[string]convert{
		"service": text, "moment": text, "edition": text, "started_at": text, "removed": flag, "previous": text,
		"stage": text, "stage_note": text, "stage_saw": document, "reviewer": text, "adopted_on": text, "decision": text, "cover": text, "correction": text,
	}, points: map[string]journal.Kind{"service": kindService}},
	kindScope: {table: "scope", fields: map[string]convert{
		"answer": text,
	}, parts: []string{"assessment", "question"}, points: map[string]journal.Kind{"assessment": kindAssessment}},
	kindAnswer: {table: "answer", fields: map[string]convert{
		"verdict": text, "explanation": text, "review": text, "judge": text, "control": text, "discuss": flag, "assignee": text,
	}, parts: []string{"assessment", "criterion"}, points: map[string]journal.Kind{"assessment": kindAssessment}},
	kindMeasurement: {table: "measurement", fields: map[string]convert{
		"value": real, "note": text, "finding": document, "edition": text,
	}, parts: []string{"assessment", "indicator"}, points: map[string]journal.Kind{"assessment": kindAssessment}},
	kindEvidence: {table: "evidence", fields: map[string]convert{
		"assessment": text, "criterion": text, "name": text, "hash": text, "size": integer, "media": text, "link": text, "removed": flag,
	}, points: map[string]journal.Kind{"assessment": kindAssessment}},
	kindComment: {table: "comment", fields: map[string]convert{
		"assessment": text, "criterion": text, "text": text, "settled": flag, "removed": flag,
	}, points: map[string]journal.Kind{"assessment": kindAssessment}},
	kindImprovement: {table: "improvement_action", fields: map[string]convert{
		"service": text, "assessment": text, "criteria": document, "title": text, "note": text, "owner": text, "due": text, "effort": text,
		"budget": text, "aid": text, "status": text, "strategy_action": integer, "plan": text, "still_unmet": document, "removed": flag,
	}, points: map[string]journal.Kind{"service": kindService}},
	kindReference: {table: "reference", fields: map[string]convert{
		"file_name": text, "added_at": text, "content": text, "removed": flag,
	}},
	kindSubmission: {table: "submission", fields: map[string]convert{
		"assessment": text, "frozen_at": text, "name": text, "sealed": text, "verified": document, "receipt": text,
	}, points: map[string]journal.Kind{"assessment": kindAssessment}},
}

// projected lists the tables that follow from the journal, those that point
// to others first: the order in which they can be emptied.
var projected = []string{"survivor", "submission", "reference", "improvement_action", "comment", "evidence", "measurement", "answer", "scope",
	"assessment", "builds_on", "service", "preference", "town"}

// undoable lists the kinds of what Undo takes back: the town's own work.
// Settings are left out: they are changed in one place, and the address of a
// server must not come back without its password. What was handed in, was.
var undoable = []any{kindService, kindBuildsOn, kindAssessment, kindScope, kindAnswer, kindMeasurement, kindEvidence, kindComment,
	kindImprovement, kindReference}

// project brings one field of one row up to date with its survivors. Kinds
// and fields of a newer program stay in the journal and have no row here.
func project(ctx context.Context, tx *sql.Tx, object journal.Object, field string) error {
	p, ok := projections[object.Kind]
	if !ok {
		return nil
	}
	toColumn, ok := p.fields[field]
	if !ok {
		return nil
	}
	left, err := survivors(ctx, tx, object, field)
	if err != nil {
		return err
	}
	var value any
	if len(left) > 0 {
		if value, err = toColumn(left[0].Value); err != nil {
			return fmt.Errorf("project operation %s: %s of %s %s: %w", left[0].ID, field, object.Kind, object.ID, err)
		}
	}
	if err := ensure(ctx, tx, object); err != nil {
		return err
	}
	if err := p.ensureTarget(ctx, tx, field, value); err != nil {
		return err
	}
	// Table and column names come from the table above, never from outside.
	if _, err := tx.ExecContext(ctx, fmt.Sprintf(`UPDATE %s SET %s = ? WHERE id = ?`, p.table, field), value, object.ID); err != nil {
		return fmt.Errorf("project %s of %s %s: %w", field, object.Kind, object.ID, err)
	}
	return nil
}

// ensure makes the object's row where there is none, and the rows that its id
// points to.
func ensure(ctx context.Context, tx *sql.Tx, object journal.Object) error {
	p := projections[object.Kind]
	columns, values := []string{"id"}, []any{object.ID}
	if len(p.parts) > 0 {
		parts := strings.Split(object.ID, "/")
		if len(parts) != len(p.parts) || slices.Contains(parts, "") {
			return fmt.Errorf("project %s: id %q is not %s", object.Kind, object.ID, strings.Join(p.parts, "/"))
		}
		for i, part := range parts {
			columns, values = append(columns, p.parts[i]), append(values, part)
			if err := p.ensureTarget(ctx, tx, p.parts[i], part); err != nil {
				return err
			}
		}
	}
	query := fmt.Sprintf(`INSERT INTO %s (%s) VALUES (%s) ON CONFLICT DO NOTHING`, p.table, strings.Join(columns, ", "), places(len(values)))
	if _, err := tx.ExecContext(ctx, query, values...); err != nil {
		return fmt.Errorf("make row of %s %s: %w", object.Kind, object.ID, err)
	}
	return nil
}

func (p projection) ensureTarget(ctx context.Context, tx *sql.Tx, column string, value any) error {
	kind, points := p.points[column]
	id, isText := value.(string)
	if !points || !isText {
		return nil
	}
	return ensure(ctx, tx, journal.Object{Kind: kind, ID: id})
}

// places gives the question marks for a number of values.
func places(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }
