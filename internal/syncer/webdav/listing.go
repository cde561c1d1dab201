package webdav

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"

	"toetssteen/internal/fault"
)

// multistatus is the answer to PROPFIND (RFC 4918 section 14.16), as far as
// it is needed.
type multistatus struct {
	XMLName   xml.Name   `xml:"DAV: multistatus"`
	Responses []response `xml:"response"`
}

type response struct {
	Hrefs     []string   `xml:"DAV: href"`
	Status    string     `xml:"DAV: status,omitempty"`
	Propstats []propstat `xml:"DAV: propstat"`
}

type propstat struct {
	Prop   prop   `xml:"DAV: prop"`
	Status string `xml:"DAV: status"`
}

type prop struct {
	Type   *resourceType `xml:"DAV: resourcetype"`
	Length string        `xml:"DAV: getcontentlength,omitempty"`
	Date   string        `xml:"DAV: getlastmodified,omitempty"`
}

type resourceType struct {
	Collection *struct{} `xml:"DAV: collection"`
}

var errTooLarge = errors.New("listing too large")

func readListing(body io.Reader) (*multistatus, error) {
	data, err := io.ReadAll(io.LimitReader(body, maxListing+1))
	if err != nil {
		return nil, fmt.Errorf("read listing: %w", err)
	}
	if len(data) > maxListing {
		return nil, errTooLarge
	}
	var listing multistatus
	if err := xml.Unmarshal(data, &listing); err != nil {
		return nil, fmt.Errorf("read listing: %w", err)
	}
	return &listing, nil
}

func listingFault(err error, request *http.Request) error {
	args := fault.Args{"Server": request.URL.Host, "Path": request.URL.Path}
	if errors.Is(err, errTooLarge) {
		args["MaxMiB"] = maxListing >> 20
		return fault.Wrap(err, fault.Corrupt, "error.sync_listing_too_large", args)
	}
	var broken *xml.SyntaxError
	if errors.As(err, &broken) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fault.Wrap(err, fault.Unavailable, "error.sync_listing_broken", args)
	}
	return fault.Wrap(err, fault.Unavailable, "error.sync_listing_broken", args)
}

// statuses gives every status code that an entry holds.
func (r response) statuses() []int {
	var codes []int
	for _, line := range append([]string{r.Status}, propstatLines(r.Propstats)...) {
		if line != "" {
			codes = append(codes, statusCode(line))
		}
	}
	return codes
}

func propstatLines(propstats []propstat) []string {
	var lines []string
	for _, p := range propstats {
		lines = append(lines, p.Status)
	}
	return lines
}

// statusCode reads a status line such as "HTTP/1.1 200 OK"; 0 for no such thing.
func statusCode(line string) int {
	fields := strings.Fields(line)
	if len(fields) < 2 {
		return 0
	}
	code, err := strconv.Atoi(fields[1])
	if err != nil {
		return 0
	}
	return code
}

// clean replaces a listing by one that go-webdav can read to the end: one bad
// entry makes it drop all that follow. Entries of other folders or hosts and
// entries with a bad status are left out, ETags too (a weak one stops it), and
// the folder itself must be there: an empty answer is no empty folder.
func (t *transport) clean(request *http.Request, answer *http.Response) error {
	listing, err := readListing(answer.Body)
	if err := errors.Join(err, answer.Body.Close()); err != nil {
		return listingFault(err, request)
	}
	good := multistatus{}
	self := false
	for _, entry := range listing.Responses {
		kept, isSelf := t.keep(request.URL, entry)
		if isSelf {
			if status := statusCode(entry.Status); status >= 300 {
				return refused(request, answer, status)
			}
			self = true
		}
		if kept != nil {
			good.Responses = append(good.Responses, *kept)
		}
	}
	if !self {
		return listingFault(errors.New("the folder itself is not in the listing"), request)
	}
	data, err := xml.Marshal(good)
	if err != nil {
		return fmt.Errorf("write listing: %w", err)
	}
	answer.Body = io.NopCloser(bytes.NewReader(data))
	answer.ContentLength = int64(len(data))
	answer.Header.Set("Content-Type", `application/xml; charset="utf-8"`)
	return nil
}

// keep gives the clean form of an entry, nil for one to leave out, and
// whether it is the folder that was asked for.
func (t *transport) keep(asked *url.URL, entry response) (*response, bool) {
	if len(entry.Hrefs) != 1 {
		return nil, false
	}
	at, err := asked.Parse(strings.TrimSpace(entry.Hrefs[0]))
	if err != nil || at.Host != asked.Host {
		return nil, false
	}
	self := path.Clean(at.Path) == path.Clean(asked.Path)
	name := path.Base(at.EscapedPath()) // an escaped slash in it makes it no name of ours
	child := path.Dir(path.Clean(at.Path)) == path.Clean(asked.Path) && name == path.Base(at.Path) && relativeName.MatchString(name)
	found := properties(entry)
	if !self && (!child || found == nil) {
		return nil, false
	}
	if found == nil {
		found = &prop{Type: &resourceType{Collection: &struct{}{}}}
	}
	if found.Type == nil {
		found.Type = &resourceType{}
	}
	if n, err := strconv.ParseInt(found.Length, 10, 64); err != nil || n < 0 {
		found.Length = "0" // the length is not believed anyway
	}
	found.Date = time.Unix(0, 0).UTC().Format(http.TimeFormat) // nor is the time
	return &response{
		Hrefs:     []string{at.EscapedPath()},
		Propstats: []propstat{{Prop: *found, Status: "HTTP/1.1 200 OK"}},
	}, self
}

// properties gives the properties that the server found, nil for an entry
// with a bad status.
func properties(entry response) *prop {
	if entry.Status != "" && statusCode(entry.Status)/100 != 2 {
		return nil
	}
	for _, p := range entry.Propstats {
		if statusCode(p.Status)/100 == 2 {
			found := p.Prop
			return &found
		}
	}
	return nil
}
