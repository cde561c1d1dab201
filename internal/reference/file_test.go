package reference_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/json"
	"fmt"
	"io"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/reference"
	"toetssteen/internal/strategy"
	"toetssteen/internal/submission"
	"toetssteen/internal/trust"
)

var now = time.Date(2026, 11, 23, 16, 55, 0, 0, time.UTC)

func newKey(t testing.TB) trust.Key {
	t.Helper()
	key, err := trust.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// document gives a complete submission of a town, in which every n-th
// criterion is not met.
func document(t testing.TB, town string, n int, audience assessment.Audience) submission.Document {
	t.Helper()
	catalogue := strategy.Current()
	var answers []assessment.Answer
	for i, c := range catalogue.Criteria {
		answer := assessment.Answer{Criterion: c.Code, Verdict: assessment.Yes}
		if i%n == 0 {
			answer = assessment.Answer{Criterion: c.Code, Verdict: assessment.No, Explanation: "Volgt in 2027."}
		}
		answers = append(answers, answer)
	}
	d, err := submission.Freeze(catalogue, submission.Draft{
		ID: fmt.Sprint(town, n), Municipality: submission.Municipality{NIS: town, Name: "Gemeente " + town},
		Service:    assessment.Service{ID: fmt.Sprint("s", n), Name: "Verhuizing melden", Audience: audience},
		Assessment: assessment.Assessment{ID: fmt.Sprint("a", town, n), Moment: assessment.Before, StartedAt: now, Answers: answers},
		App:        "test",
	}, now)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func sealed(t testing.TB, d submission.Document) []byte {
	t.Helper()
	data, err := submission.Seal(newKey(t), d)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func bundle(t testing.TB, key trust.Key) []byte {
	t.Helper()
	data, err := reference.Bundle(key, map[string][]byte{
		"44021/b.json": sealed(t, document(t, "44021", 4, "")), "11002/a.json": sealed(t, document(t, "11002", 7, "")),
	}, false, now)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func benchmark(t testing.TB, key trust.Key) []byte {
	t.Helper()
	var documents []submission.Document
	for i, town := range []string{"44021", "11002", "23016", "31005", "71022"} {
		documents = append(documents, document(t, town, i+2, assessment.Citizens))
	}
	data, err := reference.SealBenchmark(key, reference.Count(documents, false, now))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestRead(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	for name, c := range map[string]struct {
		data        []byte
		kind        reference.Kind
		submissions int
	}{
		"a submission": {sealed(t, document(t, "44021", 4, "")), reference.OneSubmission, 1},
		"a bundle":     {bundle(t, key), reference.OfSubmissions, 2},
		"a benchmark":  {benchmark(t, key), reference.OfCounts, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file, err := reference.Read("x", c.data)
			if err != nil {
				t.Fatal(err)
			}
			if file.Kind != c.kind || len(file.Submissions) != c.submissions || !file.MadeAt.Equal(now) || file.Hash != submission.Digest(c.data) {
				t.Errorf("got %+v", file)
			}
			if c.kind != reference.OneSubmission && file.Signer != key.Public() {
				t.Errorf("signed by %s", file.Signer.Fingerprint())
			}
			for _, s := range file.Submissions {
				if err := s.Check(strategy.Current()); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// zipped gives a zip of files, in this order.
func zipped(t testing.TB, files ...[2]string) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	archive.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	for _, f := range files {
		w, err := archive.Create(f[0])
		if err == nil {
			_, err = w.Write([]byte(f[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// repacked gives a bundle whose files were changed after it was signed.
func repacked(t testing.TB, data []byte, change func(name, content string) (string, bool)) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var files [][2]string
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if changed, keep := change(f.Name, string(content)); keep {
			files = append(files, [2]string{f.Name, changed})
		}
	}
	return zipped(t, files...)
}

func benchmarkOf(t testing.TB, change func(*reference.Benchmark)) []byte {
	t.Helper()
	var documents []submission.Document
	for i, town := range []string{"44021", "11002", "23016", "31005", "71022"} {
		documents = append(documents, document(t, town, i+2, ""))
	}
	b := reference.Count(documents, false, now)
	change(&b)
	data, err := reference.SealBenchmark(newKey(t), b)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	whole, one := bundle(t, key), sealed(t, document(t, "44021", 4, ""))
	other := sealed(t, document(t, "44021", 5, ""))
	fictional := document(t, "44021", 6, "")
	fictional.Fictional = true
	mixed, err := reference.Bundle(key, map[string][]byte{"a": one, "b": sealed(t, fictional)}, false, now)
	if err != nil {
		t.Fatal(err)
	}
	receipt, err := submission.SealReceipt(key, submission.Receipt{Format: submission.Format, Number: 1})
	if err != nil {
		t.Fatal(err)
	}
	same := func(content string) (string, bool) { return content, true }
	count := func(b *reference.Benchmark) *reference.CriterionCount { return &b.Editions[0].Groups[0].Criteria[0] }
	for name, c := range map[string]struct {
		data []byte
		code fault.Code
	}{
		"nothing":                 {nil, fault.Corrupt},
		"a picture":               {[]byte("\x89PNG\r\n\x1a\n"), fault.Corrupt},
		"a submission cut off":    {one[:len(one)/2], fault.Corrupt},
		"a submission altered":    {bytes.Replace(one, []byte("2027"), []byte("2028"), 1), fault.Corrupt},
		"a receipt":               {receipt, fault.Corrupt},
		"too large":               {make([]byte, reference.MaxFile+1), fault.Invalid},
		"a bundle cut off":        {whole[:len(whole)-30], fault.Corrupt},
		"a zip of something else": {zipped(t, [2]string{"word/document.xml", "<w/>"}), fault.Corrupt},
		"a bundle that misses one": {repacked(t, whole, func(name, content string) (string, bool) {
			return content, name != "11002/a.json"
		}), fault.Corrupt},
		"a bundle with another submission": {repacked(t, whole, func(name, content string) (string, bool) {
			if name == "44021/b.json" {
				return string(other), true
			}
			return same(content)
		}), fault.Corrupt},
		"a bundle with one more":       {addTo(t, whole, [2]string{"extra.json", string(other)}), fault.Corrupt},
		"a name that stands twice":     {addTo(t, whole, [2]string{"11002/a.json", string(one)}), fault.Corrupt},
		"sample data in a real bundle": {mixed, fault.Corrupt},
		"a zip bomb":                   {zipped(t, [2]string{"bundle.sealed", string(make([]byte, 40<<20))}), fault.Corrupt},
		"a newer benchmark":            {benchmarkOf(t, func(b *reference.Benchmark) { b.Format = "2.0" }), fault.Newer},
		"a benchmark of nothing":       {benchmarkOf(t, func(b *reference.Benchmark) { b.Editions = nil }), fault.Corrupt},
		"counts that are negative":     {benchmarkOf(t, func(b *reference.Benchmark) { count(b).Met = -1 }), fault.Corrupt},
		"counts that overflow":         {benchmarkOf(t, func(b *reference.Benchmark) { count(b).Met, count(b).Unmet = 1<<62, 1<<62 }), fault.Corrupt},
		"counts that do not add up":    {benchmarkOf(t, func(b *reference.Benchmark) { count(b).Met++ }), fault.Corrupt},
		"too few submissions":          {benchmarkOf(t, func(b *reference.Benchmark) { b.Editions[0].Groups[0].Submissions = 4 }), fault.Corrupt},
		"too few towns":                {benchmarkOf(t, func(b *reference.Benchmark) { b.Editions[0].Groups[0].Towns = 2 }), fault.Corrupt},
		"an audience that is none":     {benchmarkOf(t, func(b *reference.Benchmark) { b.Editions[0].Groups[0].Audience = "cats" }), fault.Corrupt},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, err := reference.Read("x.zip", c.data); fault.CodeOf(err) != c.code {
				t.Errorf("got %v, want %s", err, c.code)
			}
		})
	}
}

func addTo(t testing.TB, data []byte, more [2]string) []byte {
	t.Helper()
	var files [][2]string
	repacked(t, data, func(name, content string) (string, bool) {
		files = append(files, [2]string{name, content})
		return content, true
	})
	return zipped(t, append(files, more)...)
}

// Whatever the bytes: reading never panics, and what is read is counted and
// complete.
func FuzzRead(f *testing.F) {
	key := newKey(f)
	f.Add([]byte("PK\x03\x04"))
	f.Add(sealed(f, document(f, "44021", 4, "")))
	f.Add(bundle(f, key))
	f.Add(benchmark(f, key))
	f.Add(zipped(f, [2]string{"bundle.sealed", "{}\n{}\n"}))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := reference.Read("x", data)
		if err == nil && file.Benchmark == nil && file.Kind == reference.OfCounts {
			t.Error("a benchmark without counts")
		}
	})
}

// Whatever stands in a signed benchmark: reading never panics, and what is
// taken adds up.
func FuzzBenchmark(f *testing.F) {
	body, err := json.Marshal(reference.Count(nil, false, now))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(body))
	f.Add(`{"format":"1.0","editions":[{"edition":"2022.1","groups":[{"submissions":5,"towns":3,"criteria":[{"criterion":"SD-G1","met":5}]}]}]}`)
	key := newKey(f)
	f.Fuzz(func(t *testing.T, body string) {
		if !json.Valid([]byte(body)) {
			return
		}
		data, err := trust.Seal(key, "toetssteen/benchmark/v1", json.RawMessage(body))
		if err != nil {
			return
		}
		file, err := reference.Read("x", data)
		if err != nil {
			return
		}
		for _, e := range file.Benchmark.Editions {
			for _, g := range e.Groups {
				for code, n := range g.Tally() {
					if n.Met+n.Unmet+n.NotApplicable != g.Submissions || n.Met < 0 || n.Unmet < 0 || n.NotApplicable < 0 {
						t.Errorf("%s: %+v of %d", code, n, g.Submissions)
					}
				}
			}
		}
	})
}
