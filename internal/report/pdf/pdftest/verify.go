package pdftest

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// Verify reads a file and gives what is wrong with it: everything that must
// hold of a tagged file besides what a reader needs to open it.
func Verify(data []byte) error {
	f, err := Open(data)
	if err != nil {
		return err
	}
	tree, err := f.Tree()
	if err != nil {
		return err
	}
	return errors.Join(f.verifyCatalog(), f.verifyMapping(tree), verifyNesting(tree), f.verifyOutline(tree))
}

func (f *File) verifyCatalog() error {
	c := f.Catalog()
	lang, _ := c["Lang"].(String)
	id := f.Array(f.Trailer["ID"])
	intents := f.Array(c["OutputIntents"])
	metadata := f.Stream(c["Metadata"])
	var problems []error
	for _, check := range []struct {
		ok   bool
		what string
	}{
		{lang.Text() != "", "no Lang"},
		{f.Dict(c["MarkInfo"])["Marked"] == true, "not marked as tagged"},
		{f.Dict(c["ViewerPreferences"])["DisplayDocTitle"] == true, "title is not shown"},
		{len(id) == 2 && len(id[0].(String)) == 16, "no ID"},
		{len(intents) == 1 && len(f.Stream(f.Dict(intents[0])["DestOutputProfile"]).Data) > 0, "no output intent"},
		{bytes.Contains(metadata.Data, []byte("<pdfuaid:part>1<")) && bytes.Contains(metadata.Data, []byte("<pdfaid:part>2<")), "no claim in the metadata"},
		{metadata.Dict["Filter"] == nil, "metadata is compressed"},
		{f.Dict(f.Trailer["Info"])["Title"] != nil, "no title"},
	} {
		if !check.ok {
			problems = append(problems, errors.New(check.what))
		}
	}
	return errors.Join(problems...)
}

// verifyMapping compares the content of the pages with the structure tree and
// its parent tree.
func (f *File) verifyMapping(tree *Element) error {
	type place struct{ page, mcid int }
	owners := map[place]Ref{}
	var walk func(e *Element, parent Ref) error
	walk = func(e *Element, parent Ref) error {
		if e.parent != parent {
			return fmt.Errorf("%s %q: parent is %d, not %d", e.Kind, e.Text, e.parent, parent)
		}
		if e.Kind == "" {
			owners[place{e.Page, e.mcid}] = parent
			return nil
		}
		for _, kid := range e.Kids {
			if err := walk(kid, e.ref); err != nil {
				return err
			}
		}
		return nil
	}
	treeRoot, _ := f.Catalog()["StructTreeRoot"].(Ref)
	if err := walk(tree, treeRoot); err != nil {
		return err
	}
	parents := map[int]Array{}
	nums := f.Array(f.Dict(f.Dict(treeRoot)["ParentTree"])["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		parents[nums[i].(int)] = f.Array(nums[i+1])
	}
	for page, ref := range f.Pages {
		dict := f.Dict(ref)
		key, ok := dict["StructParents"].(int)
		if !ok || dict["Tabs"] != Name("S") {
			return fmt.Errorf("page %d: no StructParents or Tabs", page+1)
		}
		content, err := f.Content(page)
		if err != nil {
			return err
		}
		marked := 0
		for _, c := range content {
			if c.MCID < 0 {
				if c.Tag != "Artifact" {
					return fmt.Errorf("page %d: %s without MCID", page+1, c.Tag)
				}
				continue
			}
			marked++
			owner, ok := owners[place{page, c.MCID}]
			if !ok {
				return fmt.Errorf("page %d: MCID %d (%q) is in no element", page+1, c.MCID, c.Text)
			}
			if c.MCID >= len(parents[key]) || parents[key][c.MCID] != owner {
				return fmt.Errorf("page %d: parent tree gives another owner for MCID %d", page+1, c.MCID)
			}
		}
		if marked != len(parents[key]) {
			return fmt.Errorf("page %d: %d MCIDs, %d in the parent tree", page+1, marked, len(parents[key]))
		}
		delete(parents, key)
	}
	if len(parents) > 0 {
		return fmt.Errorf("parent tree has %d entries without a page", len(parents))
	}
	return nil
}

// inside lists which elements may stand in which (14.8.4).
var inside = map[string]string{
	"LI": "L", "Lbl": "LI", "LBody": "LI", "THead": "Table", "TBody": "Table", "TR": "THead TBody", "TH": "TR", "TD": "TR",
	"P": "Document", "H1": "Document", "H2": "Document", "H3": "Document", "L": "Document", "Table": "Document", "Figure": "Document",
	"Span": "P LBody Lbl TD TH",
}

func verifyNesting(tree *Element) error {
	level := 0
	var problems []error
	var walk func(e *Element)
	walk = func(e *Element) {
		columns := -1
		for _, kid := range e.Kids {
			if kid.Kind == "" {
				continue
			}
			if allowed, known := inside[kid.Kind]; !known || !strings.Contains(" "+allowed+" ", " "+e.Kind+" ") {
				problems = append(problems, fmt.Errorf("%s in %s", kid.Kind, e.Kind))
			}
			walk(kid)
		}
		switch e.Kind {
		case "H1", "H2", "H3":
			now := int(e.Kind[1] - '0')
			if now > level+1 {
				problems = append(problems, fmt.Errorf("%s %q after level %d", e.Kind, e.Content(), level))
			}
			level = now
		case "TH":
			if scope := e.Attrs["Scope"]; scope != Name("Column") && scope != Name("Row") {
				problems = append(problems, fmt.Errorf("TH %q without Scope", e.Content()))
			}
		case "Figure":
			if e.Alt == "" {
				problems = append(problems, errors.New("figure without Alt"))
			}
		case "Table":
			for _, row := range e.All("TR") {
				if columns >= 0 && len(row.Kids) != columns {
					problems = append(problems, fmt.Errorf("row of %d cells after %d", len(row.Kids), columns))
				}
				columns = len(row.Kids)
			}
		}
	}
	walk(tree)
	return errors.Join(problems...)
}
