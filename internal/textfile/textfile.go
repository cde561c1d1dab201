// Package textfile takes the text out of a file that a user opens: plain text,
// HTML and Word (.docx). It reads foreign bytes: it runs nothing, follows no
// reference, and never holds more than a bounded text.
package textfile

import (
	"path"
	"strings"

	"toetssteen/internal/fault"
)

// The largest files that are read, in bytes. A Word file is mostly pictures,
// which are left where they are.
const (
	MaxFile     = 5 << 20
	MaxWordFile = 25 << 20
)

// Text gives the text of a file; paragraphs are divided by an empty line. The
// kind follows from the name: .txt, .md, .html, .htm or .docx. Another kind,
// a file that is too large, and one that is not what its name says are
// fault.Invalid or fault.Corrupt.
func Text(name string, data []byte) (string, error) {
	kind := strings.ToLower(path.Ext(name))
	largest := MaxFile
	if kind == ".docx" {
		largest = MaxWordFile
	}
	if len(data) > largest {
		return "", fault.New(fault.Invalid, "error.file_too_large", fault.Args{"File": name, "MaxMiB": largest >> 20})
	}
	switch kind {
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
