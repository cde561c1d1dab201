package cli

import (
	"context"
	"fmt"
	"os"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"toetssteen/internal/edition"
	"toetssteen/internal/submission"
	"toetssteen/internal/syncer/webdav"
	"toetssteen/internal/wholefile"
	"toetssteen/internal/workinggroup"
)

// passwordVariable holds the server's password for commands without a data
// folder: an argument would show in the list of processes.
const passwordVariable = "TOETSSTEEN_PASSWORD"

// workingGroup is the working group's side.
func (p *program) workingGroup() *cobra.Command {
	command := &cobra.Command{Use: "workinggroup", Short: p.text("cli.workinggroup"), Args: noArguments, RunE: needsCommand}
	command.AddCommand(p.workingGroupInit(), p.workingGroupIntake(), p.workingGroupPublish(), p.workingGroupBundle(), p.workingGroupBenchmark())
	return command
}

func (p *program) workingGroupInit() *cobra.Command {
	var training bool
	command := &cobra.Command{
		Use: "init DIR", Short: p.text("cli.workinggroup.init"), Args: exactArguments(1),
		RunE: func(_ *cobra.Command, args []string) error {
			office, err := workinggroup.Init(args[0], training)
			if err != nil {
				return err
			}
			key := office.PublicKey().String()
			return p.print(map[string]string{"folder": args[0], "key": key}, func(w *tabwriter.Writer) {
				fmt.Fprintf(w, "%s\n%s\n", p.text("cli.workinggroup.key"), key)
			})
		},
	}
	command.Flags().BoolVar(&training, "training", false, p.text("cli.flag.training"))
	return command
}

func (p *program) workingGroupIntake() *cobra.Command {
	var url, user string
	command := &cobra.Command{
		Use: "intake DIR --url URL", Short: p.text("cli.workinggroup.intake"), Args: exactArguments(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if url == "" {
				return &wrongUse{"cli.wrong.flag_missing", map[string]any{"Flag": "--url"}, nil}
			}
			office, err := workinggroup.Open(args[0])
			if err != nil {
				return err
			}
			remote, err := webdav.New(webdav.Config{URL: url, User: user, Password: os.Getenv(passwordVariable)})
			if err != nil {
				return err
			}
			return p.intake(cmd.Context(), office, remote)
		},
	}
	command.Flags().StringVar(&url, "url", "", p.text("cli.flag.url"))
	command.Flags().StringVar(&user, "user", "", p.text("cli.flag.user"))
	return command
}

// workingGroupPublish makes a signed catalogue file of a folder.
func (p *program) workingGroupPublish() *cobra.Command {
	var output string
	command := &cobra.Command{
		Use: "publish DIR CATALOGUE -o FILE", Short: p.text("cli.workinggroup.publish"), Args: exactArguments(2),
		RunE: func(_ *cobra.Command, args []string) error {
			if output == "" {
				return &wrongUse{"cli.wrong.flag_missing", map[string]any{"Flag": "--output"}, nil}
			}
			office, err := workinggroup.Open(args[0])
			if err != nil {
				return err
			}
			folder, err := edition.Folder(args[1])
			if err != nil {
				return err
			}
			file, err := office.SignCatalogue(folder)
			if err != nil {
				return p.faults(err)
			}
			if err := wholefile.Write(output, file.Bytes); err != nil {
				return err
			}
			if err := office.TakeCatalogue(file); err != nil {
				return err
			}
			name := file.Catalogue.Edition.Edition
			return p.print(map[string]string{"edition": name, "path": output}, func(w *tabwriter.Writer) {
				fmt.Fprintln(w, p.texts.Text("cli.workinggroup.published", map[string]any{"Edition": name, "Path": output}))
			})
		},
	}
	command.Flags().StringVarP(&output, "output", "o", "", p.text("cli.flag.output"))
	return command
}

func (p *program) intake(ctx context.Context, office *workinggroup.Office, remote *webdav.Remote) error {
	intake, err := office.Intake(ctx, remote, time.Now())
	if err != nil {
		return err
	}
	if err := p.print(intake, func(w *tabwriter.Writer) {
		for _, t := range intake.Taken {
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", t.Municipality, t.Town, t.Service, p.text("submission.result."+string(t.Result)), p.reasons(t.Reasons)+p.newDevice(t))
		}
		fmt.Fprintln(w, p.texts.Count("cli.workinggroup.done", len(intake.Taken), map[string]any{"Known": intake.Known, "Pending": intake.Pending}))
	}); err != nil {
		return err
	}
	for _, problem := range intake.Problems {
		fmt.Fprintln(p.messages, p.message(problem))
	}
	if intake.Pending > 0 || len(intake.Problems) > 0 {
		return errAttention
	}
	return nil
}

// newDevice says that nothing came from this device before: whether it belongs
// to the municipality is for people to judge.
func (p *program) newDevice(t workinggroup.Taken) string {
	if t.NewDevice && t.Result == submission.Received {
		return p.text("cli.workinggroup.new_device")
	}
	return ""
}

func (p *program) reasons(reasons []submission.Reason) string {
	text := ""
	for _, reason := range reasons {
		text += p.text("submission.reason."+string(reason)) + " "
	}
	return text
}
