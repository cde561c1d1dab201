package bridge_test

import (
	"bufio"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"toetssteen/internal/bridge"
)

type echo struct{}

func (echo) Call(method, input string) string { return method + " " + input }

func serve(t *testing.T) (*bridge.Bridge, string) {
	t.Helper()
	b := bridge.New(fstest.MapFS{"index.html": {Data: []byte("<title>pages</title>")}, "page-frame.js": {Data: []byte("frame")}})
	b.Answer(echo{})
	server := httptest.NewServer(b)
	t.Cleanup(server.Close)
	return b, b.URL(server.Listener.Addr())
}

func request(t *testing.T, method, url, body string, change func(*http.Request)) (int, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(r)
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(text)
}

func TestBridge(t *testing.T) {
	t.Parallel()
	_, url := serve(t)
	root := url[:strings.Index(url[7:], "/")+8]
	for name, c := range map[string]struct {
		method, url, body string
		change            func(*http.Request)
		status            int
		says              string
	}{
		"the pages":                  {"GET", url, "", nil, 200, "<title>pages"},
		"a call":                     {"POST", url + "call/Home", `{"x":1}`, nil, 200, `Home {"x":1}`},
		"without the token":          {"GET", root, "", nil, 404, ""},
		"with another token":         {"GET", root + "aaaaaaaaaaaaaaaaaaaaaaaaaa/", "", nil, 404, ""},
		"under another name":         {"GET", url, "", func(r *http.Request) { r.Host = "evil.example:80" }, 404, ""},
		"from another site":          {"POST", url + "call/Home", "{}", func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") }, 404, ""},
		"a sandboxed frame's script": {"GET", url + "page-frame.js", "", func(r *http.Request) { r.Header.Set("Origin", "null") }, 200, "frame"},
		"a sandboxed frame's call":   {"POST", url + "call/Home", "{}", func(r *http.Request) { r.Header.Set("Origin", "null") }, 404, ""},
		"a sandboxed frame's page":   {"GET", url, "", func(r *http.Request) { r.Header.Set("Origin", "null") }, 404, ""},
		"a call by GET":              {"GET", url + "call/Home", "", nil, 404, ""},
		"a file nobody offered":      {"GET", url + "files/0/passwd", "", nil, 404, ""},
		"out of the pages":           {"GET", url + "..%2f..%2fgo.mod", "", nil, 404, ""},
		"a huge call":                {"POST", url + "call/Home", strings.Repeat("x", 37<<20), nil, 413, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			status, body := request(t, c.method, c.url, c.body, c.change)
			if status != c.status || !strings.Contains(body, c.says) {
				t.Errorf("got %d %q, want %d %q", status, body, c.status, c.says)
			}
		})
	}
}

func TestOfferedFile(t *testing.T) {
	t.Parallel()
	b, url := serve(t)
	path := filepath.Join(t.TempDir(), "rapport.pdf")
	if err := os.WriteFile(path, []byte("%PDF-1.7"), 0o600); err != nil {
		t.Fatal(err)
	}
	relative, err := b.Show(path)
	if err != nil {
		t.Fatal(err)
	}
	if status, body := request(t, "GET", url+relative, "", nil); status != 200 || body != "%PDF-1.7" {
		t.Errorf("got %d %q", status, body)
	}
}

func TestEvents(t *testing.T) {
	t.Parallel()
	b, url := serve(t)
	response, err := http.Get(url + "events")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	b.Emit("progress", map[string]int{"done": 3}) // the page is registered before its headers are sent
	line, err := bufio.NewReader(response.Body).ReadString('\n')
	if err != nil || line != `data: {"data":{"done":3},"name":"progress"}`+"\n" {
		t.Errorf("got %q, %v", line, err)
	}
}

// A text file of 25 MiB travels in base64.
func TestLargeInput(t *testing.T) {
	t.Parallel()
	_, url := serve(t)
	if status, _ := request(t, http.MethodPost, url+"call/MeasureText", strings.Repeat("x", 25<<20/3*4+1000), nil); status != http.StatusOK {
		t.Errorf("status %d", status)
	}
}
