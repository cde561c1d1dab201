package pdf_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"toetssteen/internal/report/pdf"
	"toetssteen/internal/report/pdf/pdftest"
)

var created = time.Date(2026, 11, 23, 15, 3, 0, 0, time.FixedZone("CET", 3600))

func options() pdf.Options {
	return pdf.Options{
		Title: "Proef van het document", Lang: "nl-BE", Created: created, Author: "Voorbeeldgem", Subject: "Een proef",
		Producer: "Toetssteen", RunningTitle: "Proef", FootText: "Voorbeeldgem – 23 november 2026", Mark: "FICTIEF",
		PageNumber: func(page, pages int) string { return fmt.Sprintf("Pagina %d van %d", page, pages) },
	}
}

// write makes a document that must be sound in every respect.
func write(t testing.TB, build func(*pdf.Document)) (data []byte, replaced []pdf.Replacement) {
	t.Helper()
	var out bytes.Buffer
	replaced, err := pdf.Write(&out, options(), func(d *pdf.Document) error { build(d); return nil })
	if err != nil {
		t.Fatal(err)
	}
	if err := pdftest.Verify(out.Bytes()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), replaced
}

func tree(t testing.TB, data []byte) *pdftest.Element {
	t.Helper()
	f, err := pdftest.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	root, err := f.Tree()
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func pages(t testing.TB, data []byte) int {
	t.Helper()
	f, err := pdftest.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return len(f.Pages)
}

const sentence = "Een dienst is er voor iedereen, ook voor wie weinig ervaring heeft met een scherm. "

// everything uses each kind of content; chapters says how long it gets.
func everything(chapters int) func(*pdf.Document) {
	return func(d *pdf.Document) {
		d.TitlePage(pdf.TitlePage{
			Kind: "Proef", Title: "Controle van het document", Subtitle: "Voorbeeldgem",
			Facts:  []pdf.Definition{{Term: "Moment", Value: pdf.Text("vooraf")}, {Term: "Leeg", Value: nil}},
			Notice: pdf.Text("Alles is verzonnen."),
		})
		for i := range chapters {
			d.Heading(1, fmt.Sprintf("Hoofdstuk %d", i+1))
			d.Paragraph(pdf.Paragraph{Large: true, Runs: pdf.Text(sentence)})
			d.Text(pdf.Run{Text: strings.Repeat(sentence, 9)}, pdf.Run{Text: "once only principle", Lang: "en", Italic: true}, pdf.Run{Text: " en meer."})
			d.Bullets(pdf.Text("kort"), pdf.Text(strings.Repeat(sentence, 3)), nil)
			d.Heading(2, "Tabel")
			d.Table(table(12))
			d.KeepTogether(func() {
				d.Heading(3, "Besluit")
				for _, s := range []pdf.Symbol{pdf.Check, pdf.HalfCircle, pdf.Cross, pdf.Dash, pdf.Circle} {
					d.Paragraph(pdf.Paragraph{Symbol: s, Tight: true, Runs: []pdf.Run{{Text: "in woorden", Bold: true, Color: s.Color()}}})
				}
			})
			d.Definitions(pdf.Definition{Term: "Budget", Value: pdf.Text("650.000 euro")}, pdf.Definition{Term: "Uitleg", Value: pdf.Text(sentence)})
			d.Figure(pdf.Figure{Alt: "Een vak met het woord Goed", Height: 60, Draw: func(c *pdf.Canvas) {
				c.Box(0, 0, c.Width, 40, 3, pdf.GreenTint)
				c.Frame(0, 0, c.Width, 40, 1, pdf.Green)
				c.Symbol(pdf.Check, 10, 24, 12)
				c.Text(30, 24, 12, pdf.Run{Text: "Goed"})
				c.Rule(0, 50, c.Width, 1, pdf.Ink)
			}})
			d.Paragraph(pdf.Paragraph{Small: true, Tint: pdf.YellowTint, Indent: 20, Runs: pdf.Text(strings.Repeat(sentence, 2))})
			d.PageBreak()
		}
	}
}

func table(rows int) pdf.Table {
	t := pdf.Table{Summary: "Een rij per zaak", Grid: true, Columns: []pdf.Column{
		{Header: "Zaak", Share: 1}, {Header: "Uitleg", Share: 3}, {Header: "Aantal", Share: 1, Align: pdf.Right}, {Header: "Teken", Align: pdf.Center},
	}}
	for i := range rows {
		t.Rows = append(t.Rows, []pdf.Cell{
			{Runs: pdf.Text(fmt.Sprint("rij ", i)), Header: true},
			{Runs: pdf.Text(strings.Repeat("een paar woorden ", i%5+1))},
			{Runs: pdf.Text(fmt.Sprint(i * 17))},
			{Runs: pdf.Text("ja"), Symbol: pdf.Check, Tint: pdf.GreenTint},
		})
	}
	return t
}
