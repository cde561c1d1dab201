package pdf_test

import (
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"toetssteen/internal/report/pdf"
)

// BenchmarkWrite sets the tagged writer beside plain gofpdf, on the same
// content: per page a heading, three paragraphs, and a table of 18 rows by 4
// columns.
func BenchmarkWrite(b *testing.B) {
	for _, pages := range []int{12, 300} {
		b.Run(fmt.Sprintf("pages=%d/plain", pages), func(b *testing.B) {
			regular, err := os.ReadFile("font/AtkinsonHyperlegible-Regular.ttf")
			if err != nil {
				b.Fatal(err)
			}
			bold, err := os.ReadFile("font/AtkinsonHyperlegible-Bold.ttf")
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				size := plain(b, pages, regular, bold)
				b.ReportMetric(float64(size)/1024, "KB/file")
			}
		})
		b.Run(fmt.Sprintf("pages=%d/tagged", pages), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				size := &counter{}
				if _, err := pdf.Write(size, options(), func(d *pdf.Document) error { tagged(d, pages); return nil }); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(size.n)/1024, "KB/file")
			}
		})
	}
}

type counter struct{ n int }

func (c *counter) Write(p []byte) (int, error) { c.n += len(p); return len(p), nil }

var paragraph = strings.Repeat(sentence, 5)

func cell(page, row, column int) string { return fmt.Sprintf("waarde %d-%d-%d", page, row, column) }

func tagged(d *pdf.Document, pages int) {
	for page := range pages {
		d.Heading(1, fmt.Sprint("Hoofdstuk ", page+1))
		for range 3 {
			d.Text(pdf.Run{Text: paragraph})
		}
		t := pdf.Table{}
		for column := range 4 {
			t.Columns = append(t.Columns, pdf.Column{Header: fmt.Sprint("Kolom ", column)})
		}
		for row := range 18 {
			var cells []pdf.Cell
			for column := range 4 {
				cells = append(cells, pdf.Cell{Runs: pdf.Text(cell(page, row, column))})
			}
			t.Rows = append(t.Rows, cells)
		}
		d.Table(t)
		d.PageBreak()
	}
}

func plain(b *testing.B, pages int, regular, bold []byte) int {
	p := gofpdf.New("P", "pt", "A4", "")
	p.SetCatalogSort(true)
	p.AddUTF8FontFromBytes("a", "", regular)
	p.AddUTF8FontFromBytes("a", "B", bold)
	p.SetAutoPageBreak(false, 0)
	p.SetMargins(62, 78, 62)
	p.AliasNbPages("")
	p.SetFooterFunc(func() {
		p.SetXY(62, 800)
		p.SetFont("a", "", 9)
		p.CellFormat(471, 12, fmt.Sprintf("Pagina %d van {nb}", p.PageNo()), "", 0, "R", false, 0, "")
	})
	for page := range pages {
		p.AddPage()
		p.Bookmark(fmt.Sprint("Hoofdstuk ", page+1), 0, -1)
		p.SetFont("a", "B", 20)
		p.CellFormat(471, 26, fmt.Sprint("Hoofdstuk ", page+1), "", 1, "L", false, 0, "")
		p.SetFont("a", "", 10.5)
		for range 3 {
			for _, line := range p.SplitText(paragraph, 471) {
				p.CellFormat(471, 15.5, line, "", 1, "L", false, 0, "")
			}
			p.Ln(8)
		}
		p.SetFont("a", "B", 9.5)
		for column := range 4 {
			p.CellFormat(118, 23, fmt.Sprint("Kolom ", column), "B", 0, "L", false, 0, "")
		}
		p.Ln(23)
		p.SetFont("a", "", 9.5)
		for row := range 18 {
			for column := range 4 {
				p.CellFormat(118, 23, cell(page, row, column), "B", 0, "L", false, 0, "")
			}
			p.Ln(23)
		}
	}
	size := &counter{}
	if err := p.Output(io.Writer(size)); err != nil {
		b.Fatal(err)
	}
	return size.n
}
