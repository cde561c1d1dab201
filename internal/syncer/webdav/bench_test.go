package webdav_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	library "github.com/emersion/go-webdav"

	"toetssteen/internal/syncer"
	"toetssteen/internal/syncer/webdav"
	"toetssteen/internal/syncer/webdavserver"
)

// What proof costs: a submission of the usual size published (uploaded, read
// back, compared), beside a bare upload with go-webdav's own client.
func BenchmarkPublish(b *testing.B) {
	data := make([]byte, 30_000)
	b.Run("proven", func(b *testing.B) {
		server := benchServer(b)
		remote, err := webdav.New(webdav.Config{URL: server})
		if err != nil {
			b.Fatal(err)
		}
		for i := 0; b.Loop(); i++ {
			if _, err := syncer.Publish(b.Context(), remote, fmt.Sprintf("a%d", i), data); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("bare", func(b *testing.B) {
		client, err := library.NewClient(http.DefaultClient, benchServer(b))
		if err != nil {
			b.Fatal(err)
		}
		for i := 0; b.Loop(); i++ {
			body, err := client.Create(b.Context(), fmt.Sprintf("a%d", i))
			if err != nil {
				b.Fatal(err)
			}
			if _, err := body.Write(data); err != nil {
				b.Fatal(err)
			}
			if err := body.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func benchServer(b *testing.B) string {
	b.Helper()
	s := httptest.NewServer(webdavserver.New(b.TempDir()))
	b.Cleanup(s.Close)
	return s.URL + "/"
}
