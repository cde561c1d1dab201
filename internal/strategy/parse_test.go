package strategy_test

import (
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"toetssteen/internal/strategy"
)

// files gives a copy of the catalogue's files that a test can break.
func files(t testing.TB) fstest.MapFS {
	t.Helper()
	dir := os.DirFS("catalogue")
	names, err := fs.Glob(dir, "*.json")
	if err != nil {
		t.Fatal(err)
	}
	m := make(fstest.MapFS)
	for _, name := range names {
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		m[name] = &fstest.MapFile{Data: data}
	}
	return m
}

// replace changes the first occurrence of a text in a file.
func replace(t testing.TB, m fstest.MapFS, name, from, to string) {
	t.Helper()
	data := m[name].Data
	if !bytes.Contains(data, []byte(from)) {
		t.Fatalf("%s does not contain %q", name, from)
	}
	m[name] = &fstest.MapFile{Data: bytes.Replace(data, []byte(from), []byte(to), 1)}
}

func TestParseRefuses(t *testing.T) {
	edit := func(name, from, to string) func(*testing.T, fstest.MapFS) {
		return func(t *testing.T, m fstest.MapFS) { replace(t, m, name, from, to) }
	}
	drop := func(name string) func(*testing.T, fstest.MapFS) {
		return func(_ *testing.T, m fstest.MapFS) { delete(m, name) }
	}
	cut := func(name string, n int) func(*testing.T, fstest.MapFS) {
		return func(_ *testing.T, m fstest.MapFS) { m[name] = &fstest.MapFile{Data: m[name].Data[:n]} }
	}
	set := func(name, data string) func(*testing.T, fstest.MapFS) {
		return func(_ *testing.T, m fstest.MapFS) { m[name] = &fstest.MapFile{Data: []byte(data)} }
	}
	tests := []struct {
		name string
		with func(*testing.T, fstest.MapFS)
		want []string // all in the message
	}{
		{"unknown principle", edit("criteria-gc.json", `"principle": "GC"`, `"principle": "XX"`), []string{"criteria-gc.json", "GC-G1", "principle", `"XX"`}},
		{"principle without name", edit("principles.json", `"Gebruiker centraal"`, `""`), []string{"principles.json", "GC", "name.nl", "missing"}},
		{"duplicate principle", edit("principles.json", `"code": "GC"`, `"code": "SD"`), []string{"principles.json", "duplicate code SD"}},
		{"duplicate code", edit("criteria-sd.json", `"code": "SD-G2"`, `"code": "SD-G1"`), []string{"criteria-sd.json", "SD-G1", "duplicate code"}},
		{"code of another principle", edit("criteria-sd.json", `"code": "SD-G2"`, `"code": "DH-G2"`), []string{"criteria-sd.json", "DH-G2", "does not agree"}},
		{"malformed code", edit("criteria-sd.json", `"code": "SD-G2"`, `"code": "SD-X2"`), []string{"criteria-sd.json", "SD-X2", "code"}},
		{"missing code", edit("criteria-sd.json", `"code": "SD-G2",`, ``), []string{"criteria-sd.json", "item 2", "code"}},
		{"unknown kind", edit("criteria-dg.json", `"kind": "inclusion"`, `"kind": "other"`), []string{"criteria-dg.json", "DG-I1", "kind", `"other"`}},
		{"kind against the code", edit("criteria-dg.json", `"kind": "inclusion"`, `"kind": "user"`), []string{"criteria-dg.json", "DG-I1", "kind"}},
		{"bad section", edit("criteria-bt.json", `"source": "2.6.1"`, `"source": "2.6."`), []string{"criteria-bt.json", "BT-G1", "source"}},
		{"missing Dutch text", edit("criteria-dh.json", `"nl": "Merkbaar`, `"fr": "Merkbaar`), []string{"criteria-dh.json", "DH-G2", "label.nl", "missing"}},
		{"unknown language", edit("criteria-dh.json", `"nl": "Merkbaar vlotter`, `"xx": "…", "nl": "Merkbaar vlotter`), []string{"criteria-dh.json", "DH-G2", "label", `"xx"`}},
		{"empty translation", edit("criteria-dh.json", `"nl": "Merkbaar vlotter`, `"fr": "", "nl": "Merkbaar vlotter`), []string{"criteria-dh.json", "DH-G2", "label.fr"}},
		{"text that hides a character", edit("criteria-dh.json", `"nl": "Merkbaar`, `"nl": "\u202eMerkbaar`), []string{"criteria-dh.json", "DH-G2", "label.nl", "does not show"}},
		{"lone surrogate", edit("criteria-dh.json", `"nl": "Merkbaar`, `"nl": "\ud800Merkbaar`), []string{"criteria-dh.json", "DH-G2", "label.nl", "does not show"}},
		{"text that is too long", edit("criteria-dh.json", `"nl": "Merkbaar`, `"nl": "`+strings.Repeat("a", 1001)), []string{"criteria-dh.json", "DH-G2", "label.nl", "1000"}},
		{"wrong point code", edit("criteria-sd.json", `"code": "SD-G3b"`, `"code": "SD-G3c"`), []string{"criteria-sd.json", "SD-G3", "points[1].code", "SD-G3b"}},
		{"unknown field", edit("criteria-sd.json", `"kind": "user"`, `"kind": "user", "weight": 2`), []string{"criteria-sd.json:5:21:", `"weight"`}},
		{"repeated field", edit("criteria-sd.json", `"kind": "user"`, `"kind": "user", "kind": "user"`), []string{"criteria-sd.json:5:", `"kind"`, "repeated"}},
		{"field in other case", edit("criteria-sd.json", `"kind"`, `"Kind"`), []string{"criteria-sd.json:5:", `"Kind"`}},
		{"wrong type", edit("criteria-sd.json", `"source": "2.2.1"`, `"source": 2.2`), []string{"criteria-sd.json:6:", "source", "number"}},
		{"text without language", edit("criteria-sd.json", `{
      "nl": "Volledig online te regelen"
    }`, `"Volledig online te regelen"`), []string{"criteria-sd.json:7:", "label"}},
		{"truncated JSON", cut("criteria-bt.json", 2000), []string{"criteria-bt.json:", "stops in the middle"}},
		{"syntax error", edit("criteria-bt.json", `"kind":`, `"kind"`), []string{"criteria-bt.json:5:"}},
		{"empty file", set("criteria-bt.json", ""), []string{"criteria-bt.json:1:1:"}},
		{"null file", set("criteria-bt.json", "null"), []string{"criteria-bt.json", "no criterion"}},
		{"object for a list", set("criteria-bt.json", "{}"), []string{"criteria-bt.json:1:1:", "list"}},
		{"two values", set("principles.json", "[] []"), []string{"principles.json:1:", "after the end"}},
		{"not UTF-8", edit("criteria-bt.json", "Herkenbaar", "Herkenbaar\xff"), []string{"criteria-bt.json:8:", "UTF-8"}},
		{"nested too deep", set("criteria-bt.json", strings.Repeat("[", 100_000)), []string{"criteria-bt.json:1:", "nested"}},
		{"missing criteria", drop("criteria-dg.json"), []string{"criteria-dg.json"}},
		{"missing principles", drop("principles.json"), []string{"principles.json"}},
		{"missing edition", drop("edition.json"), []string{"edition.json"}},
		{"no principles", set("principles.json", "[]"), []string{"principles.json", "no principle"}},
		{"principle outside the folder", edit("principles.json", `"code": "SD"`, `"code": "../SD"`), []string{"principles.json", "../SD", "two capitals"}},
		{"principle without criteria", edit("principles.json", `"code": "SD"`, `"code": "ZZ"`), []string{"criteria-zz.json", "criteria-sd.json: not in use"}},
		{"criteria of no principle", set("criteria-zz.json", "[]"), []string{"criteria-zz.json", "not in use"}},
		{"newer format", edit("edition.json", `"format": 1,`, `"format": 2, "new": true,`), []string{"edition.json", "format", "2"}},
		{"bad edition", edit("edition.json", `"2022.1"`, `"latest"`), []string{"edition.json", "edition", `"latest"`}},
		{"bad date", edit("edition.json", `"date": "2022-04-21"`, `"date": "2022-04-31"`), []string{"edition.json", "date", "2022-04-31"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := files(t)
			test.with(t, m)
			c, err := strategy.Parse(m)
			if err == nil {
				t.Fatal("parsed")
			}
			if c != nil {
				t.Error("gave a catalogue beside the error")
			}
			for _, want := range test.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("error lacks %q:\n%v", want, err)
				}
			}
		})
	}
}

