package assessment

import (
	"cmp"
	"slices"
	"time"

	"toetssteen/internal/strategy"
)

// EffortBasis says what an effort was read from.
type EffortBasis string

// What an effort can be read from.
const (
	ByAction       EffortBasis = "action"      // somebody estimated it for an improvement action
	ByCoveringAid  EffortBasis = "covers"      // an aid that is there meets the criterion
	ByHelpingAid   EffortBasis = "contributes" // an aid that is there helps
	WithoutSupport EffortBasis = "none"        // no aid that is there helps
)

// Reach says how much is won when a criterion becomes met.
type Reach string

// The reaches.
const (
	Wide   Reach = "wide"
	Middle Reach = "middle"
	Narrow Reach = "narrow"
)

// Priority is an unmet criterion with what it takes and what it brings.
//
// The effort is that of the improvement action that is linked to it: of
// several, the least, because the town can begin there. Where none gives one
// it follows from the catalogue: small where an aid that is developed covers
// the criterion, medium where one contributes to it, large where none does.
//
// The reach counts which of three things hold: another service of the town
// fails the criterion too; the service has no fewer users than half of the
// town's other services; meeting this criterion alone brings its cell of the
// matrix to 80 %. Two or three make it wide, one makes it middle, none narrow.
type Priority struct {
	Criterion strategy.CriterionCode
	Effort    Effort // never unknown
	Basis     EffortBasis
	Reach     Reach

	Others    int  // other services of the town that fail it too
	ManyUsers bool // the service has no fewer users than half of the town's others
	Tips      bool // alone it brings its cell to 80 %
}

// Surroundings is what a priority needs to know of the town.
type Surroundings struct {
	Actions   []ImprovementAction // of the service
	Others    map[strategy.CriterionCode]int
	ManyUsers bool
}

// Priorities gives the unmet criteria: the least effort first, of equals the
// widest reach, then the strategy's order.
func Priorities(catalogue *strategy.Catalogue, answers []Answer, town Surroundings) []Priority {
	short := make(map[cellName]int)
	for _, c := range Score(catalogue, answers) {
		short[cellName{c.Principle, c.Kind}] = c.Short()
	}
	var list []Priority
	for i, a := range answers {
		if a.Verdict != No {
			continue
		}
		criterion := catalogue.Criteria[i]
		p := Priority{
			Criterion: a.Criterion, Others: town.Others[a.Criterion], ManyUsers: town.ManyUsers,
			Tips: short[cellName{criterion.Principle, criterion.Kind}] == 1,
		}
		p.Effort, p.Basis = effortOf(catalogue, a.Criterion, town.Actions)
		p.Reach = p.reach()
		list = append(list, p)
	}
	slices.SortStableFunc(list, func(a, b Priority) int {
		return cmp.Or(cmp.Compare(a.Effort.rank(), b.Effort.rank()), cmp.Compare(a.Reach.rank(), b.Reach.rank()))
	})
	return list
}

type cellName struct {
	principle strategy.PrincipleCode
	kind      strategy.Kind
}

func (p Priority) reach() Reach {
	holds := 0
	for _, fact := range []bool{p.Others > 0, p.ManyUsers, p.Tips} {
		if fact {
			holds++
		}
	}
	switch holds {
	case 0:
		return Narrow
	case 1:
		return Middle
	}
	return Wide
}

func effortOf(catalogue *strategy.Catalogue, code strategy.CriterionCode, actions []ImprovementAction) (Effort, EffortBasis) {
	least := UnknownEffort
	for _, action := range actions {
		if action.Plans(code) && action.Effort != UnknownEffort && (least == UnknownEffort || action.Effort.rank() < least.rank()) {
			least = action.Effort
		}
	}
	if least != UnknownEffort {
		return least, ByAction
	}
	effort, basis := LargeEffort, WithoutSupport
	for _, helpful := range catalogue.AidsFor([]strategy.CriterionCode{code}) {
		if !helpful.Aid.Ready() {
			continue
		}
		for _, c := range helpful.Touches {
			if c.Extent == strategy.Covers {
				return SmallEffort, ByCoveringAid
			}
			effort, basis = MediumEffort, ByHelpingAid
		}
	}
	return effort, basis
}

func (e Effort) rank() int {
	return slices.Index([]Effort{SmallEffort, MediumEffort, LargeEffort, UnknownEffort}, e)
}

func (r Reach) rank() int { return slices.Index([]Reach{Wide, Middle, Narrow}, r) }

// FailElsewhere counts for each criterion how many other services fail it, by
// the latest assessment of each that answers it: one that was only begun does
// not hide what the one before says. An aid is no service. The services and
// the assessments are those of the whole town, in any order.
func FailElsewhere(serviceID string, services []Service, all []Assessment) map[strategy.CriterionCode]int {
	counts := make(map[string]bool, len(services))
	for _, s := range services {
		counts[s.ID] = s.ID != serviceID && s.Kind != AsAid
	}
	type said struct {
		service   string
		criterion strategy.CriterionCode
	}
	type latest struct {
		verdict Verdict
		at      time.Time
	}
	says := make(map[said]latest)
	for _, a := range all {
		if !counts[a.ServiceID] {
			continue
		}
		for _, answer := range a.Answers {
			key := said{a.ServiceID, answer.Criterion}
			if known, has := says[key]; answer.Verdict != Open && (!has || a.StartedAt.After(known.at)) {
				says[key] = latest{answer.Verdict, a.StartedAt}
			}
		}
	}
	others := make(map[strategy.CriterionCode]int)
	for key, latest := range says {
		if latest.verdict == No {
			others[key.criterion]++
		}
	}
	return others
}

// HasManyUsers tells whether a service has no fewer users than half of the
// others whose users are known. Without others, or without a number, it is
// not known and not so.
func HasManyUsers(service Service, all []Service) bool {
	if service.Users == nil {
		return false
	}
	others, passed := 0, 0
	for _, s := range all {
		if s.ID == service.ID || s.Users == nil {
			continue
		}
		others++
		if *service.Users >= *s.Users {
			passed++
		}
	}
	return others > 0 && 2*passed >= others
}

// Plans tells whether an action is meant to make a criterion met. One that was
// dropped plans nothing.
func (i ImprovementAction) Plans(code strategy.CriterionCode) bool {
	return i.Status != Dropped && slices.Contains(i.Criteria, code)
}
