package webdav

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"toetssteen/internal/fault"
)

// Refusal is an answer that is not a success. It stands in the chain of the
// faults that this package gives.
type Refusal struct {
	Status int // of HTTP; of a member of a 207 where that is what failed
	Method string
	Path   string
	Wait   time.Duration // that the server asks for (RFC 9110 10.2.3)
	Date   time.Time     // of the server, zero where it does not say
}

func (r *Refusal) Error() string {
	return fmt.Sprintf("%s %s: %d %s", r.Method, r.Path, r.Status, http.StatusText(r.Status))
}

// RetryAfter gives how long the server asks to wait.
func (r *Refusal) RetryAfter() time.Duration { return r.Wait }

func refusalOf(request *http.Request, response *http.Response, status int) *Refusal {
	r := &Refusal{Status: status, Method: request.Method, Path: request.URL.Path}
	r.Date, _ = http.ParseTime(response.Header.Get("Date"))
	if after := response.Header.Get("Retry-After"); after != "" {
		if seconds, err := strconv.Atoi(after); err == nil {
			r.Wait = time.Duration(seconds) * time.Second
		} else if at, err := http.ParseTime(after); err == nil && !r.Date.IsZero() {
			r.Wait = at.Sub(r.Date)
		}
	}
	return r
}

// refused gives the fault for an answer that is not a success.
func refused(request *http.Request, response *http.Response, status int) error {
	refusal := refusalOf(request, response, status)
	args := fault.Args{"Server": request.URL.Host, "Path": request.URL.Path, "Status": status}
	if status >= 300 && status < 400 {
		args["Target"] = redirectTarget(request, response)
		return fault.Wrap(refusal, fault.Invalid, "error.sync_redirect", args)
	}
	code, key := meaning(status)
	if key == "error.sync_busy" {
		args["Seconds"] = int(refusal.Wait.Seconds())
	}
	return fault.Wrap(refusal, code, key, args)
}

func meaning(status int) (fault.Code, string) {
	switch status {
	case http.StatusUnauthorized, http.StatusProxyAuthRequired:
		return fault.Denied, "error.sync_password"
	case http.StatusForbidden:
		return fault.Denied, "error.sync_forbidden"
	case http.StatusNotFound, http.StatusGone:
		return fault.NotFound, "error.sync_not_found"
	case http.StatusRequestEntityTooLarge:
		return fault.Full, "error.sync_too_large"
	case http.StatusInsufficientStorage:
		return fault.Full, "error.sync_server_full"
	case http.StatusLocked, http.StatusTooManyRequests, http.StatusServiceUnavailable, http.StatusTooEarly,
		http.StatusRequestTimeout, http.StatusBadGateway, http.StatusGatewayTimeout:
		return fault.Unavailable, "error.sync_busy"
	case http.StatusConflict, http.StatusMethodNotAllowed, http.StatusPreconditionFailed:
		return fault.Conflict, "error.sync_refused"
	default:
		return fault.Unavailable, "error.sync_refused"
	}
}

// redirectTarget gives where the server points to, without a query: it may
// hold a secret.
func redirectTarget(request *http.Request, response *http.Response) string {
	target, err := request.URL.Parse(response.Header.Get("Location"))
	if err != nil {
		return ""
	}
	return (&url.URL{Scheme: target.Scheme, Host: target.Host, Path: target.Path}).String()
}

// connectionFault gives the fault for a request that got no answer.
func connectionFault(err error, server string) error {
	var already *fault.Fault
	if errors.As(err, &already) {
		return err
	}
	args := fault.Args{"Server": server}
	var unknown x509.UnknownAuthorityError
	var name x509.HostnameError
	var invalid x509.CertificateInvalidError
	var record tls.RecordHeaderError
	switch {
	case errors.Is(err, context.Canceled):
		return fault.Wrap(err, fault.Canceled, "error.canceled", nil)
	case errors.As(err, &unknown), errors.As(err, &name), errors.As(err, &invalid), errors.As(err, &record):
		return fault.Wrap(err, fault.Unavailable, "error.sync_certificate", args)
	default:
		return fault.Wrap(err, fault.Unavailable, "error.sync_unreachable", args)
	}
}
