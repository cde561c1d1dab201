package pdf

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"toetssteen/internal/report/pdf/pdftest"
)

// TestDamageIsNoticed proves that the checks of package pdftest, on which the
// other tests rely, fail on files that are damaged in one place.
func TestDamageIsNoticed(t *testing.T) {
	find := func(e *element, kind string) *element {
		var found *element
		var walk func(*element)
		walk = func(e *element) {
			if e.kind == kind && found == nil {
				found = e
			}
			for _, k := range e.kids {
				if k.element != nil {
					walk(k.element)
				}
			}
		}
		walk(e)
		return found
	}
	for _, c := range []struct {
		name string
		tree func(s *sheet)
		raw  func(raw []byte) []byte
		file func(data []byte) []byte
		want string // part of the error; "" for none
	}{
		{name: "undamaged"},
		{name: "marked content renumbered", want: "MCID", raw: replace("<</MCID 1>> BDC", "<</MCID 7>> BDC")},
		{name: "number used twice", want: "twice", raw: replace("<</MCID 1>> BDC", "<</MCID 0>> BDC")},
		{name: "other tag on the page", want: "marked LI", raw: replace("/H1 <<", "/LI <<")},
		{name: "text outside marked content", want: "text outside", raw: func(raw []byte) []byte {
			return replace("\nEMC", "\n   ")(replace("/H1 <</MCID 0>> BDC", strings.Repeat(" ", 19))(raw))
		}},
		{name: "marked content that does not end", want: "inside", raw: func(raw []byte) []byte { return bytes.Replace(raw, []byte("\nEMC"), []byte("\n   "), 1) }},
		{name: "character without Unicode", want: "no Unicode", raw: func(raw []byte) []byte {
			return bytes.Replace(raw, []byte("\x00K\x00o\x00p"), []byte("\x04K\x00o\x00p"), 1)
		}},
		{name: "other owner in the parent tree", want: "another owner", tree: func(s *sheet) { s.perPage[0][0], s.perPage[0][1] = s.perPage[0][1], s.perPage[0][0] }},
		{name: "parent tree too long", want: "in the parent tree", tree: func(s *sheet) { s.perPage[0] = append(s.perPage[0], s.perPage[0][0]) }},
		{name: "content in two elements", want: "two elements", tree: func(s *sheet) { e := find(s.root, "P"); e.kids = append(e.kids, e.kids[0]) }},
		{name: "content in no element", want: "in no element", tree: func(s *sheet) { find(s.root, "P").kids = nil }},
		{name: "header cell without scope", want: "Scope", tree: func(s *sheet) { find(s.root, "TH").attrs = "" }},
		{name: "figure without alternative", want: "Alt", tree: func(s *sheet) { find(s.root, "Figure").alt = "" }},
		{name: "row with a cell too few", want: "row of", tree: func(s *sheet) { r := find(find(s.root, "TBody"), "TR"); r.add("TD") }},
		{name: "paragraph in a table", want: "P in TR", tree: func(s *sheet) { find(s.root, "TR").add("P") }},
		{name: "bookmark missing", want: "outline", tree: func(s *sheet) { s.bookmarks = s.bookmarks[:1] }},
		{name: "bookmark with another text", want: "outline", tree: func(s *sheet) { s.bookmarks[0].text = "anders" }},
		{name: "heading level skipped", want: "after level", tree: func(s *sheet) { find(s.root, "H2").kind = "H3"; s.bookmarks[1].level = 3 }, raw: replace("/H2 <<", "/H3 <<")},
		{name: "end cut off", want: "end of the file", file: func(data []byte) []byte { return data[:len(data)-1] }},
		{name: "bytes inserted", want: "", file: func(data []byte) []byte { return append([]byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n\n"), data[15:]...) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &Document{options: Options{Title: "Proef", Lang: "nl-BE", Created: time.Unix(0, 0)}}
			d.Heading(1, "Kop")
			d.Text(Run{Text: "tekst"})
			d.Heading(2, "Tweede")
			d.Table(Table{Columns: []Column{{Header: "a"}, {Header: "b"}}, Rows: [][]Cell{{{Runs: Text("1")}, {Runs: Text("2")}}}})
			d.Figure(Figure{Alt: "vak", Height: 10, Draw: func(c *Canvas) { c.Box(0, 0, 9, 9, 0, Green) }})
			s := newSheet()
			s.addPage()
			place(s, d.blocks)
			s.unmark()
			var raw bytes.Buffer
			if err := s.out.Output(&raw); err != nil {
				t.Fatal(err)
			}
			data := raw.Bytes()
			if c.tree != nil {
				c.tree(s)
			}
			if c.raw != nil {
				data = c.raw(data)
			}
			data, err := complete(data, s, d.options)
			if err != nil {
				t.Fatal(err)
			}
			if c.file != nil {
				data = c.file(data)
			}
			err = pdftest.Verify(data)
			switch {
			case c.name == "undamaged":
				if err != nil {
					t.Error(err)
				}
			case err == nil || !strings.Contains(err.Error(), c.want):
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
}

// replace changes the first occurrence, keeping the length, since offsets and
// lengths of the raw file must stay right.
func replace(from, to string) func([]byte) []byte {
	return func(raw []byte) []byte { return bytes.Replace(raw, []byte(from), []byte(to), 1) }
}

// TestUnexpectedRawFile guards against a generator that writes otherwise than
// expected: that must be an error, never a broken file or a panic.
func TestUnexpectedRawFile(t *testing.T) {
	s := newSheet()
	s.addPage()
	s.artifact(layout, func() { s.text(10, 10, style{face: regular, size: 10}, "x") })
	var out bytes.Buffer
	if err := s.out.Output(&out); err != nil {
		t.Fatal(err)
	}
	raw := out.Bytes()
	options := Options{Title: "x", Lang: "nl", Created: time.Unix(0, 0)}
	if _, err := complete(bytes.Clone(raw), s, options); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		change func([]byte) []byte
	}{
		{"empty", func([]byte) []byte { return nil }},
		{"no startxref", replace("startxref", "startxxxx")},
		{"other table", replace("xref\n0 ", "xxxx\n0 ")},
		{"no root", replace("/Root ", "/Rxxt ")},
		{"object elsewhere", replace("3 0 obj", "9 0 obj")},
		{"no pages", replace("/Kids [", "/Kxds [")},
		{"other page", replace("/Type /Page\n", "/Type /Pxge\n")},
		{"no map of glyphs", replace("/CIDToGIDMap ", "/CIDToGIDMax ")},
		{"no font program", replace("/FontFile2 ", "/FontFile3 ")},
		{"other font", replace("/BaseFont /utf8atkinson", "/BaseFont /utf8atkxnson")},
		{"cut in the middle", func(raw []byte) []byte { return raw[:len(raw)/2] }},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := complete(c.change(bytes.Clone(raw)), s, options); err == nil {
				t.Error("no error")
			}
		})
	}
}
