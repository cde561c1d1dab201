package textfile

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// silent elements hold nothing that is read.
var silent = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Template: true, atom.Noscript: true, atom.Svg: true, atom.Math: true, atom.Iframe: true,
	atom.Object: true, atom.Canvas: true, atom.Head: true, atom.Select: true, atom.Textarea: true,
}

// inline elements do not end a paragraph.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true, atom.Data: true, atom.Dfn: true,
	atom.Em: true, atom.Font: true, atom.I: true, atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Samp: true,
	atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.U: true, atom.Var: true, atom.Wbr: true,
}

// pageText gives the words of a page, token by token: no tree is built, so
// that markup that never closes costs no more than any other.
func pageText(page string) string {
	z := html.NewTokenizer(strings.NewReader(page))
	var text strings.Builder
	var hiding atom.Atom
	for {
		switch z.Next() {
		case html.ErrorToken:
			return tidy(text.String())
		case html.TextToken:
			if hiding == 0 {
				text.WriteString(spaced(string(z.Text())))
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			tag := atom.Lookup(name)
			if hiding == 0 && silent[tag] {
				hiding = tag
			}
			breakAt(&text, tag)
		case html.EndTagToken:
			name, _ := z.TagName()
			tag := atom.Lookup(name)
			if hiding == tag || hiding == atom.Head && tag == atom.Body {
				hiding = 0
			}
			breakAt(&text, tag)
		case html.SelfClosingTagToken:
			name, _ := z.TagName()
			breakAt(&text, atom.Lookup(name))
		}
	}
}

func breakAt(text *strings.Builder, tag atom.Atom) {
	if tag != 0 && !inline[tag] {
		text.WriteString("\n\n")
	}
}

// spaced joins the lines of a text: in HTML they are spaces.
func spaced(text string) string { return html.UnescapeString(lines.Replace(text)) }

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
