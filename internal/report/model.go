package report

import (
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/report/pdf"
	"toetssteen/internal/strategy"
)

// Texts gives the texts of one language; package locales has them.
type Texts interface {
	// Text gives the text of key with args filled in.
	Text(key string, args map[string]any) string
	// Count gives the form that fits n, which the text may name as {{.Count}}.
	Count(key string, n int, args map[string]any) string
}

// Replacement is a character that a document could not show.
type Replacement = pdf.Replacement

// AssessmentReport is everything that the report of one assessment is made of.
type AssessmentReport struct {
	Language        strategy.Language // of the texts
	ContentLanguage string            // BCP 47, of what people typed; "" is that of the texts
	Fictional       bool              // marks every page

	Town       string
	Service    assessment.Service
	Assessment assessment.Assessment
	Catalogue  *strategy.Catalogue // of the assessment's edition

	Date       time.Time // of the last answer
	MadeBy     string    // the role of who assessed, never a name; may be empty
	Submission string    // the hash of what was handed in; "" where nothing was
}
