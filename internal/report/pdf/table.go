package pdf

import (
	"errors"
	"fmt"
)

// Align is where text stands in its cell.
type Align int

// The alignments.
const (
	Left Align = iota
	Center
	Right
)

// Table is a table with a header for each column.
type Table struct {
	Summary string // what the table shows, for readers who don't see it; may be empty
	Columns []Column
	Rows    [][]Cell // each as long as Columns
	Grid    bool     // lines between columns too
}

// Column is a column of a table.
type Column struct {
	Header string
	Share  float64 // of the width, in relation to the other columns; 0 counts as 1
	Align  Align
}

// Cell is a cell of a table.
type Cell struct {
	Runs   []Run
	Header bool   // heads its row
	Symbol Symbol // at the left of the first line; the words must say the same
	Tint   Color  // background; zero: none
}

// ErrRowLength is given for a row that has not one cell for each column.
var ErrRowLength = errors.New("table row with a wrong number of cells")

const (
	cellPadX       = 6
	cellPadY       = 5
	tableSize      = 9.5
	tableLeading   = 13.5
	minSplitHeight = 4 * tableLeading // of a row that goes on overleaf
)

// Table adds a table. A row stays on one page unless it is taller than a page;
// on each further page the header row is repeated (as an artifact, since
// readers know the headers already).
func (d *Document) Table(t Table) {
	layout := &table{summary: d.oneLine(t.Summary), grid: t.Grid}
	shares := 0.0
	for _, c := range t.Columns {
		shares += share(c)
	}
	header := make([]Cell, len(t.Columns))
	x := float64(marginLeft)
	for i, c := range t.Columns {
		w := textWidth * share(c) / shares
		layout.columns = append(layout.columns, tableColumn{x: x, width: w, align: c.Align})
		x += w
		header[i] = Cell{Runs: Strong(d.oneLine(c.Header)), Header: true}
	}
	layout.header = d.row(layout.columns, header)
	layout.header.heads = true
	for i, c := range layout.header.cells {
		if len(c.lines) == 0 {
			d.fail(fmt.Errorf("%w: column %d", ErrNoHeader, i+1))
			return
		}
	}
	if len(t.Columns) == 0 {
		d.fail(ErrNoHeader)
		return
	}
	for i, cells := range t.Rows {
		if len(cells) != len(t.Columns) {
			d.fail(fmt.Errorf("%w: row %d has %d cells for %d columns", ErrRowLength, i+1, len(cells), len(t.Columns)))
			return
		}
		layout.rows = append(layout.rows, d.row(layout.columns, cells))
	}
	d.add(layout)
}

func share(c Column) float64 {
	if c.Share <= 0 {
		return 1
	}
	return c.Share
}

// row wraps the cells of one row.
func (d *Document) row(columns []tableColumn, cells []Cell) tableRow {
	r := tableRow{height: tableLeading + 2*cellPadY}
	for i, c := range cells {
		base := style{face: regular, size: tableSize, color: ink}
		if c.Header {
			base.face = bold
		}
		laid := tableCell{header: c.Header, symbol: c.Symbol}
		if c.Tint != (Color{}) {
			laid.tint = &c.Tint
		}
		width := columns[i].width - 2*cellPadX
		if c.Symbol != NoSymbol {
			laid.indent = symbolAdvance(tableSize)
			width -= laid.indent
		}
		laid.lines = wrap(d.style(c.Runs, base), max(width, tableSize))
		r.height = max(r.height, linesHeight(laid.lines, tableLeading)+2*cellPadY)
		r.cells = append(r.cells, laid)
	}
	return r
}

type tableColumn struct {
	x, width float64
	align    Align
}

type tableCell struct {
	lines  []line
	header bool
	symbol Symbol
	indent float64
	tint   *Color
}

type tableRow struct {
	cells  []tableCell
	height float64
	heads  bool // the header row
}

type table struct {
	summary string
	columns []tableColumn
	header  tableRow
	rows    []tableRow
	grid    bool
}

func (t *table) gap() float64 { return 12 }

func (t *table) height() float64 {
	h := t.header.height
	for _, r := range t.rows {
		h += r.height
	}
	return h
}

func (t *table) start() float64 {
	h := t.header.height
	if len(t.rows) > 0 {
		if first := t.rows[0].height; first <= t.room() {
			h += first
		} else {
			h += minSplitHeight
		}
	}
	return min(h, bodyHeight)
}

// room is the height for rows on a page that starts with the header.
func (t *table) room() float64 { return bodyHeight - t.header.height }
