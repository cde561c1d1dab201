// Package textfile takes the text out of a file that a user opens: plain text,
// HTML and Word (.docx). It reads foreign bytes: it runs nothing, follows no
// reference, and never holds more than [MaxFile].
package textfile

import (
	"path"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"toetssteen/internal/fault"
)

// MaxFile is the largest file that is read, in bytes.
const MaxFile = 5 << 20

// Text gives the text of a file; paragraphs are divided by an empty line. The
// kind follows from the name: .txt, .md, .html, .htm or .docx. Another kind,
// a file that is too large, and one that is not what its name says are
// fault.Invalid or fault.Corrupt.
func Text(name string, data []byte) (string, error) {
	if len(data) > MaxFile {
		return "", fault.New(fault.Invalid, "error.file_too_large", fault.Args{"File": name, "MaxMiB": MaxFile >> 20})
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".txt", ".md":
		return plain(name, data)
	case ".html", ".htm", ".xhtml":
		page, err := plain(name, data)
		if err != nil {
			return "", err
		}
		return pageText(page), nil
	case ".docx":
		return wordText(name, data)
	}
	return "", fault.New(fault.Invalid, "error.text_file_kind", fault.Args{"File": name})
}

// plain decodes UTF-8, UTF-16 with a mark at the start, and what is neither
// as Windows-1252: that is what old Windows programs write.
func plain(name string, data []byte) (string, error) {
	text := string(data)
	switch {
	case strings.HasPrefix(text, "\xef\xbb\xbf"):
		text = text[3:]
	case strings.HasPrefix(text, "\xff\xfe"), strings.HasPrefix(text, "\xfe\xff"):
		text = fromUTF16(data[2:], data[0] == 0xff)
	case !utf8.ValidString(text):
		decoded, err := charmap.Windows1252.NewDecoder().String(text)
		if err != nil {
			return "", fault.Wrap(err, fault.Corrupt, "error.file_not_text", fault.Args{"File": name})
		}
		text = decoded
	}
	if strings.ContainsRune(text, 0) {
		return "", fault.New(fault.Corrupt, "error.file_not_text", fault.Args{"File": name})
	}
	return strings.ToValidUTF8(text, "\ufffd"), nil
}

func fromUTF16(data []byte, littleEndian bool) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		high, low := data[2*i], data[2*i+1]
		if littleEndian {
			high, low = low, high
		}
		units[i] = uint16(high)<<8 | uint16(low)
	}
	return string(utf16.Decode(units))
}
