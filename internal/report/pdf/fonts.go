package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"io"
)

// completeFonts gives every font a subset name (9.6.4) and an exact map from
// codes to Unicode (9.10.3), both of which gofpdf leaves vague.
func (f *file) completeFonts() error {
	for _, o := range f.objects {
		if o == nil || !bytes.Contains(o.body, []byte("/Subtype /Type0")) {
			continue
		}
		if err := f.completeFont(o); err != nil {
			return fmt.Errorf("complete font: %w", err)
		}
	}
	return nil
}

func (f *file) completeFont(font *object) error {
	descendant, err := f.reference(font, "/DescendantFonts [")
	if err != nil {
		return err
	}
	toUnicode, err := f.reference(font, "/ToUnicode ")
	if err != nil {
		return err
	}
	glyphs, err := f.reference(descendant, "/CIDToGIDMap ")
	if err != nil {
		return err
	}
	descriptor, err := f.reference(descendant, "/FontDescriptor ")
	if err != nil {
		return err
	}
	program, err := f.reference(descriptor, "/FontFile2 ")
	if err != nil {
		return err
	}
	used, err := usedCodes(glyphs.stream)
	if err != nil {
		return err
	}
	toUnicode.body, toUnicode.stream = []byte("<<>>"), unicodeMap(used)

	rawName, ok := between(font.body, "/BaseFont /", "\n")
	if !ok {
		return fmt.Errorf("%w: font without a name", errRaw)
	}
	for _, cut := range faces {
		if string(rawName) != "utf8"+fontFamily+cut.style {
			continue
		}
		name := []byte("/" + subsetTag(program.stream) + "+" + cut.postScript)
		for _, part := range []*object{font, descendant, descriptor} {
			part.body = bytes.Replace(part.body, append([]byte("/"), rawName...), name, 1)
		}
		return nil
	}
	return fmt.Errorf("%w: font %q", errRaw, rawName)
}

// reference gives the object that from refers to behind label.
func (f *file) reference(from *object, label string) (*object, error) {
	at := bytes.Index(from.body, []byte(label))
	if at < 0 {
		return nil, fmt.Errorf("%w: no %s", errRaw, label)
	}
	n, err := number(from.body, at+len(label))
	if err != nil || n >= len(f.objects) || f.objects[n] == nil {
		return nil, fmt.Errorf("%w: %s", errRaw, label)
	}
	return f.objects[n], nil
}

// usedCodes lists the codes that have a glyph, which are Unicode code points.
func usedCodes(compressed []byte) ([]int, error) {
	r, err := zlib.NewReader(bytes.NewReader(compressed))
	if err != nil {
		return nil, fmt.Errorf("read glyph map: %w", err)
	}
	glyphs, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read glyph map: %w", err)
	}
	var used []int
	for code := 0; 2*code+1 < len(glyphs); code++ {
		if glyphs[2*code] != 0 || glyphs[2*code+1] != 0 {
			used = append(used, code)
		}
	}
	return used, nil
}

// bfcharLimit is the most entries that one section may have.
const bfcharLimit = 100

// unicodeMap writes a ToUnicode CMap for codes that are code points.
func unicodeMap(codes []int) []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(codes) > 0 {
		n := min(len(codes), bfcharLimit)
		fmt.Fprintf(&b, "%d beginbfchar\n", n)
		for _, code := range codes[:n] {
			fmt.Fprintf(&b, "<%04X> <%04X>\n", code, code)
		}
		b.WriteString("endbfchar\n")
		codes = codes[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

// subsetTag gives the six capitals that tell one subset from another.
func subsetTag(program []byte) string {
	sum := sha256.Sum256(program)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}
