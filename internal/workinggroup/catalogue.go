package workinggroup

import (
	"io/fs"

	"toetssteen/internal/edition"
)

// SignCatalogue makes a catalogue file of a folder, signed with the working
// group's key. It changes nothing: [Office.TakeCatalogue] follows once the
// file is safely written. An edition that is in use here already can be signed
// again. Faults in the folder are strategy.Faults; so is what does not follow
// the editions that are in use here.
func (o *Office) SignCatalogue(folder fs.FS) (edition.File, error) {
	file, err := edition.Seal(folder, o.key, o.shelf.Editions()...)
	if err != nil || o.shelf.Holds(file.Catalogue) {
		return file, err
	}
	return file, o.shelf.Judge(file, o.key.Public())
}

// TakeCatalogue takes a signed edition into use here, so that submissions by
// it can be judged.
func (o *Office) TakeCatalogue(file edition.File) error {
	if o.shelf.Holds(file.Catalogue) {
		return nil
	}
	return o.shelf.Take(file, o.key.Public())
}
