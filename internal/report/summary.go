package report

import (
	"strings"

	"toetssteen/internal/report/pdf"
)

func (a *assessment) summary(d *pdf.Document) {
	d.Heading(1, a.text("report.summary.heading"))
	d.Paragraph(pdf.Paragraph{Large: true, Runs: pdf.Text(a.outcome())})
	a.answerBar(d)
	d.Heading(2, a.text("report.matrix.heading"))
	a.matrix(d)
	a.legend(d)
	d.KeepTogether(func() {
		d.Heading(2, a.text("report.words.heading"))
		var items [][]pdf.Run
		for _, p := range a.Principles {
			items = append(items, []pdf.Run{{Text: p.Name + ": ", Bold: true}, {Text: a.words(p)}})
		}
		d.Bullets(items...)
	})
}

// outcome says in a few sentences how the service stands.
func (a *assessment) outcome() string {
	t := a.Totals
	var sentences []string
	if t.Met+t.Unmet == 0 {
		sentences = append(sentences, a.text("report.summary.nothing"))
	} else {
		sentences = append(sentences, a.fill("report.summary.outcome", args{"Met": t.Met, "Counted": t.Met + t.Unmet}))
	}
	for _, part := range []struct {
		key string
		n   int
	}{
		{"report.summary.unmet", t.Unmet}, {"report.summary.not_applicable", t.NotApplicable}, {"report.summary.open", t.Open},
	} {
		if part.n > 0 {
			sentences = append(sentences, a.count(part.key, part.n))
		}
	}
	return strings.Join(sentences, " ")
}

// matrix shows principles by kinds of criteria.
func (a *assessment) matrix(d *pdf.Document) {
	t := pdf.Table{Summary: a.text("report.matrix.summary"), Grid: true, Columns: []pdf.Column{{Header: a.text("report.matrix.principle"), Share: 1}}}
	for _, k := range kinds {
		t.Columns = append(t.Columns, pdf.Column{Header: a.text("report.kind." + string(k)), Share: 1.15})
	}
	for _, p := range a.Principles {
		row := []pdf.Cell{{Runs: pdf.Text(p.Name), Header: true}}
		for _, k := range kinds {
			row = append(row, a.matrixCell(a.cell(p.Code, k)))
		}
		t.Rows = append(t.Rows, row)
	}
	d.Table(t)
}

func (a *assessment) matrixCell(c Cell) pdf.Cell {
	symbol := c.State.symbol()
	runs := []pdf.Run{{Text: a.stateWord(c.State), Bold: true, Color: symbol.Color()}}
	if c.Counted > 0 {
		runs = append(runs, pdf.Run{Text: "\n" + a.fill("report.cell.score",
			args{"Met": c.Met, "Counted": c.Counted, "Percent": a.percent(c.Percent)})})
	}
	var rest []string
	if c.NotApplicable > 0 && c.State != NothingSet {
		rest = append(rest, a.count("report.cell.not_applicable", c.NotApplicable))
	}
	if c.Open > 0 && c.State != StillOpen {
		rest = append(rest, a.count("report.cell.open", c.Open))
	}
	if len(rest) > 0 {
		runs = append(runs, pdf.Run{Text: "\n" + strings.Join(rest, ", "), Color: pdf.Grey})
	}
	return pdf.Cell{Runs: runs, Symbol: symbol, Tint: symbol.Tint()}
}

func (a *assessment) stateWord(s State) string {
	return a.fill("report.state."+string(s), args{"Limit": a.percent(a.GoodFrom)})
}

// legend explains the states; it names the 80 % rule of strategy 6.4.4.
func (a *assessment) legend(d *pdf.Document) {
	d.KeepTogether(func() {
		d.Heading(3, a.text("report.legend.heading"))
		for _, s := range states {
			d.Paragraph(pdf.Paragraph{Small: true, Tight: true, Symbol: s.symbol(), Bind: true, Runs: []pdf.Run{
				{Text: a.stateWord(s) + ": ", Bold: true, Color: s.symbol().Color()},
				{Text: a.fill("report.legend."+string(s), args{"Limit": a.percent(a.GoodFrom)})},
			}})
		}
		d.Paragraph(pdf.Paragraph{Small: true, Runs: a.plain("report.legend.rule")})
	})
}

// words says what a row of the matrix shows.
func (a *assessment) words(p Principle) string {
	var parts []string
	for _, k := range kinds {
		parts = append(parts, a.scoreInWords(a.cell(p.Code, k), "report.words."+string(k)))
	}
	return strings.Join(parts, "; ") + "."
}

// scoreInWords says what a cell of the matrix shows; kind is the key of its name.
func (a *assessment) scoreInWords(c Cell, kind string) string {
	return a.fill("report.words."+string(c.State), args{
		"Kind": a.text(kind), "Limit": a.percent(a.GoodFrom),
		"Met": c.Met, "Counted": c.Counted, "Percent": a.percent(c.Percent),
	})
}
