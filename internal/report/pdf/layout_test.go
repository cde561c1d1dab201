package pdf_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"toetssteen/internal/report/pdf"
	"toetssteen/internal/report/pdf/pdftest"
)

// TestWordsAreNotJoined reads texts back as a screen reader does: line by line,
// in the order of the structure.
func TestWordsAreNotJoined(t *testing.T) {
	long := strings.Repeat("Vlaamse gemeente met een lange naam en ook korte, ", 400)
	for _, c := range []struct{ name, text string }{
		{"short", "Vlaamse gemeente"},
		{"line ends", "eerste regel\ntweede regel\r\nderde\rvierde"},
		{"blank lines", "\n\n eerste\n\n\n\ntweede \n \n derde \n\n"},
		{"many spaces", "   een    twee\t\tdrie   "},
		{"over pages", long},
		{"long words between", "kort " + strings.Repeat("x", 4000) + " kort " + strings.Repeat("y", 200) + " einde"},
		{"address", "zie https://voorbeeld.example/" + strings.Repeat("een-lang-pad/", 60) + " daar"},
		{"non-breaking spaces", strings.Repeat("80\u00A0% van 1\u00A0000 ", 100)},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, _ := write(t, func(d *pdf.Document) {
				d.Heading(1, "Kop")
				d.Text(pdf.Run{Text: c.text})
				d.Bullets(pdf.Text(c.text))
				d.Definitions(pdf.Definition{Term: "Begrip", Value: pdf.Text(c.text)})
				d.Table(pdf.Table{Columns: []pdf.Column{{Header: "Kolom"}, {Header: "Nog een"}}, Rows: [][]pdf.Cell{{{Runs: pdf.Text(c.text), Symbol: pdf.Check}, {}}}})
			})
			root := tree(t, data)
			want := strings.Fields(c.text)
			for _, e := range []*pdftest.Element{root.All("P")[0], root.All("LBody")[0], root.All("LBody")[1], root.All("TD")[0]} {
				if got := strings.Fields(e.Content()); !slices.Equal(got, want) {
					t.Errorf("%s: %d words, want %d: %.200q", e.Kind, len(got), len(want), got)
				}
			}
		})
	}
}

func TestTableOverPages(t *testing.T) {
	tall := strings.Repeat("veel woorden in een cel ", 900)
	for _, c := range []struct {
		name string
		rows [][]pdf.Cell
		min  int
	}{
		{"many rows", table(120).Rows, 4},
		{"row taller than a page", [][]pdf.Cell{
			table(1).Rows[0], {{Runs: pdf.Text("hoog"), Header: true}, {Runs: pdf.Text(tall), Symbol: pdf.Cross}, {Runs: pdf.Text("3")}, {Runs: pdf.Text("x")}}, table(1).Rows[0],
		}, 3},
		{"no rows", nil, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			layout := table(0)
			layout.Rows = c.rows
			data, _ := write(t, func(d *pdf.Document) { d.Heading(1, "Tabel"); d.Table(layout) })
			f, err := pdftest.Open(data)
			if err != nil {
				t.Fatal(err)
			}
			if len(f.Pages) < c.min {
				t.Fatalf("%d pages, want at least %d", len(f.Pages), c.min)
			}
			root := tree(t, data)
			if got := len(root.All("TR")); got != len(c.rows)+1 {
				t.Errorf("%d rows in the structure, want %d: the repeated header is none", got, len(c.rows)+1)
			}
			for page := 1; page < len(f.Pages); page++ {
				content, err := f.Content(page)
				if err != nil {
					t.Fatal(err)
				}
				repeated := slices.ContainsFunc(content, func(c pdftest.Content) bool {
					return c.MCID < 0 && strings.Contains(c.Text, "Zaak") && strings.Contains(c.Text, "Uitleg")
				})
				if !repeated {
					t.Errorf("page %d: header row is not repeated as an artifact", page+1)
				}
			}
			if c.name == "many rows" {
				rowsStayWhole(t, root)
			}
		})
	}
}

func rowsStayWhole(t *testing.T, root *pdftest.Element) {
	t.Helper()
	for i, row := range root.All("TR") {
		on := map[int]bool{}
		for _, cell := range row.Kids {
			for _, text := range cell.Kids {
				on[text.Page] = true
			}
		}
		if len(on) != 1 {
			t.Errorf("row %d stands on %d pages", i, len(on))
		}
	}
}

// TestHeadingsStayWithWhatFollows fills pages with blocks of every height.
func TestHeadingsStayWithWhatFollows(t *testing.T) {
	data, _ := write(t, func(d *pdf.Document) {
		d.Heading(1, "Begin")
		for i := range 150 {
			d.Heading(1+i%2, fmt.Sprint("Kop ", i))
			d.Text(pdf.Run{Text: strings.Repeat(sentence, 1+i%7)})
		}
		d.Heading(2, "Laatste")
	})
	root := tree(t, data)
	for i, e := range root.Kids[:len(root.Kids)-1] {
		if strings.HasPrefix(e.Kind, "H") && e.Kids[0].Page != root.Kids[i+1].Kids[0].Page {
			t.Errorf("%q stands alone on page %d", e.Content(), e.Kids[0].Page+1)
		}
	}
}

func TestKeepTogether(t *testing.T) {
	group := func(d *pdf.Document, i, sentences int) {
		d.KeepTogether(func() {
			d.Heading(2, fmt.Sprint("Groep ", i))
			d.Text(pdf.Run{Text: strings.Repeat(sentence, sentences)})
			d.Paragraph(pdf.Paragraph{Symbol: pdf.Check, Runs: pdf.Text(fmt.Sprint("slot ", i))})
		})
	}
	t.Run("fits", func(t *testing.T) {
		data, _ := write(t, func(d *pdf.Document) {
			d.Heading(1, "Begin")
			for i := range 40 {
				group(d, i, 1+i%9)
			}
		})
		kids := tree(t, data).Kids[1:]
		for i := 0; i < len(kids); i += 3 {
			if first, last := kids[i].Kids[0].Page, kids[i+2].Kids[0].Page; first != last {
				t.Errorf("%q stands on pages %d and %d", kids[i].Content(), first+1, last+1)
			}
		}
	})
	t.Run("taller than a page", func(t *testing.T) {
		data, _ := write(t, func(d *pdf.Document) {
			d.Heading(1, "Begin")
			group(d, 0, 100)
			d.KeepTogether(func() {})
		})
		if n := pages(t, data); n != 3 {
			t.Errorf("%d pages, want 3", n)
		}
	})
}

func TestNarrowColumns(t *testing.T) {
	var columns []pdf.Column
	var row []pdf.Cell
	for i := range 60 {
		columns = append(columns, pdf.Column{Header: fmt.Sprint("kolom ", i)})
		row = append(row, pdf.Cell{Runs: pdf.Text(strings.Repeat("woord ", 20)), Symbol: pdf.Circle})
	}
	data, _ := write(t, func(d *pdf.Document) { d.Table(pdf.Table{Columns: columns, Rows: [][]pdf.Cell{row, row}}) })
	if got := len(tree(t, data).All("TD")); got != 120 {
		t.Errorf("%d cells", got)
	}
}
