package app

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/journal"
	"toetssteen/internal/sqlite"
	"toetssteen/internal/strategy"
)

// ConflictView is a thing on which two laptops disagree.
type ConflictView struct {
	Kind         string       `json:"kind"`
	Object       string       `json:"object"`
	Title        string       `json:"title"` // what it is about, to read
	Service      string       `json:"service"`
	AssessmentID string       `json:"assessmentId"` // where it shows; "" for none
	Moment       string       `json:"moment"`       // of that assessment
	StartedAt    string       `json:"startedAt"`    // of that assessment
	Criterion    string       `json:"criterion"`
	Removal      bool         `json:"removal"`  // one removed it, another changed it
	Sides        []SideView   `json:"sides"`    // of a removal: who removed it
	Unseen       []UnseenView `json:"unseen"`   // of a removal: what others said about it
	Joinable     bool         `json:"joinable"` // only texts differ: both can be kept
}

// SideView is what one person says.
type SideView struct {
	Role       string      `json:"role"`
	Device     string      `json:"device"`
	Own        bool        `json:"own"` // this device
	At         string      `json:"at"`
	Fields     []FieldView `json:"fields"`
	Operations []string    `json:"operations"` // what choosing it chooses
}

// FieldView is a field with a value, as JSON text.
type FieldView struct {
	Field string `json:"field"`
	Value string `json:"value"`
}

// UnseenView is a change that whoever removed the thing did not know.
type UnseenView struct {
	Role      string `json:"role"`
	Device    string `json:"device"`
	Own       bool   `json:"own"`
	At        string `json:"at"`
	Kind      string `json:"kind"`
	Criterion string `json:"criterion"`
	Title     string `json:"title"`
	FieldView
}

// ConflictsView lists them, the latest first.
type ConflictsView struct {
	Conflicts []ConflictView `json:"conflicts"`
}

// Conflicts gives all that laptops disagree on.
func (f *Facade) Conflicts(ctx context.Context, _ Nothing) (ConflictsView, error) {
	found, err := f.store.Conflicts(ctx)
	if err != nil {
		return ConflictsView{}, err
	}
	view := ConflictsView{Conflicts: []ConflictView{}}
	for _, c := range found {
		view.Conflicts = append(view.Conflicts, f.conflictView(ctx, c))
	}
	return view, nil
}

// ObjectInput names a thing of the journal.
type ObjectInput struct {
	Kind   string `json:"kind"`
	Object string `json:"object"`
}

// Conflict gives the conflict on one thing: a list of one, or of none.
func (f *Facade) Conflict(ctx context.Context, in ObjectInput) (ConflictsView, error) {
	found, err := f.store.Conflict(ctx, journal.Object{Kind: journal.Kind(in.Kind), ID: in.Object})
	view := ConflictsView{Conflicts: []ConflictView{}}
	if err == nil && (len(found.Fields) > 0 || len(found.Removals) > 0) {
		view.Conflicts = append(view.Conflicts, f.conflictView(ctx, found))
	}
	return view, err
}

// SettleInput chooses.
type SettleInput struct {
	Kind       string   `json:"kind"`
	Object     string   `json:"object"`
	Operations []string `json:"operations"` // of the side that is chosen; all of them with Join
	Join       bool     `json:"join"`       // keep all texts, the oldest first
	Removal    string   `json:"removal"`    // of a removal: "stays" or "back"
}

// Settle settles a conflict as one change, which an undo takes back.
func (f *Facade) Settle(ctx context.Context, in SettleInput) (ConflictsView, error) {
	object := journal.Object{Kind: journal.Kind(in.Kind), ID: in.Object}
	if in.Removal != "" {
		if err := f.store.SettleRemoval(ctx, f.role(ctx), object, in.Removal == "stays"); err != nil {
			return ConflictsView{}, err
		}
		return f.Conflicts(ctx, Nothing{})
	}
	conflict, err := f.store.Conflict(ctx, object)
	if err != nil {
		return ConflictsView{}, err
	}
	choices, err := chosen(conflict, in)
	if err != nil {
		return ConflictsView{}, err
	}
	if !in.Join { // the whole answer of that side
		along, err := f.store.Along(ctx, conflict, operationIDs(in.Operations)...)
		if err != nil {
			return ConflictsView{}, err
		}
		choices = append(choices, along...)
	}
	if err := f.store.Settle(ctx, f.role(ctx), object, choices...); err != nil {
		return ConflictsView{}, err
	}
	return f.Conflicts(ctx, Nothing{})
}

