package assessment

import (
	"maps"
	"slices"
	"strings"

	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
)

// Target names what a service builds on: "aid:" and the catalogue's id of an
// aid, or "service:" and the id of a service of the town's own.
type Target string

const (
	aidTarget     = "aid:"
	serviceTarget = "service:"
)

// OnAid names an aid of the catalogue.
func OnAid(id strategy.AidID) Target { return Target(aidTarget + string(id)) }

// OnService names a service of the town.
func OnService(id string) Target { return Target(serviceTarget + id) }

// Aid gives the catalogue's id, false where it is a service.
func (t Target) Aid() (strategy.AidID, bool) {
	id, is := strings.CutPrefix(string(t), aidTarget)
	return strategy.AidID(id), is && id != ""
}

// Service gives the service's id, false where it is an aid.
func (t Target) Service() (string, bool) {
	id, is := strings.CutPrefix(string(t), serviceTarget)
	return id, is && id != ""
}

// Validate refuses what names nothing.
func (t Target) Validate() error {
	_, aid := t.Aid()
	_, service := t.Service()
	if (!aid && !service) || strings.Contains(string(t), "/") {
		return invalid("target", "error.choice_unknown", fault.Args{"Value": string(t)})
	}
	return nil
}

// Latest is the assessment of a service that counts for what builds on it: the
// one that was started last.
type Latest struct {
	Assessment Assessment          // with an answer for each criterion, see [By]
	Catalogue  *strategy.Catalogue // that it keeps
	Scope      ScopeAnswers
	Proposes   map[strategy.CriterionCode]Proposal // by the assessment that it starts from
}

// Building is what the services of a town build on, and how that stands
// (strategy 6.4.3).
type Building struct {
	services map[string]Service
	aids     map[strategy.AidID]string // service by the aid of the catalogue that it is
	on       map[string][]Target       // by service; nothing that goes round in a circle
	circles  map[string][]Target       // left out of these
	latest   map[string]Latest         // by service

	done map[inheriting]map[strategy.CriterionCode]Inheritance
}

type inheriting struct {
	service string
	edition *strategy.Catalogue
}

// NewBuilding takes the services of a town and what each builds on. Two
// laptops can make a circle without seeing each other: what goes round in one
// counts for nothing, whichever service one starts from.
func NewBuilding(services []Service, on map[string][]Target) *Building {
	b := &Building{
		services: make(map[string]Service, len(services)), aids: make(map[strategy.AidID]string),
		on: make(map[string][]Target), circles: make(map[string][]Target), latest: make(map[string]Latest),
		done: make(map[inheriting]map[strategy.CriterionCode]Inheritance),
	}
	for _, s := range services {
		b.services[s.ID] = s
		if other, there := b.aids[s.Aid]; s.Kind == AsAid && s.Aid != "" && (!there || s.ID < other) {
			b.aids[s.Aid] = s.ID
		}
	}
	for service, targets := range on {
		if _, there := b.services[service]; there {
			b.on[service] = slices.Sorted(slices.Values(targets))
		}
	}
	for service := range b.on {
		for _, t := range b.on[service] {
			if b.Circle(service, t) {
				b.circles[service] = append(b.circles[service], t)
			}
		}
	}
	for service, targets := range b.circles {
		b.on[service] = slices.DeleteFunc(b.on[service], func(t Target) bool { return slices.Contains(targets, t) })
	}
	return b
}

// service gives the town's own service that a target is: that service, or the
// one as which the town assesses an aid of the catalogue.
func (b *Building) service(t Target) (Service, bool) {
	id, is := t.Service()
	if aid, isAid := t.Aid(); isAid {
		id, is = b.aids[aid]
	}
	if !is {
		return Service{}, false
	}
	s, there := b.services[id]
	return s, there
}

// Circle tells whether a service that builds on a target would, in the end,
// build on itself.
func (b *Building) Circle(service string, target Target) bool {
	seen := make(map[string]bool)
	var reaches func(Target) bool
	reaches = func(t Target) bool {
		s, is := b.service(t)
		if !is || seen[s.ID] {
			return false
		}
		seen[s.ID] = true
		return s.ID == service || slices.ContainsFunc(b.on[s.ID], reaches)
	}
	return reaches(target)
}

// Targets gives what a service builds on, in a fixed order, and which of it
// counts for nothing because it goes round in a circle.
func (b *Building) Targets(service string) (on, circles []Target) {
	return b.on[service], b.circles[service]
}

