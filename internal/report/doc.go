// Package report makes the documents that Toetssteen prints and hands in.
//
// Each document has a model of plain structs, filled by the caller: the report
// counts nothing and scores nothing, so that a number in it is the number on
// the screen. It does check that the numbers fit the answers beside them, and
// refuses to print what contradicts itself.
package report
