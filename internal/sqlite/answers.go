package sqlite

import (
	"context"
	"fmt"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/journal"
)

// SaveAnswers writes answers of an assessment as one change; fields that did
// not change are not written. The caller has validated them against the
// assessment's catalogue.
func (s *Store) SaveAnswers(ctx context.Context, user, assessmentID string, answers ...assessment.Answer) error {
	var edits []journal.Edit
	for _, a := range answers {
		edits = append(edits, answerEdits(assessmentID, a)...)
	}
	if _, err := s.write(ctx, user, edits...); err != nil {
		return fmt.Errorf("save answer: %w", err)
	}
	return nil
}

func answerEdits(assessmentID string, a assessment.Answer) []journal.Edit {
	object := journal.Object{Kind: kindAnswer, ID: assessmentID + "/" + string(a.Criterion)}
	return []journal.Edit{
		{Object: object, Field: "verdict", Value: emptyIsNull(a.Verdict)},
		{Object: object, Field: "explanation", Value: emptyIsNull(a.Explanation)},
		{Object: object, Field: "review", Value: emptyIsNull(a.Review)},
	}
}

// answers gives the answers of one assessment, or of all for "", with who
// gave each and when: the latest of its surviving operations.
func (s *Store) answers(ctx context.Context, assessmentID string) (map[string][]assessment.Answer, error) {
	where, args := onlyWith("a.assessment", assessmentID)
	return s.answersWhere(ctx, where, args...)
}

func (s *Store) answersWhere(ctx context.Context, condition string, args ...any) (map[string][]assessment.Answer, error) {
	// Who saved it and when is about what was said, not about marks. With a bare
	// max(), SQLite takes the other columns from the row that has it.
	rows, err := s.db.QueryContext(ctx, `
		SELECT a.assessment,
		       a.criterion,
		       coalesce(a.verdict, ''),
		       coalesce(a.explanation, ''),
		       coalesce(a.review, ''),
		       coalesce(a.judge, ''),
		       coalesce(a.control, ''),
		       a.discuss IS 1,
		       coalesce(a.assignee, ''),
		       CASE WHEN a.explanation IS NULL THEN '' ELSE coalesce((
		           SELECT w.value ->> '$'
		           FROM operation w
		           WHERE w.kind = 'answer' AND w.object = a.id AND w.field = 'verdict' AND w.clock <= (
		               SELECT max(e.clock)
		               FROM survivor s JOIN operation e ON e.id = s.operation
		               WHERE s.kind = 'answer' AND s.object = a.id AND s.field = 'explanation')
		           ORDER BY w.clock DESC
		           LIMIT 1), '') END,
		       max(o.clock),
		       coalesce(o.user, ''),
		       count(DISTINCT o.field || ' ' || o.value) > count(DISTINCT o.field)
		FROM answer a
		LEFT JOIN survivor v ON v.kind = 'answer' AND v.object = a.id AND v.field IN ('verdict', 'explanation', 'review')
		LEFT JOIN operation o ON o.id = v.operation
		WHERE `+condition+`
		GROUP BY a.id
		ORDER BY a.id`, args...)
	if err != nil {
		return nil, fmt.Errorf("query answers: %w", err)
	}
	defer rows.Close()
	found := make(map[string][]assessment.Answer)
	for rows.Next() {
		var of string
		var a assessment.Answer
		var at *journal.Clock
		if err := rows.Scan(&of, &a.Criterion, &a.Verdict, &a.Explanation, &a.Review,
			&a.Judge, &a.Control, &a.Discuss, &a.Assignee, &a.ExplainedAs, &at, &a.SavedBy, &a.Conflict); err != nil {
			return nil, fmt.Errorf("read answer: %w", err)
		}
		if at != nil {
			a.SavedAt = at.Time()
		}
		found[of] = append(found[of], a)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read answers: %w", err)
	}
	return found, nil
}

// VerdictTimes gives when this device's user gave the latest verdicts, one at
// a time and of at most 200: what somebody's pace is learnt from. Those in
// assessments that start from an earlier one are apart.
func (s *Store) VerdictTimes(ctx context.Context) (answering, confirming []time.Time, err error) {
	// What one change gave to many criteria at once says nothing about pace.
	rows, err := s.db.QueryContext(ctx, `
		SELECT max(o.clock), a.previous IS NOT NULL
		FROM (
			SELECT clock, change, object
			FROM operation
			WHERE device = ? AND kind = ? AND field = 'verdict' AND undoes = ''
			ORDER BY sequence DESC
			LIMIT 200) o
		LEFT JOIN assessment a ON a.id = substr(o.object, 1, instr(o.object, '/') - 1)
		GROUP BY o.change
		HAVING count(*) = 1`, s.device, kindAnswer)
	if err != nil {
		return nil, nil, storageFault(fmt.Errorf("query pace: %w", err), s.folder)
	}
	defer rows.Close()
	for rows.Next() {
		var at journal.Clock
		var carried bool
		if err := rows.Scan(&at, &carried); err != nil {
			return nil, nil, fmt.Errorf("read pace: %w", err)
		}
		if carried {
			confirming = append(confirming, at.Time())
		} else {
			answering = append(answering, at.Time())
		}
	}
	return answering, confirming, storageFault(rows.Err(), s.folder)
}
