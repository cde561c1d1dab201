package strategy_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"toetssteen/internal/strategy"
)

// shippedFolder holds the edition that the tests break.
const shippedFolder = "catalogue/2022.1"

// files gives a copy of the catalogue's files that a test can break.
func files(t testing.TB) fstest.MapFS {
	t.Helper()
	dir := os.DirFS(shippedFolder)
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
		want string // start of the fault that must be among them
	}{
		{"criterion in another principle's file", edit("criteria-gc.json", `"principle": "GC"`, `"principle": "XX"`), "criteria-gc.json:4:18: GC-G1 principle: principle_elsewhere"},
		{"principle without name", edit("principles.json", `"nl": "Gebruiker centraal"`, `"nl": ""`), "principles.json:20:13: GC name.nl: text_missing"},
		{"duplicate principle", edit("principles.json", `"code": "GC"`, `"code": "SD"`), "principles.json:18:13: SD code: code_duplicate"},
		{"duplicate code", edit("criteria-sd.json", `"code": "SD-G2"`, `"code": "SD-G1"`), "criteria-sd.json:39:13: SD-G1 code: code_duplicate"},
		{"code of another principle", edit("criteria-sd.json", `"code": "SD-G2"`, `"code": "DH-G2"`), "criteria-sd.json:39:13: DH-G2 code: code_disagrees"},
		{"malformed code", edit("criteria-sd.json", `"code": "SD-G2"`, `"code": "SD-X2"`), "criteria-sd.json:39:13: SD-X2 code: criterion_code_malformed"},
		{"missing code", edit("criteria-sd.json", `"code": "SD-G2",`, ``), "criteria-sd.json:38:3: #2 code: criterion_code_malformed"},
		{"unknown kind", edit("criteria-dg.json", `"kind": "inclusion"`, `"kind": "other"`), "criteria-dg.json:"},
		{"kind against the code", edit("criteria-dg.json", `"kind": "inclusion"`, `"kind": "user"`), "criteria-dg.json:"},
		{"bad section", edit("criteria-bt.json", `"source": "2.6.1"`, `"source": "2.6."`), "criteria-bt.json:6:15: BT-G1 source: section_malformed"},
		{"missing language", edit("criteria-bt.json", `"fr": "`, `"xx": "`), "criteria-bt.json:7:14: BT-G1 label.fr: text_missing map[Language:fr]"},
		{"unknown language", edit("criteria-bt.json", `"nl": "`, `"xx": "…", "nl": "`), "criteria-bt.json:8:13: BT-G1 label.xx: language_unknown"},
		{"text that hides a character", edit("criteria-bt.json", `"nl": "`, `"nl": "\u202e`), "criteria-bt.json:8:13: BT-G1 label.nl: text_hidden"},
		{"lone surrogate", edit("criteria-bt.json", `"nl": "`, `"nl": "\ud800`), "criteria-bt.json:8:13: BT-G1 label.nl: text_hidden"},
		{"text that is too long", edit("criteria-bt.json", `"nl": "`, `"nl": "`+strings.Repeat("a", 1001)), "criteria-bt.json:8:13: BT-G1 label.nl: text_too_long"},
		{"text that is hard to read", edit("criteria-bt.json", `"question": {
      "nl": "`, `"question": {
      "nl": "`+strings.Repeat("dit is lang en ", 8)), "criteria-bt.json:14:13: BT-G1 question.nl: sentences_long"},
		{"wrong point code", edit("criteria-sd.json", `"code": "SD-G3b"`, `"code": "SD-G3c"`), "criteria-sd.json:"},
		{"unknown field", edit("criteria-sd.json", `"kind": "user"`, `"kind": "user", "weight": 2`), "criteria-sd.json:5:21: SD-G1: unknown_field map[Field:weight]"},
		{"repeated field", edit("criteria-sd.json", `"kind": "user"`, `"kind": "user", "kind": "user"`), "criteria-sd.json:5:21: field_repeated map[Field:kind]"},
		{"field in other case", edit("criteria-sd.json", `"kind"`, `"Kind"`), "criteria-sd.json:5:5: field_case map[Field:Kind]"},
		{"text without language", edit("principles.json", `"name": {`, `"name": "x", "extra": {`), "principles.json:"},
		{"truncated JSON", cut("criteria-bt.json", 2000), "criteria-bt.json:"},
		{"syntax error", edit("criteria-bt.json", `"kind":`, `"kind"`), "criteria-bt.json:5:12: syntax map[Found:\"]"},
		{"letter that is out of place", edit("criteria-bt.json", `"kind": "user"`, `"kind": usér`), "criteria-bt.json:5:13: syntax map[Found:u]"},
		{"letter in a word of JSON", edit("criteria-bt.json", `"kind": "user"`, `"kind": trué`), "criteria-bt.json:5:16: syntax map[Found:é]"},
		{"space that does not show", edit("criteria-bt.json", `"kind": "user"`, "\"kind\":\u00a0\"user\""), "criteria-bt.json:5:12: syntax map[Found:U+00A0]"},
		{"comma before the end", set("principles.json", "[{},\n]"), "principles.json:2:1: syntax map[Found:]]"},
		{"text over two lines", edit("criteria-bt.json", `"kind": "user"`, "\"kind\": \"us\ner\""), "criteria-bt.json:5:16: syntax_in_text"},
		{"no closing quotation mark", edit("criteria-bt.json", `"kind": "user"`, `"kind": "user`), "criteria-bt.json:5:19: syntax_in_text"},
		{"text that never ends", set("principles.json", `[{"code": "SD`), "principles.json:1:14: truncated"},
		{"empty edition", set("edition.json", `{}`), "edition.json:1:1: format: field_missing map[Field:format]"},
		{"edition without format", edit("edition.json", `"format": 2,`, ``), "edition.json:1:1: format: field_missing map[Field:format]"},
		{"format in words", edit("edition.json", `"format": 2,`, `"format": "2",`), "edition.json:2:13: format: wants_integer map[Found:\"2\"]"},
		{"fault after a byte order mark", set("principles.json", "\ufeff[] []"), "principles.json:1:5: after_the_end"},
		{"empty file", set("criteria-bt.json", ""), "criteria-bt.json:1:1: truncated"},
		{"null file", set("criteria-bt.json", "null"), "criteria-bt.json:1:1: wants_list"},
		{"object for a list", set("criteria-bt.json", "{}"), "criteria-bt.json:1:1: wants_list"},
		{"null for an element", edit("criteria-gc.json", "[\n  {", "[\n  null,\n  {"), "criteria-gc.json:2:3: #1: wants_object map[Found:null]"},
		{"null for a field", edit("criteria-gc.json", `"source": "2.3.1"`, `"source": null`), "criteria-gc.json:6:15: GC-G1 source: wants_text map[Found:null]"},
		{"criterion of no principle, without an indicator", edit("criteria-gc.json", `"code": "GC-G1",
    "principle": "GC"`, `"code": "XC-G1",
    "principle": "XC"`), "criteria-gc.json:2:3: XC-G1: indicator_missing"},
		{"misfiled criterion without an indicator", edit("criteria-gc.json", `"code": "GC-G1",
    "principle": "GC"`, `"code": "SD-G9",
    "principle": "SD"`), "criteria-gc.json:2:3: SD-G9: indicator_missing"},
		{"number for a text", edit("criteria-sd.json", `"source": "2.2.1"`, `"source": 2.2`), "criteria-sd.json:6:15: SD-G1 source: wants_text map[Found:2.2]"},
		{"part of a whole number", edit("actions.json", `"number": 1,`, `"number": 1.5,`), "actions.json:3:15: 1.5 number: wants_integer map[Found:1.5]"},
		{"number that is too large", edit("indicators-bt.json", `"at_least": `, `"at_least": 1e999, "at_most": `), "indicators-bt.json:"},
		{"text for a list", edit("aids.json", `"source": [`, `"source": "2.2", "statuses": [`), "aids.json:"},
		{"list for an object", edit("indicators-bt.json", `"threshold": {`, `"threshold": [], "suggests": {`), "indicators-bt.json:"},
		{"two values", set("principles.json", "[] []"), "principles.json:1:5: after_the_end"},
		{"not UTF-8", edit("criteria-bt.json", `"nl": "`, `"nl": "`+"\xff"), "criteria-bt.json:8:14: not_utf8"},
		{"nested too deep", set("criteria-bt.json", strings.Repeat("[", 100_000)), "criteria-bt.json:1:17: nested"},
		{"missing criteria", drop("criteria-dg.json"), "criteria-dg.json: file_missing"},
		{"missing indicators", drop("indicators-dg.json"), "indicators-dg.json: file_missing"},
		{"missing aids", drop("aids.json"), "aids.json: file_missing"},
		{"missing principles", drop("principles.json"), "principles.json: file_missing"},
		{"missing edition", drop("edition.json"), "edition.json: file_missing"},
		{"no principles", set("principles.json", "[]"), "principles.json: list_empty"},
		{"no aids", set("aids.json", "[]"), "aids.json: list_empty"},
		{"no actions", set("actions.json", "[]"), "actions.json: list_empty"},
		{"principle outside the folder", edit("principles.json", `"code": "SD"`, `"code": "../SD"`), "principles.json:3:13: ../SD code: principle_code_malformed"},
		{"principle without criteria", edit("principles.json", `"code": "SD"`, `"code": "ZZ"`), "criteria-sd.json: not_in_use"},
		{"criteria of no principle", set("criteria-zz.json", "[]"), "criteria-zz.json: not_in_use"},
		{"later format", edit("edition.json", `"format": 2,`, `"format": 3, "new": true,`), "edition.json:2:13: format: format_later"},
		{"earlier format", edit("edition.json", `"format": 2,`, `"format": 1,`), "edition.json:2:13: format: format_unknown"},
		{"bad edition", edit("edition.json", `"2022.1"`, `"latest"`), "edition.json:3:14: edition: edition_malformed"},
		{"bad date", edit("edition.json", `"date": "2022-04-21"`, `"date": "2022-04-31"`), "edition.json:4:11: date: date_malformed"},
		{"date of another year", edit("edition.json", `"date": "2022-04-21"`, `"date": "2023-04-21"`), "edition.json:4:11: date: date_of_other_year map[Edition:2022.1 Value:2023-04-21]"},
		{"criterion without indicator", set("indicators-bt.json", "[]"), "criteria-bt.json:2:3: BT-G1: indicator_missing"},
		{"indicator of an unknown criterion", edit("indicators-bt.json", `"criterion": "BT-G1"`, `"criterion": "BT-G9"`), "indicators-bt.json:4:18: BT-G1.1 criterion: criterion_unknown"},
		{"indicator of an unknown type", edit("indicators-bt.json", `"type": "`, `"type": "un`), "indicators-bt.json:5:13: BT-G1.1 type: choice_unknown"},
		{"share over a hundred", edit("indicators-bt.json", `"at_least": `, `"at_least": 9`), "indicators-bt.json:"},
		{"aid for an unknown criterion", edit("aids.json", `"criterion": "`, `"criterion": "X`), "aids.json:"},
		{"aid of an unknown status", edit("aids.json", `"status": "developed"`, `"status": "done"`), "aids.json:"},
		{"scope question twice", edit("scope.json", `"code": "login"`, `"code": "personal-data"`), "scope.json:37:13: personal-data code: code_duplicate"},
		{"scope question with a capital", edit("scope.json", `"code": "login"`, `"code": "Login"`), "scope.json:37:13: Login code: scope_code_malformed"},
		{"scope question that rules out what is not there", edit("scope.json", `"DG-G2"`, `"DG-G99"`), "scope.json:20:11: personal-data rules[0].criteria[0]: criterion_unknown map[Value:DG-G99]"},
		{"scope question that rules out the same twice", edit("scope.json", `"DG-G2"`, `"DG-G3"`), "scope.json:21:11: personal-data rules[0].criteria[1]: code_duplicate"},
		{"scope question that rules out nothing", edit("scope.json", `"rules": [`, `"rules": [], "other": [`), "scope.json:"},
		{"scope rule without criteria", edit("scope.json", `"criteria": [`, `"criteria": [], "other": [`), "scope.json:"},
		{"scope rule for no answer", edit("scope.json", `"answer": "no"`, `"answer": "maybe"`), "scope.json:18:19: personal-data rules[0].answer: choice_unknown"},
		{"scope question without a language", edit("scope.json", `"fr": "`, `"xx": "`), "scope.json:4:17: personal-data question.fr: text_missing map[Language:fr]"},
		{"scope questions, none", set("scope.json", "[]"), "scope.json: list_empty"},
		{"scope questions that can't be read", set("scope.json", "{}"), "scope.json:1:1: wants_list"},
		{"aid for a point that is not there", edit("aids.json", `"BT-I4a"`, `"BT-I4z"`), "aids.json:"},
		{"aid for a point of another criterion", edit("aids.json", `"BT-I4a"`, `"SD-G3a"`), "aids.json:"},
		{"action that touches none", edit("actions.json", `"touches": [`, `"touches": [99, `), "actions.json:"},
		{"action out of place", edit("actions.json", `"number": 1,`, `"number": 7,`), "actions.json:3:15: 7 number: action_number"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := files(t)
			test.with(t, m)
			c, err := parse(t, m)
			if c != nil {
				t.Error("gave a catalogue beside the error")
			}
			var faults strategy.Faults
			if !errors.As(err, &faults) {
				t.Fatalf("error %v is not a list of faults", err)
			}
			for _, fault := range faults {
				if strings.HasPrefix(fault.String(), test.want) {
					return
				}
			}
			t.Errorf("no fault starts with %q:\n%v", test.want, err)
		})
	}
}

