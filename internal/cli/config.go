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
	own, forSample, err := p.folders()
	if err != nil {
		return app.Config{}, err
	}
	config := app.Config{Folder: own, Language: p.lang, Version: Version, Log: p.log()}
	if own != "" {
		config.Sample = func(ctx context.Context) (string, error) { return forSample, sample.Fill(ctx, forSample) }
	}
	if p.sample {
		config.Folder, config.Home = forSample, own
		err = sample.Fill(ctx, forSample)
	}
	return config, err
}

// folders gives the user's own data folder and that of the sample data. With
// --sample, --data names the second, and there is no way to the first.
func (p *program) folders() (own, forSample string, err error) {
	if p.folder != "" {
		if p.sample {
			return "", p.folder, nil
		}
		return p.folder, p.folder + "-sample", nil
	}
	own, err = usualFolder(false)
	if err != nil {
		return "", "", err
	}
	forSample, err = usualFolder(true)
	return own, forSample, err
}

// folderInUse gives the data folder that the flags name; it need not exist.
func (p *program) folderInUse() (string, error) {
	own, forSample, err := p.folders()
	if p.sample {
		return forSample, err
	}
	return own, err
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
