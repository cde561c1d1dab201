package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"toetssteen/app"
	"toetssteen/internal/bridge"
)

// browser serves the window's pages on a loopback address, for a machine
// without a display.
func (p *program) browser() *cobra.Command {
	return &cobra.Command{
		Use:   "browser",
		Short: p.text("cli.browser"),
		Args:  noArguments,
		RunE:  func(cmd *cobra.Command, _ []string) error { return p.serveBrowser(cmd.Context()) },
	}
}

func (p *program) serveBrowser(ctx context.Context) error {
	config, err := p.config(ctx)
	if err != nil {
		return err
	}
	door := bridge.New(p.frontend)
	config.Show, config.Reveal, config.Emit = door.Show, door.Show, door.Emit
	facade, err := app.Open(ctx, config)
	if err != nil {
		return err
	}
	door.Answer(app.NewDoor(ctx, facade))
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return errors.Join(fmt.Errorf("listen on loopback: %w", err), facade.Close())
	}
	fmt.Fprintln(p.out, door.URL(listener.Addr()))
	fmt.Fprintln(p.messages, p.text("cli.browser.open"))
	return errors.Join(serveUntil(ctx, listener, door), facade.Close())
}

// serveUntil serves until the context ends, and gives calls that are under
// way a moment to finish.
func serveUntil(ctx context.Context, listener net.Listener, handler http.Handler) error {
	const patience = 2 * time.Second
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	if err := server.Shutdown(stopping); err != nil {
		return server.Close()
	}
	return nil
}
