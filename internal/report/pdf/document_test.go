package pdf_test

import (
	"bytes"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"toetssteen/internal/report/pdf"
	"toetssteen/internal/report/pdf/pdftest"
)

func TestDocumentOfAnyLengthIsSound(t *testing.T) {
	for _, c := range []struct {
		name     string
		chapters int
		min, max int // pages
	}{
		{"title page alone", 0, 1, 1}, {"short", 1, 3, 4}, {"report", 6, 12, 20}, {"300 pages", 150, 300, 310},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, replaced := write(t, everything(c.chapters))
			if n := pages(t, data); n < c.min || n > c.max {
				t.Errorf("%d pages, want %d to %d", n, c.min, c.max)
			}
			if len(replaced) != 0 {
				t.Errorf("replaced %v", replaced)
			}
		})
	}
}

func TestSameInputGivesSameBytes(t *testing.T) {
	want, _ := write(t, everything(3))
	var wg sync.WaitGroup
	got := make([][]byte, 4)
	for i := range got {
		wg.Go(func() {
			var out bytes.Buffer
			if _, err := pdf.Write(&out, options(), func(d *pdf.Document) error { everything(3)(d); return nil }); err != nil {
				t.Error(err)
			}
			got[i] = out.Bytes()
		})
	}
	wg.Wait()
	for i, g := range got {
		if !bytes.Equal(g, want) {
			t.Errorf("run %d differs", i)
		}
	}
}

func TestEveryPageHasHeadAndFoot(t *testing.T) {
	data, _ := write(t, everything(2))
	f, err := pdftest.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	for i := range f.Pages {
		content, err := f.Content(i)
		if err != nil {
			t.Fatal(err)
		}
		var artifacts string
		for _, c := range content {
			if c.MCID < 0 {
				artifacts += c.Text + "|"
			}
		}
		wants := []string{"FICTIEF", "Voorbeeldgem – 23 november 2026", options().PageNumber(i+1, len(f.Pages))}
		if i > 0 {
			wants = append(wants, "Proef")
		}
		for _, want := range wants {
			if !strings.Contains(artifacts, want) {
				t.Errorf("page %d: no %q in %q", i+1, want, artifacts)
			}
		}
	}
}

func TestTextInAnotherLanguageIsMarked(t *testing.T) {
	data, _ := write(t, func(d *pdf.Document) {
		d.Text(pdf.Run{Text: "Het heet "}, pdf.Run{Text: "once only", Lang: "en"}, pdf.Run{Text: ", dus niet twee keer vragen.", Lang: "nl-BE"})
	})
	spans := tree(t, data).All("Span")
	if len(spans) != 1 || spans[0].Lang != "en" || spans[0].Content() != "once only" {
		t.Errorf("spans: %+v", spans)
	}
}

func TestRefusals(t *testing.T) {
	with := func(change func(*pdf.Options)) pdf.Options {
		o := options()
		change(&o)
		return o
	}
	text := func(d *pdf.Document) { d.Text(pdf.Run{Text: "tekst"}) }
	for _, c := range []struct {
		name    string
		options pdf.Options
		build   func(*pdf.Document)
		want    error
	}{
		{"no title", with(func(o *pdf.Options) { o.Title = " \n" }), text, pdf.ErrNoTitle},
		{"no language", with(func(o *pdf.Options) { o.Lang = "" }), text, pdf.ErrNoLang},
		{"language that is none", with(func(o *pdf.Options) { o.Lang = "nl) /Evil (" }), text, pdf.ErrNoLang},
		{"no date", with(func(o *pdf.Options) { o.Created = time.Time{} }), text, pdf.ErrNoDate},
		{"no content", options(), func(*pdf.Document) {}, pdf.ErrNoContent},
		{"first heading of level 2", options(), func(d *pdf.Document) { d.Heading(2, "x") }, pdf.ErrHeadingLevel},
		{"level skipped", options(), func(d *pdf.Document) { d.Heading(1, "x"); d.Heading(3, "y") }, pdf.ErrHeadingLevel},
		{"level 4", options(), func(d *pdf.Document) { d.Heading(1, "x"); d.Heading(2, "x"); d.Heading(3, "x"); d.Heading(4, "y") }, pdf.ErrHeadingLevel},
		{"level 0", options(), func(d *pdf.Document) { d.Heading(0, "x") }, pdf.ErrHeadingLevel},
		{"heading without text", options(), func(d *pdf.Document) { d.Heading(1, "\u200B") }, pdf.ErrHeadingLevel},
		{"title page without title", options(), func(d *pdf.Document) { d.TitlePage(pdf.TitlePage{}) }, pdf.ErrHeadingLevel},
		{"figure without alternative", options(), func(d *pdf.Document) { d.Figure(pdf.Figure{Height: 10}) }, pdf.ErrNoAlt},
		{"table without columns", options(), func(d *pdf.Document) { d.Table(pdf.Table{}) }, pdf.ErrNoHeader},
		{"column without header", options(), func(d *pdf.Document) { d.Table(pdf.Table{Columns: []pdf.Column{{Header: "a"}, {}}}) }, pdf.ErrNoHeader},
		{"short row", options(), func(d *pdf.Document) {
			d.Table(pdf.Table{Columns: []pdf.Column{{Header: "a"}, {Header: "b"}}, Rows: [][]pdf.Cell{{{Runs: pdf.Text("x")}}}})
		}, pdf.ErrRowLength},
		{"run in no language", options(), func(d *pdf.Document) { d.Text(pdf.Run{Text: "x", Lang: "-"}) }, pdf.ErrNoLang},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			_, err := pdf.Write(&out, c.options, func(d *pdf.Document) error { c.build(d); return nil })
			if !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			if out.Len() != 0 {
				t.Errorf("%d bytes were written", out.Len())
			}
		})
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

func TestFailuresOfTheCallerBecomeErrors(t *testing.T) {
	full := errors.New("disk full")
	ok := func(d *pdf.Document) error { d.Text(pdf.Run{Text: "x"}); return nil }
	t.Run("writer", func(t *testing.T) {
		if _, err := pdf.Write(brokenWriter{full}, options(), ok); !errors.Is(err, full) {
			t.Error(err)
		}
	})
	t.Run("build", func(t *testing.T) {
		if _, err := pdf.Write(&bytes.Buffer{}, options(), func(*pdf.Document) error { return full }); !errors.Is(err, full) {
			t.Error(err)
		}
	})
	t.Run("panic in build", func(t *testing.T) {
		var out bytes.Buffer
		_, err := pdf.Write(&out, options(), func(*pdf.Document) error { panic("broken") })
		if err == nil || !strings.Contains(err.Error(), "broken") || out.Len() != 0 {
			t.Errorf("%v, %d bytes", err, out.Len())
		}
	})
	t.Run("panic in a drawing", func(t *testing.T) {
		_, err := pdf.Write(&bytes.Buffer{}, options(), func(d *pdf.Document) error {
			d.Figure(pdf.Figure{Alt: "x", Height: 10, Draw: func(*pdf.Canvas) { panic("broken") }})
			return nil
		})
		if err == nil {
			t.Error("no error")
		}
	})
}
