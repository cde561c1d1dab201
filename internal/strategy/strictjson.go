package strategy

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"
)

// maxDepth is deeper than any file of ours goes.
const maxDepth = 16

var fieldName = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// wellFormed refuses what encoding/json lets pass although two readers could
// understand it differently: repeated fields, fields in other letter case,
// bytes that are not UTF-8, and data after the end.
func wellFormed(data []byte) error {
	if i := invalidUTF8(data); i >= 0 {
		return errorAt(data, i, errors.New("not UTF-8"))
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := checkValue(d, data, 0); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errorAt(data, int(d.InputOffset()), errors.New("more data after the end"))
	}
	return nil
}

func checkValue(d *json.Decoder, data []byte, depth int) error {
	token, err := d.Token()
	if err != nil {
		return syntaxError(d, data, err)
	}
	delim, ok := token.(json.Delim)
	if !ok {
		return nil
	}
	if depth == maxDepth {
		return errorAt(data, int(d.InputOffset())-1, fmt.Errorf("nested deeper than %d levels", maxDepth))
	}
	seen := make(map[string]bool)
	for d.More() {
		if delim == '{' {
			if err := checkField(d, data, seen); err != nil {
				return err
			}
		}
		if err := checkValue(d, data, depth+1); err != nil {
			return err
		}
	}
	if _, err := d.Token(); err != nil {
		return syntaxError(d, data, err)
	}
	return nil
}

func checkField(d *json.Decoder, data []byte, seen map[string]bool) error {
	token, err := d.Token()
	if err != nil {
		return syntaxError(d, data, err)
	}
	name, _ := token.(string)
	end := int(d.InputOffset())
	switch {
	case !fieldName.MatchString(name):
		return errorAt(data, end, fmt.Errorf("field name %q is not in lower case", name))
	case seen[name]:
		return errorAt(data, end, fmt.Errorf("field %q is repeated", name))
	}
	seen[name] = true
	return nil
}

// decodeStrict decodes part, which starts at an offset in the file's data.
func decodeStrict(file string, data []byte, start int, part []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(part))
	d.DisallowUnknownFields()
	err := d.Decode(into)
	if err == nil {
		return nil
	}
	var wrongType *json.UnmarshalTypeError
	if errors.As(err, &wrongType) {
		return fmt.Errorf("%s:%w", file, errorAt(data, start+int(wrongType.Offset),
			fmt.Errorf("field %q: a %s is needed, not a %s", wrongType.Field, wrongType.Type.Kind(), wrongType.Value)))
	}
	// encoding/json has no type for an unknown field, only this text.
	if name, found := strings.CutPrefix(err.Error(), "json: unknown field "); found {
		place := start + max(0, bytes.Index(part, []byte(name)))
		return fmt.Errorf("%s:%w", file, errorAt(data, place, fmt.Errorf("unknown field %s", name)))
	}
	return fmt.Errorf("%s:%w", file, errorAt(data, start, err))
}

// elementOffsets gives where each element of the list in data starts. The
// data is known to be a well-formed list.
func elementOffsets(data []byte) []int {
	d := json.NewDecoder(bytes.NewReader(data))
	if _, err := d.Token(); err != nil {
		return nil
	}
	var offsets []int
	for d.More() {
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return offsets
		}
		offsets = append(offsets, int(d.InputOffset())-len(raw))
	}
	return offsets
}

func syntaxError(d *json.Decoder, data []byte, err error) error {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return errorAt(data, len(data), errors.New("the file stops in the middle"))
	case errors.As(err, &syntax):
		return errorAt(data, int(syntax.Offset), err)
	}
	return errorAt(data, int(d.InputOffset()), err)
}

// errorAt puts the line and column of an offset before an error: "12:5: …".
func errorAt(data []byte, offset int, err error) error {
	before := data[:min(max(offset, 0), len(data))]
	line := 1 + bytes.Count(before, []byte("\n"))
	column := 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
	return fmt.Errorf("%d:%d: %w", line, column, err)
}

func invalidUTF8(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
	return -1
}
