// Toetssteen assesses the digital services of local authorities against the
// criteria of the Flemish digital-service strategy.
package main

import (
	"embed"
	"fmt"
	"io/fs"
	"os"

	"toetssteen/internal/cli"
)

//go:embed all:frontend/dist
var files embed.FS

func main() {
	frontend, err := fs.Sub(files, "frontend/dist")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(cli.Failed)
	}
	os.Exit(cli.Main(os.Args[1:], frontend))
}
