package textfile

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// hidden elements hold nothing that is read. One that is not closed ends where
// a block begins or ends, as it does in a browser. There is no head among
// them: what else stands in it holds no text, and its end tag may be left out.
var hidden = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Title: true, atom.Iframe: true, atom.Textarea: true, atom.Noembed: true, atom.Noframes: true,
	atom.Svg: true, atom.Math: true, atom.Select: true,
}

// instead are elements that hold blocks for whoever cannot see the rest. One
// that is not closed is read, as the page after it would be lost.
var instead = map[atom.Atom]bool{atom.Template: true, atom.Noscript: true, atom.Object: true, atom.Canvas: true}

// furniture stands round what a page is about: menus, and what stands at the
// head and foot of every page of a site. A head inside what the page is about
// is read.
var furniture = map[atom.Atom]bool{
	atom.Header: true, atom.Footer: true, atom.Nav: true, atom.Aside: true, atom.Button: true, atom.Dialog: true,
}

// blocks are the elements that end a hidden one.
var blocks = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Center: true, atom.Dd: true, atom.Details: true,
	atom.Div: true, atom.Dl: true, atom.Dt: true, atom.Fieldset: true, atom.Figcaption: true, atom.Figure: true, atom.Footer: true, atom.Form: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Header: true, atom.Li: true, atom.Main: true,
	atom.Menu: true, atom.Nav: true, atom.Ol: true, atom.P: true, atom.Pre: true, atom.Section: true, atom.Table: true, atom.Tbody: true, atom.Td: true,
	atom.Tfoot: true, atom.Th: true, atom.Thead: true, atom.Tr: true, atom.Ul: true,
}

// inline elements do not end a paragraph.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true, atom.Data: true, atom.Dfn: true,
	atom.Em: true, atom.Font: true, atom.I: true, atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Samp: true,
	atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.U: true, atom.Var: true, atom.Wbr: true,
}

// fewWords is too little to be all that a page is about.
const fewWords = 20

// pageText gives the words of what a page is about: of its main element where
// it has one, else without its furniture. A page that is all furniture is read
// as a whole.
func pageText(page string) string {
	p := readPage(page, furniture)
	if main := tidy(string(p.main)); len(strings.Fields(main)) >= fewWords {
		return main
	}
	if text := tidy(string(p.text)); text != "" {
		return text
	}
	return tidy(string(readPage(page, nil).text))
}

// readPage goes through a page token by token: no tree is built, so that
// markup that never closes costs no more than any other.
func readPage(page string, left map[atom.Atom]bool) *pageReader {
	z := html.NewTokenizer(strings.NewReader(page))
	p := &pageReader{opened: make(map[atom.Atom][]place), left: left, mainAt: -1}
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return p
		}
		switch kind {
		case html.TextToken:
			if p.hiding == 0 {
				p.text = append(p.text, lines.Replace(string(z.Text()))...)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			tag := atom.Lookup(name)
			if tag == atom.Noscript || p.foreign() {
				z.NextIsNotRawText() // tags count in it: it may never close
			}
			p.start(tag, kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			p.end(atom.Lookup(name))
		}
	}
}

// place is a place in what was gathered.
type place struct{ text, main int }

// pageReader gathers the text of a page.
type pageReader struct {
	text   []byte
	hiding atom.Atom             // the hidden element that is open, 0 for none
	depth  int                   // how often, one in another
	opened map[atom.Atom][]place // where each open element begins that is dropped once it is closed
	left   map[atom.Atom]bool    // the furniture that is left out
	main   []byte                // the text of the main element
	mainAt int                   // where in text it begins, -1 while it is not open
	about  int                   // how many main and article elements are open
}

// foreign tells whether tags are those of a drawing or a formula: there, a
// slash closes, and no text is raw.
func (p *pageReader) foreign() bool { return p.hiding == atom.Svg || p.hiding == atom.Math }

func (p *pageReader) start(tag atom.Atom, slash bool) {
	if blocks[tag] || instead[tag] {
		p.hiding = 0
	}
	p.breakAt(tag)
	closed := slash && (p.foreign() || tag == atom.Svg || tag == atom.Math) // in HTML, a slash closes nothing
	switch {
	case closed:
	case p.hiding != 0:
		if tag == p.hiding {
			p.depth++
		}
	case hidden[tag]:
		p.hiding, p.depth = tag, 1
	case instead[tag], p.left[tag] && (tag != atom.Header || p.about == 0):
		p.opened[tag] = append(p.opened[tag], place{len(p.text), len(p.main)})
	}
	if tag == atom.Main || tag == atom.Article {
		p.about++
	}
	if tag == atom.Main && p.mainAt < 0 {
		p.mainAt = len(p.text)
	}
}

func (p *pageReader) end(tag atom.Atom) {
	switch {
	case p.hiding != 0 && tag == p.hiding:
		if p.depth--; p.depth == 0 {
			p.hiding = 0
		}
	case blocks[tag] || instead[tag]:
		p.hiding = 0
	}
	if open := p.opened[tag]; len(open) > 0 {
		p.dropFrom(open[len(open)-1])
	}
	if (tag == atom.Main || tag == atom.Article) && p.about > 0 {
		p.about--
	}
	if tag == atom.Main && p.mainAt >= 0 {
		p.main = append(append(p.main, p.text[p.mainAt:]...), "\n\n"...)
		p.mainAt = -1
	}
	p.breakAt(tag)
}

// dropFrom takes away what stands in an element that is read instead of
// something else, and what was opened in it.
func (p *pageReader) dropFrom(at place) {
	p.text, p.main = p.text[:at.text], p.main[:at.main]
	p.mainAt = min(p.mainAt, at.text)
	for tag, open := range p.opened {
		for len(open) > 0 && open[len(open)-1].text >= at.text {
			open = open[:len(open)-1]
		}
		p.opened[tag] = open
	}
}

func (p *pageReader) breakAt(tag atom.Atom) {
	if tag != 0 && !inline[tag] {
		p.text = append(p.text, "\n\n"...)
	}
}

// lines joins the lines of a text: in HTML they are spaces.
var lines = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

// tidy leaves one space between words and one empty line between paragraphs.
func tidy(text string) string {
	var paragraphs []string
	for p := range strings.SplitSeq(text, "\n\n") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			paragraphs = append(paragraphs, p)
		}
	}
	return strings.Join(paragraphs, "\n\n")
}
