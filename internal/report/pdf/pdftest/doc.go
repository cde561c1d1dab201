// Package pdftest reads the files of package pdf back, for tests: it holds what
// validators don't look at, such as whether the marked content on the pages and
// the structure tree know each other.
//
// It reads what package pdf writes and no more: cross-reference streams, object
// streams, fonts with two-byte codes.
package pdftest
