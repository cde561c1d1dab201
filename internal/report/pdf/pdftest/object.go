package pdftest

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strconv"
	"unicode/utf16"
)

// The kinds of object, besides bool, int, float64 and nil (7.3).
type (
	// Name is a name object, without its slash.
	Name string
	// String is a string object, as bytes.
	String []byte
	// Array is an array object.
	Array []any
	// Dict is a dictionary object.
	Dict map[Name]any
	// Ref is a reference to the object of that number.
	Ref int
)

// Stream is a stream with its data unpacked.
type Stream struct {
	Dict Dict
	Data []byte
}

// operator is a word of a content stream.
type operator string

// scanner reads objects and operators.
type scanner struct {
	text []byte
	at   int
}

func (s *scanner) skip() {
	for s.at < len(s.text) {
		switch c := s.text[s.at]; {
		case isSpace(c):
			s.at++
		case c == '%':
			for s.at < len(s.text) && s.text[s.at] != '\n' {
				s.at++
			}
		default:
			return
		}
	}
}

func isSpace(c byte) bool     { return bytes.IndexByte([]byte("\x00\t\n\f\r "), c) >= 0 }
func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// next gives the next object or operator; ok is false at the end.
func (s *scanner) next() (value any, ok bool, err error) {
	s.skip()
	if s.at >= len(s.text) {
		return nil, false, nil
	}
	value, err = s.value()
	return value, true, err
}

func (s *scanner) value() (any, error) {
	rest := s.text[s.at:]
	switch c := rest[0]; {
	case bytes.HasPrefix(rest, []byte("<<")):
		s.at += 2
		return s.dict()
	case c == '<':
		end := bytes.IndexByte(rest, '>')
		if end < 0 {
			return nil, fmt.Errorf("unclosed hexadecimal string at %d", s.at)
		}
		s.at += end + 1
		data, err := hex.DecodeString(string(rest[1:end]))
		return String(data), err
	case c == '(':
		return s.literal()
	case c == '[':
		s.at++
		list, err := s.list("]")
		return Array(list), err
	case c == '/':
		s.at++
		return Name(s.word()), nil
	case c == ']' || c == '>' || c == ')' || c == '{' || c == '}':
		return nil, fmt.Errorf("unexpected %q at %d", c, s.at)
	}
	return s.plain()
}

// plain reads a number, a reference, a keyword or an operator.
func (s *scanner) plain() (any, error) {
	word := s.word()
	switch word {
	case "true", "false":
		return word == "true", nil
	case "null":
		return nil, nil
	case "":
		return nil, fmt.Errorf("empty word at %d", s.at)
	}
	n, err := strconv.Atoi(word)
	if err != nil {
		if f, err := strconv.ParseFloat(word, 64); err == nil {
			return f, nil
		}
		return operator(word), nil
	}
	// "n 0 R" is a reference.
	mark := s.at
	s.skip()
	if s.word() == "0" {
		s.skip()
		if s.word() == "R" {
			return Ref(n), nil
		}
	}
	s.at = mark
	return n, nil
}

func (s *scanner) word() string {
	from := s.at
	for s.at < len(s.text) && !isSpace(s.text[s.at]) && !isDelimiter(s.text[s.at]) {
		s.at++
	}
	return string(s.text[from:s.at])
}

func (s *scanner) list(end string) ([]any, error) {
	var list []any
	for {
		s.skip()
		if bytes.HasPrefix(s.text[s.at:], []byte(end)) {
			s.at += len(end)
			return list, nil
		}
		if s.at >= len(s.text) {
			return nil, fmt.Errorf("missing %q", end)
		}
		value, err := s.value()
		if err != nil {
			return nil, err
		}
		list = append(list, value)
	}
}

func (s *scanner) dict() (Dict, error) {
	list, err := s.list(">>")
	if err != nil {
		return nil, err
	}
	if len(list)%2 != 0 {
		return nil, fmt.Errorf("dictionary with %d parts at %d", len(list), s.at)
	}
	d := Dict{}
	for i := 0; i < len(list); i += 2 {
		key, ok := list[i].(Name)
		if !ok {
			return nil, fmt.Errorf("key %v at %d", list[i], s.at)
		}
		if _, twice := d[key]; twice {
			return nil, fmt.Errorf("key %s twice at %d", key, s.at)
		}
		d[key] = list[i+1]
	}
	return d, nil
}

// literal reads "(...)" with its escapes (7.3.4.2).
func (s *scanner) literal() (String, error) {
	var out String
	depth := 0
	for ; s.at < len(s.text); s.at++ {
		c := s.text[s.at]
		switch {
		case c == '\\' && s.at+1 < len(s.text):
			s.at++
			if c = s.text[s.at]; c == 'r' {
				c = '\r'
			}
			out = append(out, c)
		case c == '(':
			if depth++; depth > 1 {
				out = append(out, c)
			}
		case c == ')':
			if depth--; depth == 0 {
				s.at++
				return out, nil
			}
			out = append(out, c)
		default:
			out = append(out, c)
		}
	}
	return nil, fmt.Errorf("unclosed string")
}

// Text decodes a text string: UTF-16 with a byte-order mark.
func (s String) Text() string {
	if len(s) < 2 || s[0] != 0xFE || s[1] != 0xFF {
		return string(s)
	}
	return decode16(s[2:])
}

func decode16(data []byte) string {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, uint16(data[i])<<8|uint16(data[i+1]))
	}
	return string(utf16.Decode(units))
}
