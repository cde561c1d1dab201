package readability_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"toetssteen/internal/readability"
)

// The manual inside the window is held to what it asks of others.
func TestManualIsReadable(t *testing.T) {
	data, err := os.ReadFile("../../locales/nl/manual.json")
	if err != nil {
		t.Fatal(err)
	}
	var texts map[string]string
	if err := json.Unmarshal(data, &texts); err != nil {
		t.Fatal(err)
	}
	// What the IT coordinator sets is called so on the screen.
	known := map[string]bool{"server": true}
	var whole []string
	for key, text := range texts {
		whole = append(whole, text)
		figures := measure(t, text)
		if figures.SentenceWords > 15 {
			t.Errorf("%s: sentences of %.1f words on average: %q", key, figures.SentenceWords, text)
		}
		for _, hit := range figures.Hits {
			if hit.Kind == readability.HitJargon && !known[hit.Jargon.Word] {
				t.Errorf("%s: %q; plain is %q", key, text[hit.Start:hit.End], hit.Jargon.Plain)
			}
		}
	}
	figures := measure(t, strings.Join(whole, "\n\n"))
	t.Logf("%d words, %.1f words a sentence, Flesch-Douma %.1f, passive %.1f %%", figures.Words, figures.SentenceWords, figures.FleschDouma, figures.Passive)
	if figures.FleschDouma < 60 {
		t.Errorf("Flesch-Douma %.1f, at least 60", figures.FleschDouma)
	}
}
