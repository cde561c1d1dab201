package locales_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"toetssteen/locales"
)

// other is what looks like a key and is none: the name of a file, and a field
// of an assessment in the journal.
var other = regexp.MustCompile(`\.(?:json|csv)$|^assessment\.(?:stage_note|cover|correction)$`)

// Every key that the Go code names has a text; one that ends in a dot is the
// start of several.
func TestKeysInCodeHaveTexts(t *testing.T) {
	t.Parallel()
	have := messages(t, locales.Default)
	literal := keysAmong(have)
	for _, root := range []string{"../app", "../internal"} {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			code, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for _, match := range literal.FindAllStringSubmatch(string(code), -1) {
				if key := match[1]; !other.MatchString(key) && !hasText(have, key) {
					t.Errorf("%s names %s, which has no text", path, key)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// keysAmong matches what may be a key: a literal that starts as one of the
// texts does.
func keysAmong(have map[string]map[string]string) *regexp.Regexp {
	var starts []string
	for key := range have {
		start, _, _ := strings.Cut(key, ".")
		starts = append(starts, regexp.QuoteMeta(start))
	}
	slices.Sort(starts)
	return regexp.MustCompile(`"((?:` + strings.Join(slices.Compact(starts), "|") + `)\.[A-Za-z_.0-9]*)"`)
}

func hasText(have map[string]map[string]string, key string) bool {
	if !strings.HasSuffix(key, ".") {
		return have[key] != nil
	}
	for whole := range have {
		if strings.HasPrefix(whole, key) {
			return true
		}
	}
	return false
}
