package sqlite

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
)

// Version is one of the values that a field has at the same time.
type Version struct {
	Operation journal.Operation // that survives
	By        journal.Operation // in which a person gave this value: who and when
}

// Disputed is a field with several values, the latest first.
type Disputed struct {
	Field    string
	Versions []Version
}

// Conflict is an object on which two laptops disagree.
type Conflict struct {
	Object journal.Object
	Fields []Disputed // by name

	// Where one laptop removed the object: who did, and what others said about it
	// without knowing that. Both are empty for another conflict.
	Removals []Version
	Unseen   []Version
}

// silent are the fields that go along with others and say nothing by
// themselves.
var silent = map[journal.Kind][]string{
	kindAssessment:  {"stage_saw", "service", "started_at"},
	kindMeasurement: {"finding", "edition"},
	kindEvidence:    {"assessment", "criterion", "hash", "size", "media"},
	kindComment:     {"assessment", "criterion"},
	kindImprovement: {"assessment"},
	kindReference:   {"content", "added_at", "file_name"},
}

// Silent tells whether a field says nothing by itself to a person.
func Silent(kind journal.Kind, field string) bool { return slices.Contains(silent[kind], field) }

// among says on which objects conflicts are looked for: a part of a query in
// which v is a survivor.
type among struct {
	with, from, where string
	args              []any
}

var anything = among{from: `survivor v`, where: `true`}

func only(object journal.Object) among {
	return among{from: `survivor v`, where: `v.kind = ?1 AND v.object = ?2`, args: []any{object.Kind, object.ID}}
}

func partsIn(object journal.Object) among {
	return among{with: partsQuery, from: `parts p JOIN survivor v ON v.kind = p.kind AND v.object = p.object`, where: `true`, args: []any{object.Kind, object.ID}}
}

// Conflicts gives all that two laptops disagree on, the latest first. What they
// say alike is none.
func (s *Store) Conflicts(ctx context.Context) ([]Conflict, error) {
	found, err := s.conflicts(ctx, anything)
	return found, storageFault(err, s.folder)
}

// ConflictsOf gives those on one assessment: its own fields, and what belongs
// to it.
func (s *Store) ConflictsOf(ctx context.Context, assessmentID string) ([]Conflict, error) {
	found, err := s.conflicts(ctx, partsIn(journal.Object{Kind: kindAssessment, ID: assessmentID}))
	return found, storageFault(err, s.folder)
}

// Conflict gives that on one object; where there is none, it is empty.
func (s *Store) Conflict(ctx context.Context, object journal.Object) (Conflict, error) {
	found, err := s.conflicts(ctx, only(object))
	if err != nil || len(found) == 0 {
		return Conflict{Object: object}, storageFault(err, s.folder)
	}
	return found[0], nil
}

// ConflictCount counts the conflicts, without finding out who said what.
func (s *Store) ConflictCount(ctx context.Context) (int, error) {
	count, err := s.countConflicts(ctx)
	return count, storageFault(err, s.folder)
}

func (s *Store) countConflicts(ctx context.Context) (int, error) {
	fields, err := s.contested(ctx, anything)
	if err != nil {
		return 0, err
	}
	conflicts := make(map[journal.Object]bool)
	for _, f := range fields {
		if conflicts[f.object] || Silent(f.object.Kind, f.field) {
			continue
		}
		left, err := survivors(ctx, s.db, f.object, f.field)
		if err != nil {
			return 0, err
		}
		disputed, hidden := !journal.Agree(left), false
		switch {
		case f.field == journal.FieldRemoved:
			disputed, _, err = s.removalDisputed(ctx, f.object, left)
		case disputed:
			hidden, err = s.hidden(ctx, f.object)
		}
		if err != nil {
			return 0, err
		}
		if disputed && !hidden {
			conflicts[f.object] = true
		}
	}
	return len(conflicts), nil
}

func (s *Store) conflicts(ctx context.Context, in among) ([]Conflict, error) {
	fields, err := s.contested(ctx, in)
	if err != nil {
		return nil, err
	}
	var found []Conflict
	for _, f := range fields { // by object
		if len(found) == 0 || found[len(found)-1].Object != f.object {
			found = append(found, Conflict{Object: f.object})
		}
		if err := s.fill(ctx, &found[len(found)-1], f.field); err != nil {
			return nil, err
		}
	}
	found = slices.DeleteFunc(found, Conflict.settled)
	if found, err = s.visible(ctx, found); err != nil {
		return nil, err
	}
	slices.SortStableFunc(found, func(a, b Conflict) int { return cmp.Compare(b.latest(), a.latest()) })
	return found, nil
}

// visible leaves out conflicts about what was removed, but keeps those about
// its removal.
func (s *Store) visible(ctx context.Context, all []Conflict) ([]Conflict, error) {
	var shown []Conflict
	for _, c := range all {
		hidden := false
		if len(c.Removals) == 0 {
			var err error
			if hidden, err = s.hidden(ctx, c.Object); err != nil {
				return nil, err
			}
		}
		if !hidden {
			shown = append(shown, c)
		}
	}
	return shown, nil
}

// contested gives the fields that may be in conflict: those with several
// survivors, and removals.
func (s *Store) contested(ctx context.Context, in among) ([]objectField, error) {
	rows, err := s.db.QueryContext(ctx, in.with+`
		SELECT v.kind, v.object, v.field
		FROM `+in.from+`
		WHERE `+in.where+`
		GROUP BY v.kind, v.object, v.field
		HAVING count(*) > 1
		UNION
		SELECT v.kind, v.object, v.field
		FROM `+in.from+`
		JOIN operation o ON o.id = v.operation
		WHERE v.field = 'removed' AND o.value = 'true' AND `+in.where+`
		ORDER BY 1, 2, 3`, in.args...)
	if err != nil {
		return nil, fmt.Errorf("query conflicts: %w", err)
	}
	defer rows.Close()
	var found []objectField
	for rows.Next() {
		var f objectField
		if err := rows.Scan(&f.object.Kind, &f.object.ID, &f.field); err != nil {
			return nil, fmt.Errorf("read conflict: %w", err)
		}
		if !slices.Contains(undoable, any(f.object.Kind)) || f.field == journal.FieldSeen {
			continue
		}
		if _, known := projections[f.object.Kind].fields[f.field]; known {
			found = append(found, f)
		}
	}
	return found, rows.Err()
}

