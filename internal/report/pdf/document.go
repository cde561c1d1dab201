package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// Options is what a document needs besides its content.
type Options struct {
	Title    string    // of the file: the window's title in a reader; required
	Lang     string    // BCP 47, such as "nl-BE"; required
	Created  time.Time // the moment that the file states; required
	Author   string    // who issues the document; may be empty
	Subject  string    // one line on the content; may be empty
	Producer string    // the program; may be empty

	RunningTitle string // left in the head of every page but the first
	FootText     string // left in the foot of every page
	Mark         string // framed in the head of every page, such as a warning

	// PageNumber gives the text right in the foot, such as "page 3 of 14".
	// Without it pages are not numbered.
	PageNumber func(page, pages int) string
}

// Errors of [Write] that a caller may look for with errors.Is.
var (
	ErrHeadingLevel = errors.New("heading level out of order")
	ErrNoTitle      = errors.New("document without a title")
	ErrNoLang       = errors.New("document without a valid language")
	ErrNoDate       = errors.New("document without a date")
	ErrNoAlt        = errors.New("figure without an alternative text")
	ErrNoHeader     = errors.New("table without a header for each column")
	ErrNoContent    = errors.New("document without content")
)

// Document takes the content of a document, in reading order. What is wrong
// with it is kept, and [Write] gives the first error.
type Document struct {
	options  Options
	blocks   []block
	level    int // of the last heading
	replaced ledger
	err      error
}

// Write makes a document: build gives its content. The file goes to w only
// when it is complete. Write gives what [Clean] replaced in it. The same input
// gives the same bytes. It does not panic: not even where build does.
func Write(w io.Writer, options Options, build func(*Document) error) (replaced []Replacement, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			replaced, err = nil, fmt.Errorf("write pdf: panic: %v", cause)
		}
	}()
	d := &Document{options: options}
	d.checkOptions()
	if err := build(d); err != nil {
		return nil, fmt.Errorf("write pdf: %w", err)
	}
	file, err := d.finish()
	if err != nil {
		return nil, fmt.Errorf("write pdf: %w", err)
	}
	if _, err := w.Write(file); err != nil {
		return nil, fmt.Errorf("write pdf: %w", err)
	}
	return d.replaced.all, nil
}

func (d *Document) checkOptions() {
	o := &d.options
	for _, text := range []*string{&o.Title, &o.Author, &o.Subject, &o.Producer, &o.RunningTitle, &o.FootText, &o.Mark} {
		*text = d.oneLine(*text)
	}
	switch {
	case o.Title == "":
		d.fail(ErrNoTitle)
	case !validLang(o.Lang) || o.Lang == "":
		d.fail(fmt.Errorf("%w: %q", ErrNoLang, o.Lang))
	case o.Created.IsZero():
		d.fail(ErrNoDate)
	}
}

// validLang tells whether tag can be a BCP 47 tag; "" can.
func validLang(tag string) bool {
	for _, c := range []byte(tag) {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z'
		if !letter && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return len(tag) <= 35 && !strings.HasPrefix(tag, "-") && !strings.HasSuffix(tag, "-")
}

func (d *Document) finish() ([]byte, error) {
	for n := len(d.blocks); n > 0 && d.blocks[n-1] == (pageBreak{}); n-- {
		d.blocks = d.blocks[:n-1] // no empty page at the end
	}
	if d.err == nil && len(d.blocks) == 0 {
		d.fail(ErrNoContent)
	}
	if d.err != nil {
		return nil, d.err
	}
	s := newSheet()
	s.addPage()
	place(s, d.blocks)
	s.unmark()
	d.furnish(s)

	var raw bytes.Buffer
	if err := s.out.Output(&raw); err != nil {
		return nil, fmt.Errorf("lay out pages: %w", err)
	}
	return complete(raw.Bytes(), s, d.options)
}

func (d *Document) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

func (d *Document) add(b block) { d.blocks = append(d.blocks, b) }

// KeepTogether puts what build adds on one page, where it fits on one.
func (d *Document) KeepTogether(build func()) {
	before := len(d.blocks)
	build()
	inside := append([]block(nil), d.blocks[before:]...)
	d.blocks = d.blocks[:before]
	if len(inside) > 0 {
		d.add(&group{blocks: inside})
	}
}

// PageBreak starts a new page.
func (d *Document) PageBreak() { d.add(pageBreak{}) }

// clean guards text and keeps what was replaced.
func (d *Document) clean(text string) string {
	text, replaced := Clean(text)
	d.replaced.add(replaced)
	return text
}

// oneLine is clean for text without line ends.
func (d *Document) oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(d.clean(text), func(r rune) bool { return r == ' ' || r == '\n' }), " ")
}

// style gives cleaned runs with their styles, those without text left out.
func (d *Document) style(runs []Run, base style) []styled {
	out := make([]styled, 0, len(runs))
	for _, r := range runs {
		if !validLang(r.Lang) {
			d.fail(fmt.Errorf("%w: %q", ErrNoLang, r.Lang))
		}
		text := d.clean(r.Text)
		if text == "" {
			continue
		}
		st := base
		st.face = r.face(base.face)
		if r.Color != (Color{}) {
			st.color = r.Color
		}
		if r.Lang != d.options.Lang {
			st.lang = r.Lang
		}
		out = append(out, styled{text: text, style: st})
	}
	return out
}

// Replaced gives what [Clean] replaced in the content so far.
func (d *Document) Replaced() []Replacement { return slices.Clone(d.replaced.all) }
