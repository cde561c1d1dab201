package spreadsheet

import "time"

// Book is a workbook.
type Book struct {
	Title    string
	Language string // ISO 639-1
	MadeAt   time.Time
	Sheets   []Sheet // at least one
}

// Sheet is one table.
type Sheet struct {
	Name    string // in the tab; what does not fit there is left out
	Columns []Column
	Rows    [][]Cell // none longer than the columns
}

// Column is a column's title and how wide it is.
type Column struct {
	Title string
	Width float64 // in characters
}

// Cell is a value in a row: see [Text], [Date] and [Empty].
type Cell struct {
	kind kind
	text string
}

type kind int

const (
	empty kind = iota
	text
	date
)

// Empty gives a cell without a value.
func Empty() Cell { return Cell{} }

// Text gives a cell with words; line ends are kept.
func Text(words string) Cell {
	if words == "" {
		return Empty()
	}
	return Cell{kind: text, text: words}
}

// Date gives a cell with a day, written as "2027-03-31"; what cannot be read
// as one stays text, so that nothing is lost.
func Date(day string) Cell {
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return Text(day)
	}
	return Cell{kind: date, text: day}
}
