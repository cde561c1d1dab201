package webdav_test

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// program finds a server's program. Debian puts servers where not everybody's
// PATH leads. A missing one is a failure, not a skip: it would hide that
// nobody tests against that server any more.
func program(t *testing.T, name, debianPackage string) string {
	t.Helper()
	if path, err := exec.LookPath(name); err == nil {
		return path
	}
	for _, folder := range []string{"/usr/sbin", "/usr/local/sbin"} {
		if path := filepath.Join(folder, name); executable(path) {
			return path
		}
	}
	t.Fatalf("%s is not installed: install the Debian package %s, or run make setup", name, debianPackage)
	return ""
}

func executable(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode()&0o111 != 0
}

// freeAddress gives a loopback address that nobody listens on.
func freeAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

// startChild runs a server until the test ends, and waits until it listens.
func startChild(t *testing.T, address, path string, arguments ...string) {
	t.Helper()
	var output bytes.Buffer
	command := exec.Command(path, arguments...)
	command.Stdout, command.Stderr = &output, &output
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	var failure error
	ended := make(chan struct{})
	go func() {
		failure = command.Wait()
		close(ended)
	}()
	t.Cleanup(func() {
		_ = syscall.Kill(-command.Process.Pid, syscall.SIGKILL)
		select {
		case <-ended:
		case <-time.After(10 * time.Second):
			t.Errorf("%s does not end", path)
		}
	})
	deadline, look := time.After(20*time.Second), time.NewTicker(20*time.Millisecond)
	defer look.Stop()
	for {
		if connection, err := net.DialTimeout("tcp", address, 100*time.Millisecond); err == nil {
			_ = connection.Close()
			return
		}
		select {
		case <-ended:
			t.Fatalf("%s ended at once: %v\n%s", path, failure, output.String())
		case <-deadline:
			t.Fatalf("%s does not listen on %s", path, address)
		case <-look.C:
		}
	}
}

// configure writes a configuration file into a folder of the test.
func configure(t *testing.T, folder, text string, values ...string) string {
	t.Helper()
	path := filepath.Join(folder, "server.conf")
	if err := os.WriteFile(path, []byte(strings.NewReplacer(values...).Replace(text)), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// openToAll lets the server's own user in, where it gives up root.
func openToAll(t *testing.T, folders ...string) {
	t.Helper()
	for _, folder := range folders {
		if err := os.MkdirAll(folder, 0o777); err != nil {
			t.Fatal(err)
		}
		for path := folder; path != "/" && path != os.TempDir(); path = filepath.Dir(path) {
			if err := os.Chmod(path, 0o777); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// firstOf gives the first of the files that is there.
func firstOf(t *testing.T, paths ...string) string {
	t.Helper()
	for _, path := range paths {
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	t.Fatal(fmt.Sprint("none of these is there: ", paths))
	return ""
}
