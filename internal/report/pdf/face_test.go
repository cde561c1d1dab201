package pdf

import (
	"testing"
)

func TestFacesHaveTheSameCharacters(t *testing.T) {
	count := 0
	for r := range rune(0x10000) {
		if drawable(r) {
			count++
		}
		for _, f := range faces {
			if (f.widths()[r] == missing) != (regular.widths()[r] == missing) {
				t.Errorf("%s and %s differ on %U", f.postScript, regular.postScript, r)
			}
		}
	}
	if count != 342 {
		t.Errorf("%d characters, want 342", count)
	}
	for _, r := range []rune{Marker, '…', '•', ' ', '\u00A0', '€', 'ë', '–'} {
		if !drawable(r) {
			t.Errorf("%U is missing", r)
		}
	}
}

// TestColoursAreReadable wants a contrast of 7:1 for text (WCAG 2.2, 1.4.6).
func TestColoursAreReadable(t *testing.T) {
	white := Color{255, 255, 255}
	for name, pair := range map[string][2]Color{
		"ink": {Ink, white}, "grey": {Grey, white}, "green": {Green, white}, "amber": {Amber, white}, "red": {Red, white}, "blue": {Blue, white},
		"green on tint": {Green, GreenTint}, "amber on tint": {Amber, AmberTint}, "red on tint": {Red, RedTint}, "grey on tint": {Grey, GreyTint},
		"grey on green": {Grey, GreenTint}, "grey on amber": {Grey, AmberTint}, "grey on red": {Grey, RedTint},
		"blue on tint": {Blue, GreyTint}, "ink on yellow": {Ink, Yellow}, "ink on notice": {Ink, YellowTint},
	} {
		if got := contrast(pair[0], pair[1]); got < 7 {
			t.Errorf("%s: %.2f", name, got)
		}
	}
}
