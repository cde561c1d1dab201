// Package bridge serves the window's own pages and methods to a browser on
// the same machine: for a machine without a display, and for tests. It
// listens on the loopback address only, and everything stands under a random
// token, so that other users and other web pages cannot reach it.
package bridge

import (
	"crypto/rand"
	"crypto/subtle"
	"io"
	"io/fs"
	"net"
	"net/http"
	"strings"
)

// Caller calls a method with JSON and gives JSON; it always gives a reply.
type Caller interface {
	Call(method, input string) string
}

// maxInput is the largest call that is read, in bytes: a text file of 25 MiB
// in base64, and what goes with it.
const maxInput = 36 << 20

// Bridge is the window in a browser.
type Bridge struct {
	token string
	mux   *http.ServeMux
	files fileShelf
	feed  feed
}

// New makes a bridge for the built pages. The caller is set with [Bridge.Answer].
func New(pages fs.FS) *Bridge {
	b := &Bridge{token: strings.ToLower(rand.Text()), mux: http.NewServeMux()}
	b.mux.Handle("GET /", http.FileServerFS(pages))
	b.mux.HandleFunc("GET /events", b.feed.serve)
	b.mux.HandleFunc("GET /files/{id}/{name}", b.files.serve)
	return b
}

// Answer sets who answers the calls. It must be set before serving.
func (b *Bridge) Answer(caller Caller) {
	b.mux.HandleFunc("POST /call/{method}", func(w http.ResponseWriter, r *http.Request) {
		input, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxInput))
		if err != nil {
			http.Error(w, "input too large", http.StatusRequestEntityTooLarge)
			return
		}
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		_, _ = io.WriteString(w, caller.Call(r.PathValue("method"), string(input)))
	})
}

// URL gives the address to open, with the token.
func (b *Bridge) URL(address net.Addr) string {
	return "http://" + address.String() + "/" + b.token + "/"
}

// Show makes a file available and gives its address, relative to the page.
func (b *Bridge) Show(path string) (string, error) { return b.files.add(path), nil }

// Emit sends an event to every open page.
func (b *Bridge) Emit(event string, data any) { b.feed.send(event, data) }

// ServeHTTP refuses whoever does not know the token, and requests that a page
// of another site caused: those carry its own host or origin.
func (b *Bridge) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	token, rest, found := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	if !found || !loopback(r.Host) || !sameOrigin(r) && !forSandbox(r, rest) || subtle.ConstantTimeCompare([]byte(token), []byte(b.token)) != 1 {
		http.NotFound(w, r)
		return
	}
	header := w.Header()
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cache-Control", "no-store")
	inside := r.Clone(r.Context())
	inside.URL.Path, inside.URL.RawPath = "/"+rest, ""
	b.mux.ServeHTTP(w, inside)
}

// loopback tells whether the host is this machine: a name that resolves to it
// (DNS rebinding) is not good enough.
func loopback(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		return false
	}
	ip := net.ParseIP(name)
	return ip != nil && ip.IsLoopback()
}

// sandboxScript is the script of the frame that measures foreign pages. That
// frame is sandboxed: its origin is nobody's.
const sandboxScript = "page-frame.js"

// forSandbox tells whether a sandboxed frame asks for its own script, which
// holds no secret; it gets nothing else.
func forSandbox(r *http.Request, path string) bool {
	return path == sandboxScript && r.Method == http.MethodGet && r.Header.Get("Origin") == "null"
}

func sameOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	return origin == "" || origin == "http://"+r.Host
}
