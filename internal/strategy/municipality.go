package strategy

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// ErrUnknownMunicipality is in the chain of the error for a NIS code that no
// municipality of the Flemish Region has or had.
var ErrUnknownMunicipality = errors.New("unknown municipality")

// Municipality is one of the 285 municipalities of the Flemish Region since
// 1 January 2025.
type Municipality struct {
	NIS                string // five digits; the key to join on, names are not
	Name               string
	Province           string
	PostalCode         string   // the main one; "" where sources differ: no key
	LanguageFacilities bool     // services in French for those who ask
	MergedFrom         []string // names before the mergers of 2019 and 2025
	Formers            []Former // the same, with the codes of then
}

// Former is a municipality before a merger. The code can be one that is still
// in use.
type Former struct {
	NIS   string `json:"nis"`
	Name  string `json:"name"`
	Since string `json:"since"` // date of the merger
}

// Credit names whose data the municipalities are. It is shown wherever they
// are published.
type Credit struct {
	Holder  string `json:"holder"`
	Dataset string `json:"dataset"`
	Licence string `json:"licence,omitempty"`
}

// The municipalities belong to no edition: who there is does not depend on what
// is asked.
//
//go:embed municipalities.json
var municipalitiesFile []byte

type municipalityData struct {
	Format         int                  `json:"format"`
	AsOf           string               `json:"as_of"`
	Credits        []Credit             `json:"credits"`
	Municipalities []municipalityRecord `json:"municipalities"`
}

type municipalityRecord struct {
	NIS                string         `json:"nis_code"`
	Name               string         `json:"name"`
	Province           string         `json:"province"`
	PostalCode         string         `json:"postal_code"`
	LanguageFacilities bool           `json:"language_facilities"`
	MergedFrom         []formerRecord `json:"merged_from"`
}

type formerRecord struct {
	NIS   string `json:"nis_code"`
	Name  string `json:"name"`
	Since string `json:"since"` // date of the merger
}

// gazetteer is the municipalities with what finds them.
type gazetteer struct {
	credits []Credit
	all     []Municipality // in Dutch collation order
	keys    []searchKey    // of all, in the same order
	byNIS   map[string]int
	byOld   map[string]int // codes before the mergers
}

var currentGazetteer = sync.OnceValue(func() *gazetteer {
	g, err := loadGazetteer()
	if err != nil {
		panic(fmt.Sprintf("strategy: load embedded municipalities: %v", err))
	}
	return g
})

func loadGazetteer() (*gazetteer, error) {
	var file municipalityData
	d := json.NewDecoder(bytes.NewReader(municipalitiesFile))
	d.DisallowUnknownFields()
	if err := d.Decode(&file); err != nil {
		return nil, fmt.Errorf("read municipalities: %w", err)
	}
	// Folded, a space sorts before a hyphen and both before letters, as Dutch
	// collation has it: De Haan, De Panne, Deerlijk.
	slices.SortFunc(file.Municipalities, func(a, b municipalityRecord) int {
		return strings.Compare(fold(a.Name), fold(b.Name))
	})
	g := &gazetteer{credits: file.Credits, byNIS: make(map[string]int), byOld: make(map[string]int)}
	for i, record := range file.Municipalities {
		m := Municipality{
			NIS: record.NIS, Name: record.Name, Province: record.Province,
			PostalCode: record.PostalCode, LanguageFacilities: record.LanguageFacilities,
		}
		for _, former := range record.MergedFrom {
			m.MergedFrom = append(m.MergedFrom, former.Name)
			m.Formers = append(m.Formers, Former(former))
			g.byOld[former.NIS] = i
		}
		g.byNIS[record.NIS] = i
		g.all = append(g.all, m)
		g.keys = append(g.keys, keyOf(record))
	}
	return g, nil
}

// Municipalities gives all of them in Dutch collation order.
func Municipalities() []Municipality {
	return slices.Clone(currentGazetteer().all)
}

// MunicipalityCredits names the sources of the municipalities.
func MunicipalityCredits() []Credit {
	return slices.Clone(currentGazetteer().credits)
}

// MunicipalityByNIS gives the municipality with a code of today. The error for
// another code wraps [ErrUnknownMunicipality].
func MunicipalityByNIS(nis string) (Municipality, error) {
	g := currentGazetteer()
	i, ok := g.byNIS[nis]
	if !ok {
		return Municipality{}, fmt.Errorf("look up municipality %q: %w", nis, ErrUnknownMunicipality)
	}
	return g.all[i], nil
}

// MunicipalityNow gives today's municipality for a code from before or after
// the mergers of 2019 and 2025. The error for any other code wraps
// [ErrUnknownMunicipality].
func MunicipalityNow(oldNIS string) (Municipality, error) {
	g := currentGazetteer()
	if i, ok := g.byOld[oldNIS]; ok {
		return g.all[i], nil
	}
	return MunicipalityByNIS(oldNIS)
}
