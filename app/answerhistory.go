package app

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
)

// HistoryLineView is what changed in one respect.
type HistoryLineView struct {
	Field   string `json:"field"`   // verdict, explanation, review, judge, control, discuss, assignee, measurement, evidence, comment or settled
	Subject string `json:"subject"` // an indicator, or the comment that was settled; else ""
	From    string `json:"from"`    // "" for nothing
	To      string `json:"to"`      // "" for nothing
}

// HistoryView is one change to an answer.
type HistoryView struct {
	Change  string            `json:"change"`
	Object  string            `json:"object"` // what of the answer was changed, to put it back
	At      string            `json:"at"`
	User    string            `json:"user"`
	Undone  bool              `json:"undone"`  // it was taken back later
	Undoes  bool              `json:"undoes"`  // it takes another back
	PutBack bool              `json:"putBack"` // what it gave is not what stands now
	Lines   []HistoryLineView `json:"lines"`
}

// HistoriesView is the history of an answer, the latest first.
type HistoriesView struct {
	Entries []HistoryView `json:"entries"`
}

// AnswerHistory gives every change to an answer, what was undone too.
func (f *Facade) AnswerHistory(ctx context.Context, in CriterionInput) (HistoriesView, error) {
	h, err := f.answerHistory(ctx, in)
	if err != nil {
		return HistoriesView{}, err
	}
	view := HistoriesView{Entries: []HistoryView{}}
	for _, group := range h.groups {
		lines := h.lines(group)
		if len(lines) == 0 {
			continue
		}
		first := group[0]
		view.Entries = append(view.Entries, HistoryView{
			Change: string(first.Change), Object: objectName(first.Object), At: moment(first.At), User: first.User,
			Undone: first.Undone, Undoes: first.Undoes != "", PutBack: h.differs(h.edits(group)), Lines: lines,
		})
	}
	return view, nil
}

// PutBackInput names an earlier change to an answer.
type PutBackInput struct {
	AssessmentID string                 `json:"assessmentId"`
	Criterion    strategy.CriterionCode `json:"criterion"`
	Change       string                 `json:"change"`
	Object       string                 `json:"object"`
}

// PutBack gives an answer again what an earlier change gave it, as a new
// change: nothing of the history goes away.
func (f *Facade) PutBack(ctx context.Context, in PutBackInput) (SavedAnswer, error) {
	h, err := f.answerHistory(ctx, CriterionInput{AssessmentID: in.AssessmentID, Criterion: in.Criterion})
	if err != nil {
		return SavedAnswer{}, err
	}
	for _, group := range h.groups {
		if string(group[0].Change) != in.Change || objectName(group[0].Object) != in.Object {
			continue
		}
		if err := f.store.PutBack(ctx, f.role(ctx), h.edits(group)...); err != nil {
			return SavedAnswer{}, err
		}
		return f.savedAnswer(ctx, in.AssessmentID, in.Criterion)
	}
	return SavedAnswer{}, fault.New(fault.NotFound, "error.history_not_found", nil)
}

func objectName(o journal.Object) string { return string(o.Kind) + ":" + o.ID }

// history is what happened to one answer: the changes to each object apart.
type history struct {
	catalogue *strategy.Catalogue
	lang      strategy.Language
	groups    [][]sqlite.HistoryEntry
	now       map[place]json.RawMessage // what stands; of a conflict, the one shown first
	names     map[journal.Object]string // of evidence, and the texts of comments
}

type place struct {
	object journal.Object
	field  string
}

func (f *Facade) answerHistory(ctx context.Context, in CriterionInput) (history, error) {
	_, catalogue, err := f.assessment(ctx, in.AssessmentID)
	if err != nil {
		return history{}, err
	}
	if _, err := catalogue.Criterion(in.Criterion); err != nil {
		return history{}, fault.Wrap(err, fault.Invalid, "error.criterion_unknown",
			fault.Args{"Criterion": string(in.Criterion), "Edition": catalogue.Edition.Edition})
	}
	var indicators []strategy.IndicatorCode
	for _, i := range catalogue.Indicators {
		if i.Criterion == in.Criterion {
			indicators = append(indicators, i.Code)
		}
	}
	entries, err := f.store.AnswerHistory(ctx, in.AssessmentID, in.Criterion, indicators...)
	if err != nil {
		return history{}, err
	}
	h := history{
		catalogue: catalogue, lang: strategy.Language(f.language(ctx)),
		now: make(map[place]json.RawMessage), names: make(map[journal.Object]string),
	}
	at := make(map[string]int)
	for _, e := range entries {
		key := string(e.Change) + objectName(e.Object)
		i, found := at[key]
		if !found {
			i = len(h.groups)
			at[key], h.groups = i, append(h.groups, nil)
		}
		h.groups[i] = append(h.groups[i], e)
		p := place{e.Object, e.Field}
		if _, known := h.now[p]; e.Stands && !known {
			h.now[p] = e.To
		}
		if slices.Contains([]string{"name", "link", "text"}, e.Field) {
			if name := said(e.To); name != "" && (h.names[e.Object] == "" || e.Field == "name") {
				h.names[e.Object] = name
			}
		}
	}
	return h, nil
}

