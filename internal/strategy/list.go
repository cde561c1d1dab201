package strategy

import (
	"encoding/json"
	"reflect"
)

// list is what a file holds: a list of elements of one kind.
type list[T any] struct {
	file    string
	entries []entry[T] // the elements that could be read
	size    int        // how many there are in the file
	whole   bool       // every one could be read
}

// entry is an element with its place.
type entry[T any] struct {
	spot
	index int
	value T
}

func (l list[T]) values() []T {
	all := make([]T, 0, len(l.entries))
	for _, e := range l.entries {
		all = append(all, e.value)
	}
	return all
}

// refuseEmpty refuses a list that was read and holds nothing.
func (l list[T]) refuseEmpty(r *reader) {
	if l.whole && l.size == 0 {
		r.fail(l.file, "list_empty", nil)
	}
}

// readList decodes element by element, so that each tells its faults, and one
// that can't be read takes no other with it.
func readList[T any](r *reader, name string) list[T] {
	l := list[T]{file: name}
	f, ok := r.read(name)
	if !ok {
		return l
	}
	var raw []json.RawMessage
	values, is := f.value.([]any)
	if err := json.Unmarshal(f.data, &raw); err != nil || !is {
		spot{r: r, file: name}.wants(f.value, reflect.TypeFor[[]T]())
		return l
	}
	l.size, l.whole = len(values), true
	for i, value := range values {
		e := entry[T]{spot: r.item(name, i, codeIn(value)), index: i}
		if !e.decode(value, raw[i], &e.value) {
			l.whole = false
			continue
		}
		l.entries = append(l.entries, e)
	}
	return l
}

// codeIn gives what an element calls itself, to name it in faults.
func codeIn(value any) string {
	fields, _ := value.(map[string]any)
	for _, field := range []string{"code", "id", "number"} {
		switch code := fields[field].(type) {
		case string:
			return code
		case json.Number:
			return code.String()
		}
	}
	return ""
}
