package app

import (
	"context"
	"slices"

	"toetssteen/internal/journal"
	"toetssteen/internal/sqlite"
)

// addWholes adds to what each side says in a conflict what goes along with it:
// the text of the chosen answer, the note of the chosen stage.
func (f *Facade) addWholes(ctx context.Context, c sqlite.Conflict, view *ConflictView) {
	shown := make(map[string]bool)
	wholes := make([][]sqlite.Choice, len(view.Sides))
	for i, side := range view.Sides {
		along, err := f.store.Along(ctx, c, operationIDs(side.Operations)...)
		if err != nil {
			f.config.Log.Warn("find what goes along with a side of a conflict", "kind", c.Object.Kind, "object", c.Object.ID, "error", err)
		}
		wholes[i] = along
		for _, choice := range along {
			shown[choice.Field] = shown[choice.Field] || string(choice.Value) != "null"
		}
	}
	for _, d := range c.Fields {
		shown[d.Field] = true
	}
	for i := range view.Sides {
		side := &view.Sides[i]
		for _, choice := range wholes[i] {
			if shown[choice.Field] && !sqlite.Silent(c.Object.Kind, choice.Field) {
				side.Fields = append(side.Fields, FieldView{choice.Field, string(choice.Value)})
			}
		}
		slices.SortStableFunc(side.Fields, func(a, b FieldView) int { return order(a.Field) - order(b.Field) })
	}
	view.Joinable = view.Joinable && !othersDiffer(c.Object.Kind, view.Sides)
}

// sideFields is the order in which the fields of a side are read, for those of
// which the order says something.
var sideFields = []string{"verdict", "review", "judge", "control", "stage", "reviewer", "adopted_on", "decision"}

func order(field string) int {
	if i := slices.Index(sideFields, field); i >= 0 {
		return i
	}
	return len(sideFields)
}

// othersDiffer tells whether sides differ in more than texts that can stand
// below each other.
func othersDiffer(kind journal.Kind, sides []SideView) bool {
	values := make(map[string]string)
	for _, side := range sides {
		for _, field := range side.Fields {
			if said, known := values[field.Field]; known && said != field.Value && !joinable(kind, field.Field) {
				return true
			}
			values[field.Field] = field.Value
		}
	}
	return false
}

func operationIDs(names []string) []journal.ID {
	ids := make([]journal.ID, 0, len(names))
	for _, name := range names {
		ids = append(ids, journal.ID(name))
	}
	return ids
}
