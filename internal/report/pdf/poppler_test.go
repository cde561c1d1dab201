package pdf_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// poppler runs one of poppler's tools on a file: a reader that is not ours.
func poppler(t *testing.T, data []byte, tool string, args ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "FILE", file)
	}
	out, err := exec.Command(tool, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s (Debian package poppler-utils): %v\n%s", tool, err, out)
	}
	return string(out)
}

func TestPopplerReadsTheSame(t *testing.T) {
	data, _ := write(t, everything(1))
	info := poppler(t, data, "pdfinfo", "FILE")
	for _, want := range []string{
		`Title: +Proef van het document`, `Author: +Voorbeeldgem`, `Producer: +Toetssteen`, `Tagged: +yes`,
		fmt.Sprintf(`Pages: +%d`, pages(t, data)), `PDF version: +1.7`, `Encrypted: +no`,
	} {
		if !regexp.MustCompile(want).MatchString(info) {
			t.Errorf("no %q in\n%s", want, info)
		}
	}
	// The texts of the structure, in order. poppler's own quoting is undone.
	var theirs []string
	for _, row := range strings.Split(poppler(t, data, "pdfinfo", "-enc", "UTF-8", "-struct-text", "FILE"), "\n") {
		if row = strings.TrimSpace(row); strings.HasPrefix(row, `"`) {
			theirs = append(theirs, strings.Fields(strings.Trim(row, `"`))...)
		}
	}
	ours := strings.Fields(tree(t, data).Content())
	if got, want := strings.Join(theirs, ""), strings.Join(ours, ""); got != want {
		t.Errorf("poppler reads\n%.600s\nwe read\n%.600s", got, want)
	}
	fonts := poppler(t, data, "pdffonts", "FILE")
	for _, row := range strings.Split(strings.TrimSpace(fonts), "\n")[2:] {
		if !regexp.MustCompile(`^[A-Z]{6}\+AtkinsonHyperlegible-\w+ +CID TrueType +Identity-H +yes yes yes`).MatchString(row) {
			t.Errorf("font: %s", row)
		}
	}
}

func TestPageNumbersInPlainText(t *testing.T) {
	data, _ := write(t, everything(2))
	n := pages(t, data)
	for i, text := range strings.Split(poppler(t, data, "pdftotext", "FILE", "-"), "\f")[:n] {
		if want := fmt.Sprintf("Pagina %d van %d", i+1, n); !strings.Contains(text, want) {
			t.Errorf("page %d: no %q in %q", i+1, want, text)
		}
	}
}
