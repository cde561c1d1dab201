package cli

import (
	"context"
	"errors"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"toetssteen/app"
	"toetssteen/internal/edition"
	"toetssteen/internal/strategy"
)

// catalogue is what the strategy asks, as data.
func (p *program) catalogue() *cobra.Command {
	command := &cobra.Command{Use: "catalogue", Short: p.text("cli.catalogue"), Args: noArguments, RunE: needsCommand}
	command.AddCommand(p.catalogueShow(), p.catalogueCheck(), p.catalogueTake())
	return command
}

// catalogueShow prints the edition in use, or one from a file.
func (p *program) catalogueShow() *cobra.Command {
	return &cobra.Command{
		Use: "show [FILE]", Short: p.text("cli.catalogue.show"), Args: atMostArguments(1),
		RunE: func(_ *cobra.Command, args []string) error {
			catalogue, err := p.catalogueToShow(args)
			if err != nil {
				return p.faults(err)
			}
			document := app.DocumentOf(catalogue, p.texts.Language(), func(t strategy.AuthorityType) string { return p.text("authority." + string(t)) })
			return p.print(document, func(w *tabwriter.Writer) { p.contents(w, document) })
		},
	}
}

// catalogueToShow gives that of the file that is named, else the one in use.
func (p *program) catalogueToShow(args []string) (*strategy.Catalogue, error) {
	if len(args) == 0 {
		return p.catalogueInUse()
	}
	file, err := edition.Open(args[0])
	return file.Catalogue, err
}

// catalogueInUse gives the latest edition of the data folder, without opening
// the data: the window may have them.
func (p *program) catalogueInUse() (*strategy.Catalogue, error) {
	known, err := p.editionsHere()
	if err != nil {
		return nil, err
	}
	return known[0], nil
}

// editionsHere gives the editions of the data folder, the latest first.
func (p *program) editionsHere() ([]*strategy.Catalogue, error) {
	folder, err := p.folderInUse()
	if err != nil {
		return nil, err
	}
	shelf, err := app.Shelf(folder)
	if err != nil {
		return nil, err
	}
	return shelf.Editions(), nil
}

func (p *program) contents(w *tabwriter.Writer, d app.CatalogueDocument) {
	fmt.Fprintf(w, "%s %s (%s)\n", p.text("cli.catalogue.edition"), d.Edition, d.Date)
	for _, line := range []struct {
		key string
		n   int
	}{
		{"principles", len(d.Principles)}, {"criteria", len(d.Criteria)}, {"indicators", len(d.Indicators)},
		{"aids", len(d.Aids)}, {"actions", len(d.Actions)}, {"municipalities", len(d.Municipalities)},
	} {
		fmt.Fprintf(w, "%s\t%d\n", p.text("cli.catalogue."+line.key), line.n)
	}
	for _, c := range d.Criteria {
		fmt.Fprintf(w, "%s\t%s\n", c.Code, c.Label)
	}
}

// checked is the outcome of a check.
type checked struct {
	Edition string          `json:"edition"` // "" where there are faults
	Signer  string          `json:"signer"`  // fingerprint, "" for none
	Faults  []app.FaultLine `json:"faults"`
	Remarks []app.FaultLine `json:"remarks"` // advice, which refuses nothing
}

// catalogueCheck names every fault of a catalogue file or folder, and what
// could be better.
func (p *program) catalogueCheck() *cobra.Command {
	return &cobra.Command{
		Use: "check FILE", Short: p.text("cli.catalogue.check"), Args: exactArguments(1),
		RunE: func(_ *cobra.Command, args []string) error {
			known, err := p.editionsHere()
			if err != nil {
				return err
			}
			file, found, err := edition.Examine(args[0], known)
			if err != nil {
				return err
			}
			outcome := checked{Faults: app.FaultLines(p.texts, found.Faults), Remarks: app.FaultLines(p.texts, strategy.Faults(found.Remarks))}
			if len(outcome.Faults) > 0 {
				return p.printRefused(outcome)
			}
			outcome.Edition = file.Catalogue.Edition.Edition
			if file.Signed() {
				signer, err := file.Signer()
				if err != nil {
					return err
				}
				outcome.Signer = signer.Fingerprint()
			}
			return p.print(outcome, func(w *tabwriter.Writer) { p.sound(w, outcome) })
		},
	}
}

// sound prints that there are no faults.
func (p *program) sound(w *tabwriter.Writer, c checked) {
	p.lines(w, c)
	fmt.Fprintln(w, p.texts.Text("cli.catalogue.sound", map[string]any{"Edition": c.Edition}))
	if len(c.Remarks) > 0 {
		fmt.Fprintln(w, p.texts.Count("cli.catalogue.remarks", len(c.Remarks), nil))
	}
	key := "cli.catalogue.signed"
	if c.Signer == "" {
		key = "cli.catalogue.unsigned"
	}
	fmt.Fprintln(w, p.texts.Text(key, map[string]any{"Signer": c.Signer}))
}

// lines prints faults and remarks in the form that editors follow.
func (p *program) lines(w *tabwriter.Writer, c checked) {
	line := func(l app.FaultLine, message string) {
		fmt.Fprintf(w, "%s: ", l.Position)
		if l.Place != "" {
			fmt.Fprintf(w, "%s: ", l.Place)
		}
		fmt.Fprintln(w, message)
	}
	for _, l := range c.Faults {
		line(l, l.Message)
	}
	for _, l := range c.Remarks {
		line(l, p.texts.Text("cli.catalogue.remark", map[string]any{"Message": l.Message}))
	}
}

// printRefused prints faults as the result, and fails.
func (p *program) printRefused(c checked) error {
	if err := p.print(c, func(w *tabwriter.Writer) { p.lines(w, c) }); err != nil {
		return err
	}
	return &refused{p.texts.Count("cli.catalogue.faults", len(c.Faults), nil)}
}

// faults gives an error for faults that were printed, and any other as it is.
func (p *program) faults(err error) error {
	var faults strategy.Faults
	if errors.As(err, &faults) {
		return p.printRefused(checked{Faults: app.FaultLines(p.texts, faults), Remarks: []app.FaultLine{}})
	}
	return err
}

// refused is an error whose text is for the user already.
type refused struct{ text string }

func (r *refused) Error() string { return r.text }

// catalogueTake takes a file of the working group into use.
func (p *program) catalogueTake() *cobra.Command {
	return &cobra.Command{
		Use: "take FILE", Short: p.text("cli.catalogue.take"), Args: exactArguments(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.with(cmd.Context(), func(ctx context.Context, f *app.Facade) error {
				taken, err := f.TakeCatalogueFile(ctx, args[0])
				if err != nil {
					return p.faults(err)
				}
				key := "cli.catalogue.taken"
				if taken.Restored {
					key = "cli.catalogue.restored"
				}
				return p.print(map[string]string{"edition": taken.Edition}, func(w *tabwriter.Writer) {
					fmt.Fprintln(w, p.texts.Text(key, map[string]any{"Edition": taken.Edition}))
				})
			})
		},
	}
}
