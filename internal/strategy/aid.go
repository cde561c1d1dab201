package strategy

import "slices"

// AidID is a short name in lower case with hyphens: "mijn-burgerprofiel".
type AidID string

// AidType is one of the strategy's six types of aids (strategy 4.1).
type AidType string

// The types of aids.
const (
	ECounter      AidType = "e_counter"
	BuildingBlock AidType = "building_block"
	Method        AidType = "method"
	Guidance      AidType = "guidance"
	Training      AidType = "training"
	Governance    AidType = "governance"
)

// AidTypes gives the types in the strategy's order.
func AidTypes() []AidType {
	return []AidType{ECounter, BuildingBlock, Method, Guidance, Training, Governance}
}

// AidStatus says how far an aid is (strategy 4.1).
type AidStatus string

// The statuses of aids.
const (
	Developed     AidStatus = "developed"
	InDevelopment AidStatus = "in_development"
	ToDevelop     AidStatus = "to_develop"
)

// Aid is something that helps a provider to meet criteria (strategy 4, 6.5).
type Aid struct {
	ID            AidID          `json:"id"`
	Type          AidType        `json:"type"`
	Name          Text           `json:"name"`
	Statuses      []StatedStatus `json:"statuses"` // more than one where the source contradicts itself
	Supplier      Text           `json:"supplier"`
	Description   Text           `json:"description"`
	Link          string         `json:"link,omitempty"` // https; "" where the source gives none
	Source        []string       `json:"source"`         // sections
	Contributions []Contribution `json:"contributions"`
}

// StatedStatus is a status with the section of the source that states it.
type StatedStatus struct {
	Status AidStatus `json:"status"`
	Source string    `json:"source"`
}

// Extent says how far an aid helps with a criterion.
type Extent string

// The extents.
const (
	Covers      Extent = "covers"      // using it as meant meets the criterion, or that part of it
	Contributes Extent = "contributes" // it helps
)

// Contribution is what an aid does for a criterion, and why.
type Contribution struct {
	Criterion CriterionCode `json:"criterion"`
	Extent    Extent        `json:"extent"`
	Why       Text          `json:"why"`
}

// Disputed tells whether the source gives more than one status.
func (a Aid) Disputed() bool {
	return slices.ContainsFunc(a.Statuses, func(s StatedStatus) bool { return s.Status != a.Statuses[0].Status })
}

// Ready tells whether every status that the source gives says that the aid is
// there: what may not be there yet is not promised.
func (a Aid) Ready() bool { return a.furthest() == 0 }

// HelpfulAid is an aid with what it does for some criteria.
type HelpfulAid struct {
	Aid     Aid
	Touches []Contribution // of those asked for, in the order of the question
}

// AidsFor gives the aids that help with at least one of some criteria, the
// one that touches most first; of equals the one that covers most, then the
// one that is furthest, then the strategy's order.
func (c *Catalogue) AidsFor(unmet []CriterionCode) []HelpfulAid {
	var helpful []HelpfulAid
	for _, aid := range c.Aids {
		h := HelpfulAid{Aid: aid}
		for _, code := range unmet {
			for _, contribution := range aid.Contributions {
				if contribution.Criterion == code {
					h.Touches = append(h.Touches, contribution)
				}
			}
		}
		if len(h.Touches) > 0 {
			helpful = append(helpful, h)
		}
	}
	slices.SortStableFunc(helpful, func(a, b HelpfulAid) int {
		if d := len(b.Touches) - len(a.Touches); d != 0 {
			return d
		}
		if d := b.covered() - a.covered(); d != 0 {
			return d
		}
		return a.Aid.furthest() - b.Aid.furthest()
	})
	return helpful
}

func (h HelpfulAid) covered() int {
	n := 0
	for _, contribution := range h.Touches {
		if contribution.Extent == Covers {
			n++
		}
	}
	return n
}

// furthest ranks the most cautious of the stated statuses: what may not be
// there yet is not promised.
func (a Aid) furthest() int {
	rank := 0
	for _, s := range a.Statuses {
		rank = max(rank, slices.Index([]AidStatus{Developed, InDevelopment, ToDevelop}, s.Status))
	}
	return rank
}
