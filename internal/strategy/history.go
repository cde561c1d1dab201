package strategy

import (
	"slices"
	"strings"
)

// History is what the replaces lines of a catalogue are held against: the
// editions that are known where it is examined.
//
// A replaced code that no earlier edition has leads nowhere, and answers would
// be put aside for a slip of the pen. A line that an earlier edition has must
// be carried on: an assessment may skip editions, and the device that it is on
// may never have had the one in between, so that a catalogue must say all by
// itself where its criteria came from.
type History struct {
	Editions []*Catalogue // in any order; the later ones are left alone. None: nothing is checked
	// Published is for an edition that is out already. The working group held it
	// against its own editions when it signed; here, some may have been skipped.
	// So what does not fit is a remark.
	Published bool
}

func (h History) before(edition string) []*Catalogue {
	var earlier []*Catalogue
	for _, c := range h.Editions {
		if Order(c.Edition.Edition, edition) < 0 {
			earlier = append(earlier, c)
		}
	}
	slices.SortFunc(earlier, func(a, b *Catalogue) int { return Order(a.Edition.Edition, b.Edition.Edition) })
	return earlier
}

// checkHistory holds the criteria of an edition against earlier ones.
func (r *reader) checkHistory(edition string, criteria []list[Criterion]) {
	if len(r.history.Editions) == 0 || !editionName.MatchString(edition) {
		return
	}
	earlier := r.history.before(edition)
	for _, of := range criteria {
		for _, e := range of.entries {
			e.replacesKnown(e.value, earlier)
			e.replacesCarriedOn(e.value, earlier)
		}
	}
}

func (s spot) replacesKnown(c Criterion, earlier []*Catalogue) {
	var names []string
	for _, of := range earlier {
		names = append(names, of.Edition.Edition)
	}
	if len(names) == 0 {
		names = []string{"–"}
	}
	for i, code := range c.Replaces {
		known := slices.ContainsFunc(earlier, func(of *Catalogue) bool { return of.find(code) != nil })
		if !known && criterionCode.MatchString(string(code)) {
			s.of("replaces", i).failUnlessPublished("replaces_unknown", map[string]any{"Value": string(code), "Editions": strings.Join(names, ", ")})
		}
	}
}

// replacesCarriedOn asks for what the criterion itself, and each that it
// replaces, came from.
func (s spot) replacesCarriedOn(c Criterion, earlier []*Catalogue) {
	told := append([]CriterionCode{c.Code}, c.Replaces...)
	for _, source := range slices.Clone(told) {
		for _, of := range earlier {
			before := of.find(source)
			if before == nil {
				continue
			}
			for _, code := range before.Replaces {
				if !slices.Contains(told, code) {
					told = append(told, code)
					s.at("replaces").failUnlessPublished("replaces_dropped", map[string]any{"Value": string(code), "Edition": of.Edition.Edition, "Source": string(source)})
				}
			}
		}
	}
}

func (s spot) failUnlessPublished(key string, args map[string]any) {
	if s.r.history.Published {
		s.r.remarks = append(s.r.remarks, s.finding(remarkPrefix+key, args))
		return
	}
	s.fail(key, args)
}
