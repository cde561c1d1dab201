package pdf

const (
	bullet       = "•"
	bulletIndent = 16
)

// Bullets adds a bullet list. Items without anything to draw are left out.
func (d *Document) Bullets(items ...[]Run) {
	l := &list{}
	base := style{face: regular, size: bodySize, color: ink}
	for _, item := range items {
		if lines := wrap(d.style(item, base), textWidth-bulletIndent); len(lines) > 0 {
			l.items = append(l.items, lines)
		}
	}
	if len(l.items) > 0 {
		d.add(l)
	}
}

type list struct{ items [][]line }

const itemGap = 4

func (l *list) gap() float64   { return 8 }
func (l *list) start() float64 { return linesHeight(l.items[0][:min(2, len(l.items[0]))], bodyLeading) }

func (l *list) height() float64 {
	h := float64(len(l.items)-1) * itemGap
	for _, item := range l.items {
		h += linesHeight(item, bodyLeading)
	}
	return h
}

func (l *list) draw(s *sheet) {
	e := s.root.add("L")
	e.attrs = "<</O /List /ListNumbering /Disc>>"
	for i, item := range l.items {
		if i > 0 && !s.atTop() {
			s.y += itemGap
		}
		if fitting(item, s.remaining(), bodyLeading) == 0 && !s.atTop() {
			s.addPage()
		}
		entry := e.add("LI")
		s.mark(entry.add("Lbl"))
		s.text(marginLeft+3, baseline(s.y, bodyLeading, bodySize), style{face: regular, size: bodySize, color: ink}, bullet)
		s.lines(item, marginLeft+bulletIndent, bodyLeading, owner(entry.add("LBody")), nil)
	}
}
