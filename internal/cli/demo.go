package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"toetssteen/app"
	"toetssteen/internal/fault"
	"toetssteen/internal/sample"
	"toetssteen/internal/syncer/webdavserver"
)

// Folders in the demonstration's folder.
const (
	demoTown         = "gemeente"
	demoServer       = "server"
	demoWorkingGroup = "werkgroep"
)

// demo goes the whole way on sample data: assessment, report, submission,
// server, working group, receipt.
func (p *program) demo() *cobra.Command {
	return &cobra.Command{
		Use: "demo DIR", Short: p.text("cli.demo"), Args: exactArguments(1),
		RunE: func(cmd *cobra.Command, args []string) error { return p.demonstrate(cmd.Context(), args[0]) },
	}
}

func (p *program) demonstrate(ctx context.Context, folder string) (err error) {
	if entries, readErr := os.ReadDir(folder); readErr == nil && len(entries) > 0 {
		return fault.New(fault.Conflict, "cli.demo.folder_used", fault.Args{"Path": folder})
	}
	if err := sample.Fill(ctx, filepath.Join(folder, demoTown)); err != nil {
		return err
	}
	facade, err := app.Open(ctx, app.Config{Folder: filepath.Join(folder, demoTown), Language: p.lang, Version: Version, Log: p.log()})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, facade.Close()) }()

	ctx, stop := context.WithCancel(ctx)
	defer stop()
	url, served, err := demoServe(ctx, filepath.Join(folder, demoServer))
	if err != nil {
		return err
	}
	d := demonstration{program: p, folder: folder, town: facade, url: url}
	if err := d.run(ctx); err != nil {
		return err
	}
	stop()
	return <-served
}

// demoServe starts the embedded WebDAV server on a free port of this machine.
func demoServe(ctx context.Context, folder string) (url string, served <-chan error, err error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", nil, fault.Wrap(err, fault.ReadOnly, "error.file_unwritable", fault.Args{"Path": folder})
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, fmt.Errorf("listen on loopback: %w", err)
	}
	ended := make(chan error, 1)
	go func() { ended <- serveUntil(ctx, listener, webdavserver.New(folder)) }()
	return fmt.Sprintf("http://%s/", listener.Addr()), ended, nil
}
