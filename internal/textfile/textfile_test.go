package textfile_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"toetssteen/internal/fault"
	"toetssteen/internal/textfile"
)

func TestTextRefuses(t *testing.T) {
	tests := []struct {
		name, file, data string
		want             fault.Code
		key              string
	}{
		{"another kind", "a.pdf", "%PDF", fault.Invalid, "error.text_file_kind"},
		{"no kind", "a", "x", fault.Invalid, "error.text_file_kind"},
		{"too large", "a.txt", strings.Repeat("a", textfile.MaxFile+1), fault.Invalid, "error.file_too_large"},
		{"a Word file that is too large", "a.docx", strings.Repeat("a", textfile.MaxWordFile+1), fault.Invalid, "error.file_too_large"},
		{"a picture", "a.txt", "\x89PNG\x00\x00", fault.Corrupt, "error.file_not_text"},
		{"zeros", "a.txt", strings.Repeat("\x00", 100), fault.Corrupt, "error.file_not_text"},
		{"numbers of two bytes", "a.txt", "\x01\x00\x00\x02\x03\x00\x04\x00", fault.Corrupt, "error.file_not_text"},
		{"a page with a zero in it", "a.html", "<meta charset=iso-8859-15>een\x00twee", fault.Corrupt, "error.file_not_text"},
		{"no zip", "a.docx", "Dit is geen Word", fault.Corrupt, "error.word_unreadable"},
		{"a zip without a document", "a.docx", "PK\x05\x06" + strings.Repeat("\x00", 18), fault.Corrupt, "error.word_unreadable"},
		{"broken XML", "a.docx", docx(t, "<w:p><w:q></w:p>"), fault.Corrupt, "error.word_unreadable"},
		{"a Word file without end inside itself", "a.docx", docx(t, strings.Repeat("<w:r>", 20_000)+strings.Repeat("</w:r>", 20_000)), fault.Corrupt, "error.word_unreadable"},
		{"a zip bomb", "a.docx", docx(t, "<w:p>"+strings.Repeat(" ", 70<<20)+"</w:p>"), fault.Corrupt, "error.word_unreadable"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := textfile.Text(test.file, []byte(test.data))
			if f := fault.Of(err); err == nil || f.Code != test.want || f.Key != test.key {
				t.Errorf("%v, want %s %s", err, test.want, test.key)
			}
		})
	}
}

func FuzzText(f *testing.F) {
	f.Add("a.html", "<p>Een<scr<script>ipt></p>&#0;&#xD800;")
	f.Add("a.html", "<head><title>t<select><svg><template><p>a<object><canvas></object>b</canvas>é</template><svg/>c")
	f.Add("a.docx", docx(f, "<w:p><w:t>x</w:t></w:p>"))
	f.Add("a.txt", "\xff\xfe\x00\xd8")
	f.Add("a.txt", "é\x00n\x00\xffé")
	f.Add("a.html", "<meta charset=shift_jis>\x82\xa0")
	f.Fuzz(func(t *testing.T, name, data string) {
		text, err := textfile.Text(name, []byte(data))
		if err == nil && !utf8.ValidString(text) {
			t.Errorf("%q is not UTF-8", text)
		}
	})
}