// A link leads to a web page over https, and shows where.
func TestLinks(t *testing.T) {
	for _, link := range []string{"http://x.example/", "javascript:alert(1)", "https://", "https://user@x.example/", "https://x.example/ y", "//x.example"} {
		t.Run(link, func(t *testing.T) {
			m := files(t)
			replace(t, m, "aids.json", `"source": [`, fmt.Sprintf(`"link": %q, "source": [`, link))
			if _, err := strategy.Parse(m); err == nil || !strings.Contains(err.Error(), "link_unsafe") && !strings.Contains(err.Error(), "field_repeated") {
				t.Errorf("taken, or refused for another reason: %v", err)
			}
		})
	}
}

func TestParseTellsEveryFault(t *testing.T) {
	m := files(t)
	replace(t, m, "criteria-sd.json", `"source": "2.2.1"`, `"source": ""`)
	replace(t, m, "criteria-bt.json", `"source": "2.6.1"`, `"source": ""`)
	replace(t, m, "aids.json", `"criterion": "`, `"criterion": "X`)
	replace(t, m, "edition.json", `"2022.1"`, `""`)
	_, err := strategy.Parse(m)
	var faults strategy.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("error %v", err)
	}
	var named []string
	for _, f := range faults {
		named = append(named, f.File)
		if f.Line == 0 {
			t.Errorf("%v has no line", f)
		}
	}
	if got := strings.Join(named, " "); got != "aids.json criteria-bt.json criteria-sd.json edition.json" {
		t.Errorf("faults in %s", got)
	}
}

