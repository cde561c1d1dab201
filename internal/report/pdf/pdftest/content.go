package pdftest

import (
	"bytes"
	"fmt"
	"strings"
)

// Content is a marked-content sequence on a page.
type Content struct {
	Tag  string // structure type, or "Artifact"
	MCID int    // -1 for an artifact
	Text string
}

var (
	painting = map[operator]bool{"S": true, "s": true, "f": true, "F": true, "f*": true, "B": true, "B*": true, "b": true, "b*": true, "Do": true, "sh": true}
	showing  = map[operator]bool{"Tj": true, "TJ": true, "'": true, `"`: true}
)

// Content reads a page, counted from 0. What is drawn outside marked content
// is an error, and so are sequences inside one another and characters that the
// font doesn't map to Unicode or to a glyph.
func (f *File) Content(page int) ([]Content, error) {
	if content, read := f.content[page]; read {
		return content, nil
	}
	content, err := f.readContent(page)
	if err == nil {
		f.content[page] = content
	}
	return content, err
}

func (f *File) readContent(page int) ([]Content, error) {
	dict := f.Dict(f.Pages[page])
	fonts := f.fonts(dict["Resources"])
	s := &scanner{text: f.Stream(dict["Contents"]).Data}
	var (
		all      []Content
		open     *Content
		operands []any
		current  *font
	)
	for {
		value, ok, err := s.next()
		if err != nil {
			return nil, err
		}
		if !ok {
			break
		}
		op, isOperator := value.(operator)
		if !isOperator {
			operands = append(operands, value)
			continue
		}
		switch {
		case op == "BDC" || op == "BMC":
			if open != nil {
				return nil, fmt.Errorf("%v inside %s", operands, open.Tag)
			}
			open = &Content{Tag: string(operands[0].(Name)), MCID: -1}
			if len(operands) > 1 {
				if id, ok := f.Dict(operands[1])["MCID"].(int); ok {
					open.MCID = id
				}
			}
		case op == "EMC":
			if open == nil {
				return nil, fmt.Errorf("EMC without a beginning")
			}
			all, open = append(all, *open), nil
		case op == "Tf":
			current = fonts[operands[0].(Name)]
		case painting[op] && open == nil:
			return nil, fmt.Errorf("operator %s outside marked content", op)
		case op == "Tj":
			if open == nil || current == nil {
				return nil, fmt.Errorf("text outside marked content")
			}
			text, err := current.decode(operands[0].(String))
			if err != nil {
				return nil, err
			}
			open.Text += text
		case showing[op]:
			return nil, fmt.Errorf("operator %s, which package pdf doesn't use", op)
		}
		operands = operands[:0]
	}
	if open != nil {
		return nil, fmt.Errorf("%s does not end", open.Tag)
	}
	return all, nil
}

type font struct {
	name    string
	unicode map[string]string
	glyphs  []byte // CIDToGIDMap
}

// fonts reads the fonts of a resource dictionary, which all pages share.
func (f *File) fonts(resources any) map[Name]*font {
	if f.shared != nil {
		return f.shared
	}
	fonts := map[Name]*font{}
	for name, ref := range f.Dict(f.Dict(resources)["Font"]) {
		dict := f.Dict(ref)
		base, _ := dict["BaseFont"].(Name)
		descendant := f.Dict(f.Array(dict["DescendantFonts"])[0])
		fonts[name] = &font{
			name:    string(base),
			unicode: bfchars(f.Stream(dict["ToUnicode"]).Data),
			glyphs:  f.Stream(descendant["CIDToGIDMap"]).Data,
		}
	}
	f.shared = fonts
	return fonts
}

// bfchars reads the single mappings of a CMap.
func bfchars(cmap []byte) map[string]string {
	table := map[string]string{}
	for _, line := range bytes.Split(cmap, []byte("\n")) {
		s := &scanner{text: line}
		from, _, err1 := s.next()
		to, _, err2 := s.next()
		code, ok1 := from.(String)
		text, ok2 := to.(String)
		if err1 == nil && err2 == nil && ok1 && ok2 && len(code) == 2 && string(code) != "\x00\x00" {
			table[string(code)] = decode16(text)
		}
	}
	return table
}

func (f *font) decode(codes String) (string, error) {
	var out strings.Builder
	for i := 0; i+1 < len(codes); i += 2 {
		text, ok := f.unicode[string(codes[i:i+2])]
		if !ok {
			return "", fmt.Errorf("%s: code %X has no Unicode", f.name, codes[i:i+2])
		}
		cid := int(codes[i])<<8 | int(codes[i+1])
		if f.glyphs[2*cid] == 0 && f.glyphs[2*cid+1] == 0 {
			return "", fmt.Errorf("%s: code %X has no glyph", f.name, codes[i:i+2])
		}
		out.WriteString(text)
	}
	return out.String(), nil
}
