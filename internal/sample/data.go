// Package sample holds a fictional municipality with services and assessments,
// and fills a data folder with it: for training and for trying things out.
// Nothing in it is real, and whatever is made of it says so.
package sample

import (
	"embed"
	"encoding/json"
	"fmt"

	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

//go:embed data/*.json
var files embed.FS

// municipality is the fictional town.
type municipality struct {
	NIS  string `json:"nis"`
	Name string `json:"name"`
}

// service is a local version of one of the processes of strategy 6.4, or an
// aid of the town's own.
type service struct {
	ID          string                 `json:"id"`
	Kind        assessment.ServiceKind `json:"kind"`
	OpensUp     *int64                 `json:"opens_up"`
	Name        strategy.Text          `json:"name"`
	Audience    assessment.Audience    `json:"audience"`
	BudgetEuro  *int64                 `json:"budget_euro"`
	Users       *int64                 `json:"users"`
	Development assessment.Development `json:"development"`
	Planned     string                 `json:"planned"`
	OwnerRole   strategy.Text          `json:"owner_role"`
	BuildsOn    []assessment.Target    `json:"builds_on,omitempty"`
}

// sampleAssessment is an assessment of a service; answers that are not there
// are open.
type sampleAssessment struct {
	ID       string            `json:"id"`
	Service  string            `json:"service"`
	Moment   assessment.Moment `json:"moment"`
	Started  string            `json:"started"`  // date, 2026-09-14
	Previous string            `json:"previous"` // that it starts from
	Answers  []answer          `json:"answers"`
}

type answer struct {
	Criterion   strategy.CriterionCode `json:"criterion"`
	Verdict     assessment.Verdict     `json:"verdict"`
	Explanation strategy.Text          `json:"explanation"`
}

// improvement is an improvement action.
type improvement struct {
	ID             string                       `json:"id"`
	Service        string                       `json:"service"`
	Assessment     string                       `json:"assessment"`
	Criteria       []strategy.CriterionCode     `json:"criteria"`
	Title          strategy.Text                `json:"title"`
	Note           strategy.Text                `json:"note"`
	Owner          strategy.Text                `json:"owner"`
	Due            string                       `json:"due"`
	Effort         assessment.Effort            `json:"effort"`
	Budget         strategy.Budget              `json:"budget"`
	Aid            strategy.AidID               `json:"aid"`
	Status         assessment.ImprovementStatus `json:"status"`
	StrategyAction int                          `json:"strategy_action"`
	Plan           string                       `json:"plan"`
}

// town is all of the sample data.
type town struct {
	municipality municipality
	services     []service
	assessments  []sampleAssessment
	improvements []improvement
}

func read() (town, error) {
	var t town
	for name, into := range map[string]any{
		"municipality.json": &t.municipality, "services.json": &t.services, "assessments.json": &t.assessments,
		"improvements.json": &t.improvements,
	} {
		data, err := files.ReadFile("data/" + name)
		if err != nil {
			return t, fmt.Errorf("read sample data: %w", err)
		}
		if err := json.Unmarshal(data, into); err != nil {
			return t, fmt.Errorf("read sample data %s: %w", name, err)
		}
	}
	return t, nil
}
