package fault_test

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"toetssteen/internal/fault"
)

func TestFaultsInAChain(t *testing.T) {
	full := fault.Wrap(fs.ErrPermission, fault.ReadOnly, "error.file_unwritable", fault.Args{"Path": "a"})
	for _, c := range []struct {
		name string
		err  error
		code fault.Code
		key  string
	}{
		{"a fault", full, fault.ReadOnly, "error.file_unwritable"},
		{"wrapped with a verb phrase", fmt.Errorf("save answer: %w", full), fault.ReadOnly, "error.file_unwritable"},
		{"joined", errors.Join(errors.New("other"), full), fault.ReadOnly, "error.file_unwritable"},
		{"the outermost counts", fault.Wrap(full, fault.Corrupt, "error.outer", nil), fault.Corrupt, "error.outer"},
		{"not a fault", errors.New("unforeseen"), fault.Internal, "error.internal"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := fault.Of(c.err)
			if f.Code != c.code || f.Key != c.key || fault.CodeOf(c.err) != c.code {
				t.Errorf("got %s %s", f.Code, f.Key)
			}
			if !errors.Is(f, c.err) && !errors.Is(c.err, f) {
				t.Error("the chain is broken")
			}
		})
	}
	if !errors.Is(full, fs.ErrPermission) {
		t.Error("the cause is out of reach")
	}
	if code := fault.CodeOf(nil); code != "" {
		t.Errorf("no error has the code %q", code)
	}
}

func TestTheLogSaysAll(t *testing.T) {
	err := fmt.Errorf("save answer: %w", fault.Wrap(fs.ErrPermission, fault.ReadOnly, "error.file_unwritable", fault.Args{"Path": "a"}))
	if want := "save answer: error.file_unwritable (read_only) map[Path:a]: permission denied"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
}
