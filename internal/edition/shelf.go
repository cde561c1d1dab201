package edition

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
	"toetssteen/internal/trust"
	"toetssteen/internal/wholefile"
)

// Shelf holds the editions that can be used: those that the program ships,
// and those that were taken into use since. An edition that was once taken
// stays: assessments keep theirs.
type Shelf struct {
	folder string

	mu       sync.RWMutex
	editions []*strategy.Catalogue // the earliest first
	broken   map[string]error      // files that are there and can't be used, by name
}

// OpenShelf opens the shelf in a folder, which need not exist. A file that
// can't be used is left out and told by [Shelf.Broken]: the others must still
// work.
func OpenShelf(folder string) (*Shelf, error) {
	s := &Shelf{folder: folder, broken: make(map[string]error)}
	for _, shipped := range strategy.Shipped() {
		s.put(shipped)
	}
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fault.Wrap(err, fault.Denied, "error.file_unreadable", fault.Args{"Path": folder})
	}
	for _, entry := range entries {
		if !isCatalogue(entry.Name()) {
			continue
		}
		path := filepath.Join(folder, entry.Name())
		file, err := Open(path)
		if err == nil {
			_, err = file.Signer() // who signed it was judged when it was taken
		}
		if err == nil && entry.Name() != nameOf(file.Catalogue) {
			err = fault.New(fault.Corrupt, "error.catalogue_misnamed", fault.Args{"Edition": file.Catalogue.Edition.Edition})
		}
		if err != nil {
			s.broken[entry.Name()] = fmt.Errorf("open %s: %w", path, err)
			continue
		}
		s.put(file.Catalogue)
	}
	return s, nil
}

func nameOf(c *strategy.Catalogue) string { return c.Edition.Edition + Extension }

// put adds an edition; one that is there already wins.
func (s *Shelf) put(c *strategy.Catalogue) {
	at, found := slices.BinarySearchFunc(s.editions, c, func(a, b *strategy.Catalogue) int {
		return Order(a.Edition.Edition, b.Edition.Edition)
	})
	if !found {
		s.editions = slices.Insert(s.editions, at, c)
	}
}

// Order compares two editions, see [strategy.Order].
func Order(a, b string) int { return strategy.Order(a, b) }

// Broken gives what is wrong with files in the folder that can't be used.
func (s *Shelf) Broken() []error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var list []error
	for _, name := range slices.Sorted(maps.Keys(s.broken)) {
		list = append(list, s.broken[name])
	}
	return list
}

// Editions gives all that can be used, the latest first.
func (s *Shelf) Editions() []*strategy.Catalogue {
	s.mu.RLock()
	defer s.mu.RUnlock()
	list := slices.Clone(s.editions)
	slices.Reverse(list)
	return list
}

// Latest gives the one that new assessments use.
func (s *Shelf) Latest() *strategy.Catalogue {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.editions[len(s.editions)-1]
}

// Catalogue gives an edition; one that is not here is fault.NotFound.
func (s *Shelf) Catalogue(edition string) (*strategy.Catalogue, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	for _, c := range s.editions {
		if c.Edition.Edition == edition {
			return c, nil
		}
	}
	return nil, fault.New(fault.NotFound, "error.edition_missing", fault.Args{"Edition": edition})
}

// Take verifies a catalogue file and takes it into use: it must be signed by
// the working group, and later than what is in use, or be one that is missing
// here, which assessments need. Otherwise nothing changes.
func (s *Shelf) Take(file File, workingGroup trust.PublicKey, missing ...string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.judge(file, workingGroup, missing); err != nil {
		return err
	}
	if err := wholefile.MakeFolder(s.folder); err != nil {
		return err
	}
	if err := wholefile.Write(filepath.Join(s.folder, nameOf(file.Catalogue)), file.Bytes); err != nil {
		return err
	}
	delete(s.broken, nameOf(file.Catalogue))
	s.put(file.Catalogue)
	return nil
}

// Judge tells whether [Shelf.Take] would take a file.
func (s *Shelf) Judge(file File, workingGroup trust.PublicKey) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.judge(file, workingGroup, nil)
}

func (s *Shelf) judge(file File, workingGroup trust.PublicKey, missing []string) error {
	if err := file.signedBy(workingGroup); err != nil {
		return err
	}
	latest := s.editions[len(s.editions)-1]
	name := file.Catalogue.Edition.Edition
	args := fault.Args{"Edition": name, "Latest": latest.Edition.Edition}
	switch order := Order(name, latest.Edition.Edition); {
	case order == 0 && file.Catalogue.Hash() == latest.Hash():
		return fault.New(fault.Conflict, "error.edition_in_use", args)
	case order == 0:
		return fault.New(fault.Conflict, "error.edition_differs", args)
	case order < 0 && !slices.Contains(missing, name):
		return fault.New(fault.Conflict, "error.edition_lower", args)
	}
	return nil
}

// Holds tells whether this very edition, with these contents, can be used.
func (s *Shelf) Holds(c *strategy.Catalogue) bool {
	here, err := s.Catalogue(c.Edition.Edition)
	return err == nil && here.Hash() == c.Hash()
}

func (f File) signedBy(workingGroup trust.PublicKey) error {
	args := fault.Args{"Edition": f.Catalogue.Edition.Edition}
	if workingGroup.IsZero() {
		return fault.New(fault.Denied, "error.catalogue_no_key", args)
	}
	signer, err := f.Signer()
	if err != nil {
		return err
	}
	if signer != workingGroup {
		args["Signer"], args["Wanted"] = signer.Fingerprint(), workingGroup.Fingerprint()
		return fault.New(fault.Denied, "error.catalogue_other_signer", args)
	}
	if f.Bytes == nil {
		return fault.New(fault.Invalid, "error.catalogue_folder", args)
	}
	return nil
}
