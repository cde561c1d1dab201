// Package fault holds the errors that reach a user: each carries a machine
// code for callers, and a message key with arguments for the text that is
// shown in the user's language. Logs keep the English chain of causes.
package fault

import (
	"errors"
	"fmt"
)

// Code says what kind of thing went wrong, for callers that decide on it.
type Code string

// The codes. A code is stable: scripts and the window rely on it.
const (
	Invalid     Code = "invalid"     // the input is wrong; the text names the field
	NotFound    Code = "not_found"   // what was asked for does not exist
	Conflict    Code = "conflict"    // the state does not allow it
	Denied      Code = "denied"      // the server or the file system refuses access
	Unavailable Code = "unavailable" // the network or the server does not answer
	Corrupt     Code = "corrupt"     // the bytes are not what they claim to be
	Newer       Code = "newer"       // made by a newer version of the program
	Full        Code = "full"        // no space left
	ReadOnly    Code = "read_only"   // the place cannot be written to
	Locked      Code = "locked"      // another process has it open
	Canceled    Code = "canceled"    // the user stopped it
	Internal    Code = "internal"    // a defect of the program
)

// Args are the values that a message text names, such as {{.Path}}.
type Args map[string]any

// Fault is an error with a text for the user. Key is a key of the message
// files in locales.
type Fault struct {
	Code Code
	Key  string
	Args Args
	Err  error // the cause, may be nil
}

// New makes a fault without a cause.
func New(code Code, key string, args Args) *Fault {
	return &Fault{Code: code, Key: key, Args: args}
}

// Wrap makes a fault of err, which stays reachable with errors.Is and errors.As.
func Wrap(err error, code Code, key string, args Args) *Fault {
	return &Fault{Code: code, Key: key, Args: args, Err: err}
}

// Error gives the English text for the log: code, key, arguments and cause.
func (f *Fault) Error() string {
	text := fmt.Sprintf("%s (%s)", f.Key, f.Code)
	if len(f.Args) > 0 {
		text += fmt.Sprintf(" %v", map[string]any(f.Args))
	}
	if f.Err != nil {
		text += ": " + f.Err.Error()
	}
	return text
}

// Unwrap gives the cause.
func (f *Fault) Unwrap() error { return f.Err }

// Of gives the outermost fault in err's chain. An error without one is a
// defect that nobody foresaw: it becomes a fault with the code Internal.
func Of(err error) *Fault {
	var f *Fault
	if errors.As(err, &f) {
		return f
	}
	return Wrap(err, Internal, "error.internal", nil)
}

// CodeOf gives the code of err, and "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	return Of(err).Code
}
