package webdav_test

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"sync/atomic"
	"testing"
)

// counted puts a proxy before a server and counts the requests.
func counted(t *testing.T, address string) (*atomic.Int64, string) {
	t.Helper()
	target, err := url.Parse(address)
	must(t, err)
	var count atomic.Int64
	proxy := httputil.NewSingleHostReverseProxy(target)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		count.Add(1)
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return &count, s.URL + "/"
}
