package pdf

// TitlePage is the first page: what the document is, of whom, and of when.
type TitlePage struct {
	Kind     string       // what sort of document it is, over the title
	Title    string       // the first heading, level 1
	Subtitle string       // may be empty
	Facts    []Definition // at the foot of the title
	Notice   []Run        // in a box below; may be empty
}

var titleShape = headingShape{size: 32, leading: 40, gap: 10}

// TitlePage adds the title page and ends it.
func (d *Document) TitlePage(t TitlePage) {
	d.add(opening{})
	if kind := d.oneLine(t.Kind); kind != "" {
		runs := []styled{{text: kind, style: style{face: bold, size: 13, color: Grey}}}
		d.add(&paragraph{lines: wrap(runs, textWidth), leading: 18, size: 13, bind: true})
	}
	d.heading(1, titleShape, t.Title)
	if subtitle := d.oneLine(t.Subtitle); subtitle != "" {
		runs := []styled{{text: subtitle, style: style{face: regular, size: 17, color: ink}}}
		d.add(&paragraph{lines: wrap(runs, textWidth), leading: 24, size: 17, space: 8})
	}
	d.add(space(26))
	d.Definitions(t.Facts...)
	if len(t.Notice) > 0 {
		d.add(space(14))
		d.Paragraph(Paragraph{Runs: t.Notice, Tint: YellowTint})
	}
	d.PageBreak()
}

// opening is the upper part of the title page, with a bar of colour.
type opening struct{}

const openingHeight = 150

func (opening) gap() float64    { return 0 }
func (opening) height() float64 { return openingHeight }
func (opening) start() float64  { return openingHeight }

func (opening) draw(s *sheet) {
	s.artifact(layout, func() {
		s.box(marginLeft, s.y+64, 64, 9, 0, Yellow)
		s.box(marginLeft+64, s.y+64, textWidth-64, 9, 0, ink)
	})
	s.y += openingHeight
}

// space is empty height.
type space float64

func (h space) gap() float64    { return float64(h) }
func (h space) height() float64 { return 0 }
func (h space) start() float64  { return 0 }
func (h space) draw(*sheet)     {}
