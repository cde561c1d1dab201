package report

import (
	"fmt"

	"toetssteen/internal/report/pdf"
)

// answerBar draws how the answers are spread: one bar, in parts as wide as they
// are many, with the numbers below.
func (a *assessment) answerBar(d *pdf.Document) {
	t := a.Totals
	parts := []struct {
		verdict Verdict
		n       int
	}{{Yes, t.Met}, {No, t.Unmet}, {NotApplicable, t.NotApplicable}, {Open, t.Open}}
	alt := a.fill("report.answers.alt",
		args{"Total": t.all(), "Yes": t.Met, "No": t.Unmet, "NotApplicable": t.NotApplicable, "Open": t.Open})

	const barHeight, size = 22, 10
	d.Figure(pdf.Figure{Alt: alt, Height: 52, Draw: func(c *pdf.Canvas) {
		x, left := 0.0, 0.0
		for _, part := range parts {
			symbol, key := part.verdict.sign()
			w := c.Width * float64(part.n) / float64(t.all())
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
			for _, run := range []pdf.Run{{Text: fmt.Sprint(part.n, " "), Bold: true}, {Text: a.text(key)}} {
				c.Text(left, barHeight+20, size, run)
				left += c.TextWidth(size, run)
			}
			left += 2 * size
		}
	}})
}
