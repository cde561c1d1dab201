package pdf

import "strings"

// line is one line of wrapped text. Its last piece ends with a space where the
// text goes on with a new word, since readers that follow the structure join
// the lines as they are.
type line struct {
	pieces []piece
	width  float64 // without a space at the end
	gap    bool    // a blank line stood before this one
}

// piece is the part of a run that stands in one line.
type piece struct {
	text  string
	style style
	width float64
}

// letter is one character on its way into a line.
type letter struct {
	r     rune
	run   int32
	width float64
}

const softBreaks = "-/_.@?&=–—"

// wrap breaks runs into lines of at most the given width: at spaces, at line
// ends of the text, and inside a word only where it is wider than a line.
// Every line holds at least one character. Text without anything to draw gives
// no lines.
func wrap(runs []styled, width float64) []line {
	letters := flatten(runs)
	var lines []line
	gap := false
	for start := 0; start < len(letters); {
		if letters[start].r == '\n' {
			gap, start = true, start+1
			continue
		}
		end, next := lineEnd(letters, start, width)
		l := assemble(letters[start:end], runs)
		if end < next { // a line end of the text, which readers that join lines need as a space
			l.pieces[len(l.pieces)-1].text += " "
		}
		l.gap, gap = gap, false
		lines = append(lines, l)
		start = next
	}
	closeLast(lines)
	return lines
}

// flatten gives the characters of runs with white space collapsed: one space
// between words, one "\n" for a line end, two for blank lines.
func flatten(runs []styled) []letter {
	total := 0
	for _, r := range runs {
		total += len(r.text)
	}
	letters := make([]letter, 0, total)
	last := func() rune {
		if len(letters) == 0 {
			return '\n'
		}
		return letters[len(letters)-1].r
	}
	breaks := 2 // line ends at the end of letters, at most two; none lead the text
	for i, run := range runs {
		for _, r := range run.text {
			switch {
			case r == ' ' && (last() == ' ' || last() == '\n'):
			case r == '\n':
				if last() == ' ' {
					letters = letters[:len(letters)-1]
				}
				if breaks < 2 {
					letters = append(letters, letter{r: '\n', run: int32(i)})
					breaks++
				}
			default:
				letters = append(letters, letter{r: r, run: int32(i),
					width: float64(run.style.face.width(r)) * run.style.size / 1000})
				breaks = 0
			}
		}
	}
	for len(letters) > 0 && (last() == ' ' || last() == '\n') {
		letters = letters[:len(letters)-1]
	}
	return letters
}

// lineEnd finds where the line from start ends, and where the next one starts.
func lineEnd(letters []letter, start int, width float64) (end, next int) {
	used := 0.0
	space, soft := -1, -1
	for i := start; i < len(letters); i++ {
		l := letters[i]
		if l.r == '\n' {
			return i, i + 1
		}
		if l.r == ' ' {
			space = i
			used += l.width
			continue
		}
		if used+l.width > width && i > start {
			switch {
			case space >= start:
				return space + 1, space + 1
			case soft > start:
				return soft, soft
			default:
				return i, i
			}
		}
		used += l.width
		if strings.ContainsRune(softBreaks, l.r) && i+1 < len(letters) {
			soft = i + 1
		}
	}
	return len(letters), len(letters)
}

// assemble groups letters into pieces, and gives the line a space at its end
// unless it was broken inside a word.
func assemble(letters []letter, runs []styled) line {
	var l line
	var text strings.Builder
	for from := 0; from < len(letters); {
		run := letters[from].run
		text.Reset()
		p := piece{style: runs[run].style}
		for from < len(letters) && letters[from].run == run {
			text.WriteRune(letters[from].r)
			p.width += letters[from].width
			from++
		}
		p.text = text.String()
		l.pieces = append(l.pieces, p)
		l.width += p.width
	}
	if last := letters[len(letters)-1]; last.r == ' ' {
		l.width -= last.width
	}
	return l
}

// closeLast takes the space from the end of the last line.
func closeLast(lines []line) {
	if len(lines) == 0 {
		return
	}
	pieces := lines[len(lines)-1].pieces
	last := &pieces[len(pieces)-1]
	last.text = strings.TrimSuffix(last.text, " ")
}