// edits gives what puts the fields of a change back. What was taken away
// comes back with them.
func (h history) edits(group []sqlite.HistoryEntry) []journal.Edit {
	var edits []journal.Edit
	for _, e := range group {
		if e.Field == "removed" && said(e.To) != "" {
			return nil // the way to take it away is to take it away
		}
		// Of a conflict that an undo brought back, the one shown first.
		if !slices.ContainsFunc(edits, func(other journal.Edit) bool { return other.Field == e.Field }) {
			edits = append(edits, journal.Edit{Object: e.Object, Field: e.Field, Value: e.To})
		}
	}
	if kind := group[0].Object.Kind; kind == "evidence" || kind == "comment" {
		edits = append(edits, journal.Edit{Object: group[0].Object, Field: "removed", Value: json.RawMessage("null")})
	}
	return edits
}

func (h history) differs(edits []journal.Edit) bool {
	return slices.ContainsFunc(edits, func(e journal.Edit) bool {
		value, _ := e.Value.(json.RawMessage)
		now, there := h.now[place{e.Object, e.Field}]
		if !there {
			now = json.RawMessage("null")
		}
		return !bytes.Equal(value, now)
	})
}

// lines tells what changed.
func (h history) lines(group []sqlite.HistoryEntry) []HistoryLineView {
	switch group[0].Object.Kind {
	case "measurement":
		return h.measured(group)
	case "evidence":
		return h.attached(group, "evidence", "hash", "link")
	case "comment":
		return h.attached(group, "comment", "text")
	}
	var lines []HistoryLineView
	for _, field := range []string{"verdict", "explanation", "review", "judge", "control", "discuss", "assignee"} {
		for _, e := range group {
			if e.Field == field {
				lines = append(lines, HistoryLineView{Field: field, From: said(e.From), To: said(e.To)})
			}
		}
	}
	return merged(lines)
}

// merged leaves out lines that say nothing new. Where an undo brought a
// conflict back, a field has a line for each of its values, and the one that
// had been chosen did not change.
func merged(lines []HistoryLineView) []HistoryLineView {
	var kept []HistoryLineView
	for _, line := range lines {
		several := slices.ContainsFunc(lines, func(other HistoryLineView) bool { return other.Field == line.Field && other != line })
		if slices.Contains(kept, line) || several && line.From == line.To {
			continue
		}
		kept = append(kept, line)
	}
	return kept
}

func (h history) measured(group []sqlite.HistoryEntry) []HistoryLineView {
	var lines []HistoryLineView
	for _, e := range group {
		if e.Field != "value" {
			continue
		}
		line := HistoryLineView{Field: "measurement", Subject: string(e.Indicator), From: said(e.From), To: said(e.To)}
		if i, err := h.catalogue.Indicator(e.Indicator); err == nil {
			line.Subject = i.Label.In(h.lang)
		}
		lines = append(lines, line)
	}
	return lines
}

// attached tells that something was added or taken away, by the fields that
// hold it, or that a comment was settled.
func (h history) attached(group []sqlite.HistoryEntry, what string, holds ...string) []HistoryLineView {
	name := h.names[group[0].Object]
	for _, e := range group {
		gone := said(e.To) == ""
		if e.Field == "removed" {
			gone = !gone
		} else if e.Field == "settled" {
			return []HistoryLineView{{Field: "settled", Subject: name, From: said(e.From), To: said(e.To)}}
		} else if !slices.Contains(holds, e.Field) {
			continue
		}
		if gone {
			return []HistoryLineView{{Field: what, From: name}}
		}
		return []HistoryLineView{{Field: what, To: name}}
	}
	return nil
}

// said writes a value of the journal as text, "" for nothing.
func said(value json.RawMessage) string {
	var text string
	if json.Unmarshal(value, &text) == nil {
		return text
	}
	if s := strings.TrimSpace(string(value)); s != "null" {
		return s
	}
	return ""
}
