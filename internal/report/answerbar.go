package report

import (
	"fmt"

	"toetssteen/internal/assessment"
	"toetssteen/internal/report/pdf"
)

// answerBar draws how the answers are spread: one bar, in parts as wide as they
// are many, with the numbers below.
func (p *pages) answerBar(d *pdf.Document) {
	t := p.matrix.Sum()
	parts := []struct {
		verdict assessment.Verdict
		n       int
	}{{assessment.Yes, t.Met}, {assessment.No, t.Unmet}, {assessment.NotApplicable, t.NotApplicable}, {assessment.Open, t.Open}}
	alt := p.fill("report.answers.alt",
		args{"Total": t.Total, "Yes": t.Met, "No": t.Unmet, "NotApplicable": t.NotApplicable, "Open": t.Open})

	const barHeight, size = 22, 10
	d.Figure(pdf.Figure{Alt: alt, Height: 52, Draw: func(c *pdf.Canvas) {
		x, left := 0.0, 0.0
		for _, part := range parts {
			symbol, key := verdictSign(part.verdict)
			w := c.Width * float64(part.n) / float64(t.Total)
			if part.n > 0 {
				c.Box(x, 0, w, barHeight, 0, symbol.Tint())
				c.Frame(x, 0, w, barHeight, 0.8, symbol.Color())
				if w > 2*size {
					c.Symbol(symbol, x+w/2-size*0.4, barHeight/2+size*0.34, size)
				}
			}
			x += w
			c.Symbol(symbol, left, barHeight+20, size)
			left += size * 1.4
			for _, run := range []pdf.Run{{Text: fmt.Sprint(part.n, " "), Bold: true}, {Text: p.text(key)}} {
				c.Text(left, barHeight+20, size, run)
				left += c.TextWidth(size, run)
			}
			left += 2 * size
		}
	}})
}
