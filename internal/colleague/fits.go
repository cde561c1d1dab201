package colleague

import "toetssteen/internal/fault"

// Fits refuses a file of another town, and sample data beside real ones: what
// is mixed cannot be taken apart again.
func (f File) Fits(here Town) error {
	theirs := f.Head.Town
	switch {
	case theirs.Fictional && !here.Fictional:
		return fault.New(fault.Conflict, "error.colleague_fictional", nil)
	case !theirs.Fictional && here.Fictional:
		return fault.New(fault.Conflict, "error.colleague_real", nil)
	case theirs != here:
		return fault.New(fault.Conflict, "error.colleague_other_town", nil)
	}
	return nil
}
