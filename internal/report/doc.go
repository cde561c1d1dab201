// Package report makes the documents that Toetssteen prints and hands in.
//
// Each document has a model that the caller fills: the report looks nothing up.
// Its scores come from package assessment, so that a number in it is the number
// on the screen. It refuses to print what is not complete.
package report
