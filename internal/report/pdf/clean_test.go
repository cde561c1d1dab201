package pdf_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"toetssteen/internal/report/pdf"
)

func TestClean(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		replaced       []pdf.Replacement
	}{
		{"plain", "Ja, 80 %.", "Ja, 80 %.", nil},
		{"accents and signs", "reële – “ideeën” €5 ½ … ’s", "reële – “ideeën” €5 ½ … ’s", nil},
		{"decomposed", "cafe\u0301 nai\u0308ef", "café naïef", nil},
		{"mark without composed form", "x\u0301", "x\u0301", nil},
		{"mark after something invisible", "e\u200B\u0301", "é", nil},
		{"accent that is missing", "Nguyễn uit Ŵ", "Nguyên uit W", []pdf.Replacement{
			{Rune: 'ễ', With: "ê", Count: 1, Near: "Nguyên uit W"}, {Rune: 'Ŵ', With: "W", Count: 1, Near: "Nguyên uit W"},
		}},
		{"letters buried in marks", "a" + strings.Repeat("\u0301", 70) + "b", "á\u0301\u0301\u0301\u0301b", []pdf.Replacement{
			{Rune: '\u0301', With: "á\u0301\u0301\u0301\u0301", Count: 3, Near: "á\u0301\u0301\u0301\u0301b"},
		}},
		{"line ends", "a\r\nb\rc\vd\u2028e\u0085f\n\ng", "a\nb\nc\nd\ne\nf\n\ng", nil},
		{"control characters", "a\x00b\x07c\x1b[0md\u009f", "abc[0md", nil},
		{"invisible characters", "a\u200Bb\u00ADc\uFEFFd\u202Ee\u200Ff\uFE0F", "abcdef", nil},
		{"spaces", "a\tb\u2003c\u202Fd\u3000e", "a b c\u00A0d e", nil},
		{"compatibility forms", "ĳs ﬁets ㎡ Ａ", "ijs fiets m2 A", nil},
		{"look-alikes", "e\u2011loket \u2032 ●", "e-loket ' •", nil},
		{"emoji", "leuk 😀😀 hoor 👍🏽", "leuk ◊◊ hoor ◊◊", []pdf.Replacement{
			{Rune: '😀', With: "◊", Count: 2, Near: "leuk ◊◊ hoor ◊◊"}, {Rune: '👍', With: "◊", Count: 1, Near: "leuk ◊◊ hoor ◊◊"}, {Rune: '🏽', With: "◊", Count: 1, Near: "leuk ◊◊ hoor ◊◊"},
		}},
		{"joined emoji", "👩\u200D👧", "◊◊", []pdf.Replacement{{Rune: '👩', With: "◊", Count: 1, Near: "◊◊"}, {Rune: '👧', With: "◊", Count: 1, Near: "◊◊"}}},
		{"right to left", "naam: שלום", "naam: ◊◊◊◊", []pdf.Replacement{
			{Rune: 'ש', With: "◊", Count: 1, Near: "naam: ◊◊◊◊"}, {Rune: 'ל', With: "◊", Count: 1, Near: "naam: ◊◊◊◊"},
			{Rune: 'ו', With: "◊", Count: 1, Near: "naam: ◊◊◊◊"}, {Rune: 'ם', With: "◊", Count: 1, Near: "naam: ◊◊◊◊"},
		}},
		{"status signs", "✓ goed", "◊ goed", []pdf.Replacement{{Rune: '✓', With: "◊", Count: 1, Near: "◊ goed"}}},
		{"bytes that are no text", "a\xffb\xc3", "a◊b◊", []pdf.Replacement{{Rune: utf8.RuneError, With: "◊", Count: 2, Near: "a◊b◊"}}},
		{"half of a pair", "\xed\xa0\x80", "◊◊◊", []pdf.Replacement{{Rune: utf8.RuneError, With: "◊", Count: 3, Near: "◊◊◊"}}},
		{"marker typed by a person", "a◊b", "a◊b", nil},
		{"beyond the last character", "\U0010FFFF", "◊", []pdf.Replacement{{Rune: 0x10FFFF, With: "◊", Count: 1, Near: "◊"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, replaced := pdf.Clean(c.in)
			if got != c.want {
				t.Errorf("text %q, want %q", got, c.want)
			}
			if !reflect.DeepEqual(replaced, c.replaced) {
				t.Errorf("replaced %+v, want %+v", replaced, c.replaced)
			}
		})
	}
}

