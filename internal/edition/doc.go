// Package edition keeps the editions of the catalogue: it opens catalogue
// files, verifies who signed them, and holds those that were taken into use
// beside the one that the program ships.
//
// A catalogue file is a zip of the JSON files that [strategy.Parse] reads and
// a signature over their hash. While it is being written it can be a folder
// with the same files.
package edition
