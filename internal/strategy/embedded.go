package strategy

import (
	"embed"
	"fmt"
	"io/fs"
	"sync"
)

//go:embed catalogue/*.json
var embedded embed.FS

func embeddedFiles() fs.FS {
	files, err := fs.Sub(embedded, "catalogue")
	if err != nil {
		panic(fmt.Sprintf("strategy: open embedded catalogue: %v", err))
	}
	return files
}

// Shipped gives every edition that the program comes with, the earliest first.
// One that was ever released stays: assessments keep theirs.
func Shipped() []*Catalogue { return []*Catalogue{Current()} }

// Current gives the embedded edition. It is parsed once and shared. It panics
// if the embedded data is broken, which a test guards against.
func Current() *Catalogue { return current() }

var current = sync.OnceValue(func() *Catalogue {
	c, err := Parse(embeddedFiles())
	if err != nil {
		panic(fmt.Sprintf("strategy: parse embedded catalogue: %v", err))
	}
	return c
})
