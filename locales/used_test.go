package locales_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"toetssteen/locales"
)

var literal = regexp.MustCompile(`"((?:action|app|audience|cli|error|improvement|moment|punctuation|report|server|standing|state|submission|sync|verdict)\.[a-z_.0-9]*)"`)

// Every key that the Go code names has a text; one that ends in a dot is the
// start of several.
func TestKeysInCodeHaveTexts(t *testing.T) {
	t.Parallel()
	have := messages(t, locales.Default)
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
				if key := match[1]; !hasText(have, key) {
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

func hasText(have map[string]map[string]string, key string) bool {
	if !strings.HasSuffix(key, ".") {
		return have[key] != nil
	}
	for other := range have {
		if strings.HasPrefix(other, key) {
			return true
		}
	}
	return false
}
