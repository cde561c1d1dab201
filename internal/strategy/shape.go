package strategy

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// decode decodes a value, whose bytes are raw, after it told everything in it
// that the type has no place for. It gives false where nothing can be said
// about what is in it.
func (s spot) decode(value any, raw []byte, into any) bool {
	if !s.fits(value, reflect.TypeOf(into).Elem()) {
		return false
	}
	if err := json.Unmarshal(raw, into); err != nil {
		s.fail("file_unreadable", map[string]any{"Detail": err.Error()})
		return false
	}
	return true
}

// fits tells whether a value can be decoded into a type. encoding/json stops
// at the first unknown field and says it in English only; here, all are told.
// An unknown field is a fault and fits: the others can still be checked. A
// null fits nowhere: left out and null would be two ways to say one thing.
func (s spot) fits(value any, t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Pointer:
		return s.fits(value, t.Elem())
	case reflect.Struct:
		return s.fitsFields(value, t)
	case reflect.Map:
		object, is := value.(map[string]any)
		fits := is || s.wants(value, t)
		for name, of := range object {
			fits = s.at(name).fits(of, t.Elem()) && fits
		}
		return fits
	case reflect.Slice:
		items, is := value.([]any)
		fits := is || s.wants(value, t)
		for i, of := range items {
			fits = s.index(i).fits(of, t.Elem()) && fits
		}
		return fits
	}
	return plain(value, t) || s.wants(value, t)
}

func (s spot) fitsFields(value any, t reflect.Type) bool {
	object, is := value.(map[string]any)
	if !is {
		return s.wants(value, t)
	}
	known := make(map[string]reflect.Type)
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		known[name] = t.Field(i).Type
	}
	fits := true
	for name, of := range object {
		if known[name] == nil {
			s.unknown(name)
			continue
		}
		fits = s.at(name).fits(of, known[name]) && fits
	}
	return fits
}

// plain tells whether a text, a number or a yes or no is what it should be.
func plain(value any, t reflect.Type) bool {
	switch of := value.(type) {
	case string:
		return t.Kind() == reflect.String
	case bool:
		return t.Kind() == reflect.Bool
	case json.Number:
		_, notInt := strconv.Atoi(of.String())
		_, notFloat := of.Float64()
		return t.Kind() == reflect.Int && notInt == nil || t.Kind() == reflect.Float64 && notFloat == nil
	}
	return false
}

// wants says what belongs here, in words. It gives false, for whether it
// fits.
func (s spot) wants(value any, t reflect.Type) bool {
	var key string
	switch t.Kind() {
	case reflect.String:
		key = "wants_text"
	case reflect.Bool:
		key = "wants_true_or_false"
	case reflect.Int:
		key = "wants_integer"
	case reflect.Slice:
		key = "wants_list"
	case reflect.Float64:
		key = "wants_number"
		if _, is := value.(json.Number); is { // the only way in which one is none
			key = "number_too_large"
		}
	default:
		key = "wants_object"
	}
	s.fail(key, map[string]any{"Found": excerpt(value)})
	return false
}

// maxExcerpt is how much is shown of what does not fit, in characters.
const maxExcerpt = 20

// excerpt shows a value as it stands in the file: a text that looks like a
// number has its quotes.
func excerpt(value any) string {
	switch of := value.(type) {
	case string:
		return `"` + shortened(of) + `"`
	case json.Number:
		return shortened(of.String())
	case bool:
		return strconv.FormatBool(of)
	case []any:
		return "[…]"
	case map[string]any:
		return "{…}"
	}
	return "null"
}

func shortened(text string) string {
	if utf8.RuneCountInString(text) <= maxExcerpt {
		return text
	}
	return string([]rune(text)[:maxExcerpt]) + "…"
}
