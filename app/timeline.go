package app

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"toetssteen/internal/journal"
	"toetssteen/internal/sqlite"
)

// TimelineView is what happened to an assessment, the latest first.
type TimelineView struct {
	Assessment AssessmentHead  `json:"assessment"`
	Entries    []TimelineEntry `json:"entries"`
}

// TimelineEntry is one thing that somebody did. Times stand in it for the
// reader: they prove nothing.
type TimelineEntry struct {
	At        string `json:"at"`
	Role      string `json:"role"`
	Device    string `json:"device"`
	Own       bool   `json:"own"`
	What      string `json:"what"` // started, moved, answer, marks, measurement, scope, evidence, comment, action, stage, removed, changed, handedIn, received, returned
	Criterion string `json:"criterion"`
	Subject   string `json:"subject"` // what evidence, an action or a comment is called, "" for what the criterion says
	Field     string `json:"field"`   // "" where what it is says all
	From      string `json:"from"`    // JSON text
	To        string `json:"to"`
	Undo      bool   `json:"undo"`    // it takes something back
	Redo      bool   `json:"redo"`    // it takes an undo back
	Undone    bool   `json:"undone"`  // it was taken back later
	Settles   bool   `json:"settles"` // it settled a conflict
}

// Timeline gives what happened to an assessment.
func (f *Facade) Timeline(ctx context.Context, in IDInput) (TimelineView, error) {
	a, _, err := f.assessment(ctx, in.ID)
	if err != nil {
		return TimelineView{}, err
	}
	head, err := f.head(ctx, a)
	if err != nil {
		return TimelineView{}, err
	}
	history, err := f.store.History(ctx, a.ID)
	if err != nil {
		return TimelineView{}, err
	}
	view := TimelineView{Assessment: head, Entries: []TimelineEntry{}}
	started, names, undos := startOf(history), namesIn(history), make(map[journal.ID]journal.ID)
	for _, e := range history {
		if e.Undoes != "" {
			undos[e.Change] = e.Undoes
		}
	}
	for _, e := range history {
		what := whatOf(e, started)
		// Values that an undo put beside each other again are no news one by one.
		if what == "" || bytes.Equal(e.From, e.To) {
			continue
		}
		entry := TimelineEntry{
			At: moment(e.At), Role: e.User, Device: shortDevice(e.Device), Own: e.Device == f.store.Device(), What: what,
			Criterion: string(e.Criterion), Field: e.Field, From: string(e.From), To: string(e.To),
			Subject: names[e.Object],
			Undo:    e.Undoes != "" && undos[e.Undoes] == "", Redo: undos[e.Undoes] != "", Undone: e.Undone, Settles: e.Settles,
		}
		if e.Indicator != "" {
			entry.Criterion = string(f.indicatorOf(e.Indicator).Criterion)
		}
		if slices.Contains([]string{"started", "handedIn"}, what) {
			entry.Field, entry.From, entry.To = "", "null", "null"
		}
		view.Entries = append(view.Entries, entry)
	}
	received, err := f.receiptEntries(ctx, a.ID)
	if err != nil {
		return TimelineView{}, err
	}
	view.Entries = append(view.Entries, received...)
	slices.SortStableFunc(view.Entries, func(a, b TimelineEntry) int { return strings.Compare(b.At, a.At) })
	return view, nil
}

// startOf gives the change with which the assessment was started.
func startOf(history []sqlite.HistoryEntry) journal.ID {
	for _, e := range slices.Backward(history) {
		if e.Object.Kind == "assessment" && e.Field == "started_at" {
			return e.Change
		}
	}
	return ""
}

// markFields are those of an answer that say nothing about the criterion.
var markFields = []string{"judge", "control", "discuss", "assignee"}

// stageFields are those that a stage is written with.
var stageFields = []string{"stage", "stage_note", "reviewer", "adopted_on", "decision"}

// whatOf names what an entry is, "" for what says nothing to a person.
func whatOf(e sqlite.HistoryEntry, started journal.ID) string {
	switch {
	case e.Change == started && e.Object.Kind == "assessment" && e.Field == "started_at":
		return "started"
	case e.Change == started, e.Field == journal.FieldSeen:
		return ""
	case e.Object.Kind == "submission":
		return "handedIn"
	case sqlite.Silent(e.Object.Kind, e.Field):
		return ""
	case e.Object.Kind == "assessment":
		switch {
		case e.Field == "edition":
			return "moved"
		case slices.Contains(stageFields, e.Field):
			return "stage"
		case e.Field == journal.FieldRemoved:
			return "removed"
		}
		return "changed"
	case e.Object.Kind == "answer" && slices.Contains(markFields, e.Field):
		return "marks"
	case e.Object.Kind == "improvement_action":
		return "action"
	}
	return string(e.Object.Kind)
}

// namesIn gives what evidence, actions and comments are called, by what was
// last said of them: those that were removed too.
func namesIn(history []sqlite.HistoryEntry) map[journal.Object]string {
	names := make(map[journal.Object]string)
	// A link names evidence that has no name.
	named := func(e sqlite.HistoryEntry) int { return boolean(e.Field == "link") }
	ordered := slices.Clone(history)
	slices.SortStableFunc(ordered, func(a, b sqlite.HistoryEntry) int { return named(a) - named(b) })
	for _, e := range ordered {
		if !slices.Contains([]string{"name", "link", "text", "title"}, e.Field) || e.Object.Kind == "assessment" {
			continue
		}
		if name := start(said(e.To)); name != "" && names[e.Object] == "" {
			names[e.Object] = name
		}
	}
	return names
}

// start gives the start of a text, as a name for it.
func start(text string) string {
	const longest = 60
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if letters := []rune(line); len(letters) > longest {
		return strings.TrimSpace(string(letters[:longest])) + "…"
	}
	return line
}

// receiptEntries gives what the working group said.
func (f *Facade) receiptEntries(ctx context.Context, assessmentID string) ([]TimelineEntry, error) {
	submissions, err := f.submissions(ctx)
	if err != nil {
		return nil, err
	}
	var entries []TimelineEntry
	for _, s := range submissions {
		if s.AssessmentID == assessmentID && s.ReceivedAt != "" {
			entries = append(entries, TimelineEntry{
				At: s.ReceivedAt, What: string(s.State), From: "null", To: "null"})
		}
	}
	return entries, nil
}
