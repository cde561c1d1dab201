package strategy

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"sync"
)

// Each edition that was ever shipped stands in a folder of its own, and stays:
// assessments keep theirs. A new one is a new folder.
//
//go:embed catalogue/*/*.json
var embedded embed.FS

const editionsFolder = "catalogue"

// Shipped gives every edition that the program comes with, the earliest first.
// They are parsed once and shared. It panics if the embedded data are broken,
// which a test guards against.
func Shipped() []*Catalogue { return slices.Clone(shipped()) }

// Current gives the latest of them.
func Current() *Catalogue {
	all := shipped()
	return all[len(all)-1]
}

var shipped = sync.OnceValue(func() []*Catalogue {
	folders, err := fs.ReadDir(embedded, editionsFolder)
	if err != nil {
		panic(fmt.Sprintf("strategy: list editions: %v", err))
	}
	var all []*Catalogue
	for _, folder := range folders {
		files, err := fs.Sub(embedded, editionsFolder+"/"+folder.Name())
		if err != nil {
			panic(fmt.Sprintf("strategy: open edition %s: %v", folder.Name(), err))
		}
		c, err := Parse(files)
		if err != nil {
			panic(fmt.Sprintf("strategy: parse edition %s: %v", folder.Name(), err))
		}
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b *Catalogue) int { return Order(a.Edition.Edition, b.Edition.Edition) })
	return all
})
