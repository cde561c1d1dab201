package pdf

import "fmt"

// outlineNode is a bookmark with those below it.
type outlineNode struct {
	bookmark
	number int
	kids   []*outlineNode
}

// outline writes the bookmarks (12.3.3), all open, and gives the object number
// of their root.
func (f *file) outline(bookmarks []bookmark, pages []int) int {
	root := &outlineNode{number: f.reserve()}
	path := []*outlineNode{root}
	for _, b := range bookmarks {
		node := &outlineNode{bookmark: b, number: f.reserve()}
		path = path[:min(b.level, len(path))]
		parent := path[len(path)-1]
		parent.kids = append(parent.kids, node)
		path = append(path, node)
	}
	shown := f.writeOutline(root, pages)
	body := []byte("<</Type /Outlines")
	if len(root.kids) > 0 {
		body = fmt.Appendf(body, " /First %d 0 R /Last %d 0 R", root.kids[0].number, root.kids[len(root.kids)-1].number)
	}
	f.set(root.number, fmt.Appendf(body, " /Count %d>>", shown))
	return root.number
}

// writeOutline writes what is below parent and counts it.
func (f *file) writeOutline(parent *outlineNode, pages []int) int {
	shown := len(parent.kids)
	for i, node := range parent.kids {
		below := f.writeOutline(node, pages)
		shown += below
		body := fmt.Appendf(nil, "<</Title %s /Parent %d 0 R /Dest [%d 0 R /XYZ %d %.2f null]",
			textString(node.text), parent.number, pages[node.page-1], 0, pageHeight-node.y)
		if i > 0 {
			body = fmt.Appendf(body, " /Prev %d 0 R", parent.kids[i-1].number)
		}
		if i+1 < len(parent.kids) {
			body = fmt.Appendf(body, " /Next %d 0 R", parent.kids[i+1].number)
		}
		if below > 0 {
			body = fmt.Appendf(body, " /First %d 0 R /Last %d 0 R /Count %d",
				node.kids[0].number, node.kids[len(node.kids)-1].number, below)
		}
		f.set(node.number, append(body, ">>"...))
	}
	return shown
}
