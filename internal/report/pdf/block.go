package pdf

// block is a piece of content that has been wrapped, and waits for its place
// on a page.
type block interface {
	// gap is the space above, in points, dropped at the top of a page.
	gap() float64
	// height is the whole height without the gap.
	height() float64
	// start is the least height to begin with on a page: what must not stand
	// alone at its foot.
	start() float64
	// draw draws from s.y down, with page breaks where the block needs them,
	// and leaves s.y below.
	draw(s *sheet)
}

// binding is a block that must not be the last on a page.
type binding interface{ binds() bool }

func binds(b block) bool {
	b2, ok := b.(binding)
	return ok && b2.binds()
}

// place draws blocks one below the other.
func place(s *sheet, blocks []block) {
	for i, b := range blocks {
		if need := lead(blocks[i:]); !s.atTop() && need > s.remaining() {
			s.addPage()
		}
		if !s.atTop() {
			s.y += b.gap()
		}
		b.draw(s)
	}
}

// lead is the height that the first of blocks needs, with those that it binds.
func lead(blocks []block) float64 {
	sum := 0.0
	for i, b := range blocks {
		sum += b.gap()
		if !binds(b) || i == len(blocks)-1 {
			sum += b.start()
			break
		}
		sum += b.height()
	}
	// More than a page can't be kept together.
	return min(sum, bodyHeight)
}

// group keeps its blocks on one page where they fit on one.
type group struct{ blocks []block }

func (g *group) gap() float64 {
	if len(g.blocks) == 0 {
		return 0
	}
	return g.blocks[0].gap()
}

func (g *group) height() float64 {
	sum := -g.gap()
	for _, b := range g.blocks {
		sum += b.gap() + b.height()
	}
	return sum
}

func (g *group) start() float64 {
	if h := g.height(); h <= bodyHeight {
		return h
	}
	return lead(g.blocks) - g.gap()
}

func (g *group) draw(s *sheet) {
	if len(g.blocks) == 0 {
		return
	}
	g.blocks[0].draw(s) // the gap above has been given already
	place(s, g.blocks[1:])
}

// pageBreak starts a new page, unless one has just begun.
type pageBreak struct{}

func (pageBreak) gap() float64    { return 0 }
func (pageBreak) height() float64 { return 0 }
func (pageBreak) start() float64  { return 0 }
func (pageBreak) draw(s *sheet) {
	if !s.atTop() {
		s.addPage()
	}
}
