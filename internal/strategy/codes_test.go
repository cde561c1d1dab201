package strategy_test

import "toetssteen/internal/strategy"

// wantCriterion is a criterion of the strategy as it must be in the embedded
// edition. The codes are final: submissions and history refer to them.
type wantCriterion struct {
	code   strategy.CriterionCode
	kind   strategy.Kind
	source string
	points []string
}

const (
	user      = strategy.User
	inclusion = strategy.Inclusion
)

var wantPrinciples = []strategy.PrincipleCode{"SD", "GC", "DH", "DG", "BT"}

var wantCriteria = []wantCriterion{
	{"SD-G1", user, "2.2.1", nil},
	{"SD-G2", user, "2.2.1", nil},
	{"SD-G3", user, "2.2.1", []string{"SD-G3a", "SD-G3b"}},
	{"SD-G4", user, "2.2.1", []string{"SD-G4a", "SD-G4b"}},
	{"SD-G5", user, "2.2.1", nil},
	{"SD-G6", user, "2.2.1", nil},
	{"SD-I1", inclusion, "2.2.2", nil},
	{"SD-I2", inclusion, "2.2.2", nil},
	{"SD-I3", inclusion, "2.2.2", nil},
	{"SD-I4", inclusion, "2.2.2", []string{"SD-I4a", "SD-I4b", "SD-I4c"}},
	{"SD-I5", inclusion, "2.2.2", nil},
	{"SD-I6", inclusion, "2.2.2", nil},
	{"GC-G1", user, "2.3.1", nil},
	{"GC-G2", user, "2.3.1", nil},
	{"GC-G3", user, "2.3.1", nil},
	{"GC-G4", user, "2.3.1", nil},
	{"GC-I1", inclusion, "2.3.2", []string{"GC-I1a", "GC-I1b", "GC-I1c", "GC-I1d"}},
	{"GC-I2", inclusion, "2.3.2", nil},
	{"GC-I3", inclusion, "2.3.2", nil},
	{"GC-I4", inclusion, "2.3.2", []string{"GC-I4a", "GC-I4b", "GC-I4c"}},
	{"DH-G1", user, "2.4.1", nil},
	{"DH-G2", user, "2.4.1", nil},
	{"DH-G3", user, "2.4.1", nil},
	{"DH-G4", user, "2.4.1", nil},
	{"DH-G5", user, "2.4.1", nil},
	{"DH-I1", inclusion, "2.4.2", nil},
	{"DH-I2", inclusion, "2.4.2", nil},
	{"DH-I3", inclusion, "2.4.2", nil},
	{"DH-I4", inclusion, "2.4.2", nil},
	{"DH-I5", inclusion, "2.4.2", nil},
	{"DH-I6", inclusion, "2.4.2", nil},
	{"DG-G1", user, "2.5.1", []string{"DG-G1a", "DG-G1b"}},
	{"DG-G2", user, "2.5.1", nil},
	{"DG-G3", user, "2.5.1", nil},
	{"DG-G4", user, "2.5.1", nil},
	{"DG-G5", user, "2.5.1", nil},
	{"DG-G6", user, "2.5.1", nil},
	{"DG-G7", user, "2.5.1", nil},
	{"DG-I1", inclusion, "2.5.2", nil},
	{"DG-I2", inclusion, "2.5.2", nil},
	{"DG-I3", inclusion, "2.5.2", nil},
	{"DG-I4", inclusion, "2.5.2", nil},
	{"DG-I5", inclusion, "2.5.2", nil},
	{"BT-G1", user, "2.6.1", nil},
	{"BT-G2", user, "2.6.1", nil},
	{"BT-G3", user, "2.6.1", nil},
	{"BT-G4", user, "2.6.1", nil},
	{"BT-G5", user, "2.6.1", nil},
	{"BT-I1", inclusion, "2.6.2", nil},
	{"BT-I2", inclusion, "2.6.2", nil},
	{"BT-I3", inclusion, "2.6.2", nil},
	{"BT-I4", inclusion, "2.6.2", []string{"BT-I4a", "BT-I4b"}},
}