// A file that can't be read hides nothing but what refers to it.
func TestParseTellsWhatTheOthersHold(t *testing.T) {
	tests := []struct {
		name   string
		with   func(*testing.T, fstest.MapFS)
		want   []string
		absent string
	}{
		{"two unknown fields in one aid, and a text that is missing elsewhere", func(t *testing.T, m fstest.MapFS) {
			replace(t, m, "aids.json", `"type": "`, `"colour": "red", "weight": 2, "type": "`)
			replace(t, m, "criteria-gc.json", `"de": "`, `"de": "", "xx": "`)
		}, []string{"map[Field:colour]", "map[Field:weight]", "text_missing map[Language:de]"}, "criterion_unknown"},
		{"two wrong types in one criterion", func(t *testing.T, m fstest.MapFS) {
			replace(t, m, "criteria-gc.json", `"kind": "user",
    "source": "2.3.1"`, `"kind": 1,
    "source": 2`)
		}, []string{"criteria-gc.json:5:13: GC-G1 kind: wants_text", "criteria-gc.json:6:15: GC-G1 source: wants_text"}, "criterion_unknown"},
		{"criteria that stop in the middle", func(t *testing.T, m fstest.MapFS) {
			m["criteria-gc.json"] = &fstest.MapFile{Data: m["criteria-gc.json"].Data[:2000]}
			replace(t, m, "aids.json", `"status": "developed"`, `"status": "done"`)
			replace(t, m, "edition.json", `"2022.1"`, `"x"`)
		}, []string{"criteria-gc.json:", "choice_unknown", "edition_malformed"}, "criterion_unknown"},
		{"indicators that are no JSON", func(t *testing.T, m fstest.MapFS) {
			m["indicators-gc.json"] = &fstest.MapFile{Data: []byte("x")}
			replace(t, m, "criteria-gc.json", `"kind": "user"`, `"kind": "x"`)
		}, []string{"indicators-gc.json:1:", "GC-G1 kind: choice_unknown"}, "indicator_missing"},
		{"no principles", func(t *testing.T, m fstest.MapFS) {
			delete(m, "principles.json")
			replace(t, m, "actions.json", `"number": 1,`, `"number": 7,`)
		}, []string{"principles.json: file_missing", "action_number"}, "not_in_use"},
		{"an edition that is no JSON", func(t *testing.T, m fstest.MapFS) {
			replace(t, m, "edition.json", `"edition":`, `"edition"`)
			replace(t, m, "actions.json", `"number": 1,`, `"number": 7,`)
		}, []string{"edition.json:3:", "action_number"}, "edition_malformed"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := files(t)
			test.with(t, m)
			_, err := strategy.Parse(m)
			if err == nil {
				t.Fatal("no fault")
			}
			for _, want := range test.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("no %q in\n%v", want, err)
				}
			}
			if strings.Contains(err.Error(), test.absent) {
				t.Errorf("%q in\n%v", test.absent, err)
			}
		})
	}
}

