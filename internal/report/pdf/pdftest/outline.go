package pdftest

import "fmt"

// Bookmark is an entry of the outline.
type Bookmark struct {
	Level int // from 1
	Title string
	Page  int // counted from 0
}

// Outline lists the bookmarks from top to bottom.
func (f *File) Outline() ([]Bookmark, error) {
	root := f.Dict(f.Catalog()["Outlines"])
	var all []Bookmark
	shown, err := f.outline(f.Catalog()["Outlines"], 1, &all)
	if err == nil && root["Count"] != shown {
		err = fmt.Errorf("outline: Count is %v for %d bookmarks", root["Count"], shown)
	}
	return all, err
}

func (f *File) outline(parent any, level int, all *[]Bookmark) (shown int, err error) {
	var previous any
	next := f.Dict(parent)["First"]
	for next != nil {
		dict := f.Dict(next)
		title, _ := dict["Title"].(String)
		b := Bookmark{Level: level, Title: title.Text(), Page: -1}
		dest := f.Array(dict["Dest"])
		for i, page := range f.Pages {
			if len(dest) > 0 && dest[0] == page {
				b.Page = i
			}
		}
		if dict["Parent"] != parent || dict["Prev"] != previous || b.Page < 0 {
			return 0, fmt.Errorf("outline: %q is linked wrongly", b.Title)
		}
		*all = append(*all, b)
		below, err := f.outline(next, level+1, all)
		if err != nil {
			return 0, err
		}
		if count, has := dict["Count"]; has && count != below || !has && below > 0 {
			return 0, fmt.Errorf("outline: Count of %q is %v, not %d", b.Title, dict["Count"], below)
		}
		shown += 1 + below
		previous, next = next, dict["Next"]
	}
	if f.Dict(parent)["Last"] != previous {
		return 0, fmt.Errorf("outline: last entry is linked wrongly")
	}
	return shown, nil
}

// verifyOutline wants every heading as a bookmark, and nothing else.
func (f *File) verifyOutline(tree *Element) error {
	bookmarks, err := f.Outline()
	if err != nil {
		return err
	}
	headings := tree.All("H1", "H2", "H3")
	if len(bookmarks) != len(headings) {
		return fmt.Errorf("outline: %d bookmarks for %d headings", len(bookmarks), len(headings))
	}
	for i, h := range headings {
		b := bookmarks[i]
		if h.Content() != b.Title || int(h.Kind[1]-'0') != b.Level || h.Kids[0].Page != b.Page {
			return fmt.Errorf("outline: %+v for %s %q", b, h.Kind, h.Content())
		}
	}
	return nil
}
