package submission

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

// Notification is what a submission says to the steering body besides the
// answers (strategy 3.2, comply or explain). All of it is optional, and came
// with version 1.1 of the format.
type Notification struct {
	Version    int         `json:"version,omitempty"` // 1, 2, …; 0 in a document of version 1.0
	Cover      string      `json:"cover,omitempty"`   // in the town's own words
	Decision   *Decision   `json:"decision,omitempty"`
	Earlier    *Earlier    `json:"earlier,omitempty"`
	Measures   []Measure   `json:"measures,omitempty"`
	Evidence   []Evidence  `json:"evidence,omitempty"`
	Correction *Correction `json:"correction,omitempty"` // of what it replaces
}

// Decision says when the town's executive adopted the assessment.
type Decision struct {
	AdoptedOn string `json:"adopted_on"` // date, "2026-11-30"
	Number    string `json:"number,omitempty"`

	// ChangedSince are the criteria of which something else is said than the
	// executive saw: it did not adopt those.
	ChangedSince []strategy.CriterionCode `json:"changed_since,omitempty"`
}

// Earlier is the assessment that this one is held against: the one beforehand,
// or last year's.
type Earlier struct {
	Assessment
	Scores  []Score         `json:"scores"`
	Answers []EarlierAnswer `json:"answers"`
}

// EarlierAnswer is what was said before about one criterion. Its explanation
// stands in the submission of that assessment.
type EarlierAnswer struct {
	Criterion strategy.CriterionCode `json:"criterion"`
	Verdict   assessment.Verdict     `json:"verdict"` // "" for one that was left open
}

// Measure is what the town plans so that unmet criteria become met.
type Measure struct {
	Title    string                       `json:"title"`
	Criteria []strategy.CriterionCode     `json:"criteria"`
	Owner    string                       `json:"owner,omitempty"` // a role
	Due      string                       `json:"due,omitempty"`   // date
	Status   assessment.ImprovementStatus `json:"status,omitempty"`
	Budget   strategy.Budget              `json:"budget,omitempty"`
}

// Evidence names what supports an answer. The bytes of a file do not go
// along: its hash tells whether what somebody shows later is the same.
type Evidence struct {
	Criterion strategy.CriterionCode `json:"criterion"`
	Name      string                 `json:"name"`
	SHA256    string                 `json:"sha256,omitempty"` // "" for a link
	Size      int64                  `json:"size,omitempty"`
	Link      string                 `json:"link,omitempty"`
}

// Correction says what changed since the submission that is replaced, and why.
type Correction struct {
	Reason  string   `json:"reason,omitempty"`
	Changes []Change `json:"changes,omitempty"`
	Parts   []Part   `json:"parts,omitempty"` // that changed besides the answers
}

// Change is a criterion that is answered otherwise.
type Change struct {
	Criterion          strategy.CriterionCode `json:"criterion"`
	From               assessment.Verdict     `json:"from,omitempty"`
	To                 assessment.Verdict     `json:"to,omitempty"`
	ExplanationChanged bool                   `json:"explanation_changed,omitempty"`
}

// Part names a part of a submission besides the answers.
type Part string

// The parts.
const (
	TownPart     Part = "town"
	ServicePart  Part = "service"
	EditionPart  Part = "edition"
	CoverPart    Part = "cover"
	DecisionPart Part = "decision"
	SincePart    Part = "since" // what changed after the decision
	EarlierPart  Part = "earlier"
	MeasuresPart Part = "measures"
	EvidencePart Part = "evidence"
	OriginsPart  Part = "origins" // an answer follows from something else, with the same verdict
)

func notificationOf(catalogue *strategy.Catalogue, draft Draft, answers []assessment.Answer) Notification {
	n := Notification{Version: 1, Cover: draft.Assessment.Cover, Earlier: earlierOf(draft.Earlier)}
	if r := draft.Assessment.Review; r.AdoptedOn != "" {
		n.Decision = &Decision{AdoptedOn: r.AdoptedOn, Number: r.Decision, ChangedSince: r.ChangedSince(answers)}
	}
	for _, action := range PlannedFor(catalogue, answers, draft.Measures) {
		n.Measures = append(n.Measures, Measure{
			Title: action.Title, Criteria: action.Criteria, Owner: action.Owner, Due: action.Due, Status: action.Status, Budget: action.Budget,
		})
	}
	for _, e := range draft.Assessment.Evidence {
		if _, err := catalogue.Criterion(e.Criterion); err == nil {
			n.Evidence = append(n.Evidence, Evidence{Criterion: e.Criterion, Name: e.Name, SHA256: e.Hash, Size: e.Size, Link: e.Link})
		}
	}
	return n
}

