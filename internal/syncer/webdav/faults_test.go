package webdav_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"toetssteen/internal/fault"
	"toetssteen/internal/syncer"
	"toetssteen/internal/syncer/webdav"
	"toetssteen/internal/syncer/webdavserver"
	"toetssteen/locales"
)

// faulty puts a fault before the embedded server: a handler that answers
// itself, or hands on to next.
func faulty(t *testing.T, fault func(w http.ResponseWriter, r *http.Request, next http.Handler)) string {
	t.Helper()
	next := webdavserver.New(t.TempDir())
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fault(w, r, next) }))
	t.Cleanup(s.Close)
	return s.URL + "/"
}

func status(code int) func(http.ResponseWriter, *http.Request, http.Handler) {
	return func(w http.ResponseWriter, _ *http.Request, _ http.Handler) { w.WriteHeader(code) }
}

// put answers uploads itself and hands the rest on.
func put(answer func(w http.ResponseWriter, r *http.Request, next http.Handler)) func(http.ResponseWriter, *http.Request, http.Handler) {
	return func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		if r.Method == http.MethodPut {
			answer(w, r, next)
			return
		}
		next.ServeHTTP(w, r)
	}
}

// half stores half of the upload.
func half(w http.ResponseWriter, r *http.Request, next http.Handler) {
	body, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body[:len(body)/2]))
	next.ServeHTTP(w, r)
}

// once is a fault of the first upload only.
func once(fault func(http.ResponseWriter, *http.Request, http.Handler)) func(http.ResponseWriter, *http.Request, http.Handler) {
	var uploads atomic.Int64
	return put(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		if uploads.Add(1) == 1 {
			fault(w, r, next)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// impatient waits for nothing.
var impatient = syncer.Patience{Sleep: func(ctx context.Context, _ time.Duration) error { return ctx.Err() }}

func TestPublishFaults(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		fault func(http.ResponseWriter, *http.Request, http.Handler)
		code  fault.Code // "" where it goes well in the end
	}{
		"half is stored once, 201": {once(half), ""},
		"half is always stored":    {put(half), fault.Corrupt},
		"nothing is stored, 201":   {put(status(http.StatusCreated)), fault.NotFound},
		"stored, and the answer is an error": {once(func(_ http.ResponseWriter, r *http.Request, next http.Handler) {
			next.ServeHTTP(httptest.NewRecorder(), r)
			panic(http.ErrAbortHandler)
		}), ""},
		"stored as half, answered 400": {once(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
			half(httptest.NewRecorder(), r, next)
			w.WriteHeader(http.StatusBadRequest)
		}), ""},
		"busy once":           {once(status(http.StatusServiceUnavailable)), ""},
		"locked once":         {once(status(http.StatusLocked)), ""},
		"always busy":         {status(http.StatusTooManyRequests), fault.Unavailable},
		"password refused":    {status(http.StatusUnauthorized), fault.Denied},
		"may read, not write": {put(status(http.StatusForbidden)), fault.Denied},
		"too large":           {put(status(http.StatusRequestEntityTooLarge)), fault.Full},
		"server full":         {put(status(http.StatusInsufficientStorage)), fault.Full},
		"a login page that says 200": {func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = io.WriteString(w, "<html>log in</html>")
		}, fault.Unavailable},
		"the server adds to each file": {func(w http.ResponseWriter, r *http.Request, next http.Handler) {
			if r.Method == http.MethodGet {
				_, _ = io.WriteString(w, "altered content")
				return
			}
			next.ServeHTTP(w, r)
		}, fault.Corrupt},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data := []byte("{\"a\":1}\nsignature\n")
			r := remote(t, faulty(t, c.fault))
			proof, err := syncer.PublishWith(t.Context(), r, syncer.NameWithHash("m/sub/one", data, "json"), data, impatient)
			if fault.CodeOf(err) != c.code {
				t.Fatalf("got %v, want %q", err, c.code)
			}
			if (proof.SHA256 != "") != (err == nil) {
				t.Errorf("proof %+v with error %v", proof, err)
			}
			if err != nil {
				mustNameTheServer(t, err)
			}
		})
	}
}

// mustNameTheServer holds the text for the user: it has one, and it says where.
func mustNameTheServer(t *testing.T, err error) {
	t.Helper()
	text := locales.In("nl").Fault(err)
	if strings.HasPrefix(text, "error.") || (!strings.Contains(text, "127.0.0.1") && !strings.Contains(text, "m/sub")) {
		t.Errorf("the text does not say where: %q (%v)", text, err)
	}
}

