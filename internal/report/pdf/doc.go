// Package pdf writes tagged documents that conform to PDF/UA-1 and PDF/A-2a.
//
// Content goes in as headings, paragraphs, lists, tables and figures; see
// [Write] and [Document]. The package lays it out, writes the pages with
// gofpdf, and then completes gofpdf's file in a finishing pass: structure tree,
// bookmarks, metadata, output intent, exact character maps (finish.go).
//
// What the text may hold is not up to the caller: every string passes [Clean],
// so that any input makes a valid file, and what could not be drawn is
// reported.
//
// Lengths are in points of 1/72 inch, counted from the top left corner of the
// page. References are to ISO 32000-1 unless they say otherwise.
package pdf