func TestParseTellsEveryFault(t *testing.T) {
	m := files(t)
	replace(t, m, "criteria-sd.json", `"source": "2.2.1"`, `"source": ""`)
	replace(t, m, "criteria-bt.json", `"source": "2.6.1"`, `"source": ""`)
	replace(t, m, "edition.json", `"2022.1"`, `""`)
	_, err := strategy.Parse(m)
	if err == nil {
		t.Fatal("parsed")
	}
	for _, want := range []string{"criteria-sd.json: SD-G1: source", "criteria-bt.json: BT-G1: source", "edition.json: edition"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error lacks %q:\n%v", want, err)
		}
	}
}

func TestParseTakesTranslations(t *testing.T) {
	m := files(t)
	replace(t, m, "criteria-sd.json", `"nl": "Volledig online te regelen"`,
		`"nl": "Volledig online te regelen", "fr": "Tout en ligne\u00a0: vrai", "en": "Wholly online"`)
	c, err := strategy.Parse(m)
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Criteria[0].Label.In(strategy.English); got != "Wholly online" {
		t.Errorf("label %q", got)
	}
}

func TestHash(t *testing.T) {
	parse := func(t *testing.T, m fstest.MapFS) string {
		t.Helper()
		c, err := strategy.Parse(m)
		if err != nil {
			t.Fatal(err)
		}
		return c.Hash()
	}
	current := strategy.Current().Hash()
	if len(current) != 64 || strings.Trim(current, "0123456789abcdef") != "" {
		t.Fatalf("hash %q is not a SHA-256 in hexadecimal", current)
	}
	t.Run("same files", func(t *testing.T) {
		if got := parse(t, files(t)); got != current {
			t.Errorf("hash %s, want %s", got, current)
		}
	})
	t.Run("other line ends and other files", func(t *testing.T) {
		m := files(t)
		for _, f := range m {
			f.Data = bytes.ReplaceAll(f.Data, []byte("\n"), []byte("\r\n"))
		}
		delete(m, "municipalities.json")
		m["README.md"] = &fstest.MapFile{Data: []byte("x")}
		if got := parse(t, m); got != current {
			t.Errorf("hash %s, want %s", got, current)
		}
	})
	t.Run("one letter more", func(t *testing.T) {
		m := files(t)
		replace(t, m, "criteria-bt.json", "Herkenbaar en", "Herkenbaare en")
		if got := parse(t, m); got == current {
			t.Error("same hash")
		}
	})
	t.Run("not parsed", func(t *testing.T) {
		if got := new(strategy.Catalogue).Hash(); got != "" {
			t.Errorf("hash %q", got)
		}
	})
}

