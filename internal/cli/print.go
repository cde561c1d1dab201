package cli

import (
	"encoding/json"
	"fmt"
	"text/tabwriter"
)

// print writes a result: as JSON when that is asked for, else by the function.
func (p *program) print(result any, plain func(w *tabwriter.Writer)) error {
	if p.json {
		encoder := json.NewEncoder(p.out)
		encoder.SetIndent("", "  ")
		return encoder.Encode(result)
	}
	w := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	plain(w)
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write result: %w", err)
	}
	return nil
}
