package webdav

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"toetssteen/internal/fault"
)

// transport is the HTTP client beneath go-webdav. It
//   - never follows a redirect: net/http would turn PUT into GET, and send
//     the password along;
//   - sends uploads with their length: some servers store a chunked one as an
//     empty file and answer 2xx;
//   - gives every answer that is not a success as a fault with its status,
//     also the ones inside a 207;
//   - refuses a web page where files are expected: a login page answers 200;
//   - hands go-webdav only listings that it can read (see listing.go).
type transport struct {
	http     *http.Client
	base     *url.URL
	user     string
	password string
}

// Waits for the parts of a request.
const (
	connectWait = 10 * time.Second
	headerWait  = 30 * time.Second
)

func newTransport(config Config, base *url.URL) *transport {
	direct := http.DefaultTransport.(*http.Transport).Clone() // TLS 1.2 at least, proxy from the environment
	direct.DialContext = (&net.Dialer{Timeout: connectWait}).DialContext
	direct.TLSHandshakeTimeout = connectWait
	direct.ResponseHeaderTimeout = headerWait
	return &transport{
		base: base, user: config.User, password: config.Password,
		http: &http.Client{
			Transport:     direct,
			Timeout:       config.Timeout,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}
}

// Do sends a request and judges the answer.
func (t *transport) Do(request *http.Request) (*http.Response, error) {
	if request.URL.Host != t.base.Host || request.URL.Scheme != t.base.Scheme {
		return nil, fmt.Errorf("request to %s, not to %s", request.URL.Host, t.base.Host)
	}
	if request.Method == http.MethodPut {
		if err := buffer(request); err != nil {
			return nil, err
		}
	}
	request.Header.Set("Cache-Control", "no-store")
	if t.user != "" {
		request.SetBasicAuth(t.user, t.password)
	}
	response, err := t.http.Do(request)
	if err != nil {
		return nil, connectionFault(bare(err), t.base.Host)
	}
	if err := t.judge(request, response); err != nil {
		return nil, errors.Join(err, response.Body.Close())
	}
	return response, nil
}

// bare takes off net/http's wrapping, whose text holds the whole address.
func bare(err error) error {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		return wrapped.Err
	}
	return err
}

// buffer reads the whole body before anything is sent: a body that breaks off
// never reaches the server, and the length is known.
func buffer(request *http.Request) error {
	data, err := io.ReadAll(io.LimitReader(request.Body, maxFile+1))
	if err := errors.Join(err, request.Body.Close()); err != nil {
		return fmt.Errorf("read what is to be sent: %w", err)
	}
	if len(data) > maxFile {
		return fmt.Errorf("upload of more than %d bytes", maxFile)
	}
	request.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }
	request.Body, _ = request.GetBody()
	request.ContentLength = int64(len(data))
	request.TransferEncoding = nil
	request.Header.Set("Content-Type", "application/octet-stream")
	return nil
}

func (t *transport) judge(request *http.Request, response *http.Response) error {
	switch {
	case response.StatusCode == http.StatusMultiStatus && request.Method == "PROPFIND":
		return t.clean(request, response)
	case response.StatusCode == http.StatusMultiStatus:
		return innerRefusal(request, response)
	case response.StatusCode < 200 || response.StatusCode > 299:
		return refused(request, response, response.StatusCode)
	case request.Method == "PROPFIND", isPage(response):
		// A listing is a 207; a success of another kind comes from something
		// between the server and us.
		return fault.Wrap(refusalOf(request, response, response.StatusCode), fault.Unavailable, "error.sync_login_page",
			fault.Args{"Server": t.base.Host})
	}
	return nil
}

// isPage tells whether an answer with a body is a web page.
func isPage(response *http.Response) bool {
	kind, _, _ := mime.ParseMediaType(response.Header.Get("Content-Type"))
	if kind != "text/html" && kind != "application/xhtml+xml" {
		return false
	}
	// Apache answers an upload with a short page of its own: 201 is no login page.
	return response.Request.Method == http.MethodGet || response.StatusCode == http.StatusOK
}

// innerRefusal looks for what failed inside a 207.
func innerRefusal(request *http.Request, response *http.Response) error {
	listing, err := readListing(response.Body)
	if err != nil {
		return listingFault(err, request)
	}
	for _, entry := range listing.Responses {
		for _, status := range entry.statuses() {
			if status < 200 || status > 299 {
				return refused(request, response, status)
			}
		}
	}
	response.Body = io.NopCloser(strings.NewReader(""))
	return nil
}
