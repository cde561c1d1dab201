package evidence

import (
	"crypto/rand"
	"strings"
	"sync"

	"toetssteen/internal/fault"
)

// maxIncoming is how many files come in at a time; of more, the one that was
// begun first is dropped: its window is gone.
const maxIncoming = 8

// Incoming holds files that come in piece by piece.
type Incoming struct {
	guard sync.Mutex
	order []string
	parts map[string]*incoming
}

type incoming struct {
	name string
	size int64
	data []byte
}

// Begin announces a file with its size, so that one that is too large is
// refused before it is read.
func (in *Incoming) Begin(name string, size, largest int64) (string, error) {
	args := fault.Args{"Name": name, "Megabytes": largest >> 20, "field": "evidence"}
	switch {
	case size > largest:
		return "", fault.New(fault.Invalid, "error.evidence_too_large", args)
	case size <= 0:
		return "", fault.New(fault.Invalid, "error.evidence_empty", args)
	}
	in.guard.Lock()
	defer in.guard.Unlock()
	if in.parts == nil {
		in.parts = make(map[string]*incoming)
	}
	if len(in.order) >= maxIncoming {
		delete(in.parts, in.order[0])
		in.order = in.order[1:]
	}
	id := strings.ToLower(rand.Text())
	in.parts[id] = &incoming{name: name, size: size}
	in.order = append(in.order, id)
	return id, nil
}

// Add takes the next piece. The file was changed while it was read where the
// pieces are more than was announced.
func (in *Incoming) Add(id string, piece []byte) error {
	in.guard.Lock()
	defer in.guard.Unlock()
	file, known := in.parts[id]
	if !known {
		return fault.New(fault.NotFound, "error.evidence_stopped", nil)
	}
	if int64(len(file.data)+len(piece)) > file.size {
		in.drop(id)
		return changed(file.name)
	}
	file.data = append(file.data, piece...)
	return nil
}

// Finish gives the file. It was changed while it was read where the pieces
// are fewer than was announced.
func (in *Incoming) Finish(id string) (name string, data []byte, err error) {
	in.guard.Lock()
	defer in.guard.Unlock()
	file, known := in.parts[id]
	if !known {
		return "", nil, fault.New(fault.NotFound, "error.evidence_stopped", nil)
	}
	in.drop(id)
	if int64(len(file.data)) != file.size {
		return "", nil, changed(file.name)
	}
	return file.name, file.data, nil
}

// Cancel forgets a file.
func (in *Incoming) Cancel(id string) {
	in.guard.Lock()
	defer in.guard.Unlock()
	in.drop(id)
}

func (in *Incoming) drop(id string) {
	delete(in.parts, id)
	for i, other := range in.order {
		if other == id {
			in.order = append(in.order[:i:i], in.order[i+1:]...)
			return
		}
	}
}

func changed(name string) error {
	return fault.New(fault.Conflict, "error.evidence_changed", fault.Args{"Name": name, "field": "evidence"})
}
