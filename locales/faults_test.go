package locales_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"toetssteen/locales"
)

// faultKey finds the keys of the faults of a catalogue, which the code writes
// without what they all begin with.
var faultKey = regexp.MustCompile(`(?:fail(?:At|Unless)?\([^"\n]*|misfit\{[^"\n]*|key :?= |failUnlessPublished\()"([a-z0-9_]+)"`)

// remarkKey finds those of the remarks.
var remarkKey = regexp.MustCompile(`\.(?:remark|failUnlessPublished)\("([a-z0-9_]+)"`)

// Every fault and remark that a catalogue can have is told in words, and there
// are no words for one that it can't.
func TestCatalogueFaultsHaveTexts(t *testing.T) {
	t.Parallel()
	for prefix, pattern := range map[string]*regexp.Regexp{"catalogue.fault.": faultKey, "catalogue.remark.": remarkKey} {
		t.Run(prefix, func(t *testing.T) {
			t.Parallel()
			checkKeys(t, prefix, pattern)
		})
	}
}

func checkKeys(t *testing.T, prefix string, pattern *regexp.Regexp) {
	t.Helper()
	named := make(map[string]bool)
	sources, err := filepath.Glob("../internal/strategy/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range sources {
		if strings.HasSuffix(source, "_test.go") {
			continue
		}
		code, err := os.ReadFile(source)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range pattern.FindAllStringSubmatch(string(code), -1) {
			named[match[1]] = true
		}
	}
	have := messages(t, locales.Default)
	for key := range named {
		if have[prefix+key] == nil {
			t.Errorf("no text for %s%s", prefix, key)
		}
	}
	for key := range have {
		if name, is := strings.CutPrefix(key, prefix); is && !named[name] {
			t.Errorf("a text for %s%s, which no code names", prefix, name)
		}
	}
}
