package assessment

// The limits above which a service is significant: more than this many euro,
// or more than this many users (strategy 3.2, footnote 1).
const (
	BudgetLimitEuro = 500_000
	UsersLimit      = 100_000
)

// Significance is the outcome of the significance test, with what decided it.
type Significance struct {
	Significant bool // above at least one of the limits
	ByBudget    bool
	ByUsers     bool
	Unknown     bool // a number that could still make it significant is missing
	Required    bool // significant, and new or reworked: an assessment is due (strategy 3.2)
}

// Significance applies the test to what is known of the service. It is about
// services: nobody has to assess an aid.
func (s Service) Significance() Significance {
	if s.Kind == AsAid {
		return Significance{}
	}
	byBudget := s.BudgetEuro != nil && *s.BudgetEuro > BudgetLimitEuro
	byUsers := s.Users != nil && *s.Users > UsersLimit
	significant := byBudget || byUsers
	return Significance{
		Significant: significant,
		ByBudget:    byBudget,
		ByUsers:     byUsers,
		Unknown:     !significant && (s.BudgetEuro == nil || s.Users == nil),
		Required:    significant && (s.Development == New || s.Development == Reworked),
	}
}
