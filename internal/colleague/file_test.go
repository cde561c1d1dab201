package colleague_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"reflect"
	"slices"
	"testing"
	"time"

	"toetssteen/internal/colleague"
	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
	"toetssteen/internal/trust"
)

type shelf map[string][]byte

func (s shelf) Read(hash string) ([]byte, error) { return s[hash], nil }

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

var (
	picture = []byte("a picture")
	town    = colleague.Town{NIS: "44021"}
	ops     = []journal.Operation{
		{ID: "a", Device: "d", User: "ICT & <zonen>", At: 1, Change: "c", Object: journal.Object{Kind: "answer", ID: "x/SD-G1"}, Field: "explanation",
			Value: json.RawMessage(`"Twee\nregels"`)},
		{ID: "b", Device: "d", At: 2, Change: "c", Undoes: "z", Object: journal.Object{Kind: "evidence", ID: "e"}, Field: "hash",
			Value: json.RawMessage(`"` + hashOf(picture) + `"`), Supersedes: []journal.ID{"a"}},
	}
)

func made(t testing.TB, evidence colleague.Evidence) []byte {
	t.Helper()
	key, err := trust.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	data, _, err := colleague.Write(key, colleague.Head{Town: town, By: "ICT", MadeAt: time.Unix(0, 0).UTC(), App: "test"}, ops, evidence)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestThereAndBack(t *testing.T) {
	t.Parallel()
	file, err := colleague.Open("x", made(t, shelf{hashOf(picture): picture}))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(file.Operations, ops) || string(file.Evidence[hashOf(picture)]) != "a picture" || file.Head.By != "ICT" || len(file.Head.Missing) != 0 {
		t.Errorf("got %+v", file)
	}
	without, err := colleague.Open("x", made(t, shelf{}))
	if err != nil || len(without.Evidence) != 0 || len(without.Head.Missing) != 1 {
		t.Errorf("without evidence: %+v, %v", without.Head, err)
	}
	other, err := colleague.Open("x", made(t, shelf{hashOf(picture): []byte("damaged on the disk")}))
	if err != nil || len(other.Head.Missing) != 1 {
		t.Errorf("with damaged evidence: %+v, %v", other.Head, err)
	}
}

// What found no room is what is oldest; a smaller file may still fit.
func TestTheNewestEvidenceFindsRoom(t *testing.T) {
	t.Parallel()
	const size = 50 << 20
	held := make(shelf)
	var work []journal.Operation
	var hashes []string
	for i, length := range []int{100, size, size + 1, size + 2} {
		data := bytes.Repeat([]byte{byte(i)}, length)
		hashes = append(hashes, hashOf(data))
		held[hashes[i]] = data
		work = append(work, journal.Operation{ID: journal.ID(rune('a' + i)), Device: "d", At: journal.Clock(i + 1), Change: "c",
			Object: journal.Object{Kind: "evidence", ID: string(rune('a' + i))}, Field: "hash", Value: json.RawMessage(`"` + hashes[i] + `"`)})
	}
	key, err := trust.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	_, head, err := colleague.Write(key, colleague.Head{Town: town}, work, held)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(head.Evidence, []string{hashes[3], hashes[2], hashes[0]}) || !slices.Equal(head.Missing, hashes[1:2]) {
		t.Errorf("holds %v, without %v of %v", head.Evidence, head.Missing, hashes)
	}
}

// repack changes the files of a zip.
func repack(t *testing.T, data []byte, change func(files map[string][]byte)) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := make(map[string][]byte)
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	change(files)
	var out bytes.Buffer
	writer := zip.NewWriter(&out)
	for name, content := range files {
		w, err := writer.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func resealed(t *testing.T, head any) []byte {
	t.Helper()
	key, err := trust.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := trust.Seal(key, "toetssteen/colleague/v1", head)
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}

func TestFilesThatAreRefused(t *testing.T) {
	t.Parallel()
	good := made(t, shelf{hashOf(picture): picture})
	for name, c := range map[string]struct {
		data []byte
		code fault.Code
		key  string
	}{
		"nothing":          {nil, fault.Corrupt, "error.colleague_no_file"},
		"no zip":           {[]byte("hello"), fault.Corrupt, "error.colleague_no_file"},
		"cut off":          {good[:len(good)/2], fault.Corrupt, "error.colleague_no_file"},
		"too large":        {make([]byte, colleague.MaxFile+1), fault.Invalid, "error.colleague_too_large"},
		"a zip of another": {repack(t, good, func(f map[string][]byte) { delete(f, "seal") }), fault.Corrupt, "error.colleague_no_file"},
		"an altered answer": {repack(t, good, func(f map[string][]byte) {
			f["operations.jsonl"] = bytes.ReplaceAll(f["operations.jsonl"], []byte("Twee"), []byte("Drie"))
		}), fault.Corrupt, "error.colleague_damaged"},
		"altered evidence": {repack(t, good, func(f map[string][]byte) { f["evidence/"+hashOf(picture)] = []byte("other") }), fault.Corrupt, "error.colleague_damaged"},
		"lost evidence":    {repack(t, good, func(f map[string][]byte) { delete(f, "evidence/"+hashOf(picture)) }), fault.Corrupt, "error.colleague_damaged"},
		"an altered head":  {repack(t, good, func(f map[string][]byte) { f["seal"] = bytes.ReplaceAll(f["seal"], []byte("44021"), []byte("44020")) }), fault.Corrupt, "error.colleague_damaged"},
		"a path for a name": {repack(t, good, func(f map[string][]byte) {
			f["seal"] = resealed(t, colleague.Head{Format: "1.0", Operations: hashOf(f["operations.jsonl"]), Count: 2, Evidence: []string{"../../x"}})
		}), fault.Corrupt, "error.colleague_damaged"},
		"of a newer program": {repack(t, good, func(f map[string][]byte) { f["seal"] = resealed(t, map[string]any{"format": "2.0"}) }), fault.Newer, "error.colleague_newer"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := colleague.Open("brief.toetssteen", c.data)
			if f := fault.Of(err); err == nil || f.Code != c.code || f.Key != c.key {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestFits(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		theirs, here colleague.Town
		key          string
	}{
		"the same":                {town, town, ""},
		"another town":            {colleague.Town{NIS: "11002"}, town, "error.colleague_other_town"},
		"an authority in town":    {colleague.Town{NIS: "44021", Authority: "ocmw", Name: "OCMW"}, town, "error.colleague_other_town"},
		"sample data in real":     {colleague.Town{Name: "Voorbeeldgem", Fictional: true}, town, "error.colleague_fictional"},
		"real data in the sample": {town, colleague.Town{Name: "Voorbeeldgem", Fictional: true}, "error.colleague_real"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := colleague.File{Head: colleague.Head{Town: c.theirs}}.Fits(c.here)
			if (err == nil) != (c.key == "") || (err != nil && fault.Of(err).Key != c.key) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// Whatever the bytes: no panic, and what opens holds together.
func FuzzOpen(f *testing.F) {
	f.Add(made(f, shelf{hashOf(picture): picture}))
	f.Add(made(f, shelf{}))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := colleague.Open("x", data)
		if err != nil {
			if fault.CodeOf(err) == fault.Internal {
				t.Errorf("unforeseen: %v", err)
			}
			return
		}
		for hash, content := range file.Evidence {
			if hashOf(content) != hash {
				t.Errorf("evidence %s has other bytes", hash)
			}
		}
		for _, op := range file.Operations {
			if op.Validate() != nil {
				t.Errorf("took %+v", op)
			}
		}
	})
}
