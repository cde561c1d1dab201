package evidence

import (
	"archive/zip"
	"bytes"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"toetssteen/internal/fault"
)

// withMacros is added to the media type of a document that carries macros.
const withMacros = "; macros=1"

// Risk says what may happen when a file is opened in the system's own program.
type Risk string

// The risks.
const (
	NoRisk Risk = ""
	Macros Risk = "macros" // a document with a program in it
	Page   Risk = "page"   // a web page or drawing, which may run a script
	Packed Risk = "packed" // an archive, whose contents were not looked at
)

// risks are the risks from the least to the worst.
var risks = []Risk{NoRisk, Packed, Page, Macros}

// Exceeds tells whether the risk is worse than another.
func (r Risk) Exceeds(other Risk) bool { return slices.Index(risks, r) > slices.Index(risks, other) }

// Extensions that a system opens as something risky, whatever the bytes say.
var (
	pages  = strings.Fields("html htm shtml shtm xht xhtml mht mhtml svg svgz xml xsl xslt maff webarchive")
	macros = strings.Fields(`docm dotm xlsm xltm xlam xla xlm xlw pptm potm ppsm ppam ppa sldm slk iqy oqy dqy rqy
		mdb mde mda accdb accde accda accdr`)
)

// RiskOf tells the risk of a file: the worse of its media type, as [Recognise]
// gave it, and its name. A system chooses the program by the name.
func RiskOf(name, media string) Risk {
	byBytes, byName := riskOfMedia(media), NoRisk
	switch extension := extensionOf(name); {
	case slices.Contains(macros, extension):
		byName = Macros
	case slices.Contains(pages, extension):
		byName = Page
	}
	if byName.Exceeds(byBytes) {
		return byName
	}
	return byBytes
}

// extensionOf gives the extension as Windows reads it, in small letters: it
// drops dots and spaces at the end.
func extensionOf(name string) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(strings.TrimRight(name, ". ")), "."))
}

func riskOfMedia(media string) Risk {
	switch {
	case strings.HasSuffix(media, withMacros):
		return Macros
	case media == "text/html", media == "image/svg+xml", media == "application/xml":
		return Page
	case media == "application/zip", media == "application/gzip", media == "application/x-7z-compressed", media == "application/vnd.rar":
		return Packed
	}
	return NoRisk
}

// programs are extensions that a system runs or installs when they are opened.
var programs = strings.Fields(`exe com scr pif dll ocx sys drv cpl msi mst msix msixbundle msp msu appx appxbundle appinstaller appref-ms
	bat cmd ps1 ps2 psm1 psd1 ps1xml psc1 pssc msh cdxml vbs vbe vb js jse mjs wsf wsh wsc wsb ws sct hta hlp shb shs lnk jar jnlp reg
	sh bash zsh csh ksh fish run py pyw pyc pyo pyz pyzw rb pl php app command desktop appimage apk deb rpm snap flatpakref dmg pkg mpkg
	workflow action scpt terminal webloc mobileconfig iso img vhd vhdx vmdk udf cab diagcab diagcfg diagpkg msc chm inf ins isp scf url
	website gadget application xll wll library-ms search-ms searchconnector-ms settingcontent-ms theme themepack deskthemepack rdp udl
	one onepkg onetoc2 vsto vsix xbap ade adp mad maf mag mam maq mar mas mat mau mav maw prf job`)

var magics = []struct {
	start string
	media string // "" for a program
}{
	{"MZ", ""}, {"\x7fELF", ""}, {"\xfe\xed\xfa\xce", ""}, {"\xfe\xed\xfa\xcf", ""}, {"\xce\xfa\xed\xfe", ""}, {"\xcf\xfa\xed\xfe", ""}, {"\xca\xfe\xba\xbe", ""},
	{"#!", ""}, {"\x4c\x00\x00\x00\x01\x14\x02\x00", ""}, {"ITSF", ""},
	{"%PDF-", "application/pdf"}, {"\x89PNG\r\n\x1a\n", "image/png"}, {"\xff\xd8\xff", "image/jpeg"}, {"GIF87a", "image/gif"}, {"GIF89a", "image/gif"},
	{"II*\x00", "image/tiff"}, {"MM\x00*", "image/tiff"}, {"{\\rtf", "application/rtf"}, {"ID3", "audio/mpeg"},
	{"\x1f\x8b", "application/gzip"}, {"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"}, {"Rar!\x1a\x07", "application/vnd.rar"},
}

