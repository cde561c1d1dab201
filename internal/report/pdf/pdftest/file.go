package pdftest

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// File is a file that was read back.
type File struct {
	Trailer Dict
	Pages   []Ref
	objects map[Ref]any
	content map[int][]Content // pages that were read
	shared  map[Name]*font    // nil: not read yet
}

// Open reads a file.
func Open(data []byte) (*File, error) {
	f := &File{objects: map[Ref]any{}, content: map[int][]Content{}}
	at := bytes.LastIndex(data, []byte("startxref\n"))
	if !bytes.HasPrefix(data, []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")) || at < 0 || !bytes.HasSuffix(data, []byte("\n%%EOF\n")) {
		return nil, errors.New("header or end of the file is missing")
	}
	start, err := strconv.Atoi(string(bytes.TrimSuffix(data[at+len("startxref\n"):], []byte("\n%%EOF\n"))))
	if err != nil || start >= len(data) {
		return nil, fmt.Errorf("startxref: %w", err)
	}
	table, err := readStream(data[start:])
	if err != nil {
		return nil, fmt.Errorf("cross-reference stream: %w", err)
	}
	f.Trailer = table.Dict
	if size, _ := table.Dict["Size"].(int); size*7 != len(table.Data) {
		return nil, fmt.Errorf("cross-reference stream: %d bytes for %d objects", len(table.Data), size)
	}
	packed := map[int]bool{}
	for n := 0; n*7 < len(table.Data); n++ {
		row := table.Data[n*7 : n*7+7]
		where := int(row[1])<<24 | int(row[2])<<16 | int(row[3])<<8 | int(row[4])
		switch row[0] {
		case 1:
			if !bytes.HasPrefix(data[where:], fmt.Appendf(nil, "%d 0 obj\n", n)) {
				return nil, fmt.Errorf("object %d is not at %d", n, where)
			}
			if f.objects[Ref(n)], err = readStream(data[where:]); err != nil {
				return nil, fmt.Errorf("object %d: %w", n, err)
			}
		case 2:
			packed[where] = true
		}
	}
	for n := range packed {
		if err := f.unpack(f.Stream(Ref(n))); err != nil {
			return nil, fmt.Errorf("object stream %d: %w", n, err)
		}
	}
	for _, page := range f.Array(f.Dict(f.Catalog()["Pages"])["Kids"]) {
		f.Pages = append(f.Pages, page.(Ref))
	}
	return f, nil
}

// readStream reads "n 0 obj <<...>> stream...".
func readStream(data []byte) (Stream, error) {
	header := bytes.Index(data, []byte("obj\n"))
	s := &scanner{text: data, at: header + len("obj\n")}
	value, _, err := s.next()
	if err != nil {
		return Stream{}, err
	}
	dict, ok := value.(Dict)
	length, ok2 := dict["Length"].(int)
	body, found := bytes.CutPrefix(data[s.at:], []byte("\nstream\n"))
	if !ok || !ok2 || !found || length > len(body) || !bytes.HasPrefix(body[length:], []byte("\nendstream\nendobj\n")) {
		return Stream{}, errors.New("no stream of the stated length")
	}
	if dict["Filter"] != Name("FlateDecode") {
		return Stream{Dict: dict, Data: body[:length]}, nil
	}
	r, err := zlib.NewReader(bytes.NewReader(body[:length]))
	if err != nil {
		return Stream{}, err
	}
	plain, err := io.ReadAll(r)
	return Stream{Dict: dict, Data: plain}, err
}

func (f *File) unpack(stream Stream) error {
	count, _ := stream.Dict["N"].(int)
	first, _ := stream.Dict["First"].(int)
	head := &scanner{text: stream.Data}
	for range count {
		number, _, err := head.next()
		if err != nil {
			return err
		}
		offset, _, err := head.next()
		if err != nil {
			return err
		}
		body := &scanner{text: stream.Data, at: first + offset.(int)}
		if f.objects[Ref(number.(int))], _, err = body.next(); err != nil {
			return fmt.Errorf("object %v: %w", number, err)
		}
	}
	return nil
}

// Get follows a reference.
func (f *File) Get(value any) any {
	if ref, ok := value.(Ref); ok {
		return f.objects[ref]
	}
	return value
}

// Dict follows a reference to a dictionary, as Array and Stream do to theirs, and gives
// an empty one for anything else.
func (f *File) Dict(value any) Dict {
	switch v := f.Get(value).(type) {
	case Dict:
		return v
	case Stream:
		return v.Dict
	}
	return nil
}

// Array is described at [File.Dict].
func (f *File) Array(value any) Array {
	list, _ := f.Get(value).(Array)
	return list
}

// Stream is described at [File.Dict].
func (f *File) Stream(value any) Stream {
	stream, _ := f.Get(value).(Stream)
	return stream
}

// Catalog gives the root of the file.
func (f *File) Catalog() Dict { return f.Dict(f.Trailer["Root"]) }
