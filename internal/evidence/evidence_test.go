package evidence_test

import (
	"archive/zip"
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"toetssteen/internal/evidence"
	"toetssteen/internal/fault"
)

func mustCode(t *testing.T, err error, want fault.Code) {
	t.Helper()
	if got := fault.CodeOf(err); got != want {
		t.Fatalf("code %q, want %q (%v)", got, want, err)
	}
}

// placeOf gives where a file must stand: the format of the folder.
func placeOf(folder, hash string) string { return filepath.Join(folder, hash[:2], hash) }

func TestFilesAreKeptOnceUnderTheirHash(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "evidence")
	folder := evidence.At(path)
	for range 2 {
		hash, err := folder.Put([]byte("a report"))
		if err != nil || hash != evidence.HashOf([]byte("a report")) {
			t.Fatalf("hash %s, %v", hash, err)
		}
		if data, err := folder.Read(hash); err != nil || string(data) != "a report" {
			t.Fatalf("read %q, %v", data, err)
		}
	}
	if found, err := folder.Check(nil); err != nil || found.Files != 1 {
		t.Errorf("found %+v, %v", found, err)
	}
}

func TestDamageIsFoundAndRepaired(t *testing.T) {
	t.Parallel()
	path := t.TempDir()
	folder := evidence.At(path)
	hash, err := folder.Put([]byte("a report"))
	mustCode(t, err, "")
	other, err := folder.Put([]byte("nobody refers to this"))
	mustCode(t, err, "")
	gone := evidence.HashOf([]byte("gone"))
	_, err = folder.Read(gone)
	mustCode(t, err, fault.NotFound)

	if err := os.WriteFile(placeOf(path, hash), []byte("another"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(path, "stray.txt"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = folder.Read(hash)
	mustCode(t, err, fault.Corrupt)
	found, err := folder.Check([]string{hash, gone})
	mustCode(t, err, "")
	if found.Sound() || !slices.Equal(found.Damaged, []string{placeOf(path, hash)}) || !slices.Equal(found.Missing, []string{gone}) {
		t.Errorf("found %+v", found)
	}
	slices.Sort(found.Unreferenced)
	want := []string{placeOf(path, other), filepath.Join(path, "stray.txt")}
	slices.Sort(want)
	if !slices.Equal(found.Unreferenced, want) {
		t.Errorf("unreferenced %v, want %v", found.Unreferenced, want)
	}

	if _, err := folder.Put([]byte("a report")); err != nil {
		t.Fatal(err)
	}
	if data, err := folder.Read(hash); string(data) != "a report" {
		t.Errorf("after adding it again: %q, %v", data, err)
	}
}

func TestWhatIsNoHashReadsNothing(t *testing.T) {
	t.Parallel()
	folder := evidence.At(t.TempDir())
	for _, hash := range []string{"", "..", "../../etc/passwd", strings.Repeat("A", 64), strings.Repeat("a", 62) + "/.", strings.Repeat("a", 66)} {
		_, err := folder.Read(hash)
		mustCode(t, err, fault.Invalid)
	}
}

func TestSafeName(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("é", 300)
	for name, want := range map[string]string{
		"rapport.pdf":             "rapport.pdf",
		`..\..\x`:                 "x",
		"../../x":                 "x",
		`C:\Users\ik\nota.docx`:   "nota.docx",
		"C:nota.docx":             "nota.docx",
		"C:":                      "",
		"a\x00b.pdf":              "ab.pdf",
		"rapport\u202efdp.exe":    "rapportfdp.exe",
		"rap\u200bport.pdf":       "rapport.pdf",
		"x.exe. . ":               "x.exe",
		"nota.txt:evil.exe":       "nota.txt-evil.exe",
		"con.pdf":                 "_con.pdf",
		"NUL":                     "_NUL",
		"..":                      "",
		"":                        "",
		"wat? dat*.png":           "wat- dat-.png",
		long + ".pdf":             strings.Repeat("é", 88) + ".pdf",
		"twee\nregels\tstaan.txt": "tweeregelsstaan.txt",
		"\xff\xfe.pdf":            "pdf",
	} {
		if got := evidence.SafeName(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}

func FuzzSafeName(f *testing.F) {
	for _, name := range []string{"rapport.pdf", `..\..\x`, `C:\`, "a\x00b", strings.Repeat("x", 300), "rapport\u202efdp.exe", "con", "\xff", " . ", "a/.", "é."} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		got := evidence.SafeName(name)
		if !utf8.ValidString(got) || len(got) > 200 || strings.ContainsAny(got, `/\:*?"<>|`) || got == "." || got == ".." ||
			strings.ContainsFunc(got, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }) {
			t.Fatalf("%q becomes %q", name, got)
		}
		if strings.HasSuffix(got, ".") || strings.HasSuffix(got, " ") {
			t.Fatalf("%q becomes %q, which Windows shortens", name, got)
		}
		if got != "" && filepath.Base(got) != got {
			t.Fatalf("%q becomes the path %q", name, got)
		}
		if again := evidence.SafeName(got); again != got {
			t.Fatalf("%q becomes %q, and that %q", name, got, again)
		}
	})
}

func TestUnique(t *testing.T) {
	t.Parallel()
	got := evidence.Unique([]string{"a.pdf", "A.pdf", "a (2).pdf", "b"})
	if want := []string{"a.pdf", "A (2).pdf", "a (2) (2).pdf", "b"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// zipOf makes an archive of empty files with names.
func zipOf(t *testing.T, names ...string) []byte {
	t.Helper()
	var packed bytes.Buffer
	archive := zip.NewWriter(&packed)
	for _, name := range names {
		if _, err := archive.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

func picture(t *testing.T, width, height int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewRGBA(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestRecognise(t *testing.T) {
	t.Parallel()
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	for name, c := range map[string]struct {
		file  string
		data  []byte
		media string // "" for refused
		risk  evidence.Risk
	}{
		"a pdf":                          {"rapport.pdf", []byte("%PDF-1.7"), "application/pdf", evidence.NoRisk},
		"a picture, whatever its name":   {"rapport.pdf", picture(t, 2, 2), "image/png", evidence.NoRisk},
		"a text":                         {"nota", []byte("Nota over é"), "text/plain", evidence.NoRisk},
		"a text that begins with MZ":     {"nota.txt", []byte("MZ is een afkorting"), "text/plain", evidence.NoRisk},
		"bytes":                          {"x.bin", []byte{1, 0, 2}, "application/octet-stream", evidence.NoRisk},
		"a document":                     {"x.docx", zipOf(t, "word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", evidence.NoRisk},
		"a document with a macro":        {"x.docx", zipOf(t, "word/document.xml", "word/vbaProject.bin"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document; macros=1", evidence.Macros},
		"a workbook with a macro":        {"x.xlsm", zipOf(t, "xl/vbaProject.bin", "xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; macros=1", evidence.Macros},
		"an old document":                {"x.doc", []byte(ole), "application/x-ole-storage", evidence.NoRisk},
		"an old document with a macro":   {"x.doc", []byte(ole + "_\x00V\x00B\x00A\x00_\x00P\x00R\x00O\x00J\x00E\x00C\x00T\x00"), "application/x-ole-storage; macros=1", evidence.Macros},
		"an archive":                     {"x.zip", zipOf(t, "a.txt"), "application/zip", evidence.Packed},
		"half an archive":                {"x.zip", zipOf(t, "a.txt")[:20], "application/octet-stream", evidence.NoRisk},
		"a page":                         {"x.html", []byte("<!DOCTYPE html><p>"), "text/html", evidence.Page},
		"a drawing":                      {"x.png", []byte(`<?xml version="1.0"?><svg onload="x()"/>`), "image/svg+xml", evidence.Page},
		"a program":                      {"x.exe", []byte("MZ\x90\x00"), "", ""},
		"a program under another name":   {"rapport.pdf", []byte("MZ\x90\x00"), "", ""},
		"a program of Linux":             {"rapport.pdf", []byte("\x7fELF\x02"), "", ""},
		"a script by its name":           {"x.BAT", []byte("echo"), "", ""},
		"a script by its bytes":          {"x.txt", []byte("#!/bin/sh\n"), "", ""},
		"a name with two extensions":     {"rapport.pdf.js", []byte("x"), "", ""},
		"a name that was turned around":  {evidence.SafeName("rapport\u202efdp.exe"), []byte("x"), "", ""},
		"nothing but a dot in its name":  {".", []byte("x"), "text/plain", evidence.NoRisk},
		"a shortcut that was renamed":    {"x.pdf", []byte("\x4c\x00\x00\x00\x01\x14\x02\x00"), "", ""},
		"an archive that says it is ODF": {"x.odt", zipOf(t, "mimetype"), "application/zip", evidence.Packed},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			media, err := evidence.Recognise(c.file, c.data)
			if c.media == "" {
				mustCode(t, err, fault.Invalid)
				return
			}
			if err != nil || media != c.media || evidence.RiskOf(c.file, media) != c.risk {
				t.Errorf("media %q, risk %q, %v; want %q, %q", media, evidence.RiskOf(c.file, media), err, c.media, c.risk)
			}
		})
	}
}

// A system chooses the program by the name, so harmless bytes change nothing.
func TestTheNameCountsToo(t *testing.T) {
	t.Parallel()
	for risk, extensions := range map[evidence.Risk]string{
		evidence.Page:   "html htm shtml xht xhtml mht mhtml svg svgz xml",
		evidence.Macros: "docm dotm xlsm xltm xlam xla pptm ppam slk iqy mdb",
		evidence.NoRisk: "pdf png txt csv docx xlsx odt",
	} {
		for _, extension := range strings.Fields(extensions) {
			for begins, data := range map[string][]byte{"a text": []byte("Verslag"), "a pdf": []byte("%PDF-1.7 <script>"), "bytes": {1, 0, 2}} {
				for _, name := range []string{"x." + extension, "x." + strings.ToUpper(extension), "x." + extension + ". "} {
					media, err := evidence.Recognise(name, data)
					if got := evidence.RiskOf(name, media); err != nil || got != risk {
						t.Errorf("%s with %s: risk %q, %v; want %q", name, begins, got, err, risk)
					}
				}
			}
		}
	}
	if got := evidence.RiskOf("x.html", "application/x-ole-storage; macros=1"); got != evidence.Macros {
		t.Errorf("macros in a page: %q", got)
	}
	if got := evidence.RiskOf("x.html", "application/zip"); got != evidence.Page {
		t.Errorf("an archive called a page: %q", got)
	}
}

func TestProgramsAreRefusedByName(t *testing.T) {
	t.Parallel()
	for _, extension := range strings.Fields(`exe com scr msi bat cmd ps1 ps1xml vbs js wsf wsb hta lnk url scf jar jnlp reg sh py pyc desktop
		iso img vhd vhdx chm cab diagcab one rdp library-ms settingcontent-ms appinstaller searchconnector-ms theme xll`) {
		for _, name := range []string{"x." + extension, "x.pdf." + strings.ToUpper(extension), "x." + extension + " ."} {
			_, err := evidence.Recognise(name, []byte("Verslag"))
			if fault.CodeOf(err) != fault.Invalid {
				t.Errorf("%s is taken: %v", name, err)
			}
		}
	}
}

func FuzzRecognise(f *testing.F) {
	f.Add("x.zip", []byte("PK\x03\x04"))
	f.Add("x.png", []byte("\x89PNG\r\n\x1a\n"))
	f.Add("x", []byte("\xef\xbb\xbf<svg"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		media, err := evidence.Recognise(name, data)
		if (media == "") == (err == nil) {
			t.Fatalf("media %q, %v", media, err)
		}
	})
}

func TestIncoming(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		size   int64
		pieces []string
		want   fault.Code
	}{
		"whole":                      {10, []string{"12345", "67890"}, ""},
		"too large":                  {101, nil, fault.Invalid},
		"empty":                      {0, nil, fault.Invalid},
		"less than nothing":          {-1, nil, fault.Invalid},
		"grew while it was read":     {3, []string{"1234"}, fault.Conflict},
		"shrank while it was read":   {3, []string{"12"}, fault.Conflict},
		"grew with its second piece": {6, []string{"1234", "567"}, fault.Conflict},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var in evidence.Incoming
			id, err := in.Begin("x", c.size, 100)
			for _, piece := range c.pieces {
				if err == nil {
					err = in.Add(id, []byte(piece))
				}
			}
			var data []byte
			if err == nil {
				_, data, err = in.Finish(id)
			}
			mustCode(t, err, c.want)
			if c.want == "" && string(data) != strings.Join(c.pieces, "") {
				t.Errorf("data %q", data)
			}
		})
	}
}

func TestIncomingThatWasStopped(t *testing.T) {
	t.Parallel()
	var in evidence.Incoming
	id, err := in.Begin("x", 3, 100)
	mustCode(t, err, "")
	in.Cancel(id)
	mustCode(t, in.Add(id, []byte("123")), fault.NotFound)
	_, _, err = in.Finish(id)
	mustCode(t, err, fault.NotFound)

	first, err := in.Begin("first", 3, 100)
	mustCode(t, err, "")
	for range 20 { // windows that were closed halfway leave nothing behind
		_, err := in.Begin("x", 3, 100)
		mustCode(t, err, "")
	}
	mustCode(t, in.Add(first, []byte("123")), fault.NotFound)
}

func TestThumbnail(t *testing.T) {
	t.Parallel()
	small, err := evidence.Thumbnail(picture(t, 1000, 10))
	mustCode(t, err, "")
	shape, err := png.DecodeConfig(bytes.NewReader(small))
	if err != nil || shape.Width != 320 || shape.Height != 3 {
		t.Errorf("%d by %d, %v", shape.Width, shape.Height, err)
	}
	huge := bytes.Clone(picture(t, 2, 2))
	copy(huge[16:], []byte{0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff}) // a width and a height that nobody has room for
	for name, data := range map[string][]byte{"no picture": []byte("x"), "cut off": picture(t, 50, 50)[:60], "a bomb": huge} {
		if _, err := evidence.Thumbnail(data); fault.CodeOf(err) != fault.Corrupt {
			t.Errorf("%s: %v", name, err)
		}
	}
}
