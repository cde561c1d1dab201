package pdf

import "fmt"

// Figure is a drawing. Readers who don't see it are given Alt, which must say
// everything that the drawing says.
type Figure struct {
	Alt    string
	Height float64 // in points; at most the height of a page's text
	Draw   func(c *Canvas)
}

// Figure adds a drawing over the width of the text.
func (d *Document) Figure(f Figure) {
	alt := d.oneLine(f.Alt)
	if alt == "" {
		d.fail(ErrNoAlt)
		return
	}
	d.add(&figure{alt: alt, tall: min(max(f.Height, 1), bodyHeight), paint: f.Draw, d: d})
}

type figure struct {
	alt   string
	tall  float64
	paint func(*Canvas)
	d     *Document
}

func (f *figure) gap() float64    { return 14 }
func (f *figure) height() float64 { return f.tall }
func (f *figure) start() float64  { return f.tall }

func (f *figure) draw(s *sheet) {
	e := s.root.add("Figure")
	e.alt = f.alt
	e.attrs = fmt.Sprintf("<</O /Layout /Placement /Block /BBox [%.2f %.2f %.2f %.2f]>>",
		float64(marginLeft), pageHeight-s.y-f.tall, float64(pageWidth-marginRight), pageHeight-s.y)
	s.mark(e)
	if f.paint != nil {
		f.paint(&Canvas{Width: textWidth, Height: f.tall, x: marginLeft, y: s.y, s: s, d: f.d})
	}
	s.unmark()
	s.y += f.tall
}

// Canvas is the surface of a figure, with its origin at the top left.
type Canvas struct {
	Width, Height float64
	x, y          float64
	s             *sheet
	d             *Document
}

// Box fills a rectangle, with rounded corners where radius is over 0.
func (c *Canvas) Box(x, y, w, h, radius float64, fill Color) {
	c.s.box(c.x+x, c.y+y, w, h, radius, fill)
}

// Frame outlines a rectangle with a line of the given width.
func (c *Canvas) Frame(x, y, w, h, width float64, stroke Color) {
	c.s.frame(c.x+x, c.y+y, w, h, width, stroke)
}

// Rule draws a horizontal line of the given width.
func (c *Canvas) Rule(x, y, w, width float64, stroke Color) {
	c.s.rule(c.x+x, c.y+y, w, width, stroke)
}

// Symbol draws a sign that fits text of the given size on the same baseline.
func (c *Canvas) Symbol(symbol Symbol, x, baseline, size float64) {
	c.s.symbol(symbol, c.x+x, c.y+baseline, size)
}

// Text draws one line with its baseline at y. It is part of the drawing:
// readers get Alt in its place.
func (c *Canvas) Text(x, y, size float64, run Run) {
	st := style{face: run.face(regular), size: size, color: ink}
	if run.Color != (Color{}) {
		st.color = run.Color
	}
	// The space keeps texts apart for programs that read them in a row.
	c.s.text(c.x+x, c.y+y, st, c.d.oneLine(run.Text)+" ")
}

// TextWidth measures what [Canvas.Text] would draw.
func (c *Canvas) TextWidth(size float64, run Run) float64 {
	text, _ := Clean(run.Text)
	return run.face(regular).textWidth(text, size)
}
