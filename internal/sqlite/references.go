package sqlite

import (
	"context"
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
)

// Reference is a file of others that was taken in to compare with. Its id is
// the hash of its bytes.
type Reference struct {
	ID       string
	FileName string
	AddedAt  time.Time
	Data     []byte
}

// packedPrefix marks a file that is no text, such as a zip, in the journal's
// text. No sealed file begins with it.
const packedPrefix = "base64:"

func contentOf(data []byte) string {
	if !utf8.Valid(data) || strings.HasPrefix(string(data), packedPrefix) {
		return packedPrefix + base64.StdEncoding.EncodeToString(data)
	}
	return string(data)
}

func dataOf(content string) ([]byte, error) {
	packed, is := strings.CutPrefix(content, packedPrefix)
	if !is {
		return []byte(content), nil
	}
	return base64.StdEncoding.DecodeString(packed)
}

// AddReference keeps a file. One that was removed before comes back.
func (s *Store) AddReference(ctx context.Context, user string, r Reference) error {
	object := journal.Object{Kind: kindReference, ID: r.ID}
	_, err := s.write(ctx, user,
		journal.Edit{Object: object, Field: "file_name", Value: r.FileName},
		journal.Edit{Object: object, Field: "added_at", Value: r.AddedAt.UTC().Format(time.RFC3339)},
		journal.Edit{Object: object, Field: "content", Value: contentOf(r.Data)},
		journal.Edit{Object: object, Field: "removed", Value: nil},
	)
	if err != nil {
		return fmt.Errorf("keep reference: %w", err)
	}
	return nil
}

// RemoveReference takes a file out of the list; undoing brings it back.
func (s *Store) RemoveReference(ctx context.Context, user, id string) error {
	if _, err := s.Reference(ctx, id); err != nil {
		return err
	}
	_, err := s.write(ctx, user, journal.Edit{Object: journal.Object{Kind: kindReference, ID: id}, Field: "removed", Value: true})
	if err != nil {
		return fmt.Errorf("remove reference: %w", err)
	}
	return nil
}

const referenceQuery = `
	SELECT id,
	       coalesce(file_name, ''),
	       coalesce(added_at, ''),
	       content
	FROM reference
	WHERE content IS NOT NULL AND removed IS NOT 1`

// References gives all files, the latest first.
func (s *Store) References(ctx context.Context) ([]Reference, error) {
	rows, err := s.db.QueryContext(ctx, referenceQuery+` ORDER BY added_at DESC, id`)
	if err != nil {
		return nil, storageFault(fmt.Errorf("query references: %w", err), s.folder)
	}
	defer rows.Close()
	var found []Reference
	for rows.Next() {
		r, err := scanReference(rows)
		if err != nil {
			return nil, fmt.Errorf("read reference: %w", err)
		}
		found = append(found, r)
	}
	return found, storageFault(rows.Err(), s.folder)
}

// Reference gives one file; one that is not there is fault.NotFound.
func (s *Store) Reference(ctx context.Context, id string) (Reference, error) {
	r, err := scanReference(s.db.QueryRowContext(ctx, referenceQuery+` AND id = ?`, id))
	if errors.Is(err, sql.ErrNoRows) {
		return r, fault.New(fault.NotFound, "error.reference_not_found", nil)
	}
	if err != nil {
		return r, storageFault(fmt.Errorf("read reference: %w", err), s.folder)
	}
	return r, nil
}

func scanReference(row scanner) (Reference, error) {
	var r Reference
	var added, content string
	if err := row.Scan(&r.ID, &r.FileName, &added, &content); err != nil {
		return r, err
	}
	var err error
	if r.Data, err = dataOf(content); err != nil {
		return r, fmt.Errorf("read contents: %w", err)
	}
	if added != "" {
		if r.AddedAt, err = time.Parse(time.RFC3339, added); err != nil {
			return r, fmt.Errorf("read time: %w", err)
		}
	}
	return r, nil
}
