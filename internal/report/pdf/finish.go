package pdf

import (
	"bytes"
	"fmt"
)

// complete turns what gofpdf wrote into a tagged, archivable file: the
// finishing pass.
func complete(raw []byte, s *sheet, o Options) ([]byte, error) {
	f, err := parseRaw(raw)
	if err != nil {
		return nil, err
	}
	pages, err := f.completePages()
	if err != nil {
		return nil, err
	}
	if len(pages) != s.pages() {
		return nil, fmt.Errorf("%w: %d pages for %d", errRaw, len(pages), s.pages())
	}
	if err := f.completeFonts(); err != nil {
		return nil, err
	}
	tree := f.structTree(s.tagger, pages)
	outlines := f.outline(s.bookmarks, pages)
	metadata := f.appendStream("<</Type /Metadata /Subtype /XML>>", xmp(o))
	intent := f.outputIntent()
	info := f.append(infoDict(o))

	f.set(f.root, fmt.Appendf(nil, "<</Type /Catalog /Pages 1 0 R /Lang %s /MarkInfo <</Marked true>>"+
		" /StructTreeRoot %d 0 R /Outlines %d 0 R /PageMode /UseOutlines /ViewerPreferences <</DisplayDocTitle true>>"+
		" /Metadata %d 0 R /OutputIntents [%d 0 R]>>", textString(o.Lang), tree, outlines, metadata, intent))
	f.dropRawInfo(info)
	return f.write(info), nil
}

// completePages adds to each page its key in the parent tree, and gives the
// object numbers of the pages in order.
func (f *file) completePages() ([]int, error) {
	kids, ok := between(f.objects[1].body, "/Kids [", "]")
	if !ok {
		return nil, fmt.Errorf("%w: page tree", errRaw)
	}
	var pages []int
	for _, reference := range bytes.Split(kids, []byte(" 0 R")) {
		if reference = bytes.TrimSpace(reference); len(reference) == 0 {
			continue
		}
		n, err := number(reference, 0)
		if err != nil || n >= len(f.objects) {
			return nil, fmt.Errorf("%w: page %q", errRaw, reference)
		}
		body, ok := bytes.CutSuffix(f.objects[n].body, []byte(">>"))
		if !ok || !bytes.HasPrefix(body, []byte("<</Type /Page\n")) {
			return nil, fmt.Errorf("%w: page object %d", errRaw, n)
		}
		f.set(n, fmt.Appendf(body, "/StructParents %d/Tabs /S>>", len(pages)))
		pages = append(pages, n)
	}
	return pages, nil
}

// dropRawInfo removes gofpdf's information dictionary, which replaced has taken
// the place of.
func (f *file) dropRawInfo(replaced int) {
	for n, o := range f.objects {
		if n != replaced && o != nil && o.stream == nil && bytes.Contains(o.body, []byte("/CreationDate ")) {
			f.objects[n] = nil
		}
	}
}

// between gives what stands between two labels.
func between(text []byte, before, after string) ([]byte, bool) {
	_, text, ok := bytes.Cut(text, []byte(before))
	if !ok {
		return nil, false
	}
	text, _, ok = bytes.Cut(text, []byte(after))
	return text, ok
}
