// Package calendar writes days to remember as an iCalendar file (RFC 5545),
// which every calendar program takes in. It knows no domain: the caller gives
// the days, in the reader's language.
package calendar

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"
)

// Calendar is a list of days to remember.
type Calendar struct {
	Name     string
	Language string // ISO 639-1
	MadeAt   time.Time
	Entries  []Entry
}

// Entry is one whole day. Programs that have it already, by its UID, take a
// later change of it instead of a second one.
type Entry struct {
	UID         string // the same in every file
	Day         time.Time
	Title       string
	Description string
	Changed     time.Time // orders two versions of the entry; to the second
	Canceled    bool      // programs strike it out or take it away
	Remind      bool      // a week ahead, in the morning
}

// Write writes the calendar. It refuses an entry without a UID, a day or a
// time of change: programs would take it in as something else.
func Write(w io.Writer, c Calendar) error {
	var l lines
	l.add("BEGIN", "VCALENDAR")
	l.add("VERSION", "2.0")
	l.add("PRODID", "-//Toetssteen//"+strings.ToUpper(plain(c.Language)))
	l.add("CALSCALE", "GREGORIAN")
	l.add("METHOD", "PUBLISH")
	l.add("X-WR-CALNAME", escaped(c.Name))
	for _, e := range c.Entries {
		if e.UID == "" || e.Day.IsZero() || e.Changed.Before(since) {
			return fmt.Errorf("write calendar: entry %q of %v, changed %v, is not complete", e.UID, e.Day, e.Changed)
		}
		l.entry(e, c.MadeAt)
	}
	l.add("END", "VCALENDAR")
	if _, err := io.WriteString(w, l.String()); err != nil {
		return errors.Join(errors.New("write calendar"), err)
	}
	return nil
}

// since is where the sequence numbers of entries count from: RFC 5545 takes
// whole numbers up to 2^31-1.
var since = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

// inTheMorning is nine o'clock of the day a week ahead, counted from the
// midnight with which the day begins.
const inTheMorning = "-P6DT15H"

type lines struct{ strings.Builder }

func (l *lines) entry(e Entry, made time.Time) {
	const stamp, day = "20060102T150405Z", "20060102"
	l.add("BEGIN", "VEVENT")
	l.add("UID", escaped(e.UID))
	l.add("DTSTAMP", made.UTC().Format(stamp))
	l.add("LAST-MODIFIED", e.Changed.UTC().Format(stamp))
	l.add("SEQUENCE", fmt.Sprint(int64(e.Changed.Sub(since)/time.Second)))
	l.add("DTSTART;VALUE=DATE", e.Day.Format(day))
	l.add("DTEND;VALUE=DATE", e.Day.AddDate(0, 0, 1).Format(day))
	l.add("SUMMARY", escaped(e.Title))
	if e.Description != "" {
		l.add("DESCRIPTION", escaped(e.Description))
	}
	l.add("STATUS", map[bool]string{false: "CONFIRMED", true: "CANCELLED"}[e.Canceled])
	l.add("TRANSP", "TRANSPARENT") // the day stays free for appointments
	if e.Remind && !e.Canceled {
		l.add("BEGIN", "VALARM")
		l.add("ACTION", "DISPLAY")
		l.add("TRIGGER", inTheMorning)
		l.add("DESCRIPTION", escaped(e.Title))
		l.add("END", "VALARM")
	}
	l.add("END", "VEVENT")
}

// longest is the length of a line in octets, without its end (RFC 5545, 3.1).
const longest = 75

// add writes a content line, folded between characters.
func (l *lines) add(name, value string) {
	line, room := name+":"+value, longest
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		l.WriteString(line[:cut] + "\r\n ")
		line, room = line[cut:], longest-1 // the space counts
	}
	l.WriteString(line + "\r\n")
}

// escaped writes a text value (RFC 5545, 3.3.11).
func escaped(words string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(plain(words))
}

// plain leaves out what no value may hold.
func plain(words string) string {
	words = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(words, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, words)
}
