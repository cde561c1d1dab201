//go:build smoke

package app

import (
	"context"
	"fmt"
	"math"
	"os"
	"time"
)

// started is, to within the loading of the program, when the process began.
var started = time.Now()

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

// Painted says on stderr how long it took to the first painted frame.
func (f *Facade) Painted(context.Context, Nothing) (Nothing, error) {
	fmt.Fprintf(os.Stderr, "start to second frame: %d ms\n", time.Since(started).Milliseconds())
	return Nothing{}, nil
}

func provoke(ctx context.Context, run func(ctx context.Context, js string)) {
	run(ctx, `requestAnimationFrame(() => requestAnimationFrame(() => window.go.app.Door.Call("Painted", "{}")));
	(async () => {
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
