package journal

import (
	"crypto/rand"
	"strings"
)

// ID identifies an operation, a change or an object: at least 128 random
// bits as 26 lower-case base32 characters. Ids are random, never counted:
// a copied laptop can then never give two things the same one.
type ID string

// NewID makes a fresh one.
func NewID() ID { return ID(strings.ToLower(rand.Text())) }