func TestHash(t *testing.T) {
	hash := func(t *testing.T, m fstest.MapFS) string {
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
		if got := hash(t, files(t)); got != current {
			t.Errorf("hash %s, want %s", got, current)
		}
	})
	t.Run("other line ends and other files", func(t *testing.T) {
		m := files(t)
		for _, f := range m {
			f.Data = bytes.ReplaceAll(f.Data, []byte("\n"), []byte("\r\n"))
		}
		m["README.md"] = &fstest.MapFile{Data: []byte("x")}
		if got := hash(t, m); got != current {
			t.Errorf("hash %s, want %s", got, current)
		}
	})
	t.Run("with the mark that Notepad writes", func(t *testing.T) {
		m := files(t)
		for _, f := range m {
			f.Data = append([]byte("\ufeff"), f.Data...)
		}
		if got := hash(t, m); got != current {
			t.Errorf("hash %s, want %s", got, current)
		}
	})
	t.Run("one letter more", func(t *testing.T) {
		m := files(t)
		replace(t, m, "criteria-bt.json", `"nl": "`, `"nl": "x`)
		if got := hash(t, m); got == current {
			t.Error("same hash")
		}
	})
	t.Run("not parsed", func(t *testing.T) {
		if got := new(strategy.Catalogue).Hash(); got != "" {
			t.Errorf("hash %q", got)
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
