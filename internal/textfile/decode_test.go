package textfile_test

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"toetssteen/internal/textfile"
)

func inUTF16(t *testing.T, order binary.ByteOrder, text string) string {
	t.Helper()
	data, err := binary.Append(nil, order, utf16.Encode([]rune(text)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestDecode(t *testing.T) {
	long := strings.Repeat("één café, ", 20)
	tests := []struct{ name, file, data, want string }{
		{"UTF-8", "a.txt", "één", "één"},
		{"UTF-8 with a mark", "a.TXT", "\xef\xbb\xbféén", "één"},
		{"UTF-8 with a bad byte", "a.txt", long + "\xe9n", long + "\ufffdn"},
		{"UTF-8 that was cut off", "a.txt", long + "\xc3", long + "\ufffd"},
		{"a few letters of UTF-8 with a bad byte", "a.md", "één caf\xe9", "één caf\ufffd"},
		{"Windows-1252", "a.txt", "\xe9\xe9n \x93ja\x94", "één “ja”"},
		{"Windows-1252 that is UTF-8 by chance", "a.txt", "caf\xe9 \xe9\xe9n \xc3\xa9", "café één Ã©"},
		{"UTF-16, little endian", "a.txt", "\xff\xfee\x00n\x00", "en"},
		{"UTF-16, big endian", "a.txt", "\xfe\xff\x00e\x00n", "en"},
		{"UTF-16 without a mark, little endian", "a.txt", inUTF16(t, binary.LittleEndian, "Eén “zin”, €5."), "Eén “zin”, €5."},
		{"UTF-16 without a mark, big endian", "a.txt", inUTF16(t, binary.BigEndian, "Eén “zin”, €5."), "Eén “zin”, €5."},
		{"a page in UTF-16 without a mark", "a.html", inUTF16(t, binary.LittleEndian, "<meta charset=iso-8859-15><p>één"), "één"},
		{"a page that says ISO 8859-15", "a.html", "<meta charset=iso-8859-15><p>\xa45, \xe9\xe9n", "€5, één"},
		{"a page that says it the old way", "a.html", `<meta http-equiv="Content-Type" content="text/html; charset=windows-1250"><p>` + "p\xecna", "pěna"},
		{"a page that says Windows-1252", "a.html", "<meta charset=windows-1252><p>\x80 \xe9\xe9n", "€ één"},
		{"a page that says Windows-1252 and is UTF-8", "a.html", "<meta charset=windows-1252><p>één", "één"},
		{"a page that says UTF-8 and is not", "a.html", "<meta charset=utf-8><p>\xe9\xe9n", "één"},
		{"a page that says UTF-8, with a bad byte", "a.html", "<meta charset=utf-8><p>" + long + "\xe9n", long + "\ufffdn"},
		{"a page with a mark, that says otherwise", "a.html", "\xef\xbb\xbf<meta charset=iso-8859-15><p>één", "één"},
		{"a page that says nonsense", "a.html", "<meta charset=klingon><p>één", "één"},
		{"a page in which nothing can be said", "a.html", "<meta charset=iso-2022-kr><p>één", "één"},
		{"a text about pages", "a.txt", "<meta charset=iso-8859-15>één", "<meta charset=iso-8859-15>één"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := textfile.Text(test.file, []byte(test.data))
			if err != nil || got != test.want {
				t.Errorf("%q, %v; want %q", got, err, test.want)
			}
		})
	}
}
