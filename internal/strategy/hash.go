package strategy

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// hashOf hashes the files in the order of their names. Each is first brought
// to one form (no spacing, fields sorted), so that a checkout that changes
// line ends leaves the hash of the same edition as it is. The name and the
// length before each file keep the borders between them unambiguous.
func hashOf(files map[string]file) string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		data := canonical(files[name].data)
		fmt.Fprintf(h, "%s %d\n", name, len(data))
		h.Write(data)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// canonical rewrites JSON that was parsed before. Numbers keep their digits.
func canonical(data []byte) []byte {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var value any
	if err := d.Decode(&value); err != nil {
		return data
	}
	out, err := json.Marshal(value)
	if err != nil {
		return data
	}
	return out
}
