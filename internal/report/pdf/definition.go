package pdf

// Definition is a term with what is to be said of it.
type Definition struct {
	Term  string
	Value []Run
}

const (
	termWidth       = 150
	definitionPad   = 4.5 // above and below the text of an entry
	definitionInset = 12  // between term and value
)

// Definitions adds a block of terms with values. Entries of which the value
// holds nothing to draw are left out: an empty value says nothing.
func (d *Document) Definitions(entries ...Definition) {
	b := &definitions{}
	term := style{face: bold, size: bodySize, color: Grey}
	value := style{face: regular, size: bodySize, color: ink}
	for _, entry := range entries {
		e := definition{
			term:  wrap([]styled{{text: d.oneLine(entry.Term), style: term}}, termWidth-definitionInset),
			value: wrap(d.style(entry.Value, value), textWidth-termWidth),
		}
		if len(e.term) > 0 && len(e.value) > 0 {
			b.entries = append(b.entries, e)
		}
	}
	if len(b.entries) > 0 {
		d.add(b)
	}
}

type definition struct{ term, value []line }

func (e definition) height() float64 {
	return max(linesHeight(e.term, bodyLeading), linesHeight(e.value, bodyLeading)) + 2*definitionPad
}

// definitions is tagged as a list of label and body, which is what the
// standard has for definitions (14.8.4.3.3).
type definitions struct{ entries []definition }

func (b *definitions) gap() float64 { return 10 }

// start keeps a short block whole.
func (b *definitions) start() float64 {
	if h := b.height(); h <= bodyHeight/2 {
		return h
	}
	return min(b.entries[0].height(), bodyHeight)
}

func (b *definitions) height() float64 {
	h := 0.0
	for _, e := range b.entries {
		h += e.height()
	}
	return h
}

func (b *definitions) draw(s *sheet) {
	list := s.root.add("L")
	list.attrs = "<</O /List /ListNumbering /None>>"
	for _, e := range b.entries {
		if e.height() > s.remaining() && !s.atTop() {
			s.addPage()
		}
		entry := list.add("LI")
		label, body := entry.add("Lbl"), entry.add("LBody")
		top, page := s.y, s.out.PageNo()
		s.artifact(layout, func() { s.rule(marginLeft, top, textWidth, 0.5, rule) })
		s.y = top + definitionPad
		s.lines(e.term, marginLeft, bodyLeading, owner(label), nil)
		below, after := s.y, s.out.PageNo()
		if after == page {
			s.y = top + definitionPad
		} else {
			below = 0 // a term of more than a page: the value follows it
		}
		s.lines(e.value, marginLeft+termWidth, bodyLeading, owner(body), nil)
		if s.out.PageNo() == page {
			s.y = max(s.y, below)
		}
		s.y += definitionPad
	}
	s.artifact(layout, func() { s.rule(marginLeft, s.y, textWidth, 0.5, rule) })
}
