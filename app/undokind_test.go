package app

import (
	"testing"

	"toetssteen/internal/journal"
	"toetssteen/internal/sqlite"
)

func TestUndoKind(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		kind   journal.Kind
		fields []string
		more   int // further objects
		want   string
	}{
		"nothing":                {"", nil, -1, ""},
		"a verdict":              {"answer", []string{"verdict", "review"}, 0, "answer"},
		"a doubt":                {"answer", []string{"discuss"}, 0, "mark"},
		"who can tell":           {"answer", []string{"judge", "control"}, 0, "mark"},
		"several assigned":       {"answer", []string{"assignee"}, 11, "marks"},
		"a verdict with a doubt": {"answer", []string{"verdict", "discuss"}, 0, "answer"},
		"several answers":        {"answer", []string{"verdict"}, 3, "answers"},
		"a move":                 {"assessment", []string{"edition"}, 4, "move"},
		"a start":                {"assessment", []string{"service", "moment", "edition"}, 0, "assessment"},
		"an adoption":            {"assessment", []string{"stage", "adopted_on", "decision"}, 0, "stage"},
		"a stage and a cover":    {"assessment", []string{"stage", "cover"}, 0, "assessment"},
		"a cover":                {"assessment", []string{"cover"}, 0, "notification"},
		"what it builds on":      {"builds_on", []string{"holds"}, 0, "buildsOn"},
		"an action":              {"improvement_action", []string{"title"}, 0, "improvement"},
		"a comment":              {"comment", []string{"settled"}, 0, "comment"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			undone := sqlite.Undone{Fields: c.fields}
			for range c.more + 1 {
				undone.Objects = append(undone.Objects, journal.Object{Kind: c.kind, ID: "x"})
			}
			if got := undoKind(undone); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
