package cli

import (
	"context"
	"errors"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"toetssteen/app"
)

// colleague exchanges work with other laptops of the town.
func (p *program) colleague() *cobra.Command {
	command := &cobra.Command{Use: "colleague", Short: p.text("cli.colleague"), Args: noArguments, RunE: needsCommand}
	command.AddCommand(p.colleagueExport(), p.colleagueImport())
	return command
}

func (p *program) colleagueExport() *cobra.Command {
	return &cobra.Command{
		Use: "export FILE", Short: p.text("cli.colleague.export"), Args: exactArguments(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.with(cmd.Context(), func(ctx context.Context, f *app.Facade) error {
				given, err := f.GiveToColleagueAt(ctx, args[0])
				if err != nil {
					return err
				}
				err = p.print(given, func(w *tabwriter.Writer) {
					fmt.Fprintln(w, p.texts.Text("cli.colleague.exported", map[string]any{"Count": given.Operations, "Evidence": given.Evidence}))
				})
				return p.lacking(given.Missing, err)
			})
		},
	}
}

func (p *program) colleagueImport() *cobra.Command {
	return &cobra.Command{
		Use: "import FILE", Short: p.text("cli.colleague.import"), Args: exactArguments(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.with(cmd.Context(), func(ctx context.Context, f *app.Facade) error {
				taken, err := f.TakeFromColleagueAt(ctx, args[0])
				if err != nil {
					return err
				}
				err = p.print(taken, func(w *tabwriter.Writer) {
					fmt.Fprintln(w, p.texts.Text("cli.colleague.imported", map[string]any{"Count": taken.New, "Conflicts": taken.Conflicts}))
				})
				if err == nil && taken.Conflicts > 0 {
					err = errAttention
				}
				return p.lacking(taken.Missing, err)
			})
		},
	}
}

// lacking says how much evidence did not come along.
func (p *program) lacking(missing int, err error) error {
	if missing == 0 || (err != nil && !errors.Is(err, errAttention)) {
		return err
	}
	fmt.Fprintln(p.messages, p.texts.Text("cli.colleague.missing", map[string]any{"Count": missing}))
	return errAttention
}