// Sources gives the services whose latest assessment counts for others.
func (b *Building) Sources() []string {
	sources := make(map[string]bool)
	for _, targets := range b.on {
		for _, t := range targets {
			if s, is := b.service(t); is {
				sources[s.ID] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(sources))
}

// Stands says how the latest assessment of a service stands.
func (b *Building) Stands(service string, latest Latest) { b.latest[service] = latest }

// Inherits gives the verdicts that a service has from what it builds on, by an
// edition. Of what it builds on, one that fails a criterion goes before those
// that meet it: the user meets them all. Of equals, the first in order gives
// the reason.
func (b *Building) Inherits(catalogue *strategy.Catalogue, service string) map[strategy.CriterionCode]Inheritance {
	key := inheriting{service, catalogue}
	if known, is := b.done[key]; is {
		return known
	}
	all := make(map[strategy.CriterionCode]Inheritance)
	for _, t := range b.on[service] {
		for code, in := range b.From(catalogue, t) {
			if there, is := all[code]; !is || (there.Verdict == Yes && in.Verdict == No) {
				all[code] = in
			}
		}
	}
	b.done[key] = all
	return all
}

// From gives the verdicts that come from one target. What the town says of an
// aid in an assessment of its own goes before what the catalogue says of it.
func (b *Building) From(catalogue *strategy.Catalogue, target Target) map[strategy.CriterionCode]Inheritance {
	all := make(map[strategy.CriterionCode]Inheritance)
	if id, is := target.Aid(); is {
		fromAid(catalogue, id, all)
	}
	own, is := b.service(target)
	if !is {
		return all
	}
	latest, assessed := b.latest[own.ID]
	if !assessed {
		for code, in := range b.Inherits(catalogue, own.ID) {
			all[code] = in
		}
		return all
	}
	same := asked(latest.Catalogue, catalogue)
	basis := Basis{Scope: RuledOut(latest.Catalogue, latest.Scope), Inherits: b.Inherits(latest.Catalogue, own.ID), Proposes: latest.Proposes}
	for _, a := range basis.On(latest.Assessment.Answers) {
		switch {
		case !same[a.Criterion] || a.Conflict || a.Verdict == Open:
			// What the catalogue says stays.
		case a.Verdict == NotApplicable:
			delete(all, a.Criterion)
		default:
			all[a.Criterion] = passedOn(own, latest.Assessment.ID, a)
		}
	}
	return all
}

// fromAid adds what the catalogue says that an aid meets. One that is not
// there yet meets nothing.
func fromAid(catalogue *strategy.Catalogue, id strategy.AidID, all map[strategy.CriterionCode]Inheritance) {
	i := slices.IndexFunc(catalogue.Aids, func(a strategy.Aid) bool { return a.ID == id })
	if i < 0 || !catalogue.Aids[i].Ready() {
		return
	}
	aid := catalogue.Aids[i]
	for _, c := range aid.Contributions {
		if c.CoversWhole() {
			all[c.Criterion] = Inheritance{
				Verdict: Yes, Explanation: aid.Name.In(written) + ": " + c.Why.In(written),
				Source: Source{Kind: FromAid, ID: string(aid.ID), Name: aid.Name, Reason: c.Why},
			}
		}
	}
}

// passedOn gives a verdict of a service on to what builds on it. A reason of
// the catalogue stays in its languages.
func passedOn(from Service, assessmentID string, a Answer) Inheritance {
	reason := strategy.Text{written: a.Explanation}
	if a.Source != nil && a.Origin != Own && a.Source.Reason.In(written) == a.Explanation {
		reason = a.Source.Reason
	}
	return Inheritance{
		Verdict: a.Verdict, Explanation: a.Explanation,
		Source: Source{Kind: FromAssessment, ID: assessmentID, Name: strategy.Text{written: from.Name}, Reason: reason},
	}
}

// asked gives the criteria that ask the same in two editions.
func asked(from, to *strategy.Catalogue) map[strategy.CriterionCode]bool {
	same := make(map[strategy.CriterionCode]bool)
	if from == to {
		for _, c := range to.Criteria {
			same[c.Code] = true
		}
		return same
	}
	for _, c := range strategy.Compare(from, to) {
		if c.Kind == strategy.Stayed {
			same[c.Code] = true
		}
	}
	return same
}
