package webdav_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"toetssteen/internal/fault"
	"toetssteen/internal/syncer"
	"toetssteen/internal/syncer/webdav"
)

func remote(t *testing.T, url string) *webdav.Remote {
	t.Helper()
	r, err := webdav.New(webdav.Config{URL: url})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// operations is what the program asks of a server.
var operations = []struct {
	name string
	try  func(t *testing.T, s server)
}{
	{"put, get, parents made", func(t *testing.T, s server) {
		r := remote(t, s.url)
		must(t, r.Put(t.Context(), "m/44021/sub/one.json", []byte("één")))
		got, err := r.Get(t.Context(), "m/44021/sub/one.json")
		must(t, err)
		if string(got) != "één" {
			t.Errorf("got %q", got)
		}
	}},
	{"put again, folders exist", func(t *testing.T, s server) {
		r := remote(t, s.url)
		for range 3 {
			must(t, r.Put(t.Context(), "m/44021/sub/one.json", []byte("same")))
		}
	}},
	{"list what was just written", func(t *testing.T, s server) {
		r := remote(t, s.url)
		must(t, r.Put(t.Context(), "m/one.json", []byte("1")))
		must(t, r.Put(t.Context(), "m/44021/two.json", []byte("2")))
		entries, err := r.List(t.Context(), "m")
		must(t, err)
		var names []string
		for _, e := range entries {
			names = append(names, fmt.Sprint(e.Name, e.IsDir))
		}
		slices.Sort(names)
		if fmt.Sprint(names) != "[44021true one.jsonfalse]" {
			t.Errorf("got %v", names)
		}
	}},
	{"list 300 files", func(t *testing.T, s server) {
		r := remote(t, s.url)
		for i := range 300 {
			must(t, r.Put(t.Context(), fmt.Sprintf("many/file-%03d.json", i), []byte("x")))
		}
		entries, err := r.List(t.Context(), "many")
		must(t, err)
		if len(entries) != 300 {
			t.Errorf("%d entries", len(entries))
		}
	}},
	{"missing file, missing folder", func(t *testing.T, s server) {
		r := remote(t, s.url)
		_, getErr := r.Get(t.Context(), "none.json")
		_, listErr := r.List(t.Context(), "none")
		if fault.CodeOf(getErr) != fault.NotFound || fault.CodeOf(listErr) != fault.NotFound {
			t.Errorf("got %v, %v", getErr, listErr)
		}
	}},
	{"empty file", func(t *testing.T, s server) {
		r := remote(t, s.url)
		must(t, r.Put(t.Context(), "empty.json", nil))
		got, err := r.Get(t.Context(), "empty.json")
		must(t, err)
		if len(got) != 0 {
			t.Errorf("got %d bytes", len(got))
		}
	}},
	{"900 KiB", func(t *testing.T, s server) {
		r := remote(t, s.url)
		large := bytes.Repeat([]byte("0123456789abcdef"), 900<<10/16)
		must(t, r.Put(t.Context(), "large.bin", large))
		got, err := r.Get(t.Context(), "large.bin")
		must(t, err)
		if !bytes.Equal(got, large) {
			t.Errorf("got %d bytes", len(got))
		}
	}},
	{"a base folder with a space, without a slash", func(t *testing.T, s server) {
		must(t, os.MkdirAll(filepath.Join(s.data, "digitale dienst"), 0o777))
		must(t, os.Chmod(filepath.Join(s.data, "digitale dienst"), 0o777))
		r := remote(t, s.url+"digitale%20dienst")
		must(t, r.Put(t.Context(), "m/one.json", []byte("1")))
		entries, err := r.List(t.Context(), "m")
		must(t, err)
		if len(entries) != 1 {
			t.Errorf("got %v", entries)
		}
	}},
	{"publish, pull", func(t *testing.T, s server) {
		r := remote(t, s.url)
		data := []byte(strings.Repeat("{}\n", 100))
		_, err := syncer.Publish(t.Context(), r, syncer.NameWithHash("m/sub/one", data, "json"), data)
		must(t, err)
		var pulled []byte
		report, err := syncer.Pull(t.Context(), r, "m/sub", func(string) bool { return false }, func(_ string, data []byte) error { pulled = data; return nil })
		must(t, err)
		if !bytes.Equal(pulled, data) || len(report.Pending) != 0 {
			t.Errorf("pulled %d bytes, %+v", len(pulled), report)
		}
	}},
	{"a truncated file waits, and heals", func(t *testing.T, s server) {
		r := remote(t, s.url)
		data := []byte(strings.Repeat("{}\n", 100))
		name := syncer.NameWithHash("m/sub/one", data, "json")
		_, err := syncer.Publish(t.Context(), r, name, data)
		must(t, err)
		must(t, os.Truncate(filepath.Join(s.data, filepath.FromSlash(name)), 50))
		pull := func() syncer.PullReport {
			report, err := syncer.Pull(t.Context(), r, "m/sub", func(string) bool { return false }, func(string, []byte) error { return nil })
			must(t, err)
			return report
		}
		if report := pull(); len(report.Pending) != 1 || len(report.Accepted) != 0 {
			t.Errorf("truncated: %+v", report)
		}
		_, err = syncer.Publish(t.Context(), r, name, data)
		must(t, err)
		if report := pull(); len(report.Pending) != 0 || len(report.Accepted) != 1 {
			t.Errorf("published again: %+v", report)
		}
	}},
	{"test connection, leaves nothing", func(t *testing.T, s server) {
		for _, step := range remote(t, s.url).Probe(t.Context()) {
			if step.Err != nil {
				t.Errorf("%s: %v", step.Step, step.Err)
			}
		}
		left, err := os.ReadDir(s.data)
		must(t, err)
		for _, entry := range left {
			if strings.HasPrefix(entry.Name(), "probe-") {
				t.Errorf("%s is left", entry.Name())
			}
		}
	}},
}

// Every operation on every server, each on a server of its own. The matrix of
// what passed is logged.
func TestServers(t *testing.T) {
	t.Parallel()
	var guard sync.Mutex
	passed := make(map[string]bool)
	t.Run("all", func(t *testing.T) {
		for _, k := range kinds {
			t.Run(k.name, func(t *testing.T) {
				t.Parallel()
				for _, o := range operations {
					ok := t.Run(o.name, func(t *testing.T) { o.try(t, k.start(t)) })
					guard.Lock()
					passed[o.name+k.name] = ok
					guard.Unlock()
				}
			})
		}
	})
	var table strings.Builder
	table.WriteString("\n| operation |")
	for _, k := range kinds {
		table.WriteString(" " + k.name + " |")
	}
	table.WriteString("\n|---|" + strings.Repeat("---|", len(kinds)))
	for _, o := range operations {
		table.WriteString("\n| " + o.name + " |")
		for _, k := range kinds {
			table.WriteString(map[bool]string{true: " yes |", false: " no |"}[passed[o.name+k.name]])
		}
	}
	t.Log(table.String())
}

// A refused password is asked for once: more would lock the account.
func TestWrongPassword(t *testing.T) {
	t.Parallel()
	for _, k := range kinds {
		if k.asks == nil {
			continue
		}
		t.Run(k.name, func(t *testing.T) {
			t.Parallel()
			s := k.asks(t)
			count, url := counted(t, s.url)
			wrong, err := webdav.New(webdav.Config{URL: url, User: "town", Password: "wrong-word"})
			must(t, err)
			_, err = syncer.Publish(t.Context(), wrong, syncer.NameWithHash("one", []byte("1"), "json"), []byte("1"))
			if fault.CodeOf(err) != fault.Denied || count.Load() != 1 {
				t.Errorf("%d requests, %v", count.Load(), err)
			}
			if strings.Contains(fmt.Sprint(err), "wrong-word") {
				t.Error("the password stands in the error")
			}
			right, err := webdav.New(webdav.Config{URL: url, User: "town", Password: password})
			must(t, err)
			_, err = syncer.Publish(t.Context(), right, syncer.NameWithHash("one", []byte("1"), "json"), []byte("1"))
			must(t, err)
		})
	}
}