// Recognise tells what a file is by its bytes. A program or a script is
// refused, by its bytes or by a name that a system would run.
func Recognise(name string, data []byte) (media string, err error) {
	if slices.Contains(programs, extensionOf(name)) {
		return "", program(name)
	}
	for _, m := range magics {
		if strings.HasPrefix(string(data[:min(len(data), 16)]), m.start) {
			if m.media == "" && m.start == "MZ" && utf8.Valid(data) && !bytes.Contains(data, []byte{0}) {
				continue // a text that begins with those letters
			}
			if m.media == "" {
				return "", program(name)
			}
			return m.media, nil
		}
	}
	switch {
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return "image/webp", nil
	case len(data) >= 12 && string(data[4:8]) == "ftyp":
		return "video/mp4", nil
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return compound(data), nil
	case bytes.HasPrefix(data, []byte("PK")):
		return packed(data), nil
	}
	return textMedia(data), nil
}

func program(name string) error {
	return fault.New(fault.Invalid, "error.evidence_program", fault.Args{"Name": name, "field": "evidence"})
}

// compound recognises the older office documents.
func compound(data []byte) string {
	media := "application/x-ole-storage"
	if bytes.Contains(data, []byte("_\x00V\x00B\x00A\x00_\x00P\x00R\x00O\x00J\x00E\x00C\x00T\x00")) {
		media += withMacros
	}
	return media
}

// packed recognises documents that are archives, by the names inside.
func packed(data []byte) string {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "application/octet-stream"
	}
	media, macros := "application/zip", ""
	for _, file := range archive.File {
		name := strings.ToLower(strings.ReplaceAll(file.Name, `\`, "/"))
		switch {
		case name == "word/document.xml":
			media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
		case name == "xl/workbook.xml", name == "xl/workbook.bin":
			media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
		case name == "ppt/presentation.xml":
			media = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
		case name == "mimetype":
			if said := openDocument(file); said != "" {
				media = said
			}
		case strings.HasSuffix(name, "vbaproject.bin"), strings.HasPrefix(name, "basic/"), strings.HasPrefix(name, "scripts/"),
			strings.HasPrefix(name, "xl/macrosheets/"):
			macros = withMacros
		}
	}
	return media + macros
}

// openDocument gives what an OpenDocument file says it is, if it is one.
func openDocument(file *zip.File) string {
	const longest = 100
	reader, err := file.Open()
	if err != nil {
		return ""
	}
	defer reader.Close()
	said, err := io.ReadAll(io.LimitReader(reader, longest))
	media, ok := strings.CutPrefix(string(said), "application/vnd.oasis.opendocument.")
	if err != nil || !ok || strings.Trim(media, "abcdefghijklmnopqrstuvwxyz-") != "" {
		return ""
	}
	return string(said)
}

// textMedia tells texts from other bytes.
func textMedia(data []byte) string {
	if !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return "application/octet-stream"
	}
	const enough = 4096
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	start := strings.ToLower(string(data[:min(enough, len(data))]))
	switch {
	case strings.Contains(start, "<svg"):
		return "image/svg+xml"
	case strings.Contains(start, "<!doctype html"), strings.Contains(start, "<html"), strings.Contains(start, "<script"):
		return "text/html"
	case strings.HasPrefix(strings.TrimSpace(start), "<?xml"):
		return "application/xml"
	}
	return "text/plain"
}
