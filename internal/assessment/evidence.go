package assessment

import (
	"time"

	"toetssteen/internal/strategy"
)

// Evidence supports an answer: a file, a pasted picture, or a link.
type Evidence struct {
	ID        string
	Criterion strategy.CriterionCode
	Name      string // of the file, without a path; what the link is called
	Hash      string // SHA-256 of the file's bytes, hexadecimal; "" for a link
	Size      int64  // bytes
	Media     string // media type, as the bytes were recognised: "image/png"
	Link      string // http or https; "" for a file

	SavedAt time.Time
	SavedBy string // a role, may be empty
}

// MaxEvidence is the largest file, in bytes.
const MaxEvidence = 25 << 20

// IsLink tells a link from a file.
func (e Evidence) IsLink() bool { return e.Link != "" }
