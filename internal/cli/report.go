package cli

import (
	"context"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"toetssteen/app"
)

// report writes reports.
func (p *program) report() *cobra.Command {
	command := &cobra.Command{Use: "report", Short: p.text("cli.report"), Args: noArguments, RunE: needsCommand}
	command.AddCommand(
		p.writeReport("assessment", p.text("cli.report.assessment"), (*app.Facade).WriteReport),
		p.writeReport("notification", p.text("cli.report.notification"), (*app.Facade).WriteNotification),
		p.reportActions(),
	)
	return command
}

// writeReport makes the command that writes one kind of report of an assessment.
func (p *program) writeReport(name, short string, write func(*app.Facade, context.Context, string, string) (app.FileView, error)) *cobra.Command {
	var output string
	command := &cobra.Command{
		Use: name + " ID -o FILE", Short: short, Args: exactArguments(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.with(cmd.Context(), func(ctx context.Context, f *app.Facade) error {
				file, err := write(f, ctx, args[0], output)
				if err != nil {
					return err
				}
				if err := p.print(file, func(w *tabwriter.Writer) { fmt.Fprintln(w, file.Path) }); err != nil {
					return err
				}
				if len(file.Replaced) > 0 {
					fmt.Fprintln(p.messages, p.texts.Count("cli.report.replaced", len(file.Replaced), nil))
					return errAttention
				}
				return nil
			})
		},
	}
	command.Flags().StringVarP(&output, "output", "o", "", p.text("cli.flag.output"))
	return command
}

func (p *program) reportActions() *cobra.Command {
	var output string
	command := &cobra.Command{
		Use: "actions -o FILE.xlsx|FILE.ics", Short: p.text("cli.report.actions"), Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.with(cmd.Context(), func(ctx context.Context, f *app.Facade) error {
				file, err := f.WriteImprovements(ctx, nil, output)
				if err != nil {
					return err
				}
				return p.print(file, func(w *tabwriter.Writer) { fmt.Fprintln(w, file.Path) })
			})
		},
	}
	command.Flags().StringVarP(&output, "output", "o", "", p.text("cli.flag.output"))
	return command
}
