package app

import "toetssteen/internal/strategy"

// CatalogueDocument is an edition as one document, with the municipalities.
type CatalogueDocument struct {
	CatalogueView
	Municipalities []MunicipalityEntry `json:"municipalities"`
	AuthorityTypes []AuthorityType     `json:"authorityTypes"`
	Credits        []strategy.Credit   `json:"credits"` // for the municipalities
}

// MunicipalityEntry is a municipality with the codes that it had.
type MunicipalityEntry struct {
	MunicipalityView
	MergedFrom []strategy.Former `json:"mergedFrom"`
}

// DocumentOf gives a catalogue as one document in a language; name gives the
// name of a type of authority.
func DocumentOf(c *strategy.Catalogue, lang string, name func(strategy.AuthorityType) string) CatalogueDocument {
	d := CatalogueDocument{CatalogueView: catalogueView(c, strategy.Language(lang)), Credits: strategy.MunicipalityCredits()}
	for _, m := range strategy.Municipalities() {
		d.Municipalities = append(d.Municipalities, MunicipalityEntry{municipalityView(m), append([]strategy.Former{}, m.Formers...)})
	}
	for _, t := range strategy.AuthorityTypes() {
		d.AuthorityTypes = append(d.AuthorityTypes, AuthorityType{t, name(t)})
	}
	return d
}

// AuthorityType is a type of local authority with its name.
type AuthorityType struct {
	Type strategy.AuthorityType `json:"type"`
	Name string                 `json:"name"`
}
