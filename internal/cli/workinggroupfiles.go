package cli

import (
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"toetssteen/internal/wholefile"
	"toetssteen/internal/workinggroup"
)

// workingGroupBundle makes a bundle of what was received, for towns that
// compare themselves with others.
func (p *program) workingGroupBundle() *cobra.Command {
	return p.makesFile("bundle DIR -o FILE", "cli.workinggroup.bundle", func(office *workinggroup.Office, path string) error {
		made, err := office.Bundle(time.Now())
		if err != nil {
			return err
		}
		if err := wholefile.Write(path, made.Data); err != nil {
			return err
		}
		return p.print(map[string]any{"path": path, "submissions": made.Submissions, "municipalities": made.Towns}, func(w *tabwriter.Writer) {
			fmt.Fprintln(w, p.texts.Count("cli.workinggroup.bundled", made.Submissions, map[string]any{"Path": path}))
		})
	})
}

// workingGroupBenchmark makes an anonymous benchmark of what was received.
func (p *program) workingGroupBenchmark() *cobra.Command {
	return p.makesFile("benchmark DIR -o FILE", "cli.workinggroup.benchmark", func(office *workinggroup.Office, path string) error {
		made, counts, err := office.Benchmark(time.Now())
		if err != nil {
			return err
		}
		if err := wholefile.Write(path, made.Data); err != nil {
			return err
		}
		return p.print(counts, func(w *tabwriter.Writer) {
			fmt.Fprintln(w, p.texts.Count("cli.workinggroup.benchmarked", made.Submissions, map[string]any{"Path": path}))
			for _, e := range counts.Editions {
				for _, g := range e.Groups {
					fmt.Fprintf(w, "%s\t%s\t%d\n", e.Edition, p.text("cli.workinggroup.group."+groupName(string(g.Audience))), g.Submissions)
				}
			}
		})
	})
}

func groupName(audience string) string {
	if audience == "" {
		return "all"
	}
	return audience
}

// makesFile is a command on a working group's folder that writes one file.
func (p *program) makesFile(use, short string, run func(office *workinggroup.Office, path string) error) *cobra.Command {
	var output string
	command := &cobra.Command{
		Use: use, Short: p.text(short), Args: exactArguments(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if output == "" {
				return &wrongUse{"cli.wrong.flag_missing", map[string]any{"Flag": "--output"}, nil}
			}
			office, err := workinggroup.Open(args[0])
			if err != nil {
				return err
			}
			return run(office, output)
		},
	}
	command.Flags().StringVarP(&output, "output", "o", "", p.text("cli.flag.output"))
	return command
}
