package sqlite

import (
	"context"
	"fmt"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
)

// AddEvidence records evidence for answers of an assessment as one change.
// The caller has validated it, and the file's bytes are kept already.
func (s *Store) AddEvidence(ctx context.Context, user, assessmentID string, evidence ...assessment.Evidence) error {
	var edits []journal.Edit
	for _, e := range evidence {
		object := journal.Object{Kind: kindEvidence, ID: e.ID}
		edits = append(edits,
			journal.Edit{Object: object, Field: "assessment", Value: assessmentID},
			journal.Edit{Object: object, Field: "criterion", Value: e.Criterion},
			journal.Edit{Object: object, Field: "name", Value: emptyIsNull(e.Name)},
			journal.Edit{Object: object, Field: "hash", Value: emptyIsNull(e.Hash)},
			journal.Edit{Object: object, Field: "media", Value: emptyIsNull(e.Media)},
			journal.Edit{Object: object, Field: "link", Value: emptyIsNull(e.Link)},
		)
		if e.Size > 0 {
			edits = append(edits, journal.Edit{Object: object, Field: "size", Value: e.Size})
		}
	}
	if _, err := s.write(ctx, user, edits...); err != nil {
		return fmt.Errorf("add evidence: %w", err)
	}
	return nil
}

// RemoveEvidence takes a piece of evidence away, with what has the same content
// for the same answer: they are shown as one. The bytes stay, so that undoing
// brings it back whole.
func (s *Store) RemoveEvidence(ctx context.Context, user, id string) error {
	piece, of, err := s.Evidence(ctx, id)
	if err != nil {
		return err
	}
	all, err := s.evidence(ctx, of, "")
	if err != nil {
		return storageFault(err, s.folder)
	}
	var edits []journal.Edit
	for _, e := range all[of] {
		if e.SameContent(piece) {
			edits = append(edits, journal.Edit{Object: journal.Object{Kind: kindEvidence, ID: e.ID}, Field: "removed", Value: true})
		}
	}
	if _, err := s.write(ctx, user, edits...); err != nil {
		return fmt.Errorf("remove evidence: %w", err)
	}
	return nil
}

// Evidence gives one piece of evidence and the assessment that it belongs to;
// one that is not there, or was taken away, is fault.NotFound.
func (s *Store) Evidence(ctx context.Context, id string) (assessment.Evidence, string, error) {
	found, err := s.evidence(ctx, "", id)
	if err != nil {
		return assessment.Evidence{}, "", storageFault(err, s.folder)
	}
	for of, list := range found {
		return list[0], of, nil
	}
	return assessment.Evidence{}, "", fault.New(fault.NotFound, "error.evidence_not_found", fault.Args{"ID": id})
}

// evidence gives the evidence of one assessment, or of all for "", by
// assessment; with an id, that piece only.
func (s *Store) evidence(ctx context.Context, assessmentID, id string) (map[string][]assessment.Evidence, error) {
	ofOne, args := onlyWith("e.assessment", assessmentID)
	itself, more := onlyWith("e.id", id)
	// When it was added and by whom is when its criterion was written. With a
	// bare max(), SQLite takes the other columns from the row that has it.
	rows, err := s.db.QueryContext(ctx, `
		SELECT e.id,
		       e.assessment,
		       e.criterion,
		       coalesce(e.name, ''),
		       coalesce(e.hash, ''),
		       coalesce(e.size, 0),
		       coalesce(e.media, ''),
		       coalesce(e.link, ''),
		       max(o.clock),
		       o.user
		FROM evidence e
		JOIN survivor v ON v.kind = 'evidence' AND v.object = e.id AND v.field = 'criterion'
		JOIN operation o ON o.id = v.operation
		WHERE e.removed IS NOT 1
		  AND e.assessment IS NOT NULL
		  AND e.criterion IS NOT NULL
		  AND (e.hash IS NOT NULL OR e.link IS NOT NULL)
		  AND `+ofOne+` AND `+itself+`
		GROUP BY e.id
		ORDER BY e.criterion, max(o.clock), e.id`, append(args, more...)...)
	if err != nil {
		return nil, fmt.Errorf("query evidence: %w", err)
	}
	defer rows.Close()
	found := make(map[string][]assessment.Evidence)
	for rows.Next() {
		var of string
		var e assessment.Evidence
		var at journal.Clock
		if err := rows.Scan(&e.ID, &of, &e.Criterion, &e.Name, &e.Hash, &e.Size, &e.Media, &e.Link, &at, &e.SavedBy); err != nil {
			return nil, fmt.Errorf("read evidence: %w", err)
		}
		e.SavedAt = at.Time()
		found[of] = append(found[of], e)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read evidence: %w", err)
	}
	return found, nil
}

// EvidenceHashes gives the hashes that evidence refers to, also evidence that
// was taken away: undoing needs its bytes.
func (s *Store) EvidenceHashes(ctx context.Context) ([]string, error) {
	return s.texts(ctx, `SELECT DISTINCT hash FROM evidence WHERE hash IS NOT NULL ORDER BY hash`)
}

// texts reads a column of texts.
func (s *Store) texts(ctx context.Context, query string, args ...any) ([]string, error) {
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, storageFault(fmt.Errorf("query texts: %w", err), s.folder)
	}
	defer rows.Close()
	var found []string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, fmt.Errorf("read text: %w", err)
		}
		found = append(found, text)
	}
	return found, storageFault(rows.Err(), s.folder)
}
