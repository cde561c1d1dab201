package cli

import (
	"os"

	"golang.org/x/sys/windows"
)

// attachConsole gives the program the console of whoever started it: a GUI
// program on Windows has none of its own, and its output would vanish.
func attachConsole() {
	const parent = ^uintptr(0) // ATTACH_PARENT_PROCESS
	attach := windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")
	if attached, _, _ := attach.Call(parent); attached == 0 {
		return // started from the desktop, or the output is redirected already
	}
	for _, stream := range []struct {
		file   **os.File
		device string
	}{{&os.Stdout, "CONOUT$"}, {&os.Stderr, "CONOUT$"}} {
		if _, err := (*stream.file).Stat(); err == nil {
			continue // redirected to a file or pipe
		}
		if console, err := os.OpenFile(stream.device, os.O_RDWR, 0); err == nil {
			*stream.file = console
		}
	}
}