// fill adds a field to a conflict, if it is one.
func (s *Store) fill(ctx context.Context, c *Conflict, field string) error {
	left, err := survivors(ctx, s.db, c.Object, field)
	if err != nil {
		return err
	}
	if field == journal.FieldRemoved {
		return s.fillRemoval(ctx, c, left)
	}
	if journal.Agree(left) {
		return nil
	}
	versions, err := s.versions(ctx, left)
	c.Fields = append(c.Fields, Disputed{field, versions})
	return err
}

func (s *Store) fillRemoval(ctx context.Context, c *Conflict, removals []journal.Operation) error {
	disputed, unseen, err := s.removalDisputed(ctx, c.Object, removals)
	if err != nil || !disputed {
		return err
	}
	if c.Removals, err = s.versions(ctx, removals); err != nil {
		return err
	}
	c.Unseen, err = s.versions(ctx, unseen)
	return err
}

// removalDisputed tells whether laptops disagree on a removal, and gives what
// it did not know.
func (s *Store) removalDisputed(ctx context.Context, object journal.Object, removals []journal.Operation) (bool, []journal.Operation, error) {
	agree := journal.Agree(removals)
	if agree && string(removals[0].Value) != "true" { // all brought it back
		return false, nil, nil
	}
	if all, err := s.knewAll(ctx, object); err != nil || all {
		return !agree, nil, err
	}
	parts, err := partsOf(ctx, s.db, object)
	if err != nil {
		return false, nil, err
	}
	seen, err := seenBy(ctx, s.db, object, removals, parts)
	if err != nil {
		return false, nil, err
	}
	unseen := journal.Unseen(parts, seen)
	return len(unseen) > 0 || !agree, unseen, nil
}

func (s *Store) versions(ctx context.Context, ops []journal.Operation) ([]Version, error) {
	versions := make([]Version, 0, len(ops))
	for _, op := range ops {
		version := Version{Operation: op, By: op}
		if op.Undoes != "" {
			all, err := fieldHistory(ctx, s.db, op.Object, op.Field)
			if err != nil {
				return nil, err
			}
			if origin, known := journal.Origin(op, all); known {
				version.By = origin
			}
		}
		versions = append(versions, version)
	}
	return versions, nil
}

// settled tells whether there is nothing for a person to choose.
func (c Conflict) settled() bool {
	return len(c.Removals) == 0 && !slices.ContainsFunc(c.Fields, func(d Disputed) bool { return !Silent(c.Object.Kind, d.Field) })
}

func (c Conflict) latest() journal.Clock {
	var latest journal.Clock
	for _, d := range c.Fields {
		latest = max(latest, d.Versions[0].Operation.At)
	}
	for _, v := range slices.Concat(c.Removals, c.Unseen) {
		latest = max(latest, v.Operation.At)
	}
	return latest
}

// Choice settles one field: the value that it gets.
type Choice struct {
	Field string
	Value json.RawMessage
}

// Settle settles a conflict as one change, which an undo takes back: the
// conflict is there again then. A field on which nobody disagrees any more is
// fault.Conflict: somebody chose already.
func (s *Store) Settle(ctx context.Context, user string, object journal.Object, choices ...Choice) error {
	conflict, err := s.Conflict(ctx, object)
	if err != nil {
		return err
	}
	var edits []journal.Edit
	for _, choice := range choices {
		i := slices.IndexFunc(conflict.Fields, func(d Disputed) bool { return d.Field == choice.Field })
		if i < 0 && conflict.goesAlong(choice.Field) {
			edits = append(edits, journal.Edit{Object: object, Field: choice.Field, Value: choice.Value})
			continue
		}
		if i < 0 {
			return fault.New(fault.Conflict, "error.conflict_settled", nil)
		}
		// What arrives while a person chooses is not replaced: it was not looked at.
		edit := journal.Edit{Object: object, Field: choice.Field, Value: choice.Value}
		for _, v := range conflict.Fields[i].Versions {
			edit.Replaces = append(edit.Replaces, v.Operation.ID)
		}
		edits = append(edits, edit)
	}
	if _, err := s.write(ctx, user, edits...); err != nil {
		return fmt.Errorf("settle conflict: %w", err)
	}
	return nil
}

// SettleRemoval settles whether an object that one laptop removed and another
// changed stays removed, as one change. Where it comes back, so does all that
// was said about it.
func (s *Store) SettleRemoval(ctx context.Context, user string, object journal.Object, stays bool) error {
	conflict, err := s.Conflict(ctx, object)
	if err != nil {
		return err
	}
	if len(conflict.Removals) == 0 {
		return fault.New(fault.Conflict, "error.conflict_settled", nil)
	}
	edits := []journal.Edit{{Object: object, Field: journal.FieldRemoved, Value: true}}
	if !stays {
		edits = []journal.Edit{
			{Object: object, Field: journal.FieldRemoved, Value: nil},
			{Object: object, Field: journal.FieldSeen, Value: nil},
		}
	}
	if _, err := s.write(ctx, user, edits...); err != nil {
		return fmt.Errorf("settle removal: %w", err)
	}
	return nil
}
