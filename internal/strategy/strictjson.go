package strategy

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxDepth is deeper than any file of ours goes.
const maxDepth = 16

var fieldName = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// layout says where in a file everything starts, by JSON pointer (RFC 6901):
// "/3/question/nl".
type layout struct {
	values map[string]int
	names  map[string]int // of fields
}

// misfit is a fault at an offset of a file.
type misfit struct {
	offset int
	key    string
	args   map[string]any
}

// walk refuses what encoding/json lets pass although two readers could
// understand it differently: repeated fields, fields in other letter case,
// bytes that are not UTF-8, and data after the end. It gives the place of
// everything.
func walk(data []byte) (layout, *misfit) {
	if i := invalidUTF8(data); i >= 0 {
		return layout{}, &misfit{i, "not_utf8", nil}
	}
	w := walker{data: data, layout: layout{make(map[string]int), make(map[string]int)}}
	w.decoder = json.NewDecoder(bytes.NewReader(data))
	w.decoder.UseNumber()
	if err := w.value("", 0); err != nil {
		return layout{}, err
	}
	if _, err := w.decoder.Token(); !errors.Is(err, io.EOF) {
		return layout{}, &misfit{int(w.decoder.InputOffset()), "after_the_end", nil}
	}
	return w.layout, nil
}

type walker struct {
	data    []byte
	decoder *json.Decoder
	layout  layout
}

func (w *walker) value(pointer string, depth int) *misfit {
	w.layout.values[pointer] = w.start()
	token, err := w.decoder.Token()
	if err != nil {
		return w.syntax(err)
	}
	delim, ok := token.(json.Delim)
	if !ok {
		return nil
	}
	if depth == maxDepth {
		return &misfit{int(w.decoder.InputOffset()) - 1, "nested", map[string]any{"Max": maxDepth}}
	}
	seen := make(map[string]bool)
	for i := 0; w.decoder.More(); i++ {
		name := strconv.Itoa(i)
		if delim == '{' {
			start := w.start()
			var bad *misfit
			if name, bad = w.field(seen); bad != nil {
				return bad
			}
			w.layout.names[pointer+"/"+name] = start
		}
		if err := w.value(pointer+"/"+name, depth+1); err != nil {
			return err
		}
	}
	if _, err := w.decoder.Token(); err != nil {
		return w.syntax(err)
	}
	return nil
}

func (w *walker) field(seen map[string]bool) (string, *misfit) {
	start := w.start()
	token, err := w.decoder.Token()
	if err != nil {
		return "", w.syntax(err)
	}
	name, _ := token.(string)
	args := map[string]any{"Field": name}
	switch {
	case !fieldName.MatchString(name):
		return "", &misfit{start, "field_case", args}
	case seen[name]:
		return "", &misfit{start, "field_repeated", args}
	}
	seen[name] = true
	return name, nil
}

// start gives where the next token starts, after spaces and punctuation.
func (w *walker) start() int {
	at := int(w.decoder.InputOffset())
	for at < len(w.data) && strings.IndexByte(" \t\r\n,:", w.data[at]) >= 0 {
		at++
	}
	return at
}

// syntax says what is wrong without the words of encoding/json, which are
// English. Its decoder counts from the last token; the place is asked of
// [json.Unmarshal], which reads from the start.
func (w *walker) syntax(err error) *misfit {
	var whole json.RawMessage
	var syntax *json.SyntaxError
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || !errors.As(json.Unmarshal(w.data, &whole), &syntax) ||
		int(syntax.Offset) > len(w.data) || strings.HasPrefix(syntax.Error(), "unexpected end") {
		return &misfit{len(w.data), "truncated", nil}
	}
	at := max(0, int(syntax.Offset)-1)
	found, _ := utf8.DecodeRune(w.data[at:])
	if unicode.IsControl(found) {
		return &misfit{at, "syntax_in_text", nil}
	}
	shown := string(found)
	if !unicode.IsPrint(found) {
		shown = fmt.Sprintf("%U", found)
	}
	return &misfit{at, "syntax", map[string]any{"Found": shown}}
}

// lineOf gives the line and column of an offset, from 1. A column counts
// characters.
func lineOf(data []byte, offset int) (line, column int) {
	before := data[:min(max(offset, 0), len(data))]
	return 1 + bytes.Count(before, []byte("\n")), 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
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
