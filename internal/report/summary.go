package report

import (
	"strings"

	"toetssteen/internal/assessment"
	"toetssteen/internal/report/pdf"
	"toetssteen/internal/strategy"
)

func (p *pages) summary(d *pdf.Document) {
	d.Heading(1, p.text("report.summary.heading"))
	d.Paragraph(pdf.Paragraph{Large: true, Runs: pdf.Text(p.outcome())})
	p.answerBar(d)
	d.Heading(2, p.text("report.matrix.heading"))
	p.scores(d)
	p.legend(d)
	d.KeepTogether(func() {
		d.Heading(2, p.text("report.words.heading"))
		var items [][]pdf.Run
		for _, principle := range p.Catalogue.Principles {
			items = append(items, []pdf.Run{{Text: principle.Name.In(p.Language) + p.text("punctuation.colon") + " ", Bold: true}, {Text: p.words(principle)}})
		}
		d.Bullets(items...)
	})
}

// outcome says in a few sentences how the service stands.
func (p *pages) outcome() string {
	t := p.matrix.Sum()
	var sentences []string
	if t.Counted() == 0 {
		sentences = append(sentences, p.text("report.summary.nothing"))
	} else {
		sentences = append(sentences, p.fill("report.summary.outcome", args{"Met": t.Met, "Counted": t.Counted()}))
	}
	for _, part := range []struct {
		key string
		n   int
	}{
		{"report.summary.unmet", t.Unmet}, {"report.summary.not_applicable", t.NotApplicable}, {"report.summary.open", t.Open},
	} {
		if part.n > 0 {
			sentences = append(sentences, p.count(part.key, part.n))
		}
	}
	return strings.Join(sentences, " ")
}

// scores shows the matrix: principles by kinds of criteria.
func (p *pages) scores(d *pdf.Document) {
	t := pdf.Table{Summary: p.text("report.matrix.summary"), Grid: true, Columns: []pdf.Column{{Header: p.text("report.matrix.principle"), Share: 1}}}
	for _, k := range kinds {
		t.Columns = append(t.Columns, pdf.Column{Header: p.text("report.kind." + string(k)), Share: 1.15})
	}
	for _, principle := range p.Catalogue.Principles {
		row := []pdf.Cell{{Runs: pdf.Text(principle.Name.In(p.Language)), Header: true}}
		for _, k := range kinds {
			row = append(row, p.matrixCell(p.cell(principle.Code, k)))
		}
		t.Rows = append(t.Rows, row)
	}
	d.Table(t)
}

func (p *pages) matrixCell(c assessment.Cell) pdf.Cell {
	symbol := stateSymbol(c.State())
	runs := []pdf.Run{{Text: p.stateWord(c.State()), Bold: true, Color: symbol.Color()}}
	if c.Counted() > 0 {
		runs = append(runs, pdf.Run{Text: "\n" + p.fill("report.cell.score",
			args{"Met": c.Met, "Counted": c.Counted(), "Percent": p.percent(c.Percent())})})
	}
	var rest []string
	if c.NotApplicable > 0 && c.State() != assessment.NothingSet {
		rest = append(rest, p.count("report.cell.not_applicable", c.NotApplicable))
	}
	if c.Open > 0 && c.State() != assessment.StillOpen {
		rest = append(rest, p.count("report.cell.open", c.Open))
	}
	if len(rest) > 0 {
		runs = append(runs, pdf.Run{Text: "\n" + strings.Join(rest, ", "), Color: pdf.Grey})
	}
	return pdf.Cell{Runs: runs, Symbol: symbol, Tint: symbol.Tint()}
}

func (p *pages) stateWord(s assessment.State) string {
	return p.fill("report.state."+string(s), args{"Limit": p.percent(assessment.GoodPercent)})
}

// legend explains the states; it names the 80 % rule of strategy 6.4.4.
func (p *pages) legend(d *pdf.Document) {
	d.KeepTogether(func() {
		d.Heading(3, p.text("report.legend.heading"))
		for _, s := range states {
			d.Paragraph(pdf.Paragraph{Small: true, Tight: true, Symbol: stateSymbol(s), Bind: true, Runs: []pdf.Run{
				{Text: p.stateWord(s) + p.text("punctuation.colon") + " ", Bold: true, Color: stateSymbol(s).Color()},
				{Text: p.fill("report.legend."+string(s), args{"Limit": p.percent(assessment.GoodPercent)})},
			}})
		}
		d.Paragraph(pdf.Paragraph{Small: true, Runs: p.plain("report.legend.rule")})
	})
}

// words says what a row of the matrix shows.
func (p *pages) words(principle strategy.Principle) string {
	var parts []string
	for _, k := range kinds {
		parts = append(parts, p.scoreInWords(p.cell(principle.Code, k), "report.words."+string(k)))
	}
	return strings.Join(parts, p.text("report.words.separator")+" ") + "."
}

// scoreInWords says what a cell of the matrix shows; kind is the key of its name.
func (p *pages) scoreInWords(c assessment.Cell, kind string) string {
	return p.fill("report.words."+string(c.State()), args{
		"Kind": p.text(kind), "Limit": p.percent(assessment.GoodPercent),
		"Met": c.Met, "Counted": c.Counted(), "Percent": p.percent(c.Percent()),
	})
}
