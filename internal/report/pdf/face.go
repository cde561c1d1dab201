package pdf

import (
	_ "embed"
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// The shape of all three faces, in thousandths of the type size.
const (
	capHeight = 668
	ascent    = 950
	descent   = 290
)

const fontFamily = "atkinson"

//go:embed font/AtkinsonHyperlegible-Regular.ttf
var regularBytes []byte

//go:embed font/AtkinsonHyperlegible-Bold.ttf
var boldBytes []byte

//go:embed font/AtkinsonHyperlegible-Italic.ttf
var italicBytes []byte

// face is one cut of the typeface.
type face struct {
	style      string // gofpdf's word for it: "", "B", "I"
	postScript string
	bytes      []byte
	widths     func() *widthTable
}

// widthTable holds the advance of each character of the basic plane in
// thousandths of the type size, missing where the face cannot draw it.
type widthTable [0x10000]int16

const missing = -1

var (
	regular = newFace("", "AtkinsonHyperlegible-Regular", regularBytes)
	bold    = newFace("B", "AtkinsonHyperlegible-Bold", boldBytes)
	italic  = newFace("I", "AtkinsonHyperlegible-Italic", italicBytes)
)

var faces = []*face{regular, bold, italic}

func newFace(style, postScript string, bytes []byte) *face {
	return &face{style: style, postScript: postScript, bytes: bytes, widths: sync.OnceValue(func() *widthTable {
		table, err := readWidths(bytes)
		if err != nil {
			// The face is part of the program: a broken one is a broken build.
			panic(fmt.Sprintf("read embedded face %s: %v", postScript, err))
		}
		return table
	})}
}

func readWidths(data []byte) (*widthTable, error) {
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return nil, err
	}
	var (
		table  widthTable
		buffer sfnt.Buffer
	)
	for r := range table {
		table[r] = missing
		glyph, err := parsed.GlyphIndex(&buffer, rune(r))
		if err != nil {
			return nil, err
		}
		if glyph == 0 {
			continue
		}
		advance, err := parsed.GlyphAdvance(&buffer, glyph, fixed.I(1000), font.HintingNone)
		if err != nil {
			return nil, err
		}
		table[r] = int16(advance.Round())
	}
	return &table, nil
}

// width gives the advance of r in thousandths of the type size; 0 for what the
// face lacks, which [Clean] keeps out.
func (f *face) width(r rune) int {
	if r < 0 || int(r) > 0xFFFF {
		return 0
	}
	return max(0, int(f.widths()[r]))
}

// textWidth measures text at the given size, in points.
func (f *face) textWidth(text string, size float64) float64 {
	sum := 0
	for _, r := range text {
		sum += f.width(r)
	}
	return float64(sum) * size / 1000
}

// drawable tells whether every face has the character.
func drawable(r rune) bool {
	if r < 0 || int(r) > 0xFFFF {
		return false
	}
	for _, f := range faces {
		if f.widths()[r] == missing {
			return false
		}
	}
	return true
}
