package spreadsheet_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"toetssteen/internal/spreadsheet"
)

// The reader shares nothing with the writer: it takes the parts out of the
// package and reads them as ECMA-376 describes them.

type cell struct {
	Ref     string `xml:"r,attr"`
	Type    string `xml:"t,attr"`
	Style   int    `xml:"s,attr"`
	Value   string `xml:"v"`
	Inline  string `xml:"is>t"`
	Formula *struct {
		Text string `xml:",chardata"`
	} `xml:"f"`
}

type sheet struct {
	Name string
	Pane struct {
		YSplit string `xml:"ySplit,attr"`
		State  string `xml:"state,attr"`
	} `xml:"sheetViews>sheetView>pane"`
	Rows []struct {
		Cells []cell `xml:"c"`
	} `xml:"sheetData>row"`
	Filter struct {
		Ref string `xml:"ref,attr"`
	} `xml:"autoFilter"`
}

type book struct {
	sheets  []sheet
	strings []string
	quoted  map[int]bool // styles that mark a text as typed
	formats map[int]int  // number format of each style
}

func read(t *testing.T, data []byte) book {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	part := func(name string, into any) {
		t.Helper()
		file, err := archive.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		text, err := io.ReadAll(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := xml.Unmarshal(text, into); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	var workbook struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
		} `xml:"sheets>sheet"`
	}
	part("xl/workbook.xml", &workbook)
	var shared struct {
		Items []struct {
			Text string `xml:"t"`
		} `xml:"si"`
	}
	part("xl/sharedStrings.xml", &shared)
	var styles struct {
		Cells []struct {
			Format int  `xml:"numFmtId,attr"`
			Quoted bool `xml:"quotePrefix,attr"`
		} `xml:"cellXfs>xf"`
	}
	part("xl/styles.xml", &styles)
	b := book{quoted: map[int]bool{}, formats: map[int]int{}}
	for _, item := range shared.Items {
		b.strings = append(b.strings, item.Text)
	}
	for i, style := range styles.Cells {
		b.quoted[i], b.formats[i] = style.Quoted, style.Format
	}
	for i, found := range workbook.Sheets {
		s := sheet{Name: found.Name}
		part(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), &s)
		s.Name = found.Name
		b.sheets = append(b.sheets, s)
	}
	return b
}

func (b book) words(t *testing.T, c cell) string {
	t.Helper()
	if c.Formula != nil {
		t.Fatalf("%s holds a formula", c.Ref)
	}
	switch c.Type {
	case "s":
		var i int
		if _, err := fmt.Sscan(c.Value, &i); err != nil {
			t.Fatal(err)
		}
		return b.strings[i]
	case "inlineStr":
		return c.Inline
	default:
		t.Fatalf("%s is of type %q, no text", c.Ref, c.Type)
		return ""
	}
}

func write(t *testing.T, sheets ...spreadsheet.Sheet) book {
	t.Helper()
	var data bytes.Buffer
	if err := spreadsheet.Write(&data, spreadsheet.Book{Title: "Acties", Language: "nl", MadeAt: time.Unix(0, 0), Sheets: sheets}); err != nil {
		t.Fatal(err)
	}
	return read(t, data.Bytes())
}

func oneText(words string) spreadsheet.Sheet {
	return spreadsheet.Sheet{Name: "Acties", Columns: []spreadsheet.Column{{Title: "Titel", Width: 40}}, Rows: [][]spreadsheet.Cell{{spreadsheet.Text(words)}}}
}

