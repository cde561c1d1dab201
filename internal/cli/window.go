package cli

import (
	"context"
	"errors"

	"toetssteen/app"
)

// window opens the window. What goes wrong with the data folder is told in
// the window itself.
func (p *program) window(ctx context.Context) error {
	config, err := p.config(ctx)
	if err != nil {
		return err
	}
	log, file := logTo(config.Folder)
	config.Log = log
	return errors.Join(app.RunWindow(ctx, p.frontend, config), file.Close())
}
