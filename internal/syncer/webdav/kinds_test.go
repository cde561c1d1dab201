package webdav_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	library "github.com/emersion/go-webdav"

	"toetssteen/internal/syncer/webdavserver"
)

// server is a running WebDAV server.
type server struct {
	url  string // of the folder
	data string // where its files are on the disk
}

// password that every server which asks for one takes, with the user "town".
const password = "geheim"

// kind is a sort of server to test against.
type kind struct {
	name  string
	start func(t *testing.T) server
	asks  func(t *testing.T) server // the same, asking for a password; nil: not tried
}

var kinds = []kind{
	{name: "go-webdav", start: startLibrary},
	{name: "embedded", start: startEmbedded},
	{name: "Apache", start: func(t *testing.T) server { return startApache(t, false) }, asks: func(t *testing.T) server { return startApache(t, true) }},
	{name: "nginx", start: startNginx},
	{name: "lighttpd", start: startLighttpd},
	{name: "rclone", start: func(t *testing.T) server { return startRclone(t) },
		asks: func(t *testing.T) server { return startRclone(t, "--user", "town", "--pass", password) }},
}

func served(t *testing.T, handler http.Handler, data string) server {
	t.Helper()
	s := httptest.NewServer(handler)
	t.Cleanup(s.Close)
	return server{url: s.URL + "/", data: data}
}

// startLibrary is go-webdav's own handler: the worst case, it keeps whatever
// an interrupted upload left.
func startLibrary(t *testing.T) server {
	data := t.TempDir()
	return served(t, &library.Handler{FileSystem: library.LocalFileSystem(data)}, data)
}

func startEmbedded(t *testing.T) server {
	data := t.TempDir()
	return served(t, webdavserver.New(data), data)
}

const apacheConfiguration = `
ServerRoot "{root}"
ServerName localhost
Listen {address}
PidFile "{root}/pid"
ErrorLog "{root}/error.log"
{user}
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authn_core_module {modules}/mod_authn_core.so
LoadModule authn_file_module {modules}/mod_authn_file.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule authz_user_module {modules}/mod_authz_user.so
LoadModule auth_basic_module {modules}/mod_auth_basic.so
LoadModule dav_module {modules}/mod_dav.so
LoadModule dav_fs_module {modules}/mod_dav_fs.so
DavLockDB "{root}/lock"
DocumentRoot "{data}"
<Directory "{data}">
  Dav On
  {auth}
</Directory>
`

func startApache(t *testing.T, asks bool) server {
	root, data, address := t.TempDir(), t.TempDir(), freeAddress(t)
	user, auth := "", "Require all granted"
	if os.Getuid() == 0 {
		user = "User www-data\nGroup www-data"
		openToAll(t, root, data)
	}
	if asks {
		if err := os.WriteFile(filepath.Join(root, "users"), []byte("town:"+apacheHash(t)+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		auth = "AuthType Basic\nAuthName town\nAuthUserFile \"" + root + "/users\"\nRequire valid-user"
	}
	configuration := configure(t, root, apacheConfiguration, "{root}", root, "{data}", data, "{address}", address,
		"{user}", user, "{auth}", auth, "{modules}", "/usr/lib/apache2/modules")
	startChild(t, address, program(t, "apache2", "apache2-bin"), "-X", "-f", configuration)
	return server{url: "http://" + address + "/", data: data}
}

// apacheHash makes the form of the password that Apache's file takes.
func apacheHash(t *testing.T) string {
	t.Helper()
	output, err := exec.Command("openssl", "passwd", "-apr1", password).Output()
	if err != nil {
		t.Fatalf("openssl is not installed: install the Debian package openssl, or run make setup: %v", err)
	}
	return strings.TrimSpace(string(output))
}

const nginxConfiguration = `
load_module {module};
daemon off;
master_process off;
pid {root}/pid;
error_log {root}/error.log;
events {}
http {
  access_log off;
  client_body_temp_path {root}/body;
  proxy_temp_path {root}/proxy;
  fastcgi_temp_path {root}/fastcgi;
  uwsgi_temp_path {root}/uwsgi;
  scgi_temp_path {root}/scgi;
  server {
    listen {address};
    root {data};
    location / {
      dav_methods PUT DELETE MKCOL COPY MOVE;
      dav_ext_methods PROPFIND OPTIONS;
    }
  }
}
`

func startNginx(t *testing.T) server {
	root, data, address := t.TempDir(), t.TempDir(), freeAddress(t)
	module := firstOf(t, "/usr/lib/nginx/modules/ngx_http_dav_ext_module.so", "/usr/share/nginx/modules/ngx_http_dav_ext_module.so")
	configuration := configure(t, root, nginxConfiguration, "{root}", root, "{data}", data, "{address}", address, "{module}", module)
	startChild(t, address, program(t, "nginx", "nginx-light"), "-p", root, "-e", root+"/error.log", "-c", configuration)
	return server{url: "http://" + address + "/", data: data}
}

const lighttpdConfiguration = `
server.modules = ( "mod_webdav" )
server.document-root = "{data}"
server.bind = "{host}"
server.port = {port}
server.errorlog = "{root}/error.log"
server.upload-dirs = ( "{root}" )
webdav.activate = "enable"
`

func startLighttpd(t *testing.T) server {
	root, data, address := t.TempDir(), t.TempDir(), freeAddress(t)
	host, port, _ := strings.Cut(address, ":")
	configuration := configure(t, root, lighttpdConfiguration, "{root}", root, "{data}", data, "{host}", host, "{port}", port)
	startChild(t, address, program(t, "lighttpd", "lighttpd and lighttpd-mod-webdav"), "-D", "-f", configuration)
	return server{url: "http://" + address + "/", data: data}
}

func startRclone(t *testing.T, options ...string) server {
	data, address := t.TempDir(), freeAddress(t)
	arguments := append([]string{"serve", "webdav", data, "--addr", address, "--config", filepath.Join(t.TempDir(), "none")}, options...)
	startChild(t, address, program(t, "rclone", "rclone"), arguments...)
	return server{url: "http://" + address + "/", data: data}
}