// chosen gives what a choice means for each field. What is not in conflict any
// more, because somebody chose already, is refused.
func chosen(conflict sqlite.Conflict, in SettleInput) ([]sqlite.Choice, error) {
	var choices []sqlite.Choice
	found := 0
	for _, d := range conflict.Fields {
		var picked []json.RawMessage
		for _, v := range slices.Backward(d.Versions) { // the oldest first
			if slices.Contains(in.Operations, string(v.Operation.ID)) {
				picked = append(picked, v.Operation.Value)
				found++
			}
		}
		switch {
		case len(picked) == 0:
		case in.Join && joinable(conflict.Object.Kind, d.Field):
			value, err := joined(conflict.Object.Kind, d.Field, picked)
			if err != nil {
				return nil, err
			}
			choices = append(choices, sqlite.Choice{Field: d.Field, Value: value})
		default:
			choices = append(choices, sqlite.Choice{Field: d.Field, Value: picked[len(picked)-1]})
		}
	}
	if found != len(in.Operations) || found == 0 {
		return nil, fault.New(fault.Conflict, "error.conflict_settled", nil)
	}
	return choices, nil
}

// joinable tells whether two values of a field can stand below each other.
func joinable(kind journal.Kind, field string) bool {
	_, can := longestJoined[string(kind)+"."+field]
	return can
}

