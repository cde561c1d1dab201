package app

import (
	"context"
	"fmt"
	"io/fs"
	"sync/atomic"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"toetssteen/internal/fault"
	"toetssteen/locales"
)

// Window sizes in CSS pixels; the smallest is what UX asks every screen to
// work from.
const (
	width, height       = 1280, 800
	minWidth, minHeight = 640, 480
)

// closing is the event that asks the window to save what it still holds.
const closing = "closing"

// RunWindow opens the window and returns when it is closed. Where the data
// folder cannot be opened, the window opens all the same and says why: a
// program without a console has no other place to say it.
func RunWindow(ctx context.Context, frontend fs.FS, config Config) error {
	var window windowEvents
	config.Emit = window.emit
	config.Show, config.Reveal, config.Browse = openFile, openFolder, openFile
	door, facade := openDoor(ctx, config)
	if facade != nil {
		defer facade.logClose()
	}
	return run(&options.App{
		Title:         locales.In(config.Language).Text("app.name", nil),
		Width:         width,
		Height:        height,
		MinWidth:      minWidth,
		MinHeight:     minHeight,
		AssetServer:   &assetserver.Options{Assets: frontend},
		Bind:          []any{door},
		OnStartup:     window.start,
		OnDomReady:    func(ctx context.Context) { provoke(ctx, runtime.WindowExecJS) },
		OnBeforeClose: window.beforeClose,
		// Without this, NVIDIA drivers leave the window blank: wailsapp/wails#2977.
		Linux: &linux.Options{ProgramName: "toetssteen", WebviewGpuPolicy: linux.WebviewGpuPolicyNever},
	})
}

// run runs the window. Without a display, or in a build without a window, it
// says so: GTK's binding panics, Wails' own error is for programmers.
func run(window *options.App) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fault.Wrap(fmt.Errorf("open window: %v", cause), fault.Unavailable, "error.window_unavailable", nil)
		}
	}()
	if err := wails.Run(window); err != nil {
		return fault.Wrap(fmt.Errorf("open window: %w", err), fault.Unavailable, "error.window_unavailable", nil)
	}
	return nil
}

// openDoor opens the data folder, and a door that tells why where it can't.
func openDoor(ctx context.Context, config Config) (*Door, *Facade) {
	facade, err := Open(ctx, config)
	if err != nil {
		return NewClosedDoor(ctx, err, config), nil
	}
	return NewDoor(ctx, facade), facade
}

func (f *Facade) logClose() {
	if err := f.Close(); err != nil {
		f.config.Log.Error("close data folder", "error", err)
	}
}

// windowEvents sends events to the window once it is there.
type windowEvents struct {
	ctx   atomic.Pointer[context.Context]
	asked atomic.Bool
}

func (w *windowEvents) start(ctx context.Context) { w.ctx.Store(&ctx) }

func (w *windowEvents) emit(event string, data any) {
	if ctx := w.ctx.Load(); ctx != nil {
		runtime.EventsEmit(*ctx, event, data)
	}
}

// beforeClose asks the window to save what was typed last; it closes itself
// when that is done. Asked a second time, it closes at once.
func (w *windowEvents) beforeClose(context.Context) (prevent bool) {
	if w.asked.Swap(true) {
		return false
	}
	w.emit(closing, nil)
	return true
}
