package textfile

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"

	"toetssteen/internal/fault"
)

// plain decodes UTF-8, UTF-16, and what is neither as Windows-1252: that is
// what old Windows programs write.
func plain(name string, data []byte) (string, error) {
	text, err := decoded(data)
	return whole(name, text, err)
}

// declared decodes a page by what it says of itself, if it says anything but
// what plain finds by itself: pages that say Windows-1252 are often UTF-8.
func declared(name string, data []byte) (string, error) {
	encoding, label, certain := charset.DetermineEncoding(data, "")
	if certain || label == "utf-8" || label == "windows-1252" || label == "replacement" || utf16Order(data) != notUTF16 {
		return plain(name, data)
	}
	text, err := encoding.NewDecoder().Bytes(data)
	return whole(name, string(text), err)
}

// whole refuses what is no text.
func whole(name, text string, err error) (string, error) {
	if err != nil {
		return "", fault.Wrap(err, fault.Corrupt, "error.file_not_text", fault.Args{"File": name})
	}
	if strings.ContainsRune(text, 0) {
		return "", fault.New(fault.Corrupt, "error.file_not_text", fault.Args{"File": name})
	}
	return strings.ToValidUTF8(text, "\ufffd"), nil
}

func decoded(data []byte) (string, error) {
	data, marked := bytes.CutPrefix(data, []byte("\xef\xbb\xbf"))
	if marked {
		return string(data), nil
	}
	if order := utf16Order(data); order != notUTF16 {
		return fromUTF16(data, order), nil
	}
	if mostlyUTF8(data) {
		return string(data), nil
	}
	return charmap.Windows1252.NewDecoder().String(string(data))
}

// mostlyUTF8 tells whether more characters beyond ASCII are UTF-8 than not. In
// another encoding, hardly any is by chance: where some bytes are broken, they
// are lost and the others are not.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		data = data[size:]
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
	}
	return bad == 0 || good > bad
}

type byteOrder int

const (
	notUTF16 byteOrder = iota
	littleEndian
	bigEndian
)

// utf16Order finds UTF-16 by the mark at its start, else by its zero bytes: in
// Latin script, nearly every second byte is one, and in no other encoding any.
func utf16Order(data []byte) byteOrder {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return littleEndian
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return bigEndian
	}
	var zeros [2]int
	for i, b := range data {
		if b == 0 {
			zeros[i%2]++
		}
	}
	units := len(data) / 2
	switch {
	case zeros[1]*2 > units && zeros[0] == 0:
		return littleEndian
	case zeros[0]*2 > units && zeros[1] == 0:
		return bigEndian
	}
	return notUTF16
}

// fromUTF16 decodes without the mark. Half a unit at the end is dropped.
func fromUTF16(data []byte, order byteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		high, low := data[2*i], data[2*i+1]
		if order == littleEndian {
			high, low = low, high
		}
		units[i] = uint16(high)<<8 | uint16(low)
	}
	return strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff")
}
