package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"sort"
	"strconv"
)

// object is an indirect object (7.3.10), its stream apart and not compressed
// unless dict says so.
type object struct {
	body   []byte // the value, or the dictionary of a stream without its Length
	stream []byte
}

// file is a PDF file in pieces: objects[n] is object n; a nil one is not used.
type file struct {
	objects []*object
	root    int
}

var errRaw = errors.New("generator wrote an unexpected file")

// parseRaw takes apart what gofpdf writes: one cross-reference table, and
// objects in the order of their offsets without gaps.
func parseRaw(raw []byte) (*file, error) {
	start, err := number(raw, lastAfter(raw, "startxref\n"))
	if err != nil || start >= len(raw) {
		return nil, fmt.Errorf("%w: startxref", errRaw)
	}
	table := bytes.Split(raw[start:], []byte("\n"))
	if len(table) < 2 || string(table[0]) != "xref" || !bytes.HasPrefix(table[1], []byte("0 ")) {
		return nil, fmt.Errorf("%w: cross-reference table", errRaw)
	}
	count, err := strconv.Atoi(string(table[1][2:]))
	if err != nil || len(table) < count+2 {
		return nil, fmt.Errorf("%w: length of cross-reference table", errRaw)
	}
	offsets := make([]int, count)
	order := make([]int, 0, count)
	for n := 1; n < count; n++ {
		offset, err := number(table[n+2], 0)
		if err != nil || offset >= start {
			return nil, fmt.Errorf("%w: offset of object %d", errRaw, n)
		}
		offsets[n] = offset
		order = append(order, n)
	}
	sort.Slice(order, func(i, j int) bool { return offsets[order[i]] < offsets[order[j]] })

	f := &file{objects: make([]*object, count)}
	for i, n := range order {
		end := start
		if i+1 < len(order) {
			end = offsets[order[i+1]]
		}
		if f.objects[n], err = parseObject(raw[offsets[n]:end], n); err != nil {
			return nil, err
		}
	}
	if f.root, err = number(raw[start:], lastAfter(raw[start:], "/Root ")); err != nil || f.root >= count {
		return nil, fmt.Errorf("%w: root", errRaw)
	}
	return f, nil
}

// parseObject takes "n 0 obj\n...endobj\n" apart. A stream is recognised by
// what surrounds it, since it may hold any bytes.
func parseObject(text []byte, n int) (*object, error) {
	text, ok1 := bytes.CutPrefix(text, fmt.Appendf(nil, "%d 0 obj\n", n))
	text, ok2 := bytes.CutSuffix(bytes.TrimSuffix(text, []byte("\n")), []byte("endobj"))
	if !ok1 || !ok2 {
		return nil, fmt.Errorf("%w: object %d", errRaw, n)
	}
	// Bodies are copied, since they will be appended to.
	o := &object{body: bytes.Clone(bytes.TrimSpace(text))}
	if data, ok := bytes.CutSuffix(text, []byte("\nendstream\n")); ok {
		dict, stream, found := bytes.Cut(data, []byte(">>\nstream\n"))
		if !found {
			return nil, fmt.Errorf("%w: stream of object %d", errRaw, n)
		}
		o.body, o.stream = append(bytes.Clone(bytes.TrimSpace(dict)), ">>"...), stream
	}
	return o, nil
}

// lastAfter gives the offset behind the last occurrence of label, or
// len(text).
func lastAfter(text []byte, label string) int {
	at := bytes.LastIndex(text, []byte(label))
	if at < 0 {
		return len(text)
	}
	return at + len(label)
}

// number reads the digits from at on.
func number(text []byte, at int) (int, error) {
	end := at
	for end < len(text) && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	return strconv.Atoi(string(text[at:end]))
}

// reserve gives the number of a new object, to be filled with set.
func (f *file) reserve() int {
	f.objects = append(f.objects, nil)
	return len(f.objects) - 1
}

func (f *file) set(n int, body []byte) { f.objects[n] = &object{body: body} }

func (f *file) append(body []byte) int {
	n := f.reserve()
	f.set(n, body)
	return n
}

func (f *file) appendStream(dict string, stream []byte) int {
	n := f.reserve()
	f.objects[n] = &object{body: []byte(dict), stream: stream}
	return n
}
