package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"toetssteen/locales"
)

// wrongUse is an error in how the program was called. Its text has a key, so
// that it reaches the user in their language.
type wrongUse struct {
	key  string
	args map[string]any
	err  error // what the library says of it, may be nil
}

func (w *wrongUse) Error() string {
	if w.err != nil {
		return w.err.Error()
	}
	return w.key
}

func (w *wrongUse) Unwrap() error { return w.err }

func (p *program) wrongUse(w *wrongUse) string {
	return p.texts.Text("cli.wrong_use", map[string]any{"Detail": p.texts.Text(w.key, w.args)})
}

// exactArguments wants n arguments.
func exactArguments(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := cobra.ExactArgs(n)(cmd, args); err != nil {
			return &wrongUse{"cli.wrong.arguments", map[string]any{"Usage": cmd.UseLine()}, err}
		}
		return nil
	}
}

// atMostArguments wants n arguments or fewer.
func atMostArguments(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := cobra.MaximumNArgs(n)(cmd, args); err != nil {
			return &wrongUse{"cli.wrong.arguments", map[string]any{"Usage": cmd.UseLine()}, err}
		}
		return nil
	}
}

// noArguments wants none: what follows a command that holds others is a
// command that does not exist.
func noArguments(cmd *cobra.Command, args []string) error {
	err := cobra.NoArgs(cmd, args)
	switch {
	case err == nil:
		return nil
	case cmd.HasSubCommands():
		return &wrongUse{"cli.wrong.command", map[string]any{"Command": args[0], "Known": strings.Join(names(cmd), ", ")}, err}
	default:
		return &wrongUse{"cli.wrong.arguments", map[string]any{"Usage": cmd.UseLine()}, err}
	}
}

// needsCommand refuses a command that only holds others.
func needsCommand(cmd *cobra.Command, _ []string) error {
	return &wrongUse{"cli.wrong.missing_command", map[string]any{"Command": cmd.CommandPath(), "Known": strings.Join(names(cmd), ", ")}, nil}
}

func names(cmd *cobra.Command) []string {
	var list []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			list = append(list, c.Name())
		}
	}
	return list
}

// wrongFlag puts what the library says of a flag into words.
func wrongFlag(_ *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		bare    *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
	)
	switch {
	case errors.As(err, &unknown):
		return &wrongUse{"cli.wrong.flag", map[string]any{"Flag": dashed(unknown.GetSpecifiedName())}, err}
	case errors.As(err, &bare):
		return &wrongUse{"cli.wrong.flag_value_missing", map[string]any{"Flag": dashed(bare.GetSpecifiedName())}, err}
	case errors.As(err, &invalid):
		return &wrongUse{"cli.wrong.flag_value", map[string]any{"Flag": dashed(invalid.GetFlag().Name), "Value": invalid.GetValue()}, err}
	}
	return &wrongUse{"cli.wrong.other", map[string]any{"Detail": err.Error()}, err}
}

func dashed(flag string) string {
	if len(flag) == 1 {
		return "-" + flag
	}
	return "--" + flag
}

// checkLanguage refuses a language that has no texts.
func (p *program) checkLanguage(*cobra.Command, []string) error {
	if p.lang == "" || slices.Contains(locales.Languages(), p.lang) {
		return nil
	}
	return &wrongUse{"cli.wrong.language", map[string]any{"Language": p.lang, "Known": strings.Join(locales.Languages(), ", ")}, nil}
}
