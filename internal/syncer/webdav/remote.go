// Package webdav is the hardened transport to a WebDAV server (RFC 4918),
// round emersion/go-webdav: what the library or a server does badly is put
// right in the HTTP client beneath it, see transport.go.
package webdav

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"strings"
	"time"

	"github.com/emersion/go-webdav"

	"toetssteen/internal/fault"
	"toetssteen/internal/syncer"
)

// Config says which server, and how long to wait for it.
type Config struct {
	URL      string // of the folder that everything stands in; https, or http to this machine
	User     string // "" for a server without a password
	Password string
	Timeout  time.Duration // for one request; 0: a minute
}

// Limits on what a server may send.
const (
	maxFile    = 8 << 20  // bytes of a file
	maxListing = 16 << 20 // bytes of a listing
	usualWait  = time.Minute
)

// Remote is a folder on a WebDAV server.
type Remote struct {
	client    *webdav.Client
	transport *transport
	base      *url.URL // its path ends in a slash
}

var _ syncer.Remote = (*Remote)(nil)

// New checks the address; it does not reach out. An address that cannot be
// right is fault.Invalid and named.
func New(config Config) (*Remote, error) {
	base, err := parse(config.URL)
	if err != nil {
		return nil, err
	}
	if config.Timeout == 0 {
		config.Timeout = usualWait
	}
	beneath := newTransport(config, base)
	client, err := webdav.NewClient(beneath, base.String())
	if err != nil {
		return nil, addressFault("error.sync_address_unreadable", config.URL, err)
	}
	return &Remote{client: client, transport: beneath, base: base}, nil
}

func parse(address string) (*url.URL, error) {
	base, err := url.Parse(strings.TrimSpace(address))
	switch {
	case err != nil || base.Host == "" || (base.Scheme != "https" && base.Scheme != "http"):
		return nil, addressFault("error.sync_address_unreadable", address, err)
	case base.User != nil:
		return nil, addressFault("error.sync_address_password", base.Redacted(), nil)
	case base.RawQuery != "" || base.Fragment != "":
		return nil, addressFault("error.sync_address_query", address, nil)
	case base.Scheme == "http" && !loopback(base.Hostname()):
		return nil, addressFault("error.sync_address_plain", address, nil)
	}
	if !strings.HasSuffix(base.Path, "/") {
		base = base.JoinPath("/")
	}
	return base, nil
}

// SameServer tells whether two addresses lead to the same server: what is
// secret for one may be shown to the other.
func SameServer(a, b string) bool {
	first, err := url.Parse(strings.TrimSpace(a))
	if err != nil || first.Host == "" {
		return false
	}
	second, err := url.Parse(strings.TrimSpace(b))
	return err == nil && first.Scheme == second.Scheme && strings.EqualFold(first.Host, second.Host)
}

func addressFault(key, address string, err error) error {
	return fault.Wrap(err, fault.Invalid, key, fault.Args{"Address": address, "field": "url"})
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || (ip != nil && ip.IsLoopback())
}

// relativeName is what every name of ours looks like; nothing else is asked
// for, so that no name of a listing can lead elsewhere.
var relativeName = regexp.MustCompile(`^[a-z0-9-]{1,80}(\.[a-z0-9]{1,8})?(/[a-z0-9-]{1,80}(\.[a-z0-9]{1,8})?)*$`)

// at gives the absolute path of a name: the library passes only absolute ones
// on untouched. Collections end in a slash, which nginx insists on.
func (r *Remote) at(name string, collection bool) (string, error) {
	if name != "" && !relativeName.MatchString(name) {
		return "", fault.New(fault.Invalid, "error.sync_name_refused", fault.Args{"Name": name})
	}
	p := path.Join(r.base.Path, name)
	if collection && !strings.HasSuffix(p, "/") {
		p += "/"
	}
	return p, nil
}

// Put stores a file, making the folders above it when the server says that
// they are not there. That it gives no error does not prove anything.
func (r *Remote) Put(ctx context.Context, name string, data []byte) error {
	p, err := r.at(name, false)
	if err != nil {
		return err
	}
	err = r.put(ctx, p, data)
	if !missingParent(err) {
		return err
	}
	if err := r.makeFolders(ctx, path.Dir(name)); err != nil {
		return err
	}
	return r.put(ctx, p, data)
}

func (r *Remote) put(ctx context.Context, p string, data []byte) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	body, err := r.client.Create(ctx, p)
	if err != nil {
		return fmt.Errorf("put %s: %w", p, err)
	}
	_, writeErr := body.Write(data)
	if writeErr != nil && !errors.Is(writeErr, io.ErrClosedPipe) {
		cancel() // closing now would store half of it
	}
	// An early refusal breaks the pipe; the reason comes from Close.
	if err := body.Close(); err != nil {
		return fmt.Errorf("put %s: %w", p, err)
	}
	if writeErr != nil {
		return fmt.Errorf("put %s: %w", p, writeErr)
	}
	return nil
}

// missingParent tells whether an upload failed in a way that servers answer
// when the folder is not there: 404 and 409, and 500 from nginx.
func missingParent(err error) bool {
	var refusal *Refusal
	if !errors.As(err, &refusal) {
		return false
	}
	switch refusal.Status {
	case http.StatusNotFound, http.StatusConflict, http.StatusInternalServerError, http.StatusForbidden:
		return true
	}
	return false
}

// makeFolders makes each folder of a path. What the server says of one that
// exists differs (405, 201, 301, 500), so that only the next step counts.
func (r *Remote) makeFolders(ctx context.Context, folder string) error {
	if folder == "." {
		return nil
	}
	parts := strings.Split(folder, "/")
	for i := range parts {
		p, err := r.at(strings.Join(parts[:i+1], "/"), true)
		if err != nil {
			return err
		}
		err = r.client.Mkdir(ctx, p)
		if err == nil {
			continue
		}
		if _, statErr := r.client.Stat(ctx, p); statErr != nil {
			return fmt.Errorf("make folder %s: %w", p, errors.Join(err, statErr))
		}
	}
	return nil
}

// Get gives the bytes of a file.
func (r *Remote) Get(ctx context.Context, name string) ([]byte, error) {
	p, err := r.at(name, false)
	if err != nil {
		return nil, err
	}
	body, err := r.client.Open(ctx, p)
	if err != nil {
		return nil, fmt.Errorf("get %s: %w", p, err)
	}
	defer body.Close()
	data, err := io.ReadAll(io.LimitReader(body, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("get %s: %w", p, r.unreachable(err))
	}
	if len(data) > maxFile {
		return nil, fault.New(fault.Corrupt, "error.sync_file_too_large", fault.Args{"Name": p, "Server": r.base.Host, "MaxMiB": maxFile >> 20})
	}
	return data, nil
}

func (r *Remote) unreachable(err error) error { return connectionFault(err, r.base.Host) }

// List gives what is in a folder, without the entries that no program of ours
// can have named.
func (r *Remote) List(ctx context.Context, folder string) ([]syncer.Entry, error) {
	p, err := r.at(folder, true)
	if err != nil {
		return nil, err
	}
	infos, err := r.client.ReadDir(ctx, p, false)
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", p, err)
	}
	var entries []syncer.Entry
	for _, info := range infos {
		if path.Clean(info.Path) == path.Clean(p) {
			continue // the folder itself
		}
		entries = append(entries, syncer.Entry{Name: path.Base(info.Path), Size: info.Size, IsDir: info.IsDir})
	}
	return entries, nil
}
