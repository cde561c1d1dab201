package cli

import (
	"fmt"
	"runtime"
	"text/tabwriter"

	"github.com/spf13/cobra"
)

// version says which program this is, and where its data stand.
func (p *program) version() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: p.text("cli.version"), Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			folder, err := p.folderInUse()
			if err != nil {
				return err
			}
			catalogue, err := p.catalogueInUse()
			if err != nil {
				return err
			}
			edition := catalogue.Edition.Edition
			return p.print(map[string]string{"version": Version, "catalogue": edition, "go": runtime.Version(), "data": folder}, func(w *tabwriter.Writer) {
				fmt.Fprintf(w, "Toetssteen %s (%s %s, %s)\n", Version, p.text("cli.version.catalogue"), edition, runtime.Version())
				fmt.Fprintf(w, "%s %s\n", p.text("cli.version.data"), folder)
			})
		},
	}
}
