// Package textfile takes the text out of a file that a user opens: plain text,
// HTML and Word (.docx). It reads foreign bytes: it runs nothing, follows no
// reference, and never holds more than [MaxFile].
package textfile

import (
	"path"
	"strings"

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
		page, err := declared(name, data)
		if err != nil {
			return "", err
		}
		return pageText(page), nil
	case ".docx":
		return wordText(name, data)
	}
	return "", fault.New(fault.Invalid, "error.text_file_kind", fault.Args{"File": name})
}
