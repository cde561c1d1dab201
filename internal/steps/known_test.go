package steps

import (
	"encoding/json"
	"testing"
)

// A word means one field, an id is one field, and parts are fields.
func TestKnownFile(t *testing.T) {
	var sources []struct {
		Source string
		Fields []field
	}
	if err := json.Unmarshal(knownFile, &sources); err != nil {
		t.Fatal(err)
	}
	ids, words := make(map[string]bool), make(map[string]string)
	for i, source := range sources {
		if source.Source == "" && i < len(sources)-1 || len(source.Fields) == 0 {
			t.Errorf("%q has %d fields", source.Source, len(source.Fields))
		}
		for _, f := range source.Fields {
			if f.ID == "" || ids[f.ID] {
				t.Errorf("id %q, a second time or none", f.ID)
			}
			ids[f.ID] = true
			for _, names := range f.Names {
				for _, name := range names {
					word := folded(name)
					if other, ok := words[word]; word == "" || ok && other != f.ID {
						t.Errorf("%q means %s and %s", name, other, f.ID)
					}
					words[word] = f.ID
				}
			}
		}
	}
	for id := range ids {
		for _, part := range authentic().parts[id] {
			if !ids[part] {
				t.Errorf("%s has the unknown part %q", id, part)
			}
		}
	}
}
