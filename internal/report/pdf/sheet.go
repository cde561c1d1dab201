package pdf

import (
	"bytes"

	"github.com/jung-kurt/gofpdf"
)

// A4, with margins that leave lines of some 90 characters.
const (
	pageWidth    = 595.28
	pageHeight   = 841.89
	marginLeft   = 62
	marginRight  = 62
	marginTop    = 78
	marginBottom = 70

	textWidth  = pageWidth - marginLeft - marginRight
	bodyHeight = pageHeight - marginTop - marginBottom
)

// sheet is the stack of pages being drawn: gofpdf with the place to go on.
// Pages break where a block asks for it, never by gofpdf.
type sheet struct {
	*tagger
	out       *gofpdf.Fpdf
	y         float64 // where the next block starts
	bookmarks []bookmark
	loaded    map[*face]bool
	face      *face // selected on the current page, nil when a page starts
	size      float64
}

func newSheet() *sheet {
	out := gofpdf.New("P", "pt", "A4", "")
	out.SetCompression(false) // the finishing pass does it
	out.SetCatalogSort(true)
	out.SetMargins(marginLeft, marginTop, marginRight)
	out.SetAutoPageBreak(false, 0)
	return &sheet{tagger: newTagger(out), out: out, loaded: map[*face]bool{}}
}

// addPage starts a page.
func (s *sheet) addPage() {
	s.unmark()
	s.out.AddPage()
	s.face = nil
	s.y = marginTop
}

// goTo selects a page that was drawn before.
func (s *sheet) goTo(page int) {
	s.unmark()
	s.out.SetPage(page)
	s.face = nil
}

func (s *sheet) pages() int         { return s.out.PageCount() }
func (s *sheet) remaining() float64 { return pageHeight - marginBottom - s.y }
func (s *sheet) atTop() bool        { return s.y <= marginTop }

// text draws text with its baseline at y. The text must have been cleaned.
func (s *sheet) text(x, y float64, st style, text string) {
	if text == "" {
		return
	}
	s.selectFace(st.face, st.size)
	s.out.SetTextColor(int(st.color.R), int(st.color.G), int(st.color.B))
	s.out.Text(x, y, text)
}

func (s *sheet) selectFace(f *face, size float64) {
	if !s.loaded[f] {
		// gofpdf pads tables in place while it cuts the subset: each document
		// gets a copy, so that documents can be written at the same time.
		s.out.AddUTF8FontFromBytes(fontFamily, f.style, bytes.Clone(f.bytes))
		s.loaded[f] = true
	}
	if s.face != f || s.size != size {
		s.out.SetFont(fontFamily, f.style, size)
		s.face, s.size = f, size
	}
}

// lines draws wrapped lines from s.y down, breaking pages, and leaves s.y below
// the last. owner gives the element of a piece.
func (s *sheet) lines(lines []line, x, leading float64, owner func(style) *element, onPage func(first, count int)) {
	for first := 0; first < len(lines); {
		count := fitting(lines[first:], s.remaining(), leading)
		if count == 0 {
			if !s.atTop() {
				s.addPage()
				continue
			}
			count = 1
		}
		if onPage != nil {
			onPage(first, count)
		}
		s.drawLines(lines[first:first+count], x, textWidth, leading, Left, owner)
		first += count
		if first < len(lines) {
			s.addPage()
		}
	}
}

// drawLines draws lines that fit on the page.
func (s *sheet) drawLines(lines []line, x, width, leading float64, align Align, owner func(style) *element) {
	for i, l := range lines {
		if l.gap && i > 0 {
			s.y += leading * paragraphGap
		}
		at := x
		switch align {
		case Right:
			at += width - l.width
		case Center:
			at += (width - l.width) / 2
		}
		for _, p := range l.pieces {
			if owner != nil {
				s.mark(owner(p.style))
			}
			s.text(at, baseline(s.y, leading, p.style.size), p.style, p.text)
			at += p.width
		}
		s.y += leading
	}
}

// baseline centres capitals in a line that starts at top.
func baseline(top, leading, size float64) float64 {
	return top + (leading+size*capHeight/1000)/2
}

// paragraphGap is the blank line inside a text, as a share of the leading.
const paragraphGap = 0.5

// linesHeight is how far lines reach down.
func linesHeight(lines []line, leading float64) float64 {
	h := 0.0
	for i, l := range lines {
		if l.gap && i > 0 {
			h += leading * paragraphGap
		}
		h += leading
	}
	return h
}

// fitting counts the lines that go into height. It leaves no single line at
// the end of a page, nor one at the start of the next, where the text has
// enough lines to choose.
func fitting(lines []line, height, leading float64) int {
	used, n := 0.0, 0
	for i, l := range lines {
		if l.gap && i > 0 {
			used += leading * paragraphGap
		}
		if used += leading; used > height {
			break
		}
		n++
	}
	switch {
	case n == len(lines):
		return n
	case n < 2 || len(lines) < 4:
		return 0
	case len(lines)-n == 1:
		return n - 1
	}
	return n
}
