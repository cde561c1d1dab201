package edition

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
	"toetssteen/internal/trust"
)

// MaxFile is the largest catalogue file that is opened, in bytes.
const MaxFile = 16 << 20

// Extension ends the name of a catalogue file.
const Extension = ".zip"

// File is a catalogue file that was read, and is not believed yet: see
// [File.Signer].
type File struct {
	Catalogue *strategy.Catalogue
	Bytes     []byte // of the zip; nil for a folder

	signature []byte // nil where there is none
}

// Open reads a catalogue file or folder. What is wrong with its contents is
// [strategy.Faults]; a file that is no catalogue is fault.Corrupt.
func Open(name string) (File, error) {
	files, data, err := open(name)
	if err != nil {
		return File{}, err
	}
	return read(files, data)
}

// Examine reads a catalogue file or folder for whoever writes it, and gives
// all that there is to say about its contents, beside the editions that are
// known here. The file has no catalogue where there are faults. A signed file
// is taken to be published, see [strategy.History].
func Examine(name string, known []*strategy.Catalogue) (File, strategy.Examination, error) {
	files, data, err := open(name)
	if err != nil {
		return File{}, strategy.Examination{}, err
	}
	signature, err := readSignature(files)
	if err != nil {
		return File{}, strategy.Examination{}, err
	}
	found := strategy.Examine(files, strategy.History{Editions: known, Published: signature != nil})
	return File{Catalogue: found.Catalogue, Bytes: data, signature: signature}, found, nil
}

// open gives the files of a catalogue, and the bytes of the zip that they
// stand in; a folder has none.
func open(name string) (fs.FS, []byte, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, fault.New(fault.NotFound, "error.file_missing", fault.Args{"Path": name})
	case err != nil:
		return nil, nil, fault.Wrap(err, fault.Denied, "error.file_unreadable", fault.Args{"Path": name})
	case info.IsDir():
		return os.DirFS(name), nil, nil
	case info.Size() > MaxFile:
		return nil, nil, tooLarge(name)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, nil, fault.Wrap(err, fault.Denied, "error.file_unreadable", fault.Args{"Path": name})
	}
	files, err := unzip(filepath.Base(name), data)
	return files, data, err
}

// Read reads a catalogue file from its bytes; name is for messages.
func Read(name string, data []byte) (File, error) {
	files, err := unzip(name, data)
	if err != nil {
		return File{}, err
	}
	return read(files, data)
}

func unzip(name string, data []byte) (fs.FS, error) {
	if len(data) > MaxFile {
		return nil, tooLarge(name)
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fault.Wrap(err, fault.Corrupt, "error.catalogue_no_zip", fault.Args{"File": name})
	}
	return archive, nil
}

func tooLarge(name string) error {
	return fault.New(fault.Invalid, "error.file_too_large", fault.Args{"File": name, "MaxMiB": MaxFile >> 20})
}

func read(files fs.FS, data []byte) (File, error) {
	catalogue, err := strategy.Parse(files)
	if err != nil {
		return File{}, err
	}
	signature, err := readSignature(files)
	return File{Catalogue: catalogue, Bytes: data, signature: signature}, err
}

func readSignature(files fs.FS) ([]byte, error) {
	f, err := files.Open(signatureFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fault.Wrap(err, fault.Corrupt, "error.catalogue_signature", nil)
	}
	defer func() { _ = f.Close() }() // only read
	data, err := io.ReadAll(io.LimitReader(f, 1<<16))
	if err != nil {
		return nil, fault.Wrap(err, fault.Corrupt, "error.catalogue_signature", nil)
	}
	return data, nil
}

// Folder opens the folder that a catalogue is written in. A file is refused
// here: as a folder, it would only seem to lack everything.
func Folder(name string) (fs.FS, error) {
	if info, err := os.Stat(name); err == nil && !info.IsDir() {
		return nil, fault.New(fault.Invalid, "error.catalogue_no_folder", fault.Args{"Path": name})
	}
	files, _, err := open(name)
	return files, err
}

// Seal makes a catalogue file of a folder, signed with a key. A folder with
// faults, or that does not follow the editions that are known, is refused with
// [strategy.Faults].
func Seal(folder fs.FS, key trust.Key, known ...*strategy.Catalogue) (File, error) {
	found := strategy.Examine(folder, strategy.History{Editions: known})
	if len(found.Faults) > 0 {
		return File{}, found.Faults
	}
	catalogue := found.Catalogue
	signature, err := sign(catalogue, key)
	if err != nil {
		return File{}, err
	}
	var out bytes.Buffer
	if err := pack(&out, folder, signature); err != nil {
		return File{}, fault.Wrap(err, fault.Internal, "error.catalogue_unpackable", nil)
	}
	return Read(catalogue.Edition.Edition, out.Bytes())
}

// pack writes the files of a catalogue in the order of their names: the same
// files give the same bytes.
func pack(w io.Writer, folder fs.FS, signature []byte) error {
	names, err := fs.Glob(folder, "*.json")
	if err != nil {
		return err
	}
	archive := zip.NewWriter(w)
	for _, name := range slices.Sorted(slices.Values(names)) {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return err
		}
		if err := add(archive, name, data); err != nil {
			return err
		}
	}
	return errors.Join(add(archive, signatureFile, signature), archive.Close())
}

// packed is the time that every packed file states: a zip can't have none.
var packed = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

func add(archive *zip.Writer, name string, data []byte) error {
	w, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: packed})
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// isCatalogue tells whether a file in the shelf's folder is one of its own.
func isCatalogue(name string) bool {
	return path.Ext(name) == Extension && !strings.HasPrefix(name, ".")
}