// Uploads carry their length and are never chunked: some servers keep nothing
// of a chunked one and answer 2xx.
func TestUploadsHaveALength(t *testing.T) {
	t.Parallel()
	url := faulty(t, func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		if r.Method == http.MethodPut && (r.ContentLength != 3 || len(r.TransferEncoding) > 0) {
			t.Errorf("length %d, encoding %v", r.ContentLength, r.TransferEncoding)
		}
		next.ServeHTTP(w, r)
	})
	must(t, remote(t, url).Put(t.Context(), "one.json", []byte("abc")))
}

// No redirect is followed, and the password never reaches another server.
func TestRedirects(t *testing.T) {
	t.Parallel()
	for _, code := range []int{301, 302, 303, 307, 308} {
		t.Run(fmt.Sprint(code), func(t *testing.T) {
			t.Parallel()
			elsewhere := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
				t.Errorf("%s followed to another server, authorization %q", r.Method, r.Header.Get("Authorization"))
			}))
			t.Cleanup(elsewhere.Close)
			url := faulty(t, func(w http.ResponseWriter, r *http.Request, _ http.Handler) {
				http.Redirect(w, r, elsewhere.URL+"/x?secret=1", code)
			})
			r, err := webdav.New(webdav.Config{URL: url, User: "town", Password: password})
			must(t, err)
			_, listErr := r.List(t.Context(), "m")
			_, getErr := r.Get(t.Context(), "one.json")
			for _, err := range []error{r.Put(t.Context(), "one.json", []byte("x")), listErr, getErr} {
				if fault.CodeOf(err) != fault.Invalid || fault.Of(err).Args["Target"] != elsewhere.URL+"/x" {
					t.Errorf("got %v", err)
				}
			}
		})
	}
}

func answerListing(xml string) func(http.ResponseWriter, *http.Request, http.Handler) {
	return func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		if r.Method != "PROPFIND" {
			next.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/xml")
		w.WriteHeader(http.StatusMultiStatus)
		_, _ = io.WriteString(w, xml)
	}
}

func entry(href, properties string) string {
	return `<D:response><D:href>` + href + `</D:href><D:propstat><D:prop>` + properties + `</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`
}

const (
	self = `<D:response><D:href>/m/</D:href><D:propstat><D:prop><D:resourcetype><D:collection/></D:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`
	file = `<D:resourcetype/><D:getcontentlength>3</D:getcontentlength>`
)

func multistatus(entries ...string) string {
	return `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">` + strings.Join(entries, "") + `</D:multistatus>`
}

// One odd entry never hides the others, and none leads out of the folder.
func TestOddListings(t *testing.T) {
	t.Parallel()
	good := entry("/m/good.json", file)
	for name, c := range map[string]struct {
		listing string
		want    string
		code    fault.Code
	}{
		"a weak ETag":                 {multistatus(self, entry("/m/a.json", file+`<D:getetag>W/"1"</D:getetag>`), good), "[a.json good.json]", ""},
		"an ETag without quotes":      {multistatus(self, entry("/m/a.json", file+`<D:getetag>x</D:getetag>`), good), "[a.json good.json]", ""},
		"no length":                   {multistatus(self, entry("/m/a.json", `<D:resourcetype/>`), good), "[a.json good.json]", ""},
		"a date of another kind":      {multistatus(self, entry("/m/a.json", file+`<D:getlastmodified>2026-11-23</D:getlastmodified>`), good), "[a.json good.json]", ""},
		"an entry that is forbidden":  {multistatus(self, `<D:response><D:href>/m/a.json</D:href><D:status>HTTP/1.1 403 Forbidden</D:status></D:response>`, good), "[good.json]", ""},
		"a broken escape":             {multistatus(self, entry("/m/%zz", file), good), "[good.json]", ""},
		"an escaped way out":          {multistatus(self, entry("/m/..%2f..%2fevil.json", file), good), "[good.json]", ""},
		"a way out":                   {multistatus(self, entry("/m/../../evil.json", file), good), "[good.json]", ""},
		"another folder":              {multistatus(self, entry("/n/a.json", file), good), "[good.json]", ""},
		"another host":                {multistatus(self, entry("https://evil.example/m/a.json", file), good), "[good.json]", ""},
		"capitals, accents, spaces":   {multistatus(self, entry("/m/A.json", file), entry("/m/%C3%A9.json", file), entry("/m/a%20b.json", file), good), "[good.json]", ""},
		"300 characters":              {multistatus(self, entry("/m/"+strings.Repeat("a", 300)+".json", file), good), "[good.json]", ""},
		"the folder itself is absent": {multistatus(good), "", fault.Unavailable},
		"empty":                       {multistatus(), "", fault.Unavailable},
		"cut off":                     {multistatus(self, good)[:150], "", fault.Unavailable},
		"no XML":                      {"<html>log in", "", fault.Unavailable},
		"deeply nested":               {`<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">` + strings.Repeat("<D:x>", 20_000), "", fault.Unavailable},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			entries, err := remote(t, faulty(t, answerListing(c.listing))).List(t.Context(), "m")
			if fault.CodeOf(err) != c.code {
				t.Fatalf("got %v, want %q", err, c.code)
			}
			var names []string
			for _, e := range entries {
				names = append(names, e.Name)
			}
			if err == nil && fmt.Sprint(names) != c.want {
				t.Errorf("got %v, want %s", names, c.want)
			}
		})
	}
}

