package calendar_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"toetssteen/internal/calendar"
)

// component is what a strict reader makes of a file.
type component struct {
	name   string
	values map[string]string // raw, by name with its parameters
	inside []component
}

// read takes nothing but what RFC 5545 allows.
func read(text string) (component, error) {
	if !utf8.ValidString(text) {
		return component{}, errors.New("no UTF-8")
	}
	if strings.Count(text, "\n") != strings.Count(text, "\r\n") || strings.Count(text, "\r") != strings.Count(text, "\r\n") {
		return component{}, errors.New("a line does not end in CRLF")
	}
	body, whole := strings.CutSuffix(text, "\r\n")
	if !whole {
		return component{}, errors.New("the last line has no end")
	}
	var unfolded []string
	for _, line := range strings.Split(body, "\r\n") {
		if len(line) > 75 {
			return component{}, fmt.Errorf("line of %d octets: %s", len(line), line)
		}
		if !utf8.ValidString(line) {
			return component{}, fmt.Errorf("folded within a character: %q", line)
		}
		if rest, folded := strings.CutPrefix(line, " "); folded && len(unfolded) > 0 {
			unfolded[len(unfolded)-1] += rest
			continue
		}
		unfolded = append(unfolded, line)
	}
	var stack []component
	for i, line := range unfolded {
		name, value, found := strings.Cut(line, ":")
		if !found || name == "" {
			return component{}, fmt.Errorf("no content line: %q", line)
		}
		switch name {
		case "BEGIN":
			stack = append(stack, component{name: value, values: map[string]string{}})
		case "END":
			done := stack[len(stack)-1]
			if done.name != value {
				return component{}, fmt.Errorf("END of %s within %s", value, done.name)
			}
			if stack = stack[:len(stack)-1]; len(stack) == 0 {
				if i != len(unfolded)-1 {
					return component{}, errors.New("something follows the calendar")
				}
				return done, nil
			}
			stack[len(stack)-1].inside = append(stack[len(stack)-1].inside, done)
		default:
			if _, twice := stack[len(stack)-1].values[name]; twice {
				return component{}, fmt.Errorf("%s stands twice", name)
			}
			stack[len(stack)-1].values[name] = value
		}
	}
	return component{}, errors.New("no END")
}

// words reads a text value; a comma or semicolon that is not escaped would be two values.
func words(t *testing.T, raw string) string {
	t.Helper()
	var b strings.Builder
	for i := 0; i < len(raw); i++ {
		switch {
		case raw[i] == ';' || raw[i] == ',':
			t.Fatalf("%q holds %q unescaped", raw, raw[i])
		case raw[i] != '\\':
			b.WriteByte(raw[i])
		default:
			i++
			switch raw[i] {
			case 'n', 'N':
				b.WriteByte('\n')
			case '\\', ';', ',':
				b.WriteByte(raw[i])
			default:
				t.Fatalf("%q escapes %q", raw, raw[i])
			}
		}
	}
	return b.String()
}

func write(t *testing.T, entries ...calendar.Entry) (component, string) {
	t.Helper()
	var b strings.Builder
	made := time.Date(2026, 11, 25, 9, 30, 0, 0, time.FixedZone("CET", 3600))
	if err := calendar.Write(&b, calendar.Calendar{Name: "Verbeteracties; 2027", Language: "nl", MadeAt: made, Entries: entries}); err != nil {
		t.Fatal(err)
	}
	c, err := read(b.String())
	if err != nil {
		t.Fatalf("%v in\n%s", err, b.String())
	}
	return c, b.String()
}

var chat = calendar.Entry{
	UID: "01JD@toetssteen", Day: time.Date(2027, 12, 31, 0, 0, 0, 0, time.UTC), Title: "Chat op de website",
	Changed: time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC), Remind: true,
}

