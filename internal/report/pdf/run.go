package pdf

// Run is a stretch of text in one style.
type Run struct {
	Text   string
	Bold   bool
	Italic bool   // ignored where Bold is set: there is no bold italic face
	Lang   string // BCP 47, where it differs from the document's
	Color  Color  // zero: black
}

// Text is one plain run.
func Text(text string) []Run { return []Run{{Text: text}} }

// Strong is one bold run.
func Strong(text string) []Run { return []Run{{Text: text, Bold: true}} }

// Color is red, green and blue, each 0 to 255. The zero value is black.
type Color struct{ R, G, B uint8 }

// style is how a run is drawn.
type style struct {
	face  *face
	size  float64
	color Color
	lang  string
}

// styled is a cleaned run with its style.
type styled struct {
	text  string
	style style
}

func (r Run) face(fallback *face) *face {
	switch {
	case r.Bold:
		return bold
	case r.Italic:
		return italic
	}
	return fallback
}
