//go:build smoke

package app

import (
	"context"
	"math"
)

// The smoke build has methods that do what must never end the app, and calls
// them from the real window as soon as it is there. What came back is written
// into the page, where the test reads it through the accessibility tree.

// ProvokedView holds what JSON cannot.
type ProvokedView struct {
	Number float64 `json:"number"`
}

// ProvokeNaN returns a number that JSON cannot hold.
func (f *Facade) ProvokeNaN(context.Context, Nothing) (ProvokedView, error) {
	return ProvokedView{Number: math.NaN()}, nil
}

// ProvokeNil dereferences nothing.
func (f *Facade) ProvokeNil(context.Context, Nothing) (ProvokedView, error) {
	var view *ProvokedView
	return *view, nil
}

func provoke(ctx context.Context, run func(ctx context.Context, js string)) {
	run(ctx, `(async () => {
		const codes = [];
		for (const name of ["ProvokeNil", "ProvokeNaN"]) {
			const reply = JSON.parse(await window.go.app.Door.Call(name, "{}"));
			codes.push(name + "=" + reply.fault.code);
		}
		const note = document.createElement("p");
		note.textContent = "provoked: " + codes.join(" ");
		document.body.append(note);
	})()`)
}
