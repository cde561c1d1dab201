package assessment

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"toetssteen/internal/fault"
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

// SameContent tells whether it is the same file or link for the same criterion.
func (e Evidence) SameContent(other Evidence) bool {
	return e.Criterion == other.Criterion && e.Hash == other.Hash && e.Link == other.Link
}

// EachOnce leaves the first of what has the same content: two laptops may have
// added it.
func EachOnce(list []Evidence) []Evidence {
	var once []Evidence
	for _, e := range list {
		if !slices.ContainsFunc(once, e.SameContent) {
			once = append(once, e)
		}
	}
	return once
}

// bareAddress is an address as people write it, without what stands before it.
var bareAddress = regexp.MustCompile(`^(?:(?i:www)(?:\.[\pL\d-]+)+(?:[:/?#].*)?|[\pL\d-]+(?:\.[\pL\d-]+)+/.*)$`)

// WholeLink gives a link that was typed, with https before an address that has
// nothing there.
func WholeLink(typed string) string {
	link := strings.TrimSpace(typed)
	if bareAddress.MatchString(link) {
		return "https://" + link
	}
	return link
}

// EvidenceOf gives the evidence for a criterion, in its order.
func (a Assessment) EvidenceOf(code strategy.CriterionCode) []Evidence {
	var found []Evidence
	for _, e := range a.Evidence {
		if e.Criterion == code {
			found = append(found, e)
		}
	}
	return found
}

const (
	maxEvidenceName = 200
	maxLink         = 2_000
)

// Validate refuses evidence that cannot be kept: no file and no link, or a
// link that does more than lead to a page.
func (e Evidence) Validate(catalogue *strategy.Catalogue) error {
	if _, err := catalogue.Criterion(e.Criterion); err != nil {
		return fault.Wrap(err, fault.Invalid, "error.criterion_unknown",
			fault.Args{"Criterion": string(e.Criterion), "Edition": catalogue.Edition.Edition})
	}
	if err := checkText("name", e.Name, maxEvidenceName); err != nil {
		return err
	}
	switch {
	case e.Hash != "" && !e.IsLink() && e.Size > 0 && e.Size <= MaxEvidence:
		return nil
	case e.Hash == "":
		return ValidateLink(e.Link)
	}
	return invalid("evidence", "error.evidence_not_found", nil)
}

// ValidateLink refuses a link that does more than lead to a page.
func ValidateLink(link string) error {
	if err := checkText("link", link, maxLink); err != nil {
		return err
	}
	address, err := url.Parse(link)
	switch {
	case err != nil, strings.ContainsFunc(link, func(r rune) bool { return r <= ' ' || r == 0x7f }):
		return invalid("link", "error.link_unreadable", nil)
	case address.Scheme != "http" && address.Scheme != "https", address.Host == "":
		return invalid("link", "error.link_scheme", nil)
	case address.User != nil:
		return invalid("link", "error.link_password", nil)
	}
	return nil
}
