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

// maxUnpacked bounds what a small zip can blow up to, in bytes, and maxNested
// how deep its elements stand in one another.
const (
	maxUnpacked = 64 << 20
	maxNested   = 10_000
)

// aside are the elements whose text is not that of the document: what was
// deleted or moved away with changes tracked, a text box for a second time for
// programs that do not know the first (ECMA-376 part 3, 7.6), and properties of
// a paragraph, of which a hidden mark hides no text.
var aside = map[string]bool{"del": true, "moveFrom": true, "Fallback": true, "pPr": true, "rPrChange": true}

// wordText gives the paragraphs of a Word file as they are printed.
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
	var w wordReader
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return tidy(w.text.String()), nil
		}
		if part.N <= 0 {
			return "", fmt.Errorf("more than %d bytes unpacked", maxUnpacked)
		}
		if w.depth > maxNested {
			return "", fmt.Errorf("more than %d elements in one another", maxNested)
		}
		if err != nil {
			return "", fmt.Errorf("read %s: %w", wordMain, err)
		}
		switch element := token.(type) {
		case xml.StartElement:
			w.start(element)
		case xml.EndElement:
			w.end(element.Name.Local)
		case xml.CharData:
			if w.reading {
				w.text.Write(element)
			}
		}
	}
}

// wordReader gathers the text of a document.
type wordReader struct {
	text    strings.Builder
	reading bool
	depth   int
	aside   int    // the depth of the outermost element of aside that is open, 0 for none
	hidden  []bool // of each open run, one in another: a text box stands in a run
}

func (w *wordReader) start(element xml.StartElement) {
	w.depth++
	name := element.Name.Local
	if w.aside == 0 && aside[name] {
		w.aside = w.depth
	}
	if w.aside != 0 {
		return
	}
	switch name {
	case "r":
		w.hidden = append(w.hidden, w.inHidden())
	case "vanish":
		if n := len(w.hidden); n > 0 && isOn(element) {
			w.hidden[n-1] = true
		}
	case "p":
		w.text.WriteString("\n\n")
	}
	if w.inHidden() {
		return
	}
	switch name {
	case "t":
		w.reading = true
	case "tab", "ptab", "cr":
		w.text.WriteString(" ")
	case "br":
		if of := valueOf(element, "type"); of == "page" || of == "column" {
			w.text.WriteString("\n\n")
		} else {
			w.text.WriteString(" ")
		}
	case "noBreakHyphen":
		w.text.WriteString("-")
	}
}

func (w *wordReader) end(name string) {
	switch {
	case w.aside == w.depth:
		w.aside = 0
	case w.aside != 0:
	case name == "r" && len(w.hidden) > 0:
		w.hidden = w.hidden[:len(w.hidden)-1]
	case name == "t":
		w.reading = false
	case name == "p":
		w.text.WriteString("\n\n")
	}
	w.depth--
}

func (w *wordReader) inHidden() bool { return len(w.hidden) > 0 && w.hidden[len(w.hidden)-1] }

// isOn reads a switch (ECMA-376 part 1, 17.17.4): without a value, it is on.
func isOn(element xml.StartElement) bool {
	switch valueOf(element, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}

func valueOf(element xml.StartElement, attribute string) string {
	for _, a := range element.Attr {
		if a.Name.Local == attribute {
			return a.Value
		}
	}
	return ""
}
