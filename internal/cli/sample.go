package cli

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"
)

// loadSample fills a data folder with the sample town.
func (p *program) loadSample() *cobra.Command {
	return &cobra.Command{
		Use: "sample", Short: p.text("cli.sample"), Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			p.sample = true
			config, err := p.config(cmd.Context())
			if err != nil {
				return err
			}
			return p.print(map[string]string{"folder": config.Folder}, func(w *tabwriter.Writer) { fmt.Fprintln(w, config.Folder) })
		},
	}
}
