// Package cli is the command line: for IT, for training and for tests. Its
// commands call the same facade as the window.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"toetssteen/app"
	"toetssteen/internal/fault"
	"toetssteen/internal/sqlite"
	"toetssteen/locales"
)

// Exit codes.
const (
	Done      = 0
	Failed    = 1
	WrongUse  = 2
	Attention = 3 // done, but something needs a look: a conflict, an unconfirmed upload
)

// Version is set by the build.
var Version = "dev"

// errAttention makes the program end with [Attention].
var errAttention = errors.New("something needs attention")

// program is what every command needs.
type program struct {
	frontend fs.FS
	out      io.Writer // results
	messages io.Writer // everything else
	texts    locales.Texts

	lang   string
	folder string // "" for the usual one
	sample bool
	json   bool
}

// Main runs the program with its arguments and gives the exit code. Without a
// command it opens the window.
func Main(args []string, frontend fs.FS) int {
	attachConsole()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return run(ctx, args, frontend, os.Stdout, os.Stderr)
}

func run(ctx context.Context, args []string, frontend fs.FS, out, messages io.Writer) int {
	p := &program{frontend: frontend, out: out, messages: messages, lang: languageIn(args)}
	p.texts = locales.In(p.speak())
	root := p.command()
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(messages)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return Done
	case errors.Is(err, errAttention):
		return Attention
	}
	var wrong *wrongUse
	if errors.As(err, &wrong) {
		fmt.Fprintln(messages, p.wrongUse(wrong))
		return WrongUse
	}
	fmt.Fprintln(messages, p.message(err))
	return Failed
}

// message gives the text for an error; for one without a text, the chain of
// causes, which IT can do more with than with an apology.
func (p *program) message(err error) string {
	var r *refused
	if errors.As(err, &r) {
		return r.text
	}
	var f *fault.Fault
	if errors.As(err, &f) {
		return p.texts.Fault(f)
	}
	return p.texts.Text("cli.error", map[string]any{"Detail": err.Error()})
}

// command makes the tree of commands.
func (p *program) command() *cobra.Command {
	root := &cobra.Command{
		Use:           "toetssteen",
		Short:         p.text("cli.root"),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noArguments,

		PersistentPreRunE: p.checkLanguage,
		RunE:              func(cmd *cobra.Command, _ []string) error { return p.window(cmd.Context()) },
	}
	flags := root.PersistentFlags()
	flags.StringVar(&p.folder, "data", "", p.text("cli.flag.data"))
	flags.StringVar(&p.lang, "lang", p.lang, p.text("cli.flag.lang"))
	flags.BoolVar(&p.sample, "sample", false, p.text("cli.flag.sample"))
	flags.BoolVar(&p.json, "json", false, p.text("cli.flag.json"))
	flags.Lookup("lang").DefValue = "" // what was asked for is no default
	flags.BoolP("help", "h", false, p.text("cli.flag.help"))
	root.SetFlagErrorFunc(wrongFlag)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpTemplate(helpTemplate(p.texts))
	root.SetHelpCommand(&cobra.Command{Hidden: true})
	root.AddCommand(
		p.demo(), p.assessment(), p.report(), p.catalogue(), p.submit(), p.sync(), p.colleague(), p.workingGroup(),
		p.loadSample(), p.serve(), p.browser(), p.doctor(), p.version(),
	)
	plainUsage(root)
	return root
}

// plainUsage leaves the "[flags]" out of every line of usage: the library can't
// translate it, and the flags stand below.
func plainUsage(command *cobra.Command) {
	command.DisableFlagsInUseLine = true
	for _, c := range command.Commands() {
		plainUsage(c)
	}
}

func (p *program) text(key string) string { return p.texts.Text(key, nil) }

// open opens the data folder that the flags name. It makes none: a mistyped
// path must not look like a town without services.
func (p *program) open(ctx context.Context) (*app.Facade, error) {
	config, err := p.config(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(config.Folder, sqlite.DatabaseFile)); errors.Is(err, fs.ErrNotExist) {
		return nil, fault.New(fault.NotFound, "error.data_missing", fault.Args{"Path": config.Folder})
	}
	return app.Open(ctx, config)
}

// languageIn finds --lang before the arguments are parsed: the help texts
// depend on it.
func languageIn(args []string) string {
	for i, arg := range args {
		if value, found := strings.CutPrefix(arg, "--lang="); found {
			return value
		}
		if arg == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
	}
	return ""
}

// speak gives the language for the command line: asked for, else that of the
// system where there are texts in it, else the strategy's.
func (p *program) speak() string {
	if p.lang != "" {
		return p.lang
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if code, _, _ := strings.Cut(os.Getenv(name), "_"); slices.Contains(locales.Languages(), code) {
			return code
		}
	}
	return locales.Default
}

func (p *program) log() *slog.Logger {
	return slog.New(slog.NewTextHandler(p.messages, &slog.HandlerOptions{Level: slog.LevelError}))
}
