package pdf

import "unicode/utf8"

const (
	headBaseline = 46
	footBaseline = pageHeight - 40
	markSize     = 9
)

// furnish draws head and foot on every page, when the number of pages is
// known. All of it is artifact: readers get the same from the document's title
// and the reader's own page numbers.
func (d *Document) furnish(s *sheet) {
	o := d.options
	quiet := style{face: regular, size: smallSize, color: Grey}
	for page := 1; page <= s.pages(); page++ {
		s.goTo(page)
		s.artifact(header, func() {
			if page > 1 {
				room := textWidth - markWidth(o.Mark) - 20
				s.text(marginLeft, headBaseline, quiet, shorten(o.RunningTitle, quiet, room))
				s.rule(marginLeft, headBaseline+9, textWidth, 0.5, rule)
			}
			s.stamp(o.Mark)
		})
		s.artifact(footer, func() {
			number := ""
			if o.PageNumber != nil {
				number = shorten(d.oneLine(o.PageNumber(page, s.pages())), quiet, textWidth/2)
			}
			w := quiet.face.textWidth(number, quiet.size)
			s.rule(marginLeft, footBaseline-14, textWidth, 0.5, rule)
			s.text(marginLeft, footBaseline, quiet, shorten(o.FootText, quiet, textWidth-w-20))
			s.text(marginLeft+textWidth-w, footBaseline, quiet, number)
		})
	}
}

func markWidth(mark string) float64 {
	if mark == "" {
		return 0
	}
	return min(bold.textWidth(mark, markSize)+16, textWidth)
}

// stamp draws the mark in a frame at the right of the head.
func (s *sheet) stamp(mark string) {
	if mark == "" {
		return
	}
	st := style{face: bold, size: markSize, color: ink}
	w := markWidth(mark)
	x, y := marginLeft+textWidth-w, headBaseline-12.5
	s.box(x, y, w, 17, 0, Yellow)
	s.frame(x, y, w, 17, 0.9, ink)
	s.text(x+8, baseline(y, 17, markSize), st, shorten(mark, st, w-16))
}

// shorten cuts text to what fits into width, with an ellipsis.
func shorten(text string, st style, width float64) string {
	const (
		ellipsis = "…"
		rounding = 0.01 // letter by letter, the sum differs from the width as a whole
	)
	room := width - st.face.textWidth(ellipsis, st.size)
	used, cut := 0.0, 0
	for i, r := range text {
		used += float64(st.face.width(r)) * st.size / 1000
		if used <= room {
			cut = i + utf8.RuneLen(r)
		}
		if used > width+rounding {
			return text[:cut] + ellipsis
		}
	}
	return text
}
