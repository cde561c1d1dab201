package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"toetssteen/app"
	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/submission"
	"toetssteen/internal/syncer/webdav"
	"toetssteen/internal/workinggroup"
)

// demonstration is one run of the demo, step by step.
type demonstration struct {
	*program
	folder string
	town   *app.Facade
	url    string
}

func (d demonstration) run(ctx context.Context) error {
	office, err := workinggroup.Init(filepath.Join(d.folder, demoWorkingGroup), true)
	if err != nil {
		return err
	}
	if _, err := d.town.SaveServer(ctx, app.ServerInput{URL: d.url, WorkingGroupKey: office.PublicKey().String()}); err != nil {
		return err
	}
	d.line("cli.demo.database", filepath.Join(d.folder, demoTown))
	d.line("cli.demo.server", d.url)

	running, err := d.answer(ctx)
	if err != nil {
		return err
	}
	if err := d.report(ctx, running); err != nil {
		return err
	}
	if err := d.handIn(ctx, running); err != nil {
		return err
	}
	if err := d.receive(ctx, office); err != nil {
		return err
	}
	fmt.Fprintln(d.out, d.texts.Text("cli.demo.done", map[string]any{"Path": d.folder}))
	return nil
}

// answer answers what is still open in the running assessment, and gives its id.
func (d demonstration) answer(ctx context.Context) (string, error) {
	home, err := d.town.Home(ctx, app.Nothing{})
	if err != nil {
		return "", err
	}
	if len(home.Running) == 0 {
		return "", fault.New(fault.NotFound, "error.assessment_not_found", fault.Args{"ID": "-"})
	}
	running := home.Running[0]
	d.step("cli.demo.step.answer", map[string]any{"Service": running.ServiceName})
	view, err := d.town.Assessment(ctx, app.IDInput{ID: running.AssessmentID})
	if err != nil {
		return "", err
	}
	for _, answer := range view.Answers {
		if answer.Verdict != assessment.Open {
			continue
		}
		if _, err := d.town.SaveAnswer(ctx, app.AnswerInput{
			AssessmentID: view.ID, Criterion: answer.Criterion, Verdict: assessment.Yes}); err != nil {
			return "", err
		}
	}
	result, err := d.town.Result(ctx, app.IDInput{ID: view.ID})
	if err != nil {
		return "", err
	}
	for _, cell := range result.Matrix {
		d.line("cli.demo.matrix", fmt.Sprintf("%s %-20s %d/%d %4d %%  %s", cell.Principle, d.text("kind."+string(cell.Kind)),
			cell.Met, cell.Met+cell.Unmet, cell.Percent, d.text("state."+string(cell.State))))
	}
	return view.ID, nil
}

func (d demonstration) report(ctx context.Context, assessmentID string) error {
	d.step("cli.demo.step.report", nil)
	file, err := d.town.WriteReport(ctx, assessmentID, filepath.Join(d.folder, "rapport.pdf"))
	if err != nil {
		return err
	}
	d.line("cli.demo.report", file.Path)
	return nil
}

func (d demonstration) handIn(ctx context.Context, assessmentID string) error {
	d.step("cli.demo.step.submit", nil)
	submitted, err := d.town.Submit(ctx, app.SubmitInput{AssessmentID: assessmentID})
	if err != nil {
		return err
	}
	d.submission(submitted)
	d.step("cli.demo.step.verify", nil)
	return d.sync(ctx)
}

func (d demonstration) receive(ctx context.Context, office *workinggroup.Office) error {
	d.step("cli.demo.step.intake", nil)
	remote, err := webdav.New(webdav.Config{URL: d.url})
	if err != nil {
		return err
	}
	intake, err := office.Intake(ctx, remote, time.Now())
	if err != nil {
		return err
	}
	for _, taken := range intake.Taken {
		d.line("cli.demo.submission_copy", filepath.Join(d.folder, demoWorkingGroup, "submissions", taken.Municipality, filepath.Base(taken.Name)))
		d.line("cli.demo.receipt", filepath.Join(d.folder, demoServer, filepath.FromSlash(taken.ReceiptName)))
	}
	d.step("cli.demo.step.receipt", nil)
	return d.sync(ctx)
}

func (d demonstration) sync(ctx context.Context) error {
	view, err := d.town.Sync(ctx, app.Nothing{})
	if err != nil {
		return err
	}
	for _, s := range view.Submissions {
		d.submission(s)
	}
	return nil
}

func (d demonstration) submission(s app.SubmissionView) {
	path := filepath.Join(d.folder, demoServer, filepath.FromSlash(s.Name))
	text := s.Number + " · " + d.text("submission.state."+string(s.State))
	if s.State != submission.StateFrozen {
		text += " · " + path
	}
	d.line("cli.demo.submission", text)
}

func (d demonstration) step(key string, args map[string]any) {
	fmt.Fprintln(d.out, d.texts.Text(key, args))
}

func (d demonstration) line(key, value string) {
	fmt.Fprintf(d.out, "   %-24s %s\n", d.text(key), value)
}
