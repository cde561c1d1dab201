package cli

import (
	"fmt"
	"runtime"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"toetssteen/internal/strategy"
)

// version says which program this is.
func (p *program) version() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: p.text("cli.version"), Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			edition := strategy.Current().Edition.Edition
			return p.print(map[string]string{"version": Version, "catalogue": edition, "go": runtime.Version()}, func(w *tabwriter.Writer) {
				fmt.Fprintf(w, "Toetssteen %s (%s %s, %s)\n", Version, p.text("cli.version.catalogue"), edition, runtime.Version())
			})
		},
	}
}
