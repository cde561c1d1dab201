package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// Document is a text that can be searched for.
type Document struct {
	Kind  string
	ID    string
	Title string
	Text  string
}

// Hit is a document that was found, with the words round what was asked for.
type Hit struct {
	Document
	Passage []Piece // of the text; the text as a whole is left out of Document
}

// Piece is a piece of a passage.
type Piece struct {
	Text  string
	Found bool // what was asked for
}

// Search finds documents by their words (SQLite FTS5). It stands in memory:
// its texts are in the catalogue already.
type Search struct{ db *sql.DB }

// OpenSearch makes an index of documents.
func OpenSearch(ctx context.Context, documents []Document) (*Search, error) {
	db, err := sql.Open("sqlite", "file::memory:")
	if err != nil {
		return nil, fmt.Errorf("open search: %w", err)
	}
	db.SetMaxOpenConns(1) // each connection would have a memory of its own
	s := &Search{db}
	if err := s.fill(ctx, documents); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return s, nil
}

// Close gives the memory free.
func (s *Search) Close() error { return s.db.Close() }

func (s *Search) fill(ctx context.Context, documents []Document) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("fill search: %w", err)
	}
	defer func() { _ = tx.Rollback() }()
	if _, err := tx.ExecContext(ctx, `
		CREATE VIRTUAL TABLE document USING fts5 (
			kind UNINDEXED, id, title, text,
			tokenize = "unicode61 remove_diacritics 2", prefix = '2 3 4'
		)`); err != nil {
		return fmt.Errorf("make search: %w", err)
	}
	for _, d := range documents {
		if _, err := tx.ExecContext(ctx, `INSERT INTO document (kind, id, title, text) VALUES (?, ?, ?, ?)`, d.Kind, d.ID, d.Title, d.Text); err != nil {
			return fmt.Errorf("add %s %s to search: %w", d.Kind, d.ID, err)
		}
	}
	return tx.Commit()
}

// The marks that SQLite puts round what was found; no text holds them.
const (
	markStart = "\x02"
	markEnd   = "\x03"
)

// Found is what a query gave.
type Found struct {
	Hits    []Hit // the best first
	More    bool  // there are more than were asked for
	Partial bool  // none holds every word: these hold some
}

// Find gives the documents that hold every word of a query, or begin one with
// it, at most as many as limit; those that hold some of the words where none
// holds all. What has the query for its id comes first, and a title counts
// more than a text.
func (s *Search) Find(ctx context.Context, query string, limit int) (Found, error) {
	words := wordsIn(query)
	if len(words) == 0 {
		return Found{}, nil
	}
	found, err := s.match(ctx, query, strings.Join(words, " AND "), limit)
	if err != nil || len(found.Hits) > 0 || len(words) == 1 {
		return found, err
	}
	found, err = s.match(ctx, query, strings.Join(words, " OR "), limit)
	found.Partial = len(found.Hits) > 0
	return found, err
}

// wordsIn quotes each word, so that nothing in a query is taken for an
// operator, and lets it be the start of a longer one.
func wordsIn(query string) []string {
	const most = 12
	var words []string
	for _, field := range strings.Fields(query) {
		if len(words) < most && strings.ContainsFunc(field, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			words = append(words, `"`+strings.ReplaceAll(strings.ReplaceAll(field, "\x00", ""), `"`, `""`)+`"*`)
		}
	}
	return words
}

func (s *Search) match(ctx context.Context, query, expression string, limit int) (Found, error) {
	rows, err := s.db.QueryContext(ctx, `
		SELECT kind, id, title, snippet(document, 3, ?, ?, '…', 18)
		FROM document
		WHERE document MATCH ?
		ORDER BY id != ? COLLATE NOCASE, bm25(document, 0, 12, 6, 1), rowid
		LIMIT ?`, markStart, markEnd, expression, strings.TrimSpace(query), limit+1)
	if err != nil {
		return Found{}, fmt.Errorf("search: %w", err)
	}
	defer rows.Close()
	var found Found
	for rows.Next() {
		var h Hit
		var passage string
		if err := rows.Scan(&h.Kind, &h.ID, &h.Title, &passage); err != nil {
			return Found{}, fmt.Errorf("read hit: %w", err)
		}
		if len(found.Hits) == limit {
			found.More = true
			continue
		}
		h.Passage = pieces(passage)
		found.Hits = append(found.Hits, h)
	}
	return found, rows.Err()
}

func pieces(passage string) []Piece {
	var list []Piece
	for passage != "" {
		before, rest, marked := strings.Cut(passage, markStart)
		if before != "" {
			list = append(list, Piece{Text: before})
		}
		if !marked {
			break
		}
		found, after, _ := strings.Cut(rest, markEnd)
		list = append(list, Piece{Text: found, Found: true})
		passage = after
	}
	return list
}
