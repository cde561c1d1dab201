package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"toetssteen/app"
	"toetssteen/internal/sample"
)

// config gives what the flags ask for. Sample data have a folder of their
// own, so that they can't touch real data; it is filled on first use.
func (p *program) config(ctx context.Context) (app.Config, error) {
	folder := p.folder
	if folder == "" {
		usual, err := usualFolder(p.sample)
		if err != nil {
			return app.Config{}, err
		}
		folder = usual
	}
	if p.sample {
		if err := sample.Fill(ctx, folder); err != nil {
			return app.Config{}, err
		}
	}
	return app.Config{Folder: folder, Language: p.lang, Version: Version, Log: p.log()}, nil
}

// usualFolder gives the data folder of this user of the computer.
func usualFolder(forSample bool) (string, error) {
	base, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("find data folder: %w", err)
	}
	name := "data"
	if forSample {
		name = "sample"
	}
	return filepath.Join(base, "Toetssteen", name), nil
}