func TestReplacementsOfADocumentAreGathered(t *testing.T) {
	_, replaced := write(t, func(d *pdf.Document) {
		d.Heading(1, "Kop 😀")
		d.Text(pdf.Run{Text: "tekst 😀 → daar"})
		d.Bullets(pdf.Text("→"))
	})
	want := []pdf.Replacement{{Rune: '😀', With: "◊", Count: 2, Near: "Kop ◊"}, {Rune: '→', With: "◊", Count: 2, Near: "tekst ◊ ◊ daar"}}
	if !reflect.DeepEqual(replaced, want) {
		t.Errorf("replaced %+v, want %+v", replaced, want)
	}
}

// hostile lists texts that generators of PDF have stumbled over.
var hostile = []string{
	"", " ", "\n", "\x00", "😀", "\U00010000", "\xff\xfe", "a\xc3", "שלום עליכם", "مرحبا", "((()", "\\", ")\\(", "\r\r\n", "Ċ\u010d\u0d0a",
	"e\u0301", strings.Repeat("\u0301", 500), "\u202Eabc", "BT ET EMC", "/P <</MCID 0>> BDC", "{nb}", "\uFFFE\uFFFF", "%d%s%!", "\u0130\u0131",
	strings.Repeat("a", 3000), strings.Repeat("a ", 3000), strings.Repeat("-", 400), strings.Repeat("\n", 400), "漢字\t仮名", "✓◐✕–○",
}

func FuzzClean(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, _ := pdf.Clean(text)
		if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) {
			t.Errorf("%q is not valid or not composed", got)
		}
		if again, more := pdf.Clean(got); again != got || len(more) != 0 {
			t.Errorf("cleaning %q again gives %q and %v", got, again, more)
		}
	})
}

// FuzzText puts any text in every place that takes text, and reads it back.
func FuzzText(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		data, _ := write(t, func(d *pdf.Document) {
			d.TitlePage(pdf.TitlePage{Kind: text, Title: "x" + text, Subtitle: text, Facts: []pdf.Definition{{Term: text, Value: pdf.Text(text)}}, Notice: pdf.Text(text)})
			d.Heading(1, text+"x")
			d.Text(pdf.Run{Text: "begin "}, pdf.Run{Text: text, Lang: "en"}, pdf.Run{Text: " einde"})
			d.Paragraph(pdf.Paragraph{Runs: pdf.Text(text), Symbol: pdf.Check, Tint: pdf.YellowTint, Indent: 450})
			d.Bullets(pdf.Text(text), pdf.Text(text))
			d.Table(pdf.Table{Summary: text, Columns: []pdf.Column{{Header: "a" + text}}, Rows: [][]pdf.Cell{{{Runs: pdf.Text(text)}}}})
			d.Figure(pdf.Figure{Alt: "x" + text, Height: 20, Draw: func(c *pdf.Canvas) { c.Text(0, 10, 10, pdf.Run{Text: text}) }})
		})
		clean, _ := pdf.Clean(text)
		want := strings.Join(strings.Fields("begin "+clean+" einde"), " ")
		for _, p := range tree(t, data).All("P") {
			if got := p.Content(); strings.HasPrefix(got, "begin ") && strings.HasSuffix(got, "einde") {
				if got = strings.Join(strings.Fields(got), " "); got != want {
					t.Errorf("read back %q, want %q", got, want)
				}
				return
			}
		}
		t.Error("paragraph is missing")
	})
}

func TestLargeTextIsSafe(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"100 kB of words", strings.Repeat("woorden en nog ", 7000)},
		{"100 kB without a space", strings.Repeat("x", 100_000)},
		{"100 kB of emoji", strings.Repeat("😀", 25_000)},
		{"20 kB of lines", strings.Repeat("a\n", 10_000)},
		{"100 kB of marks", "a" + strings.Repeat("\u0301", 50_000)},
	} {
		t.Run(c.name, func(t *testing.T) {
			write(t, func(d *pdf.Document) {
				d.Heading(1, c.text)
				d.Text(pdf.Run{Text: c.text})
				d.Definitions(pdf.Definition{Term: c.text, Value: pdf.Text(c.text)})
				d.Table(pdf.Table{Columns: []pdf.Column{{Header: "a"}, {Header: "b"}}, Rows: [][]pdf.Cell{{{Runs: pdf.Text(c.text)}, {Runs: pdf.Text(c.text)}}}})
			})
		})
	}
}