func FuzzParse(f *testing.F) {
	m := files(f)
	f.Add(string(m["edition.json"].Data), string(m["principles.json"].Data), string(m["criteria-bt.json"].Data))
	f.Add(`{"format":2}`, `[]`, `[]`)
	f.Add(`{"format":1,"edition":"2022.1","date":"2022-04-21"}`, `[{"code":"SD"}]`, `[{"points":[{}]}]`)
	f.Add(`null`, `[null]`, `[{"code":"BT-G1","principle":"BT","label":{"nl":"\ud800"}}]`)
	f.Fuzz(func(t *testing.T, edition, principles, criteria string) {
		broken := fstest.MapFS{
			"edition.json":     {Data: []byte(edition)},
			"principles.json":  {Data: []byte(principles)},
			"criteria-bt.json": {Data: []byte(criteria)},
		}
		for _, name := range []string{"criteria-sd.json", "criteria-gc.json", "criteria-dh.json", "criteria-dg.json"} {
			broken[name] = m[name]
		}
		c, err := strategy.Parse(broken)
		if (c == nil) == (err == nil) {
			t.Fatalf("catalogue %v, error %v: want one of them", c, err)
		}
		if err != nil {
			return
		}
		// What is accepted is complete: a screen can show every text.
		if err := c.Validate(); err != nil {
			t.Errorf("accepted, but not valid: %v", err)
		}
		for _, criterion := range c.Criteria {
			if criterion.Question.In(strategy.German) == "" {
				t.Errorf("%s: no question", criterion.Code)
			}
		}
		if len(c.Hash()) != 64 {
			t.Errorf("hash %q", c.Hash())
		}
	})
}

func BenchmarkParse(b *testing.B) {
	m := files(b)
	for b.Loop() {
		if _, err := strategy.Parse(m); err != nil {
			b.Fatal(err)
		}
	}
}
