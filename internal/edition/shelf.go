package edition

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
	"toetssteen/internal/trust"
	"toetssteen/internal/wholefile"
)

// Shelf holds the editions that can be used: the one that the program ships,
// and those that were taken into use since. An edition that was once taken
// stays: assessments keep theirs.
type Shelf struct {
	folder string

	mu       sync.RWMutex
	editions []*strategy.Catalogue // the earliest first
	broken   []error               // files that are there and can't be used
}

// OpenShelf opens the shelf in a folder, which need not exist. A file that
// can't be used is left out and told by [Shelf.Broken]: the others must still
// work.
func OpenShelf(folder string) (*Shelf, error) {
	s := &Shelf{folder: folder, editions: []*strategy.Catalogue{strategy.Current()}}
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
			s.broken = append(s.broken, fmt.Errorf("open %s: %w", path, err))
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

// Order compares two editions by year and number: 2022.9 is before 2022.10.
func Order(a, b string) int {
	yearA, numberA := parts(a)
	yearB, numberB := parts(b)
	if yearA != yearB {
		return yearA - yearB
	}
	return numberA - numberB
}

func parts(edition string) (year, number int) {
	before, after, _ := strings.Cut(edition, ".")
	year, errYear := strconv.Atoi(before)
	number, errNumber := strconv.Atoi(after)
	if errors.Join(errYear, errNumber) != nil {
		return 0, 0 // before any that [strategy.Parse] lets in
	}
	return year, number
}

// Broken gives what is wrong with files in the folder that can't be used.
func (s *Shelf) Broken() []error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return slices.Clone(s.broken)
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
// the working group, and later than what is in use. Otherwise nothing
// changes.
func (s *Shelf) Take(file File, workingGroup trust.PublicKey) error {
	if err := file.signedBy(workingGroup); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	latest := s.editions[len(s.editions)-1]
	args := fault.Args{"Edition": file.Catalogue.Edition.Edition, "Latest": latest.Edition.Edition}
	switch order := Order(file.Catalogue.Edition.Edition, latest.Edition.Edition); {
	case order == 0 && file.Catalogue.Hash() == latest.Hash():
		return fault.New(fault.Conflict, "error.edition_in_use", args)
	case order == 0:
		return fault.New(fault.Conflict, "error.edition_differs", args)
	case order < 0:
		return fault.New(fault.Conflict, "error.edition_lower", args)
	}
	if err := wholefile.MakeFolder(s.folder); err != nil {
		return err
	}
	if err := wholefile.Write(filepath.Join(s.folder, nameOf(file.Catalogue)), file.Bytes); err != nil {
		return err
	}
	s.put(file.Catalogue)
	return nil
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
