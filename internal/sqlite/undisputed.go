package sqlite

import (
	"context"
	"fmt"
	"sync"

	"toetssteen/internal/journal"
)

// undisputed remembers which removals knew all that there was. That stays so
// as long as nothing is written about what is removed.
type undisputed struct {
	mu   sync.Mutex
	upTo int64 // sequence of the operations that were looked at
	all  map[journal.Object]bool
}

// manyChanged is from how many changed objects looking at each is no gain.
const manyChanged = 200

// knewAll tells whether what was recorded about a removal names all that the
// object is made up of. That is so for nearly every removal, and much cheaper
// to find out than what exactly it did not know.
func (s *Store) knewAll(ctx context.Context, object journal.Object) (bool, error) {
	s.undisputed.mu.Lock()
	defer s.undisputed.mu.Unlock()
	known, err := s.remembered(ctx)
	if err != nil || known[object] {
		return known[object], err
	}
	var unseen bool
	err = s.db.QueryRowContext(ctx, partsQuery+`
		SELECT EXISTS (
			SELECT 1
			FROM parts p
			JOIN survivor v ON v.kind = p.kind AND v.object = p.object
			WHERE v.field NOT IN (?3, ?4)
			  AND v.operation NOT IN (
			        SELECT known.value
			        FROM survivor w
			        JOIN operation o ON o.id = w.operation
			        JOIN json_each(o.value) known
			        WHERE w.kind = ?1 AND w.object = ?2 AND w.field = ?4 AND known.value IS NOT NULL))`,
		object.Kind, object.ID, journal.FieldRemoved, journal.FieldSeen).Scan(&unseen)
	if err != nil {
		return false, fmt.Errorf("find what the removal of %s %s knew: %w", object.Kind, object.ID, err)
	}
	if !unseen {
		known[object] = true
	}
	return !unseen, nil
}

// remembered gives the removals that still knew all; what is written since is
// looked at first.
func (s *Store) remembered(ctx context.Context) (map[journal.Object]bool, error) {
	u := &s.undisputed
	var now int64
	if err := s.db.QueryRowContext(ctx, `SELECT coalesce(max(sequence), 0) FROM operation`).Scan(&now); err != nil {
		return nil, fmt.Errorf("read sequence: %w", err)
	}
	if u.all != nil && now == u.upTo {
		return u.all, nil
	}
	kept := u.all != nil
	if kept {
		changed, err := s.changedBetween(ctx, u.upTo, now)
		if err != nil {
			return nil, err
		}
		if kept, err = s.noneHidden(ctx, changed); err != nil {
			return nil, err
		}
	}
	if !kept {
		u.all = make(map[journal.Object]bool)
	}
	u.upTo = now
	return u.all, nil
}

func (s *Store) noneHidden(ctx context.Context, changed []journal.Object) (bool, error) {
	if len(changed) >= manyChanged {
		return false, nil
	}
	for _, object := range changed {
		if _, removable := hiddenBy[object.Kind]; !removable {
			continue
		}
		if hidden, err := s.hidden(ctx, object); err != nil || hidden {
			return false, err
		}
	}
	return true, nil
}

func (s *Store) changedBetween(ctx context.Context, after, last int64) ([]journal.Object, error) {
	rows, err := s.db.QueryContext(ctx, `
		SELECT DISTINCT kind, object
		FROM operation
		WHERE sequence > ? AND sequence <= ?
		LIMIT ?`, after, last, manyChanged)
	if err != nil {
		return nil, fmt.Errorf("query what changed: %w", err)
	}
	defer rows.Close()
	var changed []journal.Object
	for rows.Next() {
		var object journal.Object
		if err := rows.Scan(&object.Kind, &object.ID); err != nil {
			return nil, fmt.Errorf("read what changed: %w", err)
		}
		changed = append(changed, object)
	}
	return changed, rows.Err()
}
