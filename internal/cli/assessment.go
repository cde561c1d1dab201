package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"toetssteen/app"
	"toetssteen/internal/assessment"
	"toetssteen/internal/strategy"
)

// assessment lists, shows and answers assessments.
func (p *program) assessment() *cobra.Command {
	command := &cobra.Command{Use: "assessment", Short: p.text("cli.assessment"), Args: noArguments, RunE: needsCommand}
	command.AddCommand(p.assessmentList(), p.assessmentShow(), p.assessmentAnswer())
	return command
}

func (p *program) assessmentList() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: p.text("cli.assessment.list"), Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.with(cmd.Context(), func(ctx context.Context, f *app.Facade) error {
				view, err := f.Services(ctx, app.Nothing{})
				if err != nil {
					return err
				}
				return p.print(view.Services, func(w *tabwriter.Writer) {
					for _, s := range view.Services {
						for _, a := range s.Assessments {
							fmt.Fprintf(w, "%s\t%s\t%s\t%d/%d\t%s\n", a.ID, s.Name, p.text("moment."+string(a.Moment)),
								a.Answered, a.Total, p.text("standing."+string(a.State)))
						}
					}
				})
			})
		},
	}
}

func (p *program) assessmentShow() *cobra.Command {
	return &cobra.Command{
		Use: "show ID", Short: p.text("cli.assessment.show"), Args: exactArguments(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.with(cmd.Context(), func(ctx context.Context, f *app.Facade) error {
				view, err := f.Assessment(ctx, app.IDInput{ID: args[0]})
				if err != nil {
					return err
				}
				return p.print(view, func(w *tabwriter.Writer) {
					fmt.Fprintf(w, "%s\t%s\n", view.Service.Name, p.text("moment."+string(view.Moment)))
					for _, a := range view.Answers {
						fmt.Fprintf(w, "%s\t%s\t%s\n", a.Criterion, p.text("verdict."+verdictKey(a.Verdict)), a.Explanation)
					}
				})
			})
		},
	}
}

func (p *program) assessmentAnswer() *cobra.Command {
	var explanation string
	command := &cobra.Command{
		Use: "answer ID CRITERION yes|no|not_applicable", Short: p.text("cli.assessment.answer"), Args: exactArguments(3),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.with(cmd.Context(), func(ctx context.Context, f *app.Facade) error {
				if !slices.Contains([]string{"yes", "no", "not_applicable"}, args[2]) {
					return &wrongUse{"cli.wrong.verdict", map[string]any{"Value": args[2]}, nil}
				}
				criterion := strategy.CriterionCode(strings.ToUpper(args[1]))
				if !cmd.Flags().Changed("explanation") {
					kept, err := keptExplanation(ctx, f, args[0], criterion)
					if err != nil {
						return err
					}
					explanation = kept
				}
				saved, err := f.SaveAnswer(ctx, app.AnswerInput{
					AssessmentID: args[0], Criterion: criterion,
					Verdict: assessment.Verdict(args[2]), Explanation: explanation,
				})
				if err != nil {
					return err
				}
				return p.print(saved, func(w *tabwriter.Writer) {
					fmt.Fprintf(w, "%s\t%s\n", saved.Answer.Criterion, p.text("verdict."+verdictKey(saved.Answer.Verdict)))
				})
			})
		},
	}
	command.Flags().StringVar(&explanation, "explanation", "", p.text("cli.flag.explanation"))
	return command
}

// keptExplanation gives what was explained before, so that another verdict
// does not wipe it. A criterion that is not there is left to the saving.
func keptExplanation(ctx context.Context, f *app.Facade, assessmentID string, criterion strategy.CriterionCode) (string, error) {
	view, err := f.Assessment(ctx, app.IDInput{ID: assessmentID})
	if err != nil {
		return "", err
	}
	for _, a := range view.Answers {
		if a.Criterion == criterion {
			return a.Explanation, nil
		}
	}
	return "", nil
}

func verdictKey(v assessment.Verdict) string {
	if v == assessment.Open {
		return "open"
	}
	return string(v)
}

// with opens the data folder for the time of one command.
func (p *program) with(ctx context.Context, do func(context.Context, *app.Facade) error) error {
	facade, err := p.open(ctx)
	if err != nil {
		return err
	}
	return errors.Join(do(ctx, facade), facade.Close())
}
