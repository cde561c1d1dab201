//go:build !windows

package cli

// attachConsole does nothing: programs have their console here.
func attachConsole() {}
