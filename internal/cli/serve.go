package cli

import (
	"fmt"
	"net"

	"github.com/spf13/cobra"

	"toetssteen/internal/syncer/webdavserver"
	"toetssteen/internal/wholefile"
)

// serve is a WebDAV server for training, on this machine only.
func (p *program) serve() *cobra.Command {
	var address string
	command := &cobra.Command{
		Use: "serve DIR", Short: p.text("cli.serve"), Args: exactArguments(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !loopback(address) {
				return &wrongUse{"cli.wrong.not_loopback", map[string]any{"Address": address}, nil}
			}
			if err := wholefile.MakeFolder(args[0]); err != nil {
				return err
			}
			listener, err := net.Listen("tcp", address)
			if err != nil {
				return fmt.Errorf("listen: %w", err)
			}
			fmt.Fprintf(p.out, "http://%s/\n", listener.Addr())
			return serveUntil(cmd.Context(), listener, webdavserver.New(args[0]))
		},
	}
	command.Flags().StringVar(&address, "listen", "127.0.0.1:0", p.text("cli.flag.listen"))
	command.Flags().Lookup("listen").DefValue = "" // the text says it
	return command
}

// loopback tells whether an address is on this machine: the server asks
// nobody for a password.
func loopback(address string) bool {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return host == "localhost" || (ip != nil && ip.IsLoopback())
}
