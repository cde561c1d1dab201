//go:build !smoke

package app

import "context"

// provoke does nothing: see provoke_smoke.go.
func provoke(context.Context, func(ctx context.Context, js string)) {}
