package textfile_test

import (
	"archive/zip"
	"bytes"
	"testing"

	"toetssteen/internal/textfile"
)

// docx makes a Word file of the XML between its body's tags.
func docx(t testing.TB, body string) string {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	part, err := archive.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	const space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
	if _, err := part.Write([]byte(`<w:document ` + space + `><w:body>` + body + `</w:body></w:document>`)); err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestWord(t *testing.T) {
	const box = `<w:txbxContent><w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>Kader.</w:t></w:r></w:p></w:txbxContent>`
	tests := []struct{ name, body, want string }{
		{"runs and paragraphs", `<w:p><w:r><w:t>Een </w:t></w:r><w:r><w:t>zin.</w:t></w:r></w:p><w:p><w:r><w:t>Twee</w:t></w:r></w:p>`, "Een zin.\n\nTwee"},
		{"tabs", `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Een</w:t><w:tab/><w:t>twee</w:t><w:ptab/><w:t>drie</w:t></w:r></w:p>`, "Een twee drie"},
		{"a line break", `<w:p><w:r><w:t>Kom naar</w:t><w:br/><w:t>Het</w:t><w:br w:type="textWrapping"/><w:t>loket</w:t><w:cr/><w:t>toe.</w:t></w:r></w:p>`, "Kom naar Het loket toe."},
		{"a page break", `<w:p><w:r><w:t>Een</w:t><w:br w:type="page"/><w:t>Twee</w:t></w:r></w:p>`, "Een\n\nTwee"},
		{"hyphens", `<w:p><w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail, ge</w:t><w:softHyphen/><w:t>meente</w:t></w:r></w:p>`, "e-mail, gemeente"},
		{"deleted and inserted", `<w:p><w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins></w:p>`, "nieuw"},
		{"moved", `<w:p><w:moveFromRangeStart/><w:moveFrom><w:r><w:t>Verplaatst.</w:t></w:r></w:moveFrom><w:moveFromRangeEnd/></w:p><w:p><w:moveTo><w:r><w:t>Verplaatst.</w:t></w:r></w:moveTo></w:p>`, "Verplaatst."},
		{"a deleted text box", `<w:p><w:del><w:r>` + box + `</w:r></w:del><w:r><w:t>Een</w:t></w:r></w:p>`, "Een"},
		{"hidden", `<w:p><w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>weg</w:t><w:br/><w:noBreakHyphen/></w:r><w:r><w:t>Een</w:t></w:r></w:p>`, "Een"},
		{"hidden, put off", `<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Een</w:t></w:r><w:r><w:rPr><w:vanish w:val="false"/></w:rPr><w:t>twee</w:t></w:r></w:p>`, "Eentwee"},
		{"hidden, put on", `<w:p><w:r><w:rPr><w:vanish w:val="true"/></w:rPr><w:t>weg</w:t></w:r><w:r><w:t>Een</w:t></w:r></w:p>`, "Een"},
		{"hidden before a change", `<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Een</w:t></w:r></w:p>`, "Een"},
		{"a hidden paragraph mark", `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>Een</w:t></w:r></w:p>`, "Een"},
		{"a text box, said twice", `<w:p><w:r><w:t>Een</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps">` + box + `</mc:Choice><mc:Fallback><w:pict>` + box +
			`</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>twee</w:t></w:r></w:p>`, "Een\n\nKader.\n\ntwee"},
		{"a text box in a hidden run", `<w:p><w:r><w:rPr><w:vanish/></w:rPr>` + box + `<w:t>weg</w:t></w:r><w:r><w:t>Een</w:t></w:r></w:p>`, "Een"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := textfile.Text("a.docx", []byte(docx(t, test.body)))
			if err != nil || got != test.want {
				t.Errorf("%q, %v; want %q", got, err, test.want)
			}
		})
	}
}
