package reference

import (
	"slices"
	"strings"

	"toetssteen/internal/assessment"
	"toetssteen/internal/submission"
)

// A group is counted in a benchmark only from so many submissions, of so many
// towns: what it says is then said of nobody in particular. It is about
// services of authorities that answer in public, not about persons, so that
// what all of a group have in common may be known.
const (
	MinSubmissions = 5
	MinTowns       = 3
)

type group struct {
	audience  assessment.Audience // "" for all
	documents []submission.Document
}

func large(documents []submission.Document) bool {
	return len(documents) >= MinSubmissions && towns(documents) >= MinTowns
}

// towns counts them by their code. An authority counts as the municipality
// where it has its seat: that keeps a group of one town's authorities out.
// Fictional towns share a code, and are told apart by their names.
func towns(documents []submission.Document) int {
	seen := make(map[string]bool)
	for _, d := range documents {
		key := d.Municipality.NIS
		if d.Fictional {
			key += d.Municipality.Name
		}
		seen[key] = true
	}
	return len(seen)
}

// publishable gives the groups of the submissions by one edition that may be
// counted: all of them, and those by audience that are large enough.
//
// What is left when the published groups are taken from all is known too:
// whoever has the benchmark can subtract. So the rest must be empty or large
// enough itself; while it is not, the smallest group is withheld, and joins
// the rest. Any other difference that can be made, of all and some of the
// groups, holds the rest or a published group as a whole, and is at least as
// large as that. Two benchmarks of different days can be subtracted as well:
// the working group makes one when enough came in.
func publishable(documents []submission.Document) []group {
	if !large(documents) {
		return nil
	}
	by := make(map[assessment.Audience][]submission.Document)
	for _, d := range documents {
		by[d.Service.Audience] = append(by[d.Service.Audience], d)
	}
	var groups []group
	var rest []submission.Document
	for audience, of := range by {
		if audience != "" && large(of) {
			groups = append(groups, group{audience, of})
		} else {
			rest = append(rest, of...)
		}
	}
	slices.SortFunc(groups, func(a, b group) int {
		if len(a.documents) != len(b.documents) {
			return len(a.documents) - len(b.documents)
		}
		return strings.Compare(string(a.audience), string(b.audience))
	})
	for len(rest) > 0 && !large(rest) && len(groups) > 0 {
		rest = append(rest, groups[0].documents...)
		groups = groups[1:]
	}
	slices.SortFunc(groups, func(a, b group) int { return strings.Compare(string(a.audience), string(b.audience)) })
	if len(groups) == 1 && len(rest) == 0 {
		groups = nil // it is all of them
	}
	return append([]group{{"", documents}}, groups...)
}