// PlannedFor gives the actions that a notification names as measures: those
// that are about an unmet criterion and were not dropped, by date, then by
// title. Criteria that the edition does not have are left out of them.
func PlannedFor(catalogue *strategy.Catalogue, answers []assessment.Answer, actions []assessment.ImprovementAction) []assessment.ImprovementAction {
	var planned []assessment.ImprovementAction
	for _, action := range actions {
		unmet := slices.ContainsFunc(answers, func(a assessment.Answer) bool { return a.Verdict == assessment.No && action.Plans(a.Criterion) })
		if !unmet {
			continue
		}
		action.Criteria = slices.DeleteFunc(slices.Clone(action.Criteria), func(code strategy.CriterionCode) bool {
			_, err := catalogue.Criterion(code)
			return err != nil
		})
		planned = append(planned, action)
	}
	slices.SortStableFunc(planned, func(a, b assessment.ImprovementAction) int {
		return cmp.Or(cmp.Compare(dueOr(a.Due), dueOr(b.Due)), cmp.Compare(a.Title, b.Title))
	})
	return planned
}

// dueOr puts what has no date last.
func dueOr(due string) string { return cmp.Or(due, "9999") }

func earlierOf(c *Compared) *Earlier {
	if c == nil {
		return nil
	}
	e := &Earlier{
		Assessment: Assessment{
			ID: c.Assessment.ID, Moment: c.Assessment.Moment, StartedAt: c.Assessment.StartedAt.UTC(),
			Edition: c.Catalogue.Edition.Edition, CatalogueHash: c.Catalogue.Hash(),
		},
		Scores: scoresOf(assessment.Score(c.Catalogue, c.Assessment.Answers)),
	}
	for _, a := range c.Assessment.Answers {
		e.Answers = append(e.Answers, EarlierAnswer{Criterion: a.Criterion, Verdict: a.Verdict})
	}
	return e
}

// Numbered gives the submissions of one assessment, the earliest first, each
// with its version: those of format 1.0 do not say it themselves.
func Numbered(history []Document) []Document {
	numbered := slices.Clone(history)
	for i, d := range numbered {
		switch {
		case d.Version > 0:
		case i == 0:
			numbered[i].Version = 1
		default:
			numbered[i].Version = numbered[i-1].Version + 1
		}
	}
	return numbered
}

func correctionOf(replaced, by Document, reason string) *Correction {
	return &Correction{Reason: reason, Changes: changes(replaced, by), Parts: parts(replaced, by)}
}

// changes gives the criteria that are answered otherwise, in the order of the
// later document.
func changes(replaced, by Document) []Change {
	var list []Change
	for _, d := range assessment.Differences(given(replaced), given(by)) {
		list = append(list, Change{Criterion: d.Criterion, From: d.From, To: d.To, ExplanationChanged: d.Reworded})
	}
	return list
}

func given(d Document) []assessment.Answer {
	answers := make([]assessment.Answer, 0, len(d.Answers))
	for _, a := range d.Answers {
		answers = append(answers, assessment.Answer{Criterion: a.Criterion, Verdict: a.Verdict, Explanation: a.Explanation})
	}
	return answers
}

// FrozenAnswers gives what a document says of each criterion.
func (d Document) FrozenAnswers() []assessment.Answer { return given(d) }

// Adopted gives the date of the decision, the zero time for none.
func (n Notification) Adopted() time.Time {
	if n.Decision == nil {
		return time.Time{}
	}
	on, err := time.Parse(time.DateOnly, n.Decision.AdoptedOn)
	if err != nil {
		return time.Time{}
	}
	return on
}

// Unreasoned tells whether a correction changes something and does not say why.
func (c *Correction) Unreasoned() bool {
	return c != nil && len(c.Changes)+len(c.Parts) > 0 && strings.TrimSpace(c.Reason) == ""
}
