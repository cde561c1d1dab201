// Package submission freezes an assessment into the document that goes to the
// working group, seals it with the device's key, and opens and checks what
// others sealed. It also holds the receipt that comes back.
package submission

import (
	"fmt"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// Format is the version of the documents that this program writes. A reader
// takes any minor version of its major version.
const Format = "1.1"

// Document is a submission: everything that the working group needs to judge
// one assessment, complete in itself.
type Document struct {
	Format       string       `json:"format"`
	ID           string       `json:"id"`
	Municipality Municipality `json:"municipality"`
	Fictional    bool         `json:"fictional,omitempty"` // sample data: only a training working group takes it
	Service      Service      `json:"service"`
	Assessment   Assessment   `json:"assessment"`
	Scores       []Score      `json:"scores"`
	Answers      []Answer     `json:"answers"`
	FrozenAt     time.Time    `json:"frozen_at"`
	SubmittedBy  string       `json:"submitted_by,omitempty"` // a role
	Replaces     string       `json:"replaces,omitempty"`     // id of the submission that this one corrects
	App          string       `json:"app"`                    // version of the program

	Notification // since 1.1
}

// Municipality says whose submission it is.
type Municipality struct {
	NIS  string `json:"nis"` // "00000" for a fictional one; of an authority, where it has its seat
	Name string `json:"name"`

	Authority strategy.AuthorityType `json:"authority,omitempty"` // "" for a municipality
}

// Service holds the facts of the service at the time of freezing.
type Service struct {
	ID          string                 `json:"id"`
	Name        string                 `json:"name"`
	Audience    assessment.Audience    `json:"audience,omitempty"`
	BudgetEuro  *int64                 `json:"budget_euro,omitempty"`
	Users       *int64                 `json:"users,omitempty"`
	Development assessment.Development `json:"development,omitempty"`
	Planned     string                 `json:"planned,omitempty"`
	Significant bool                   `json:"significant"`

	Kind    assessment.ServiceKind `json:"kind,omitempty"`     // "aid" for an aid that the town supplies
	Aid     strategy.AidID         `json:"aid,omitempty"`      // of the catalogue
	OpensUp *int64                 `json:"opens_up,omitempty"` // number of services that the aid opens up
}

// Assessment says what was assessed, and by which edition.
type Assessment struct {
	ID            string            `json:"id"`
	Moment        assessment.Moment `json:"moment"`
	Edition       string            `json:"edition"`
	CatalogueHash string            `json:"catalogue_hash"`
	StartedAt     time.Time         `json:"started_at"`
}

// Score is a cell of the matrix. The state follows from the counts.
type Score struct {
	Principle     strategy.PrincipleCode `json:"principle"`
	Kind          strategy.Kind          `json:"kind"`
	Met           int                    `json:"met"`
	Unmet         int                    `json:"unmet"`
	NotApplicable int                    `json:"not_applicable"`
}

// Answer is the answer to one criterion.
type Answer struct {
	Criterion   strategy.CriterionCode `json:"criterion"`
	Verdict     assessment.Verdict     `json:"verdict"`
	Explanation string                 `json:"explanation,omitempty"`
	Origin      assessment.Origin      `json:"origin,omitempty"` // since 1.1: what it follows from, "" where somebody gave it
}

// Draft is what [Freeze] makes a document of.
type Draft struct {
	ID           string
	Municipality Municipality
	Fictional    bool
	Service      assessment.Service
	Assessment   assessment.Assessment // with the answers that were given
	Measures     []assessment.ImprovementAction
	Earlier      *Compared // what it is held against, nil for none
	Replaced     *Document // what it corrects, nil for none; see [Numbered]
	SubmittedBy  string
	App          string
}

// Compared is an earlier assessment with the edition that it keeps.
type Compared struct {
	Assessment assessment.Assessment // with one answer for each criterion
	Catalogue  *strategy.Catalogue
}

// Freeze makes the document. It refuses an assessment with open criteria,
// missing explanations or unsettled conflicts, naming how many there are.
func Freeze(catalogue *strategy.Catalogue, draft Draft, now time.Time) (Document, error) {
	answers, err := assessment.Complete(catalogue, draft.Assessment.Answers)
	if err != nil {
		return Document{}, fmt.Errorf("freeze assessment: %w", err)
	}
	if p := assessment.ProgressOf(answers); !p.Ready() {
		return Document{}, fault.New(fault.Conflict, "error.assessment_not_ready",
			fault.Args{"Service": draft.Service.Name, "Open": p.Open, "Incomplete": p.Incomplete, "Review": p.Review})
	}
	for _, a := range answers {
		if a.Conflict {
			return Document{}, fault.New(fault.Conflict, "error.assessment_conflict", fault.Args{"Criterion": string(a.Criterion)})
		}
	}
	d := Document{
		Format:       Format,
		ID:           draft.ID,
		Municipality: draft.Municipality,
		Fictional:    draft.Fictional,
		Service:      serviceOf(draft.Service),
		Assessment: Assessment{
			ID: draft.Assessment.ID, Moment: draft.Assessment.Moment, StartedAt: draft.Assessment.StartedAt.UTC(),
			Edition: catalogue.Edition.Edition, CatalogueHash: catalogue.Hash(),
		},
		Scores:      scoresOf(assessment.Score(catalogue, answers)),
		Answers:     answersOf(answers),
		FrozenAt:    now.UTC().Truncate(time.Second),
		SubmittedBy: draft.SubmittedBy,
		App:         draft.App,
	}
	d.Notification = notificationOf(catalogue, draft, answers)
	if draft.Replaced != nil {
		d.Replaces, d.Version = draft.Replaced.ID, draft.Replaced.Version+1
		d.Correction = correctionOf(*draft.Replaced, d, draft.Assessment.Correction)
	}
	return d, nil
}

func serviceOf(s assessment.Service) Service {
	return Service{
		ID: s.ID, Name: s.Name, Audience: s.Audience, BudgetEuro: s.BudgetEuro, Users: s.Users,
		Kind: s.Kind, Aid: s.Aid, OpensUp: s.OpensUp,
		Development: s.Development, Planned: s.Planned, Significant: s.Significance().Significant,
	}
}

func scoresOf(matrix assessment.Matrix) []Score {
	scores := make([]Score, 0, len(matrix))
	for _, c := range matrix {
		scores = append(scores, Score{Principle: c.Principle, Kind: c.Kind, Met: c.Met, Unmet: c.Unmet, NotApplicable: c.NotApplicable})
	}
	return scores
}

func answersOf(answers []assessment.Answer) []Answer {
	out := make([]Answer, 0, len(answers))
	for _, a := range answers {
		out = append(out, Answer{Criterion: a.Criterion, Verdict: a.Verdict, Explanation: a.Explanation, Origin: a.Origin})
	}
	return out
}
