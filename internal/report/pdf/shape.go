package pdf

import "github.com/jung-kurt/gofpdf"

// box fills a rectangle with rounded corners.
func (s *sheet) box(x, y, w, h, radius float64, fill Color) {
	s.fill(fill)
	if radius <= 0 {
		s.out.Rect(x, y, w, h, "F")
		return
	}
	s.out.RoundedRect(x, y, w, h, radius, "1234", "F")
}

// frame outlines a rectangle.
func (s *sheet) frame(x, y, w, h, width float64, stroke Color) {
	s.stroke(stroke, width)
	s.out.Rect(x, y, w, h, "D")
}

// polyline strokes from point to point.
func (s *sheet) polyline(stroke Color, width float64, points ...gofpdf.PointType) {
	s.stroke(stroke, width)
	s.out.MoveTo(points[0].X, points[0].Y)
	for _, p := range points[1:] {
		s.out.LineTo(p.X, p.Y)
	}
	s.out.DrawPath("D")
}

// rule draws a thin horizontal line.
func (s *sheet) rule(x, y, w, width float64, stroke Color) {
	s.polyline(stroke, width, gofpdf.PointType{X: x, Y: y}, gofpdf.PointType{X: x + w, Y: y})
}

func (s *sheet) fill(c Color) { s.out.SetFillColor(int(c.R), int(c.G), int(c.B)) }

func (s *sheet) stroke(c Color, width float64) {
	s.out.SetDrawColor(int(c.R), int(c.G), int(c.B))
	s.out.SetLineWidth(width)
}
