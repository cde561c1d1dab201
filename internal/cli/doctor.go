package cli

import (
	"context"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"toetssteen/app"
)

// doctor checks the data folder.
func (p *program) doctor() *cobra.Command {
	var rebuild bool
	command := &cobra.Command{
		Use: "doctor", Short: p.text("cli.doctor"), Long: p.text("cli.doctor.long"), Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.with(cmd.Context(), func(ctx context.Context, f *app.Facade) error {
				findings, err := f.Examine(ctx, rebuild)
				if err != nil {
					return err
				}
				if err := p.print(findings, func(w *tabwriter.Writer) {
					for _, line := range findings.Integrity {
						fmt.Fprintln(w, line)
					}
					for _, d := range findings.Differences {
						fmt.Fprintf(w, "%s\t%s\t%v\t%v\n", d.Table, d.Key, d.Stored, d.Right)
					}
					for key, places := range map[string][]string{
						"cli.doctor.evidence_damaged": findings.Evidence.Damaged, "cli.doctor.evidence_missing": findings.Evidence.Missing,
						"cli.doctor.evidence_unreferenced": findings.Evidence.Unreferenced,
					} {
						for _, place := range places {
							fmt.Fprintf(w, "%s\t%s\n", p.text(key), place)
						}
					}
					fmt.Fprintln(w, p.texts.Count("cli.doctor.found", len(findings.Differences)+len(findings.Integrity)+len(findings.Evidence.Damaged)+len(findings.Evidence.Missing),
						map[string]any{"Operations": findings.Operations, "Rows": findings.Rows}))
				}); err != nil {
					return err
				}
				if !findings.Sound() {
					return errAttention
				}
				return nil
			})
		},
	}
	command.Flags().BoolVar(&rebuild, "rebuild", false, p.text("cli.flag.rebuild"))
	return command
}
