package assessment

// Stage says how far an assessment has come within the town: it is filled in,
// proposed, reviewed by somebody else, and adopted by the town's executive. No
// stage closes it: whatever changes afterwards is shown, and every stage can
// be left again.
type Stage string

// The stages.
const (
	FillingIn Stage = ""         // being filled in
	Proposed  Stage = "proposed" // offered for review
	Reviewed  Stage = "reviewed" // looked at by somebody else
	Adopted   Stage = "adopted"  // by the executive, with a date and a number
)

// Reviewing is where an assessment stands within the town.
type Reviewing struct {
	Stage     Stage
	Note      string // what the reviewer said
	Reviewer  string // role of who is asked, may be empty
	AdoptedOn string // date of the decision, "2026-11-30"
	Decision  string // its number
}
