package pdf

import "fmt"

// headingShape is how a level looks.
type headingShape struct{ size, leading, gap float64 }

var headingShapes = map[int]headingShape{
	1: {size: 20, leading: 26, gap: 30},
	2: {size: 14.5, leading: 20, gap: 22},
	3: {size: 11, leading: 15, gap: 15},
}

// bookmark is an entry of the outline (12.3.3).
type bookmark struct {
	level int // 1 to 3
	text  string
	page  int
	y     float64 // from the top of the page
}

// Heading adds a heading of level 1 to 3 with a bookmark. A level that is not
// reached step by step is an error, [ErrHeadingLevel]: readers who jump from
// heading to heading would miss a part.
func (d *Document) Heading(level int, text string) {
	d.heading(level, headingShapes[level], text)
}

func (d *Document) heading(level int, shape headingShape, text string) {
	text = d.oneLine(text)
	switch {
	case level < 1 || level > 3 || level > d.level+1:
		d.fail(fmt.Errorf("%w: level %d after %d (%q)", ErrHeadingLevel, level, d.level, text))
		return
	case text == "":
		d.fail(fmt.Errorf("%w: level %d is empty", ErrHeadingLevel, level))
		return
	}
	d.level = level
	runs := []styled{{text: text, style: style{face: bold, size: shape.size, color: ink}}}
	d.add(&heading{level: level, text: text, shape: shape, lines: wrap(runs, textWidth)})
}

type heading struct {
	level int
	text  string
	shape headingShape
	lines []line
}

func (h *heading) gap() float64    { return h.shape.gap }
func (h *heading) height() float64 { return linesHeight(h.lines, h.shape.leading) }
func (h *heading) start() float64  { return h.height() }
func (h *heading) binds() bool     { return true }

func (h *heading) draw(s *sheet) {
	e := s.root.add(fmt.Sprintf("H%d", h.level))
	s.bookmarks = append(s.bookmarks, bookmark{level: h.level, text: h.text, page: s.out.PageNo(), y: s.y})
	s.lines(h.lines, marginLeft, h.shape.leading, owner(e), nil)
}