// Answers without end are cut off, and take no more memory than the limits.
func TestEndlessAnswers(t *testing.T) {
	t.Parallel()
	endless := func(w http.ResponseWriter, r *http.Request, _ http.Handler) {
		if r.Method == "PROPFIND" {
			w.Header().Set("Content-Type", "application/xml")
			w.WriteHeader(http.StatusMultiStatus)
		}
		chunk := bytes.Repeat([]byte(" "), 1<<16)
		for r.Context().Err() == nil {
			if _, err := w.Write(chunk); err != nil {
				return
			}
		}
	}
	r := remote(t, faulty(t, endless))
	_, getErr := r.Get(t.Context(), "one.json")
	_, listErr := r.List(t.Context(), "m")
	if fault.CodeOf(getErr) != fault.Corrupt || fault.CodeOf(listErr) != fault.Corrupt {
		t.Errorf("got %v, %v", getErr, listErr)
	}
}

func TestServerThatHangs(t *testing.T) {
	t.Parallel()
	url := faulty(t, func(w http.ResponseWriter, r *http.Request, _ http.Handler) {
		w.WriteHeader(http.StatusOK)
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	r, err := webdav.New(webdav.Config{URL: url, Timeout: 200 * time.Millisecond})
	must(t, err)
	if _, err := r.Get(t.Context(), "one.json"); fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("got %v", err)
	}
	patient := remote(t, url)
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if _, err := patient.Get(ctx, "one.json"); err == nil || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestAddresses(t *testing.T) {
	t.Parallel()
	for address, key := range map[string]string{
		"https://server.example/dav":    "",
		"https://server.example/a b/":   "",
		"https://[2001:db8::1]:8443/x/": "",
		"http://127.0.0.1:80/":          "",
		"http://localhost/":             "",
		"http://server.example/":        "error.sync_address_plain",
		"http://127.0.0.1.example/":     "error.sync_address_plain",
		"https://u:p@server.example/":   "error.sync_address_password",
		"https://server.example/?x=1":   "error.sync_address_query",
		"ftp://server.example/":         "error.sync_address_unreadable",
		"server.example":                "error.sync_address_unreadable",
		"":                              "error.sync_address_unreadable",
		"https://server.example:port/":  "error.sync_address_unreadable",
	} {
		_, err := webdav.New(webdav.Config{URL: address})
		if key == "" && err != nil || key != "" && (err == nil || fault.Of(err).Key != key) {
			t.Errorf("%q: %v, want %q", address, err, key)
		}
	}
}

// Whatever a server sends as a listing: no panic, and only names of ours.
func FuzzListing(f *testing.F) {
	f.Add(multistatus(self, entry("/m/good.json", file)))
	f.Add(multistatus(self, entry("/m/..%2f", file)))
	var listing atomic.Pointer[string]
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answerListing(*listing.Load())(w, r, http.NotFoundHandler())
	}))
	f.Cleanup(s.Close)
	r, err := webdav.New(webdav.Config{URL: s.URL + "/"})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		listing.Store(&text)
		entries, err := r.List(t.Context(), "m")
		for _, e := range entries {
			if err == nil && (strings.ContainsAny(e.Name, "/\\% ") || e.Name == ".." || e.Name != strings.ToLower(e.Name)) {
				t.Errorf("the name %q came through", e.Name)
			}
		}
	})
}
