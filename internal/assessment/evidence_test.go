package assessment_test

import (
	"testing"

	"toetssteen/internal/assessment"
)

func TestAnAddressGetsWhatStandsBeforeIt(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"www.voorbeeld.be/test":        "https://www.voorbeeld.be/test",
		" WWW.voorbeeld.be ":           "https://WWW.voorbeeld.be",
		"www.voorbeeld.be:8443/a":      "https://www.voorbeeld.be:8443/a",
		"voorbeeld.be/verslag.pdf":     "https://voorbeeld.be/verslag.pdf",
		"http://voorbeeld.be":          "http://voorbeeld.be",
		"javascript:alert(1)":          "javascript:alert(1)",
		"javascript:x.y/alert(1)":      "javascript:x.y/alert(1)",
		"ik:geheim@www.voorbeeld.be/":  "ik:geheim@www.voorbeeld.be/",
		"verslag.docx":                 "verslag.docx",
		"zie het verslag":              "zie het verslag",
		"file:///etc/passwd":           "file:///etc/passwd",
		"//voorbeeld.be/zonder-schema": "//voorbeeld.be/zonder-schema",
		"":                             "",
	} {
		if got := assessment.WholeLink(typed); got != want {
			t.Errorf("%q gives %q, want %q", typed, got, want)
		}
	}
}
