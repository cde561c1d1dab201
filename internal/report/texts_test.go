package report_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"toetssteen/locales"
)

// TestTextsAndCodeFit wants a text for each key that the code names, in each
// language, and no text that nothing names.
func TestTextsAndCodeFit(t *testing.T) {
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	for _, source := range sources {
		if strings.HasSuffix(source, "_test.go") {
			continue
		}
		code, err := os.ReadFile(source)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`"((?:error\.)?report[._][a-z_.0-9%]+)"`).FindAllStringSubmatch(string(code), -1) {
			named[m[1]] = true
		}
	}
	for _, lang := range locales.Languages() {
		file, err := os.ReadFile(filepath.Join("..", "..", "locales", lang, "report.json"))
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]any
		if err := json.Unmarshal(file, &texts); err != nil {
			t.Fatal(err)
		}
		for key := range named {
			whole := !strings.HasSuffix(key, ".") && !strings.Contains(key, "%")
			if _, ok := texts[key]; !ok && whole {
				t.Errorf("%s: no text for %s", lang, key)
			}
		}
		for key := range texts {
			if !named[key] && !slices.ContainsFunc(prefixes(named), func(p string) bool { return strings.HasPrefix(key, p) }) {
				t.Errorf("%s: nothing names %s", lang, key)
			}
		}
	}
}

// prefixes are keys that the code completes, such as "report.state.".
func prefixes(named map[string]bool) []string {
	var list []string
	for key := range named {
		if prefix, _, _ := strings.Cut(key, "%"); prefix != key || strings.HasSuffix(key, ".") {
			list = append(list, prefix)
		}
	}
	return list
}