func TestTextsComeBack(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"plain":             "Chat op de website",
		"signs":             `Eerst; dan, en \n is geen regeleinde: "ok"`,
		"lines":             "een\ntwee\n\ndrie",
		"long":              strings.Repeat("Hulp bij het invullen van het formulier. ", 40),
		"long without ends": strings.Repeat("x", 400),
		"emoji":             strings.Repeat("👩🏽‍🦽é€", 40),
		"just one line":     strings.Repeat("a", 75-len("SUMMARY:")),
		"one octet more":    strings.Repeat("a", 76-len("SUMMARY:")),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			entry := chat
			entry.Title, entry.Description = text, text
			c, _ := write(t, entry)
			event := c.inside[0]
			if got := words(t, event.values["SUMMARY"]); got != text {
				t.Errorf("title came back as %q", got)
			}
			if got := words(t, event.values["DESCRIPTION"]); got != text {
				t.Errorf("description came back as %q", got)
			}
			if got := words(t, event.inside[0].values["DESCRIPTION"]); got != text {
				t.Errorf("reminder came back as %q", got)
			}
		})
	}
}

func TestWholeDay(t *testing.T) {
	t.Parallel()
	c, _ := write(t, chat)
	event := c.inside[0]
	for name, want := range map[string]string{
		"UID": "01JD@toetssteen", "DTSTAMP": "20261125T083000Z", "LAST-MODIFIED": "20261120T080000Z",
		"DTSTART;VALUE=DATE": "20271231", "DTEND;VALUE=DATE": "20280101", "STATUS": "CONFIRMED", "TRANSP": "TRANSPARENT",
	} {
		if got := event.values[name]; got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if c.values["VERSION"] != "2.0" || c.values["PRODID"] == "" || words(t, c.values["X-WR-CALNAME"]) != "Verbeteracties; 2027" {
		t.Errorf("calendar %+v", c.values)
	}
	if len(event.inside) != 1 || event.inside[0].values["TRIGGER"] != "-P6DT15H" || event.inside[0].values["ACTION"] != "DISPLAY" {
		t.Errorf("reminder %+v", event.inside)
	}
}

func TestLaterChangeHasAHigherNumber(t *testing.T) {
	t.Parallel()
	later := chat
	later.Changed = chat.Changed.Add(time.Second)
	first, _ := write(t, chat)
	second, _ := write(t, later)
	var a, b int32
	for text, into := range map[string]*int32{first.inside[0].values["SEQUENCE"]: &a, second.inside[0].values["SEQUENCE"]: &b} {
		if _, err := fmt.Sscan(text, into); err != nil {
			t.Fatal(err)
		}
	}
	if a <= 0 || b != a+1 || first.inside[0].values["UID"] != second.inside[0].values["UID"] {
		t.Errorf("sequence %d, then %d", a, b)
	}
}

func TestCanceledDoesNotRemind(t *testing.T) {
	t.Parallel()
	entry := chat
	entry.Canceled = true
	c, _ := write(t, entry)
	if event := c.inside[0]; event.values["STATUS"] != "CANCELLED" || len(event.inside) != 0 {
		t.Errorf("got %+v", event)
	}
}

func TestIncompleteEntryIsRefused(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*calendar.Entry){
		"no UID":    func(e *calendar.Entry) { e.UID = "" },
		"no day":    func(e *calendar.Entry) { e.Day = time.Time{} },
		"no change": func(e *calendar.Entry) { e.Changed = time.Time{} },
	} {
		entry := chat
		change(&entry)
		var b strings.Builder
		if err := calendar.Write(&b, calendar.Calendar{Entries: []calendar.Entry{entry}}); err == nil || b.Len() > 0 {
			t.Errorf("%s: took it, and wrote %q", name, b.String())
		}
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("Chat", "een\r\ntwee")
	f.Add("\x00\xff;,\\", strings.Repeat("é", 100))
	f.Fuzz(func(t *testing.T, title, description string) {
		entry := chat
		entry.Title, entry.Description = title, description
		c, _ := write(t, entry)
		words(t, c.inside[0].values["SUMMARY"])
		if len(c.inside) != 1 {
			t.Fatalf("%d entries", len(c.inside))
		}
	})
}
