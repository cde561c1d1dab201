package workinggroup

import (
	"io/fs"

	"toetssteen/internal/edition"
)

// SignCatalogue makes a catalogue file of a folder, signed with the working
// group's key, and takes it into use here, so that submissions by it can be
// judged. Faults in the folder are strategy.Faults, and change nothing.
func (o *Office) SignCatalogue(folder fs.FS) (edition.File, error) {
	file, err := edition.Seal(folder, o.key)
	if err != nil {
		return edition.File{}, err
	}
	return file, o.shelf.Take(file, o.key.Public())
}
