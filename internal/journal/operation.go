// Package journal is the pure core of history: operations, what supersedes
// what, and which values survive. It knows no database, no network and no
// domain. Undo, sync and conflicts all follow from it.
package journal

import (
	"encoding/json"
	"fmt"
)

// Kind names the sort of object that an operation changes, such as "service".
type Kind string

// Object is the thing that an operation changes.
type Object struct {
	Kind Kind
	ID   string
}

// Edit is a wish to set one field of one object. The store turns it into an
// [Operation] in the transaction that carries it out.
type Edit struct {
	Object Object
	Field  string
	Value  any // what json.Marshal takes; nil empties the field

	// Replaces names the operations whose value it replaces; nil for those that
	// the field has then. With it, one change can put several values beside each
	// other: a conflict that an undo brings back.
	Replaces []ID
}

// Operation is one change to one field, and never changes itself.
type Operation struct {
	ID         ID
	Device     string // who wrote it: fingerprint of the device's public key
	User       string // the role that the user gave, may be empty
	At         Clock
	Change     ID // the user's action that it belongs to; undo takes back a whole change
	Undoes     ID // the change that it takes back, "" for none
	Object     Object
	Field      string
	Value      json.RawMessage // compact JSON; null empties the field
	Supersedes []ID            // the operations whose value this one replaced
}

// Validate refuses an operation that could not have been written by this
// program in any version: it names the missing part.
func (o Operation) Validate() error {
	switch {
	case o.ID == "":
		return fmt.Errorf("operation without id")
	case o.Device == "":
		return fmt.Errorf("operation %s without device", o.ID)
	case o.At <= 0:
		return fmt.Errorf("operation %s without time", o.ID)
	case o.Object.Kind == "" || o.Object.ID == "":
		return fmt.Errorf("operation %s without object", o.ID)
	case o.Field == "":
		return fmt.Errorf("operation %s without field", o.ID)
	case !json.Valid(o.Value):
		return fmt.Errorf("operation %s: value of %s is not JSON", o.ID, o.Field)
	}
	for _, id := range o.Supersedes {
		if id == o.ID {
			return fmt.Errorf("operation %s supersedes itself", o.ID)
		}
	}
	return nil
}
