package cli

import (
	"fmt"
	"net"

	"github.com/spf13/cobra"

	"toetssteen/internal/syncer/webdavserver"
)

// serve is a WebDAV server for training, on this machine only.
func (p *program) serve() *cobra.Command {
	var address string
	command := &cobra.Command{
		Use: "serve DIR", Short: p.text("cli.serve"), Args: exactArguments(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			listener, err := net.Listen("tcp", address)
			if err != nil {
				return fmt.Errorf("listen: %w", err)
			}
			fmt.Fprintf(p.out, "http://%s/\n", listener.Addr())
			return serveUntil(cmd.Context(), listener, webdavserver.New(args[0]))
		},
	}
	command.Flags().StringVar(&address, "listen", "127.0.0.1:0", p.text("cli.flag.listen"))
	return command
}
