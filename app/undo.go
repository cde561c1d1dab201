package app

import (
	"cmp"
	"context"

	"toetssteen/internal/journal"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
)

// UndoView says what was taken back, or done again, and where it shows. Each
// id is "" where there is nothing to go to.
type UndoView struct {
	Undone       bool   `json:"undone"`  // false: there was nothing
	Kind         string `json:"kind"`    // see undoKind
	Subject      string `json:"subject"` // what it was about, to read; for a move, the edition that is used now
	Count        int    `json:"count"`   // things of that kind that it changed
	Kept         int    `json:"kept"`    // fields that were changed again since, left alone
	ServiceID    string `json:"serviceId"`
	AssessmentID string `json:"assessmentId"`
	Criterion    string `json:"criterion"`
}

// Undo takes back the latest change of this device, also one of yesterday.
func (f *Facade) Undo(ctx context.Context, _ Nothing) (UndoView, error) {
	last, err := f.store.LastUndoable(ctx)
	if err != nil {
		return UndoView{}, err
	}
	before := f.subject(ctx, last)
	undone, err := f.store.Undo(ctx, f.role(ctx))
	return f.undoView(ctx, undone, before), err
}

// Redo makes the change again that the latest undo took back, as long as this
// device changed nothing else since.
func (f *Facade) Redo(ctx context.Context, _ Nothing) (UndoView, error) {
	last, err := f.store.LastRedoable(ctx)
	if err != nil {
		return UndoView{}, err
	}
	before := f.subject(ctx, last)
	redone, err := f.store.Redo(ctx, f.role(ctx))
	return f.undoView(ctx, redone, before), err
}

// subject tells what a change is about, as far as that is known now: what can't
// be named stays without a name.
func (f *Facade) subject(ctx context.Context, of sqlite.Undone) sqlite.Subject {
	if len(of.Objects) == 0 {
		return sqlite.Subject{}
	}
	about, err := f.store.Subject(ctx, of.Objects[0])
	if err != nil {
		f.config.Log.Warn("name what is undone", "error", err)
	}
	return about
}

// undoView says what was done. A change that made something has its name
// before it is undone, one that is done again has it after.
func (f *Facade) undoView(ctx context.Context, undone sqlite.Undone, before sqlite.Subject) UndoView {
	if len(undone.Objects) == 0 {
		return UndoView{}
	}
	object := undone.Objects[0]
	view := UndoView{Undone: true, Kind: undoKind(undone), Kept: undone.Kept}
	for _, other := range undone.Objects {
		if other.Kind == object.Kind {
			view.Count++
		}
	}
	after := f.subject(ctx, undone)
	about := sqlite.Subject{
		Name: cmp.Or(after.Name, before.Name), Service: cmp.Or(after.Service, before.Service),
		Assessment: cmp.Or(after.Assessment, before.Assessment), Criterion: cmp.Or(after.Criterion, before.Criterion),
	}
	view.Subject, view.Criterion = about.Name, about.Criterion
	lang := strategy.Language(f.language(ctx))
	service, err := f.store.Service(ctx, about.Service)
	if err == nil {
		view.ServiceID = service.ID
	}
	a, catalogue, err := f.assessment(ctx, about.Assessment)
	if err != nil {
		catalogue = nil
	} else {
		view.AssessmentID = a.ID
	}
	switch view.Kind {
	case "move":
		view.Subject = a.Edition
	case "measurement":
		if catalogue == nil {
			break
		}
		if indicator, err := catalogue.Indicator(strategy.IndicatorCode(about.Name)); err == nil {
			view.Criterion, view.Subject = string(indicator.Criterion), indicator.Label.In(lang)
		}
	case "answer", "mark", "comment", "evidence":
		if catalogue == nil || view.Subject != "" {
			break
		}
		if criterion, err := catalogue.Criterion(strategy.CriterionCode(about.Criterion)); err == nil {
			view.Subject = criterion.Label.In(lang)
		}
	case "scope": // its name is the code of the question
		view.Subject = service.Name
		if catalogue == nil {
			break
		}
		if question, is := catalogue.ScopeQuestion(about.Name); is {
			view.Subject = question.Question.In(lang)
		}
	case "answers", "marks", "assessment", "carry", "stage", "notification", "buildsOn":
		view.Subject = service.Name
	}
	return view
}

// fieldsOf divides what can change about an object into what people call by
// different names.
var fieldsOf = map[journal.Kind]map[string]string{
	"answer":     {"judge": "mark", "control": "mark", "discuss": "mark", "assignee": "mark"},
	"assessment": {"edition": "move", "previous": "carry", "stage": "stage", "stage_note": "stage", "stage_saw": "stage", "reviewer": "stage", "adopted_on": "stage", "decision": "stage", "cover": "notification", "correction": "notification"},
}

// undoKind gives the word for what a change is about: its kind in the journal,
// unless people call it otherwise; "" for no change.
func undoKind(undone sqlite.Undone) string {
	if len(undone.Objects) == 0 {
		return ""
	}
	kind := string(undone.Objects[0].Kind)
	switch kind {
	case "builds_on":
		return "buildsOn"
	case "improvement_action":
		return "improvement"
	}
	part := ""
	for i, field := range undone.Fields {
		name := fieldsOf[undone.Objects[0].Kind][field]
		if name == "" || i > 0 && name != part {
			part = ""
			break
		}
		part = name
	}
	switch {
	case part == "mark" && len(undone.Objects) > 1:
		return "marks"
	case part != "":
		return part
	case kind == "answer" && len(undone.Objects) > 1:
		return "answers"
	}
	return kind
}
