package strategy

import "slices"

// AuthorityType is a type of local authority. A municipality is chosen from
// the list of [Municipalities]; the others are entered by name, with the
// municipality where they have their seat.
type AuthorityType string

// The types of local authority (decreet lokaal bestuur, provinciedecreet, and
// the law on police and rescue zones).
const (
	MunicipalityType     AuthorityType = "municipality"
	WelfareCentre        AuthorityType = "welfare_centre" // OCMW
	ProvinceType         AuthorityType = "province"
	IntermunicipalBody   AuthorityType = "intermunicipal_body"
	PoliceZone           AuthorityType = "police_zone"
	RescueZone           AuthorityType = "rescue_zone"
	AutonomousCompany    AuthorityType = "autonomous_company" // of a municipality or province
	WelfareAssociation   AuthorityType = "welfare_association"
	WorshipAdministrator AuthorityType = "worship_administration"
	PolderOrWatering     AuthorityType = "polder_watering"
	OtherAuthority       AuthorityType = "other"
)

// AuthorityTypes gives the types, municipalities first.
func AuthorityTypes() []AuthorityType {
	return []AuthorityType{
		MunicipalityType, WelfareCentre, ProvinceType, IntermunicipalBody, PoliceZone, RescueZone, AutonomousCompany, WelfareAssociation,
		WorshipAdministrator, PolderOrWatering, OtherAuthority,
	}
}

// Known tells whether it is one of the types.
func (t AuthorityType) Known() bool { return slices.Contains(AuthorityTypes(), t) }