func TestTable(t *testing.T) {
	t.Parallel()
	b := write(t, spreadsheet.Sheet{
		Name:    "Acties",
		Columns: []spreadsheet.Column{{Title: "Titel", Width: 40}, {Title: "Tegen", Width: 12}, {Title: "Aantal", Width: 8}},
		Rows: [][]spreadsheet.Cell{
			{spreadsheet.Text("Chat"), spreadsheet.Date("2027-03-31"), spreadsheet.Empty()},
			{spreadsheet.Text("Telefoon"), spreadsheet.Date("ooit"), spreadsheet.Empty()},
			{spreadsheet.Empty(), spreadsheet.Date("")},
		},
	})
	s := b.sheets[0]
	if s.Name != "Acties" || s.Pane.State != "frozen" || s.Pane.YSplit != "1" || s.Filter.Ref != "$A$1:$C$4" {
		t.Errorf("sheet %+v", s)
	}
	for i, want := range []string{"Titel", "Tegen", "Aantal"} {
		if got := b.words(t, s.Rows[0].Cells[i]); got != want {
			t.Errorf("title %q, want %q", got, want)
		}
	}
	first := s.Rows[1].Cells
	// 31 March 2027 is day 46477 since the last day of 1899.
	if first[1].Value != "46477" || (first[1].Type != "" && first[1].Type != "n") || b.formats[first[1].Style] != 14 {
		t.Errorf("date %+v in format %d", first[1], b.formats[first[1].Style])
	}
	if got := b.words(t, s.Rows[2].Cells[1]); got != "ooit" {
		t.Errorf("what is no date became %q", got)
	}
}

func TestTextsStayTexts(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		words, want string
		marked      bool
	}{
		"plain":           {"Chat", "Chat", false},
		"a formula":       {`=HYPERLINK("http://x";"y")`, `=HYPERLINK("http://x";"y")`, true},
		"a plus":          {"+32 9 000 00 00", "+32 9 000 00 00", true},
		"a dash":          {"- een\n- twee", "- een\n- twee", true},
		"an at":           {"@SUM(A1)", "@SUM(A1)", true},
		"a tab":           {"\t=1+1", "\t=1+1", true},
		"a return":        {"\r=1+1", "\n=1+1", true},
		"digits":          {"007", "007", false},
		"a date in words": {"2027-03-31", "2027-03-31", false},
		"truth":           {"TRUE", "TRUE", false},
		"markup":          {"<b>&amp;</b>", "<b>&amp;</b>", false},
		"emoji":           {"👩🏽‍🦽", "👩🏽‍🦽", false},
		"spaces":          {"  twee  ", "  twee  ", false},
		"control signs":   {"a\x00\x0bb", "ab", false},
		"broken letters":  {"a\xffb", "a\uFFFDb", false},
		"too long":        {strings.Repeat("é", 40_000), strings.Repeat("é", 32_766) + "…", false},
		"too long, emoji": {strings.Repeat("👍", 20_000), strings.Repeat("👍", 16_383) + "…", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := write(t, oneText(c.words))
			got := b.sheets[0].Rows[1].Cells[0]
			if words := b.words(t, got); words != c.want {
				t.Errorf("got %.80q, want %.80q", words, c.want)
			}
			if b.quoted[got.Style] != c.marked {
				t.Errorf("marked as typed: %t, want %t", b.quoted[got.Style], c.marked)
			}
		})
	}
}

func TestTabNames(t *testing.T) {
	t.Parallel()
	named := func(name string) spreadsheet.Sheet {
		s := oneText("x")
		s.Name = name
		return s
	}
	b := write(t, named("Acties: a/b"), named("acties  a b"), named(strings.Repeat("é", 40)), named("[]"), named("'"))
	for i, want := range []string{"Acties  a b", "2", strings.Repeat("é", 31), "4", "5"} {
		if got := b.sheets[i].Name; got != want {
			t.Errorf("sheet %d is called %q, want %q", i+1, got, want)
		}
	}
}

func TestWhatCannotBeWrittenIsAnError(t *testing.T) {
	t.Parallel()
	long := oneText("x")
	long.Rows[0] = append(long.Rows[0], spreadsheet.Text("y"))
	for name, sheets := range map[string][]spreadsheet.Sheet{"no sheet": nil, "a row that is too long": {long}} {
		var data bytes.Buffer
		if err := spreadsheet.Write(&data, spreadsheet.Book{Sheets: sheets}); err == nil || data.Len() > 0 {
			t.Errorf("%s: error %v, %d bytes", name, err, data.Len())
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add("=1+1")
	f.Add("_x0041_\x01\xff")
	f.Fuzz(func(t *testing.T, words string) {
		if words == "" {
			return
		}
		b := write(t, oneText(words))
		b.words(t, b.sheets[0].Rows[1].Cells[0])
	})
}
