package pdftest

import (
	"fmt"
	"strings"
)

// Element is a node of the structure tree.
type Element struct {
	Kind   string
	Lang   string
	Alt    string
	Attrs  Dict
	Kids   []*Element // elements and texts, in reading order
	Page   int        // of a text: counted from 0
	Text   string     // of a text: Kind is ""
	ref    Ref
	parent Ref
	mcid   int
}

// Tree reads the structure tree with its texts; nil stands for a file without.
func (f *File) Tree() (*Element, error) {
	texts := make([]map[int]Content, len(f.Pages))
	numbers := map[Ref]int{}
	for i, page := range f.Pages {
		numbers[page] = i
		content, err := f.Content(i)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
		texts[i] = map[int]Content{}
		for _, c := range content {
			if _, twice := texts[i][c.MCID]; twice && c.MCID >= 0 {
				return nil, fmt.Errorf("page %d: MCID %d twice", i+1, c.MCID)
			}
			texts[i][c.MCID] = c
		}
	}
	root := f.Dict(f.Catalog()["StructTreeRoot"])
	kids := f.Array(root["K"])
	if len(kids) != 1 {
		return nil, fmt.Errorf("%d roots", len(kids))
	}
	r := &treeReader{File: f, texts: texts, numbers: numbers}
	return r.element(kids[0].(Ref))
}

type treeReader struct {
	*File
	texts   []map[int]Content
	numbers map[Ref]int
}

func (r *treeReader) element(ref Ref) (*Element, error) {
	dict := r.Dict(ref)
	kind, _ := dict["S"].(Name)
	if kind == "" {
		return nil, fmt.Errorf("object %d is no structure element", ref)
	}
	e := &Element{Kind: string(kind), Attrs: r.Dict(dict["A"]), ref: ref}
	if lang, ok := dict["Lang"].(String); ok {
		e.Lang = lang.Text()
	}
	if alt, ok := dict["Alt"].(String); ok {
		e.Alt = alt.Text()
	}
	e.parent, _ = dict["P"].(Ref)
	for _, kid := range r.Array(dict["K"]) {
		var (
			child *Element
			err   error
		)
		switch k := kid.(type) {
		case Ref:
			child, err = r.element(k)
		case int:
			child, err = r.content(e, dict["Pg"], k)
		case Dict:
			id, _ := k["MCID"].(int)
			child, err = r.content(e, k["Pg"], id)
		}
		if err != nil {
			return nil, err
		}
		e.Kids = append(e.Kids, child)
	}
	return e, nil
}

func (r *treeReader) content(owner *Element, page any, mcid int) (*Element, error) {
	ref, _ := page.(Ref)
	number, ok := r.numbers[ref]
	if !ok {
		return nil, fmt.Errorf("%s: content on an unknown page", owner.Kind)
	}
	c, ok := r.texts[number][mcid]
	if !ok {
		return nil, fmt.Errorf("%s: MCID %d is not on page %d, or in two elements", owner.Kind, mcid, number+1)
	}
	if c.Tag != owner.Kind {
		return nil, fmt.Errorf("%s: content is marked %s", owner.Kind, c.Tag)
	}
	delete(r.texts[number], mcid)
	return &Element{Page: number, Text: c.Text, mcid: mcid, parent: owner.ref}, nil
}

// Content gives the text of an element with all below it, as a reader that
// follows the structure puts it together.
func (e *Element) Content() string {
	if e.Kind == "" {
		return e.Text
	}
	var b strings.Builder
	for _, kid := range e.Kids {
		b.WriteString(kid.Content())
	}
	return b.String()
}

// All lists e and the elements below it that are of one of the kinds, in
// reading order; without kinds, all of them.
func (e *Element) All(kinds ...string) []*Element {
	var list []*Element
	match := len(kinds) == 0
	for _, k := range kinds {
		match = match || e.Kind == k
	}
	if match && e.Kind != "" {
		list = append(list, e)
	}
	for _, kid := range e.Kids {
		list = append(list, kid.All(kinds...)...)
	}
	return list
}

// Dump writes the tree as text: a line for each element and for each text.
func (e *Element) Dump() string {
	var b strings.Builder
	e.dump(&b, 0)
	return b.String()
}

func (e *Element) dump(b *strings.Builder, depth int) {
	indent := strings.Repeat("  ", depth)
	if e.Kind == "" {
		fmt.Fprintf(b, "%s%q\n", indent, e.Text)
		return
	}
	b.WriteString(indent + e.Kind)
	for _, part := range []struct{ name, value string }{{"lang", e.Lang}, {"alt", e.Alt}} {
		if part.value != "" {
			fmt.Fprintf(b, " %s=%q", part.name, part.value)
		}
	}
	for _, name := range []Name{"Scope", "ListNumbering"} {
		if value, ok := e.Attrs[name].(Name); ok {
			fmt.Fprintf(b, " %s=%s", name, value)
		}
	}
	if summary, ok := e.Attrs["Summary"].(String); ok {
		fmt.Fprintf(b, " Summary=%q", summary.Text())
	}
	b.WriteString("\n")
	for _, kid := range e.Kids {
		kid.dump(b, depth+1)
	}
}
