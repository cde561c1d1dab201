package strategy_test

import (
	"os"
	"testing"

	"toetssteen/internal/strategy"
)

// Each edition stands in the folder of its number, so that none takes the
// place of another, and each later one carries on what the earlier replaced.
func TestShipped(t *testing.T) {
	folders, err := os.ReadDir("catalogue")
	if err != nil {
		t.Fatal(err)
	}
	shipped := strategy.Shipped()
	if len(shipped) != len(folders) || shipped[len(shipped)-1] != strategy.Current() {
		t.Fatalf("%d editions of %d folders", len(shipped), len(folders))
	}
	numbers := make(map[string]bool)
	for _, c := range shipped {
		numbers[c.Edition.Edition] = true
	}
	for _, folder := range folders {
		if !numbers[folder.Name()] {
			t.Errorf("the folder %s holds another edition", folder.Name())
		}
	}
}
