package pdf

import (
	"fmt"
)

// structTree writes the structure tree (14.7) with its parent tree, and gives
// its object number. pages are the object numbers of the pages.
func (f *file) structTree(t *tagger, pages []int) int {
	w := &treeWriter{file: f, pages: pages, numbers: map[*element]int{}}
	tree := f.reserve()
	root := w.reserve(t.root)
	w.write(t.root, tree)

	parents := []byte("<</Nums [")
	for i := range pages {
		var owners []*element
		if i < len(t.perPage) {
			owners = t.perPage[i]
		}
		entry := []byte("[")
		for _, e := range owners {
			entry = fmt.Appendf(entry, "%d 0 R ", w.numbers[e])
		}
		parents = fmt.Appendf(parents, "%d %d 0 R ", i, f.append(append(entry, ']')))
	}
	parentTree := f.append(append(parents, "]>>"...))
	f.set(tree, fmt.Appendf(nil, "<</Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d>>",
		root, parentTree, len(pages)))
	return tree
}

type treeWriter struct {
	*file
	pages   []int
	numbers map[*element]int
}

func (w *treeWriter) reserve(e *element) int {
	n := w.file.reserve()
	w.numbers[e] = n
	return n
}

// write writes e, which has its number, and what is below it.
func (w *treeWriter) write(e *element, parent int) {
	home := 0 // the page of the first marked content, which the others refer to by default
	for _, k := range e.kids {
		if k.element == nil {
			home = k.page
			break
		}
	}
	body := fmt.Appendf(nil, "<</Type /StructElem /S /%s /P %d 0 R", e.kind, parent)
	if home > 0 {
		body = fmt.Appendf(body, " /Pg %d 0 R", w.pages[home-1])
	}
	if e.lang != "" {
		body = fmt.Appendf(body, " /Lang %s", textString(e.lang))
	}
	if e.alt != "" {
		body = fmt.Appendf(body, " /Alt %s", textString(e.alt))
	}
	if e.attrs != "" {
		body = fmt.Appendf(body, " /A %s", e.attrs)
	}
	if len(e.kids) > 0 {
		body = append(body, " /K ["...)
		for _, k := range e.kids {
			switch {
			case k.element != nil:
				body = fmt.Appendf(body, "%d 0 R ", w.reserve(k.element))
			case k.page == home:
				body = fmt.Appendf(body, "%d ", k.mcid)
			default:
				body = fmt.Appendf(body, "<</Type /MCR /Pg %d 0 R /MCID %d>> ", w.pages[k.page-1], k.mcid)
			}
		}
		body = append(body, ']')
	}
	w.set(w.numbers[e], append(body, ">>"...))
	for _, k := range e.kids {
		if k.element != nil {
			w.write(k.element, w.numbers[e])
		}
	}
}
