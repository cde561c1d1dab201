package pdf

import "github.com/jung-kurt/gofpdf"

// Symbol is the sign of a status. It is drawn as a shape, since the typeface
// lacks these signs, and carries no text: the words beside it must say the
// same.
type Symbol int

// The symbols.
const (
	NoSymbol   Symbol = iota
	Check             // ✓ met, or enough met
	HalfCircle        // ◐ partly met
	Cross             // ✕ not met
	Dash              // – does not apply
	Circle            // ○ open
)

// Color is the colour of the status, also for the words beside it.
func (y Symbol) Color() Color {
	switch y {
	case Check:
		return Green
	case HalfCircle:
		return Amber
	case Cross:
		return Red
	case Dash:
		return Grey
	case Circle:
		return Blue
	}
	return Ink
}

// Tint is a background that goes with the colour.
func (y Symbol) Tint() Color {
	switch y {
	case Check:
		return GreenTint
	case HalfCircle:
		return AmberTint
	case Cross:
		return RedTint
	case Dash, Circle:
		return GreyTint
	}
	return Color{0xFF, 0xFF, 0xFF}
}

// symbolAdvance is the room that a symbol takes in text of the given size.
func symbolAdvance(size float64) float64 { return size * 1.35 }

// symbol draws y as wide as the capitals of the given type size are high, from
// x on, its foot at the baseline.
func (s *sheet) symbol(y Symbol, x, baseline, size float64) {
	side := size * 0.78
	top := baseline - (size*capHeight/1000+side)/2
	stroke := size * 0.13
	at := func(u, v float64) gofpdf.PointType {
		return gofpdf.PointType{X: x + u*side, Y: top + v*side}
	}
	s.out.SetLineCapStyle("round")
	s.out.SetLineJoinStyle("round")
	c := y.Color()
	switch y {
	case Check:
		s.polyline(c, stroke*1.25, at(0.08, 0.55), at(0.36, 0.85), at(0.95, 0.15))
	case Cross:
		s.polyline(c, stroke*1.25, at(0.12, 0.12), at(0.88, 0.88))
		s.polyline(c, stroke*1.25, at(0.88, 0.12), at(0.12, 0.88))
	case Dash:
		s.polyline(c, stroke*1.25, at(0.1, 0.5), at(0.9, 0.5))
	case Circle:
		s.stroke(c, stroke)
		s.out.Circle(x+side/2, top+side/2, side*0.44, "D")
	case HalfCircle:
		s.stroke(c, stroke)
		s.fill(c)
		s.out.Circle(x+side/2, top+side/2, side*0.44, "D")
		s.out.Arc(x+side/2, top+side/2, side*0.44, side*0.44, 0, 90, 270, "F")
	}
	s.out.SetLineCapStyle("butt")
	s.out.SetLineJoinStyle("miter")
}
