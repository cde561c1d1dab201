package bridge

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
)

// feed sends events to open pages as server-sent events (WHATWG HTML 9.2).
type feed struct {
	guard sync.Mutex
	pages map[chan []byte]struct{}
}

// waiting is how many events a slow page may be behind before it misses some.
const waiting = 64

func (f *feed) send(event string, data any) {
	message, err := json.Marshal(map[string]any{"name": event, "data": data})
	if err != nil {
		return // events are our own small structs
	}
	f.guard.Lock()
	defer f.guard.Unlock()
	for page := range f.pages {
		select {
		case page <- message:
		default: // events have no delivery guarantee; state is read by calls
		}
	}
}

func (f *feed) serve(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "no streaming", http.StatusInternalServerError)
		return
	}
	page := f.open()
	defer f.close(page)
	w.Header().Set("Content-Type", "text/event-stream")
	flusher.Flush()
	for {
		select {
		case <-r.Context().Done():
			return
		case message := <-page:
			if _, err := fmt.Fprintf(w, "data: %s\n\n", message); err != nil {
				return
			}
			flusher.Flush()
		}
	}
}

func (f *feed) open() chan []byte {
	page := make(chan []byte, waiting)
	f.guard.Lock()
	defer f.guard.Unlock()
	if f.pages == nil {
		f.pages = make(map[chan []byte]struct{})
	}
	f.pages[page] = struct{}{}
	return page
}

func (f *feed) close(page chan []byte) {
	f.guard.Lock()
	defer f.guard.Unlock()
	delete(f.pages, page)
}
