package pdf

// Paragraph is running text.
type Paragraph struct {
	Runs   []Run
	Small  bool    // notes and sources
	Large  bool    // an opening
	Symbol Symbol  // drawn before the first line; the words must say the same
	Indent float64 // from the left margin, in points
	Tint   Color   // background of a box round the text; zero: no box
	Tight  bool    // hardly any space above: belongs to what stands there
	Bind   bool    // stays with what follows
}

const (
	bodySize     = 10.5
	bodyLeading  = 15.5
	smallSize    = 9
	smallLeading = 13
	largeSize    = 12.5
	largeLeading = 18.5
)

// Text adds a paragraph of running text. Blank lines in it stay visible. Text
// without anything to draw adds nothing.
func (d *Document) Text(runs ...Run) { d.Paragraph(Paragraph{Runs: runs}) }

// Paragraph adds a paragraph.
func (d *Document) Paragraph(p Paragraph) {
	b := &paragraph{leading: bodyLeading, space: 8, indent: p.Indent, symbol: p.Symbol, bind: p.Bind}
	base := style{face: regular, size: bodySize, color: ink}
	switch {
	case p.Small:
		base.size, b.leading = smallSize, smallLeading
	case p.Large:
		base.size, b.leading = largeSize, largeLeading
	}
	if p.Tight {
		b.space = 2
	}
	width := textWidth - p.Indent
	if p.Tint != (Color{}) {
		b.tint, b.padding = &p.Tint, boxPadding
		b.space += 4
		width -= 2 * boxPadding
	}
	b.size = base.size
	if p.Symbol != NoSymbol {
		b.symbolWidth = symbolAdvance(base.size)
		width -= b.symbolWidth
	}
	b.lines = wrap(d.style(p.Runs, base), max(width, minWidth))
	if len(b.lines) > 0 {
		d.add(b)
	}
}

const (
	boxPadding = 10
	minWidth   = 40 // for text that would have no room left
)

type paragraph struct {
	lines         []line
	leading, size float64
	space         float64
	indent        float64
	symbol        Symbol
	symbolWidth   float64
	tint          *Color
	padding       float64
	bind          bool
}

func (p *paragraph) gap() float64    { return p.space }
func (p *paragraph) height() float64 { return linesHeight(p.lines, p.leading) + 2*p.padding }
func (p *paragraph) binds() bool     { return p.bind }

func (p *paragraph) start() float64 {
	n := len(p.lines)
	if n > 3 {
		n = 2
	}
	return linesHeight(p.lines[:n], p.leading) + 2*p.padding
}

func (p *paragraph) draw(s *sheet) {
	e := s.root.add("P")
	x := marginLeft + p.indent + p.padding
	s.y += p.padding
	s.lines(p.lines, x+p.symbolWidth, p.leading, owner(e), func(first, count int) {
		if p.tint != nil {
			h := linesHeight(p.lines[first:first+count], p.leading)
			s.artifact(layout, func() {
				s.box(marginLeft+p.indent, s.y-p.padding, textWidth-p.indent, h+2*p.padding, 3, *p.tint)
			})
		}
		if first == 0 && p.symbol != NoSymbol {
			s.artifact(layout, func() {
				s.symbol(p.symbol, x, baseline(s.y, p.leading, p.size), p.size)
			})
		}
	})
	s.y += p.padding
}

// owner gives the element of each piece of a text: e, or a Span in e for text
// in another language.
func owner(e *element) func(style) *element {
	var span *element
	return func(st style) *element {
		if st.lang == "" {
			span = nil
			return e
		}
		if span == nil || span.lang != st.lang {
			span = e.add("Span")
			span.lang = st.lang
		}
		return span
	}
}
