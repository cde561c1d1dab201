package textfile

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"toetssteen/internal/fault"
)

// wordMain is the part of a .docx that holds the text (ECMA-376 part 1,
// 11.3.10).
const wordMain = "word/document.xml"

// maxUnpacked bounds what a small zip can blow up to, in bytes.
const maxUnpacked = 64 << 20

// wordText gives the paragraphs of a Word file, without what was deleted with
// changes tracked.
func wordText(name string, data []byte) (string, error) {
	unreadable := func(err error) error {
		return fault.Wrap(err, fault.Corrupt, "error.word_unreadable", fault.Args{"File": name})
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", unreadable(err)
	}
	part, err := archive.Open(wordMain)
	if err != nil {
		return "", unreadable(err)
	}
	defer func() { _ = part.Close() }() // only read
	text, err := paragraphs(&io.LimitedReader{R: part, N: maxUnpacked})
	if err != nil {
		return "", unreadable(err)
	}
	return text, nil
}

func paragraphs(part *io.LimitedReader) (string, error) {
	d := xml.NewDecoder(part)
	var text strings.Builder
	var reading bool
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return tidy(text.String()), nil
		}
		if part.N <= 0 {
			return "", fmt.Errorf("more than %d bytes unpacked", maxUnpacked)
		}
		if err != nil {
			return "", fmt.Errorf("read %s: %w", wordMain, err)
		}
		switch element := token.(type) {
		case xml.StartElement:
			switch element.Name.Local {
			case "t":
				reading = true
			case "tab":
				text.WriteString(" ")
			case "p", "br", "cr":
				text.WriteString("\n\n")
			}
		case xml.EndElement:
			switch element.Name.Local {
			case "t":
				reading = false
			case "p":
				text.WriteString("\n\n")
			}
		case xml.CharData:
			if reading {
				text.Write(element)
			}
		}
	}
}
