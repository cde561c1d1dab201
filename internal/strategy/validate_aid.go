package strategy

import (
	"net/url"
	"regexp"
	"strings"
)

var aidID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func checkAids(r *reader, aids list[Aid], known knownCodes) {
	aids.refuseEmpty(r)
	seen := make(map[AidID]bool)
	for _, e := range aids.entries {
		s, aid := e.spot, e.value
		s.at("id").failUnless(aidID.MatchString(string(aid.ID)), "aid_id_malformed", aid.ID)
		s.at("id").failUnless(!seen[aid.ID], "code_duplicate", aid.ID)
		seen[aid.ID] = true
		choice(s.at("type"), aid.Type, AidTypes()...)
		s.at("name").name(aid.Name)
		s.at("supplier").name(aid.Supplier)
		s.at("description").prose(aid.Description)
		s.statuses(aid.Statuses)
		s.at("link").failUnless(safeLink(aid.Link), "link_unsafe", aid.Link)
		if len(aid.Source) == 0 {
			s.at("source").fail("list_empty", nil)
		}
		for j, source := range aid.Source {
			s.of("source", j).section(source)
		}
		s.contributions(aid.Contributions, known)
	}
}

func (s spot) statuses(statuses []StatedStatus) {
	if len(statuses) == 0 {
		s.at("statuses").fail("list_empty", nil)
	}
	for j, stated := range statuses {
		choice(s.of("statuses", j).at("status"), stated.Status, Developed, InDevelopment, ToDevelop)
		s.of("statuses", j).at("source").section(stated.Source)
	}
}

func (s spot) contributions(contributions []Contribution, known knownCodes) {
	if len(contributions) == 0 {
		s.at("contributions").fail("list_empty", nil)
	}
	seen := make(map[CriterionCode]bool)
	for j, c := range contributions {
		at := s.of("contributions", j)
		at.at("criterion").criterion(c.Criterion, known)
		at.at("criterion").failUnless(!seen[c.Criterion], "code_duplicate", c.Criterion)
		seen[c.Criterion] = true
		choice(at.at("extent"), c.Extent, Covers, Contributes)
		at.at("why").prose(c.Why)
		for k, point := range c.Points {
			whole := strings.HasPrefix(point, string(c.Criterion)) && known.possiblePoint(c.Criterion, point)
			at.of("points", k).failUnless(whole, "point_unknown", point)
		}
	}
}

// safeLink tells whether a link may be offered to open in a browser: https,
// and nothing that hides where it goes. None is safe too.
func safeLink(link string) bool {
	if link == "" {
		return true
	}
	u, err := url.Parse(link)
	return err == nil && u.Scheme == "https" && u.Host != "" && u.User == nil && u.String() == link
}
