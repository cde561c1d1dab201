package syncer_test

import (
	"strings"
	"testing"

	"toetssteen/internal/fault"
	"toetssteen/internal/syncer"
)

// The first 160 bits of SHA-256("abc") (FIPS 180-2 appendix B.1: ba7816bf
// 8f01cfea 414140de 5dae2223 b00361a3) in base32.
const hashOfABC = "xj4bnp4pahh6uqkbidpf3lrceoyagynd"

func TestNamesHoldTheHashOfTheirBytes(t *testing.T) {
	if got := syncer.NameWithHash("m/11001/sub/a1", []byte("abc"), "json"); got != "m/11001/sub/a1-"+hashOfABC+".json" {
		t.Errorf("name %s", got)
	}
	for _, c := range []struct {
		name, file, data string
		whole            bool
	}{
		{"whole", "a1-" + hashOfABC + ".json", "abc", true},
		{"in a folder", "m/11001/sub/a1-" + hashOfABC + ".json", "abc", true},
		{"cut short", "a1-" + hashOfABC + ".json", "ab", false},
		{"empty", "a1-" + hashOfABC + ".json", "", false},
		{"hash cut short", "a1-" + hashOfABC[1:] + ".json", "abc", false},
		{"no hash", "a1.json", "abc", false},
		{"renamed by a server", "a1-" + hashOfABC + " (1).json", "abc", false},
		{"another extension", "a1-" + hashOfABC + ".json.part", "abc", false},
		{"upper case", "A1-" + strings.ToUpper(hashOfABC) + ".JSON", "abc", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := syncer.VerifyName(c.file, []byte(c.data))
			if c.whole != (err == nil) {
				t.Fatalf("error %v", err)
			}
			if f := fault.Of(err); err != nil && (f.Code != fault.Corrupt || f.Args["Name"] != c.file) {
				t.Errorf("fault %+v does not name the file", f)
			}
		})
	}
}
