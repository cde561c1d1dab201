// Package steps measures a process that is described as a list of steps: how
// many the user takes, how often the channel changes, and which data is asked
// twice or is already known to government.
package steps

import (
	"slices"
	"unicode/utf8"

	"toetssteen/internal/fault"
)

// Who takes a step.
type Who string

// Those who take steps.
const (
	User         Who = "user"
	Municipality Who = "municipality"
	Other        Who = "other" // another authority or a partner
)

// Channel is the way that a step goes.
type Channel string

// The channels.
const (
	Website Channel = "website"
	App     Channel = "app"
	Email   Channel = "email"
	Phone   Channel = "phone"
	Counter Channel = "counter"
	Post    Channel = "post"
)

// Channels gives the channels, the digital ones first.
func Channels() []Channel { return []Channel{Website, App, Email, Phone, Counter, Post} }

// Step is one step of a process.
type Step struct {
	Title   string   `json:"title"`
	Who     Who      `json:"who"`
	Channel Channel  `json:"channel"`
	Asks    []string `json:"asks"` // data that the user has to give, in words
}

// Repeated is data that is asked more than once.
type Repeated struct {
	Data  string `json:"data"`
	Steps []int  `json:"steps"` // numbers, from 1, each once
}

// Known is data that is asked although government has it.
type Known struct {
	Data   string `json:"data"`
	Source string `json:"source"` // the authentic source that has it
	Steps  []int  `json:"steps"`  // numbers, from 1, each once
}

// Figures is what was measured of a process.
type Figures struct {
	Steps      int        `json:"steps"`    // that the user takes
	AllSteps   int        `json:"allSteps"` // also those of others
	Channels   []Channel  `json:"channels"` // that the user has to use
	Asked      int        `json:"asked"`    // pieces of data, each counted once
	AskedTwice []Repeated `json:"askedTwice"`
	Known      []Known    `json:"known"`
}

// Limits of a process.
const (
	maxSteps = 200
	maxAsks  = 100
	maxWords = 200 // characters of a title or a piece of data
)

// Measure measures a process. One without a step, and one that could not be
// shown, are fault.Invalid.
func Measure(process []Step) (Figures, error) {
	if err := check(process); err != nil {
		return Figures{}, err
	}
	f := Figures{AllSteps: len(process), Channels: []Channel{}, AskedTwice: []Repeated{}, Known: []Known{}}
	all := questions{byKey: make(map[key]*question)}
	for i, step := range process {
		if step.Who == User {
			f.Steps++
			if !slices.Contains(f.Channels, step.Channel) {
				f.Channels = append(f.Channels, step.Channel)
			}
		}
		for _, data := range step.Asks {
			for _, one := range apart(data) {
				all.add(i+1, one)
			}
		}
	}
	all.countParts()
	f.Asked = len(all.order)
	for _, k := range all.order {
		found := all.byKey[k]
		if steps := found.everywhere(); found.times > 1 || len(steps) > 1 {
			f.AskedTwice = append(f.AskedTwice, Repeated{Data: found.data, Steps: steps})
		}
		if source := authentic().sources[k.field]; source != "" {
			f.Known = append(f.Known, Known{Data: found.data, Source: source, Steps: found.steps})
		}
	}
	return f, nil
}

func check(process []Step) error {
	if len(process) == 0 {
		return fault.New(fault.Invalid, "error.steps_none", fault.Args{"field": "steps"})
	}
	if len(process) > maxSteps {
		return fault.New(fault.Invalid, "error.steps_too_many", fault.Args{"field": "steps", "Max": maxSteps})
	}
	for i, step := range process {
		args := fault.Args{"field": "steps", "Step": i + 1, "Max": maxWords}
		if !slices.Contains([]Who{User, Municipality, Other}, step.Who) || !slices.Contains(Channels(), step.Channel) {
			return fault.New(fault.Invalid, "error.step_incomplete", args)
		}
		if len(step.Asks) > maxAsks || slices.ContainsFunc(append([]string{step.Title}, step.Asks...), tooLong) {
			return fault.New(fault.Invalid, "error.step_too_long", args)
		}
	}
	return nil
}

func tooLong(s string) bool { return utf8.RuneCountInString(s) > maxWords }
