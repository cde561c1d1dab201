package cli

import (
	"context"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"toetssteen/app"
	"toetssteen/internal/submission"
)

// submit hands in an assessment: freezes it here, then syncs.
func (p *program) submit() *cobra.Command {
	var reason string
	command := &cobra.Command{
		Use: "submit ASSESSMENT", Short: p.text("cli.submit"), Args: exactArguments(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.with(cmd.Context(), func(ctx context.Context, f *app.Facade) error {
				if cmd.Flags().Changed("reason") {
					if _, err := f.SaveCorrection(ctx, app.WordsInput{AssessmentID: args[0], Text: reason}); err != nil {
						return err
					}
				}
				submitted, err := f.Submit(ctx, app.SubmitInput{AssessmentID: args[0]})
				if err != nil {
					return err
				}
				view, syncErr := f.Sync(ctx, app.Nothing{})
				for _, s := range view.Submissions {
					if s.ID == submitted.ID {
						submitted = s // as it is now
					}
				}
				if err := p.print(submitted, func(w *tabwriter.Writer) { p.submissionLine(w, submitted) }); err != nil {
					return err
				}
				if syncErr != nil {
					fmt.Fprintln(p.messages, p.message(syncErr))
					return errAttention
				}
				p.tell(view)
				return attention(view)
			})
		},
	}
	command.Flags().StringVar(&reason, "reason", "", p.text("cli.flag.reason"))
	return command
}

// tell says what a sync did, and which files it did not take.
func (p *program) tell(view app.SyncView) {
	fmt.Fprintln(p.messages, view.Message)
	for _, doubt := range view.Doubts {
		fmt.Fprintf(p.messages, "%s: %s\n", doubt.Name, doubt.Message)
	}
}

// sync hands in what is waiting and fetches receipts.
func (p *program) sync() *cobra.Command {
	return &cobra.Command{
		Use: "sync", Short: p.text("cli.sync"), Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.with(cmd.Context(), func(ctx context.Context, f *app.Facade) error {
				view, err := f.Sync(ctx, app.Nothing{})
				if err != nil {
					return err
				}
				if err := p.print(view, func(w *tabwriter.Writer) {
					for _, s := range view.Submissions {
						p.submissionLine(w, s)
					}
				}); err != nil {
					return err
				}
				p.tell(view)
				return attention(view)
			})
		},
	}
}

// attention tells whether a sync left something to look at.
func attention(view app.SyncView) error {
	for _, s := range view.Submissions {
		if s.State == submission.StateFrozen || s.State == submission.StateReturned || s.Problem != "" {
			return errAttention
		}
	}
	if len(view.Doubts) > 0 {
		return errAttention
	}
	return nil
}

func (p *program) submissionLine(w *tabwriter.Writer, s app.SubmissionView) {
	fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", s.Number, s.ServiceName, p.text("moment."+string(s.Moment)),
		p.text("submission.state."+string(s.State)), s.Name)
}
