// Package spreadsheet writes tables as an XLSX workbook, for people who go on
// in Excel or LibreOffice. It knows no domain: the caller gives the sheets,
// each with a name, a header and rows of typed cells, in the reader's language.
//
//	err := spreadsheet.Write(w, spreadsheet.Book{
//		Title: "Verbeteracties", Language: "nl", MadeAt: now,
//		Sheets: []spreadsheet.Sheet{{
//			Name:    "Acties",
//			Columns: []spreadsheet.Column{{Title: "Titel", Width: 40}, {Title: "Tegen", Width: 12}},
//			Rows:    [][]spreadsheet.Cell{{spreadsheet.Text("Chat"), spreadsheet.Date("2027-03-31")}},
//		}},
//	})
//
// The header stays in view and has a filter on each column. A date is a
// date, so that it sorts. A text is a text, also when it looks like a formula:
// it is never worked out, not even after somebody edits the cell.
package spreadsheet
