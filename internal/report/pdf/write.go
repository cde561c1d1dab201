package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// objectsPerStream is how many objects go into one object stream. More make a
// smaller file, and more to unpack for a reader that wants one of them.
const objectsPerStream = 200

// place of an object in the file, as the cross-reference stream has it
// (7.5.8.3, table 18).
type entry struct {
	kind  byte // 0 free, 1 at an offset, 2 in an object stream
	where int  // offset, or number of the object stream
	index int  // in the object stream
}

// write writes the file with object streams (7.5.7) and a cross-reference
// stream (7.5.8). Its identifier comes from its bytes.
func (f *file) write(info int) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	entries := make([]entry, len(f.objects))
	pack := newPacker()

	var loose []int
	for n, o := range f.objects {
		switch {
		case o == nil:
		case o.stream != nil:
			entries[n] = entry{kind: 1, where: out.Len()}
			o.writeStream(&out, pack, n)
		default:
			loose = append(loose, n)
		}
	}
	for len(loose) > 0 {
		count := min(len(loose), objectsPerStream)
		number := len(entries)
		entries = append(entries, entry{kind: 1, where: out.Len()})
		for i, n := range loose[:count] {
			entries[n] = entry{kind: 2, where: number, index: i}
		}
		f.objectStream(loose[:count]).writeStream(&out, pack, number)
		loose = loose[count:]
	}
	start, number := out.Len(), len(entries)
	entries = append(entries, entry{kind: 1, where: start})
	table := make([]byte, 0, 7*len(entries))
	for _, e := range entries {
		table = append(table, e.kind)
		table = binary.BigEndian.AppendUint32(table, uint32(e.where))
		table = binary.BigEndian.AppendUint16(table, uint16(e.index))
	}
	id := sha256.Sum256(out.Bytes())
	xref := &object{stream: table, body: fmt.Appendf(nil,
		"<</Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /ID [<%X> <%X>]>>", len(entries), f.root, info, id[:16], id[:16])}
	xref.writeStream(&out, pack, number)
	fmt.Fprintf(&out, "startxref\n%d\n%%%%EOF\n", start)
	return out.Bytes()
}

// objectStream packs objects that have no stream of their own.
func (f *file) objectStream(numbers []int) *object {
	var heads, bodies []byte
	for _, n := range numbers {
		heads = fmt.Appendf(heads, "%d %d ", n, len(bodies))
		bodies = append(append(bodies, f.objects[n].body...), '\n')
	}
	return &object{
		body:   fmt.Appendf(nil, "<</Type /ObjStm /N %d /First %d>>", len(numbers), len(heads)),
		stream: append(heads, bodies...),
	}
}

// writeStream writes o as object n. What is not compressed yet will be, except
// metadata, which tools look for in plain text (ISO 19005-2 6.6.2.1, note).
func (o *object) writeStream(out *bytes.Buffer, pack *packer, n int) {
	dict := withoutLength(bytes.TrimSuffix(o.body, []byte(">>")))
	data := o.stream
	if !bytes.Contains(dict, []byte("/Filter")) && !bytes.Contains(dict, []byte("/Type /Metadata")) {
		data = pack.pack(data)
		dict = append(dict, " /Filter /FlateDecode"...)
	}
	fmt.Fprintf(out, "%d 0 obj\n%s /Length %d>>\nstream\n", n, dict, len(data))
	out.Write(data)
	out.WriteString("\nendstream\nendobj\n")
}

// packer compresses streams one after the other with the same working memory.
type packer struct {
	writer *zlib.Writer
	out    bytes.Buffer
}

func newPacker() *packer {
	p := &packer{}
	p.writer = zlib.NewWriter(&p.out)
	return p
}

// pack gives data compressed, valid until the next call.
func (p *packer) pack(data []byte) []byte {
	p.out.Reset()
	p.writer.Reset(&p.out)
	_, _ = p.writer.Write(data) // a bytes.Buffer takes everything
	_ = p.writer.Close()
	return p.out.Bytes()
}

// withoutLength removes the entry "/Length n" that gofpdf wrote.
func withoutLength(dict []byte) []byte {
	at := bytes.Index(dict, []byte("/Length "))
	if at < 0 {
		return bytes.Clone(dict)
	}
	end := at + len("/Length ")
	for end < len(dict) && dict[end] >= '0' && dict[end] <= '9' {
		end++
	}
	return append(bytes.Clone(dict[:at]), dict[end:]...)
}
