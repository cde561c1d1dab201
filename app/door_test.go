package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"math"
	"strings"
	"testing"

	"toetssteen/internal/fault"
	"toetssteen/locales"
)

// wild has methods that do what a method must not.
type wild struct{}

type number struct {
	N float64 `json:"n"`
}

func (wild) Half(_ context.Context, in number) (number, error) { return number{in.N / 2}, nil }
func (wild) Panic(context.Context, Nothing) (number, error)    { panic("boom") }
func (wild) Nil(context.Context, Nothing) (number, error)      { var n *number; return *n, nil }
func (wild) NilMap(context.Context, Nothing) (number, error) {
	var m map[string]int
	m["x"] = 1
	return number{}, nil
}
func (wild) NaN(context.Context, Nothing) (number, error)      { return number{math.NaN()}, nil }
func (wild) Infinite(context.Context, Nothing) (number, error) { return number{math.Inf(1)}, nil }
func (wild) Full(context.Context, Nothing) (number, error) {
	return number{}, fault.Wrap(errors.New("no space left on device"), fault.Full, "error.disk_full", fault.Args{"Path": "D:"})
}
func (wild) Plain(context.Context, Nothing) (number, error) { return number{}, errors.New("plain") }
func (wild) Unspeakable(context.Context, Nothing) (number, error) {
	return number{}, fault.New(fault.Invalid, "error.month_unreadable", fault.Args{"Value": math.NaN()})
}
func (wild) NotForTheWindow(n int) int { return n }

func wildDoor(log *bytes.Buffer) *Door {
	dutch := func(context.Context) locales.Texts { return locales.In("nl") }
	return newDoor(context.Background(), wild{}, dutch, slog.New(slog.NewTextHandler(log, nil)))
}

func TestDoorAnswersWhateverHappens(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		method, input string
		code          fault.Code // "" for a result
		says          string
	}{
		"a result":                     {"Half", `{"n": 3}`, "", `"n":1.5`},
		"a panic":                      {"Panic", `{}`, fault.Internal, "Er ging iets mis in Toetssteen zelf"},
		"a nil dereference":            {"Nil", `{}`, fault.Internal, "Er ging iets mis"},
		"a write to a nil map":         {"NilMap", `{}`, fault.Internal, "Er ging iets mis"},
		"not a number":                 {"NaN", `{}`, fault.Internal, "Er ging iets mis"},
		"an infinite number":           {"Infinite", `{}`, fault.Internal, "Er ging iets mis"},
		"a fault":                      {"Full", `{}`, fault.Full, "De schijf met D: is vol"},
		"an error without a text":      {"Plain", `{}`, fault.Internal, "Er ging iets mis"},
		"a fault that JSON can't hold": {"Unspeakable", `{}`, fault.Internal, ""},
		"an unknown method":            {"Absent", `{}`, fault.NotFound, "Absent"},
		"another signature":            {"NotForTheWindow", `{}`, fault.NotFound, "NotForTheWindow"},
		"input that is not JSON":       {"Half", `{`, fault.Invalid, "niet te lezen"},
		"input of another type":        {"Half", `{"n": "three"}`, fault.Invalid, "niet te lezen"},
		"no input":                     {"Half", ``, fault.Invalid, "niet te lezen"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var log bytes.Buffer
			answer := wildDoor(&log).Call(c.method, c.input)
			var got struct {
				Result json.RawMessage
				Fault  *FaultView
			}
			if err := json.Unmarshal([]byte(answer), &got); err != nil {
				t.Fatalf("the answer is not JSON: %s", answer)
			}
			if !strings.Contains(answer, c.says) {
				t.Errorf("answer %s does not say %q", answer, c.says)
			}
			switch {
			case c.code == "" && got.Fault != nil:
				t.Errorf("fault %+v", got.Fault)
			case c.code != "" && (got.Fault == nil || got.Fault.Code != c.code || got.Result != nil):
				t.Errorf("answer %s, want code %s", answer, c.code)
			case c.code != "" && strings.Count(log.String(), "level=") != 1:
				t.Errorf("logged %d times, want once:\n%s", strings.Count(log.String(), "level="), log.String())
			}
		})
	}
}

func TestClosedDoorSaysWhy(t *testing.T) {
	t.Parallel()
	why := fault.New(fault.Newer, "error.database_newer", fault.Args{"Path": "/x", "Found": 2, "Known": 1})
	door := NewClosedDoor(t.Context(), why, Config{Language: "nl", Log: slog.New(slog.DiscardHandler)})
	if answer := door.Call("Session", "{}"); !strings.Contains(answer, "nieuwere versie van Toetssteen") {
		t.Errorf("got %s", answer)
	}
}
