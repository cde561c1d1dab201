package pdf

import "fmt"

func (t *table) draw(s *sheet) {
	e := s.root.add("Table")
	if t.summary != "" {
		e.attrs = fmt.Sprintf("<</O /Table /Summary %s>>", textString(t.summary))
	}
	head := e.add("THead").add("TR")
	t.drawRow(s, t.header, cellElements(head, t.header, "Column"))
	if len(t.rows) == 0 {
		return
	}
	body := e.add("TBody")
	for _, r := range t.rows {
		elements := cellElements(body.add("TR"), r, "Row")
		if r.height > s.remaining() && !s.atTop() && (r.height <= t.room() || s.remaining() < minSplitHeight) {
			t.overleaf(s)
		}
		if r.height <= s.remaining() {
			t.drawRow(s, r, elements)
			continue
		}
		t.splitRow(s, r, elements)
	}
}

func cellElements(row *element, r tableRow, scope string) []*element {
	elements := make([]*element, len(r.cells))
	for i, c := range r.cells {
		if !c.header {
			elements[i] = row.add("TD")
			continue
		}
		elements[i] = row.add("TH")
		elements[i].attrs = "<</O /Table /Scope /" + scope + ">>"
	}
	return elements
}

// overleaf starts a page and repeats the header row there.
func (t *table) overleaf(s *sheet) {
	s.addPage()
	s.artifact(repeat, func() { t.drawRow(s, t.header, nil) })
}

// splitRow draws a row that is taller than a page, as many lines of each cell
// as fit on each page.
func (t *table) splitRow(s *sheet, r tableRow, elements []*element) {
	rest := r
	rest.cells = append([]tableCell(nil), r.cells...)
	for {
		part, more := rest, false
		part.cells = append([]tableCell(nil), rest.cells...)
		part.height = 0
		for i, c := range rest.cells {
			n := min(len(c.lines), max(1, fitting(c.lines, s.remaining()-2*cellPadY, tableLeading)))
			part.cells[i].lines, rest.cells[i].lines = c.lines[:n], c.lines[n:]
			part.height = max(part.height, linesHeight(c.lines[:n], tableLeading)+2*cellPadY)
			more = more || n < len(c.lines)
		}
		t.drawRow(s, part, elements)
		if !more {
			return
		}
		for i := range rest.cells {
			rest.cells[i].symbol = NoSymbol // said on the first page
		}
		t.overleaf(s)
	}
}

// drawRow draws a row that fits on the page. Without elements it is part of
// an artifact.
func (t *table) drawRow(s *sheet, r tableRow, elements []*element) {
	top := s.y
	s.artifact(layout, func() { t.drawGround(s, r, top) })
	for i, c := range r.cells {
		s.y = top + cellPadY
		column := t.columns[i]
		var who func(style) *element
		if elements != nil {
			who = owner(elements[i])
		}
		s.drawLines(c.lines, column.x+cellPadX+c.indent, column.width-2*cellPadX-c.indent, tableLeading, column.align, who)
	}
	s.unmark()
	s.y = top + r.height
}

// drawGround draws what stands behind the text of a row: backgrounds, lines and
// symbols.
func (t *table) drawGround(s *sheet, r tableRow, top float64) {
	line, colour := 0.5, rule
	if r.heads {
		line, colour = 1.2, ink
	}
	for i, c := range r.cells {
		if c.tint != nil {
			s.box(t.columns[i].x, top, t.columns[i].width, r.height-line, 0, *c.tint)
		}
	}
	if t.grid {
		for i, column := range t.columns {
			if i > 0 {
				s.frame(column.x, top, 0, r.height, 0.5, rule)
			}
		}
	}
	// Inside the row, or the background of the next one would cover half of it.
	s.rule(marginLeft, top+r.height-line/2, textWidth, line, colour)
	for i, c := range r.cells {
		if c.symbol != NoSymbol {
			s.symbol(c.symbol, t.columns[i].x+cellPadX, baseline(top+cellPadY, tableLeading, tableSize), tableSize)
		}
	}
}
