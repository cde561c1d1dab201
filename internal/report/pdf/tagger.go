package pdf

import (
	"fmt"

	"github.com/jung-kurt/gofpdf"
)

// element is a structure element (14.7.2): a node of the document's logical
// tree.
type element struct {
	kind   string // standard structure type (14.8.4), such as "P"
	kids   []kid  // in reading order
	alt    string // for figures: what the picture says, in words
	lang   string // BCP 47, "" where it is the parent's
	attrs  string // the value of /A, a PDF dictionary or array
	parent *element
}

// kid is a child of an element: another element, or marked content on a page.
type kid struct {
	element *element
	page    int // 1-based, for marked content
	mcid    int
}

func (e *element) add(kind string) *element {
	child := &element{kind: kind, parent: e}
	e.kids = append(e.kids, kid{element: child})
	return child
}

// tagger brackets what is drawn with marked-content operators (14.6), so that
// everything on a page belongs to exactly one element or is an artifact.
type tagger struct {
	out     *gofpdf.Fpdf
	root    *element
	open    *element
	inside  bool         // an artifact is open
	perPage [][]*element // perPage[page-1][mcid] owns that content
}

func newTagger(out *gofpdf.Fpdf) *tagger {
	return &tagger{out: out, root: &element{kind: "Document"}}
}

// mark makes e the owner of what is drawn from here on, on the current page.
func (t *tagger) mark(e *element) {
	if t.open == e {
		return
	}
	t.unmark()
	page := t.out.PageNo()
	for len(t.perPage) < page {
		t.perPage = append(t.perPage, nil)
	}
	mcid := len(t.perPage[page-1])
	t.perPage[page-1] = append(t.perPage[page-1], e)
	e.kids = append(e.kids, kid{page: page, mcid: mcid})
	t.out.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", e.kind, mcid))
	t.open = e
}

// unmark ends the marked content that is open, if any.
func (t *tagger) unmark() {
	if t.open != nil {
		t.out.RawWriteStr("EMC")
		t.open = nil
	}
}

// Kinds of artifact (14.8.2.2.2).
const (
	layout = "/Type /Layout"
	header = "/Type /Pagination /Subtype /Header"
	footer = "/Type /Pagination /Subtype /Footer"
	repeat = "/Type /Pagination"
)

// artifact draws something that is no part of the content. Artifacts don't
// nest: inside another one, draw just draws.
func (t *tagger) artifact(kind string, draw func()) {
	if t.inside {
		draw()
		return
	}
	t.unmark()
	t.inside = true
	t.out.RawWriteStr("/Artifact <<" + kind + ">> BDC")
	draw()
	t.out.RawWriteStr("EMC")
	t.inside = false
}
