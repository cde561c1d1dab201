package cli

import "toetssteen/locales"

// helpTemplate gives cobra's help in the user's language.
func helpTemplate(texts locales.Texts) string {
	text := func(key string) string { return texts.Text(key, nil) }
	return `{{with (or .Long .Short)}}{{.}}

{{end}}` + text("cli.help.usage") + `
  {{.UseLine}}{{if .HasAvailableSubCommands}}

` + text("cli.help.commands") + `{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

` + text("cli.help.flags") + `
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

` + text("cli.help.global_flags") + `
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`
}
