package spreadsheet

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Write writes the workbook. It is whole, or there is an error.
func Write(w io.Writer, book Book) error {
	if len(book.Sheets) == 0 {
		return errors.New("write spreadsheet: no sheets")
	}
	file := excelize.NewFile()
	err := fill(file, book)
	if err == nil {
		err = file.Write(w)
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return fmt.Errorf("write spreadsheet %q: %w", book.Title, err)
	}
	return nil
}

func fill(file *excelize.File, book Book) error {
	made := book.MadeAt.UTC().Format(time.RFC3339)
	if err := file.SetDocProps(&excelize.DocProperties{
		Title: book.Title, Creator: "Toetssteen", LastModifiedBy: "Toetssteen", Language: book.Language, Created: made, Modified: made,
	}); err != nil {
		return err
	}
	look, err := newLook(file)
	if err != nil {
		return err
	}
	taken := make(map[string]bool)
	for i, sheet := range book.Sheets {
		name := tabName(sheet.Name, i, taken)
		if i == 0 {
			err = file.SetSheetName(file.GetSheetName(0), name)
		} else {
			_, err = file.NewSheet(name)
		}
		if err != nil {
			return err
		}
		if err := (page{file, name, look}).write(sheet); err != nil {
			return fmt.Errorf("sheet %q: %w", sheet.Name, err)
		}
	}
	return nil
}

// look holds the styles of a workbook.
type look struct{ header, text, formula, date int }

func newLook(file *excelize.File) (look, error) {
	const (
		shortDate = 14 // as the reader's own computer writes dates
		asTyped   = 49 // text, also after the cell is edited
	)
	var l look
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	for _, style := range []struct {
		id   *int
		form excelize.Style
	}{
		{&l.header, excelize.Style{
			Font: &excelize.Font{Bold: true}, Alignment: top,
			Fill:   excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8EBEE"}},
			Border: []excelize.Border{{Type: "bottom", Color: "69717C", Style: 1}},
		}},
		{&l.text, excelize.Style{Alignment: top}},
		{&l.formula, excelize.Style{Alignment: top, NumFmt: asTyped}},
		{&l.date, excelize.Style{Alignment: top, NumFmt: shortDate}},
	} {
		id, err := file.NewStyle(&style.form)
		if err != nil {
			return l, fmt.Errorf("make style: %w", err)
		}
		*style.id = id
	}
	// What Excel itself notes of a text that was typed behind an apostrophe.
	quoted := true
	file.Styles.CellXfs.Xf[l.formula].QuotePrefix = &quoted
	return l, nil
}

// page is a sheet that is being written.
type page struct {
	file *excelize.File
	name string
	look look
}

func (p page) write(sheet Sheet) error {
	for i, column := range sheet.Columns {
		letters, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := errors.Join(p.put(i, 0, Text(column.Title), p.look.header), p.file.SetColWidth(p.name, letters, letters, column.Width)); err != nil {
			return err
		}
	}
	for y, row := range sheet.Rows {
		if len(row) > len(sheet.Columns) {
			return fmt.Errorf("row %d has %d cells for %d columns", y+1, len(row), len(sheet.Columns))
		}
		for x, cell := range row {
			if err := p.put(x, y+1, cell, p.style(cell)); err != nil {
				return err
			}
		}
	}
	last, err := excelize.CoordinatesToCellName(max(len(sheet.Columns), 1), len(sheet.Rows)+1)
	if err != nil {
		return err
	}
	return errors.Join(
		p.file.SetPanes(p.name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
		p.file.AutoFilter(p.name, "A1:"+last, nil),
		p.file.SetPageLayout(p.name, &excelize.PageLayoutOptions{Orientation: ptr("landscape"), FitToWidth: ptr(1), FitToHeight: ptr(0)}),
		p.file.SetSheetProps(p.name, &excelize.SheetPropsOptions{FitToPage: ptr(true)}),
	)
}

func ptr[T any](v T) *T { return &v }

func (p page) style(c Cell) int {
	switch {
	case c.kind == date:
		return p.look.date
	case looksLikeFormula(c.text):
		return p.look.formula
	default:
		return p.look.text
	}
}

// looksLikeFormula tells whether some program would work a text out.
func looksLikeFormula(words string) bool {
	return words != "" && strings.ContainsRune("=+-@\t\r\n", rune(words[0]))
}

func (p page) put(x, y int, c Cell, style int) error {
	at, err := excelize.CoordinatesToCellName(x+1, y+1)
	if err != nil {
		return err
	}
	switch c.kind {
	case text:
		err = p.file.SetCellStr(p.name, at, fitting(c.text))
	case date:
		var day time.Time
		if day, err = time.Parse(time.DateOnly, c.text); err == nil {
			err = p.file.SetCellValue(p.name, at, day)
		}
	}
	return errors.Join(err, p.file.SetCellStyle(p.name, at, at, style))
}

// fitting gives a text that XML and a cell can hold: without control
// characters, with line ends as cells have them, and with an ellipsis where it
// is too long.
func fitting(words string) string {
	words = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(words, "\uFFFD"))
	words = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == '\uFFFE' || r == '\uFFFF' {
			return -1
		}
		return r
	}, words)
	if utf16Length(words) <= excelize.TotalCellChars {
		return words
	}
	length := 0
	for i, r := range words {
		if length += utf16Units(r); length >= excelize.TotalCellChars {
			return words[:i] + "…"
		}
	}
	return words
}

func utf16Length(words string) int {
	n := 0
	for _, r := range words {
		n += utf16Units(r)
	}
	return n
}

func utf16Units(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// tabName gives a name that a tab can have: not empty, at most 31 characters,
// without the signs that references use, and of no other sheet.
func tabName(name string, i int, taken map[string]bool) string {
	fit := strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) || r < ' ' {
			return ' '
		}
		return r
	}, name), " '")
	for utf16Length(fit) > excelize.MaxSheetNameLength {
		_, size := utf8.DecodeLastRuneInString(fit)
		fit = fit[:len(fit)-size]
	}
	if fit = strings.TrimRight(fit, " '"); fit == "" || taken[strings.ToLower(fit)] {
		fit = fmt.Sprintf("%d", i+1)
	}
	taken[strings.ToLower(fit)] = true
	return fit
}