// joined puts texts below each other, each once.
func joined(kind journal.Kind, field string, values []json.RawMessage) (json.RawMessage, error) {
	var texts []string
	for _, value := range values {
		var text string
		if err := json.Unmarshal(value, &text); err != nil {
			continue // emptied: there is nothing to keep
		}
		if text = strings.TrimSpace(text); text != "" && !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	all := strings.Join(texts, "\n\n")
	if longest := longestJoined[string(kind)+"."+field]; utf8.RuneCountInString(all) > longest {
		return nil, fault.New(fault.Invalid, "error.text_too_long", fault.Args{"Max": longest, "field": field})
	}
	return json.Marshal(all)
}

// longestJoined holds the texts that can be joined, with the limit of each.
var longestJoined = map[string]int{
	"answer.explanation":      assessment.MaxExplanation,
	"comment.text":            assessment.MaxComment,
	"measurement.note":        assessment.MaxNote,
	"improvement_action.note": assessment.MaxRemark,
	"improvement_action.plan": assessment.MaxPlan,
	"assessment.stage_note":   assessment.MaxStageNote,
	"assessment.cover":        assessment.MaxCover,
	"assessment.correction":   assessment.MaxCorrection,
}

func (f *Facade) conflictView(ctx context.Context, c sqlite.Conflict) ConflictView {
	view := ConflictView{
		Kind: string(c.Object.Kind), Object: c.Object.ID, Removal: len(c.Removals) > 0,
		Sides: []SideView{}, Unseen: []UnseenView{}, Joinable: len(c.Removals) == 0,
	}
	about := f.about(ctx, c.Object)
	view.Title, view.Service, view.AssessmentID, view.Criterion = about.title, about.service, about.assessmentID, about.criterion
	of, started, err := f.store.Started(ctx, about.assessmentID)
	if err != nil {
		f.config.Log.Warn("find assessment of conflict", "kind", c.Object.Kind, "object", c.Object.ID, "error", err)
	}
	view.Moment, view.StartedAt = string(of), moment(started)
	if view.Removal {
		view.Sides = f.sides(journal.FieldRemoved, c.Removals, view.Sides, true)
		for _, v := range c.Unseen {
			if sqlite.Silent(v.Operation.Object.Kind, v.Operation.Field) {
				continue
			}
			part := f.about(ctx, v.Operation.Object)
			view.Unseen = append(view.Unseen, UnseenView{
				Role: v.By.User, Device: shortDevice(v.By.Device), Own: v.By.Device == f.store.Device(), At: moment(v.By.At.Time()),
				Kind: string(v.Operation.Object.Kind), Criterion: part.criterion, Title: part.title,
				FieldView: FieldView{v.Operation.Field, string(v.Operation.Value)},
			})
		}
		return view
	}
	for _, d := range c.Fields {
		shown := !sqlite.Silent(c.Object.Kind, d.Field)
		view.Sides = f.sides(d.Field, d.Versions, view.Sides, shown)
		view.Joinable = view.Joinable && (!shown || joinable(c.Object.Kind, d.Field))
	}
	f.addWholes(ctx, c, &view)
	for _, s := range view.Sides { // what is chosen before what explains it
		slices.SortStableFunc(s.Fields, func(a, b FieldView) int { return boolean(a.prose(c.Object.Kind)) - boolean(b.prose(c.Object.Kind)) })
	}
	view.Sides = slices.DeleteFunc(view.Sides, func(s SideView) bool { return len(s.Fields) == 0 })
	slices.SortStableFunc(view.Sides, func(a, b SideView) int {
		return cmp.Or(boolean(b.Own)-boolean(a.Own), cmp.Compare(b.At, a.At))
	})
	return view
}

func (v FieldView) prose(kind journal.Kind) bool { return joinable(kind, v.Field) }

func boolean(is bool) int {
	if is {
		return 1
	}
	return 0
}

// sides adds the versions of a field to what each person says.
func (f *Facade) sides(field string, versions []sqlite.Version, sides []SideView, shown bool) []SideView {
	for _, v := range versions {
		device := shortDevice(v.By.Device)
		i := slices.IndexFunc(sides, func(s SideView) bool {
			return s.Device == device && s.Role == v.By.User && !slices.ContainsFunc(s.Fields, func(f FieldView) bool { return f.Field == field })
		})
		if i < 0 {
			i = len(sides)
			sides = append(sides, SideView{Role: v.By.User, Device: device, Own: v.By.Device == f.store.Device(), Fields: []FieldView{}, Operations: []string{}})
		}
		sides[i].At = max(sides[i].At, moment(v.By.At.Time()))
		sides[i].Operations = append(sides[i].Operations, string(v.Operation.ID))
		if shown {
			sides[i].Fields = append(sides[i].Fields, FieldView{field, string(v.Operation.Value)})
		}
	}
	return sides
}

// subject is what a thing of the journal is about.
type subject struct{ title, service, assessmentID, criterion string }

// about finds that out, as far as it is known here, also of what was removed.
func (f *Facade) about(ctx context.Context, object journal.Object) subject {
	named, err := f.store.Subject(ctx, object)
	if err != nil {
		f.config.Log.Warn("find subject of conflict", "kind", object.Kind, "object", object.ID, "error", err)
	}
	s := subject{title: named.Name, assessmentID: named.Assessment, criterion: named.Criterion}
	// Also the name of a service that was removed.
	if service, err := f.store.Subject(ctx, journal.Object{Kind: "service", ID: named.Service}); err == nil {
		s.service = service.Name
	}
	lang := strategy.Language(f.language(ctx))
	switch {
	case object.Kind == "measurement":
		_, code, _ := strings.Cut(object.ID, "/")
		indicator := f.indicatorOf(strategy.IndicatorCode(code))
		s.criterion, s.title = string(indicator.Criterion), indicator.Label.In(lang)
	case s.criterion != "" && s.title == "":
		s.title = f.labelOf(strategy.CriterionCode(s.criterion), lang)
	}
	return s
}

// agreed refuses an assessment on which laptops disagree.
func (f *Facade) agreed(ctx context.Context, assessmentID string) error {
	a, err := f.store.Assessment(ctx, assessmentID)
	if err != nil {
		return err
	}
	return f.requireAgreement(ctx, a)
}

// requireAgreement refuses what waits until laptops agree: on an assessment,
// on what belongs to it, and on its service.
func (f *Facade) requireAgreement(ctx context.Context, a assessment.Assessment) error {
	of, err := f.store.ConflictsOf(ctx, a.ID)
	if err != nil {
		return err
	}
	service, err := f.store.Conflict(ctx, journal.Object{Kind: "service", ID: a.ServiceID})
	if err != nil {
		return err
	}
	count := len(of)
	if len(service.Fields) > 0 {
		count++
	}
	if count > 0 {
		return fault.New(fault.Conflict, "error.conflicts_open", fault.Args{"Count": count})
	}
	return nil
}
