package trust_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"toetssteen/internal/fault"
	"toetssteen/internal/trust"
)

const submissionContext = "toetssteen/submission/v1"

type note struct {
	Text string `json:"text"`
}

func newKey(t *testing.T) trust.Key {
	t.Helper()
	key, err := trust.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func seal(t *testing.T, key trust.Key) []byte {
	t.Helper()
	sealed, err := trust.Seal(key, submissionContext, note{"Eén regel,\ntwee regels"})
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}

func TestOpen(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	body, signer, err := trust.Open(seal(t, key), submissionContext)
	if err != nil {
		t.Fatal(err)
	}
	var got note
	if err := json.Unmarshal(body, &got); err != nil || got.Text != "Eén regel,\ntwee regels" || signer != key.Public() {
		t.Errorf("got %+v by %s, %v", got, signer, err)
	}
}

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	good := seal(t, key)
	first, second, _ := bytes.Cut(bytes.TrimSuffix(good, []byte("\n")), []byte("\n"))
	other, err := trust.Seal(key, "toetssteen/receipt/v1", note{"x"})
	if err != nil {
		t.Fatal(err)
	}
	join := func(parts ...[]byte) []byte { return append(bytes.Join(parts, []byte("\n")), '\n') }
	for name, c := range map[string]struct {
		data []byte
		key  string
	}{
		"nothing":                  {nil, "error.sealed_truncated"},
		"the first line only":      {append(first, '\n'), "error.sealed_truncated"},
		"without its last newline": {bytes.TrimSuffix(good, []byte("\n")), "error.sealed_truncated"},
		"a third line":             {join(first, second, []byte("{}")), "error.sealed_altered"},
		"bytes at the end":         {append(bytes.Clone(good), 'x'), "error.sealed_altered"},
		"lines swapped":            {join(second, first), "error.sealed_altered"},
		"Windows line ends":        {bytes.ReplaceAll(good, []byte("\n"), []byte("\r\n")), "error.sealed_altered"},
		"another kind":             {other, "error.sealed_other_kind"},
		"a login page":             {[]byte("<html>\n<body>\n</html>"), "error.sealed_altered"},
		"a signature without body": {join(nil, second), "error.sealed_altered"},
		"too large":                {make([]byte, trust.MaxSealed+1), "error.sealed_too_large"},
		"a space in the signature": {join(first, bytes.Replace(second, []byte(`":`), []byte(`": `), 1)), "error.sealed_altered"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, _, err := trust.Open(c.data, submissionContext)
			if f := fault.Of(err); err == nil || f.Key != c.key || f.Code != fault.Corrupt {
				t.Errorf("got %v, want %s", err, c.key)
			}
		})
	}
}

// However a file is cut off, and whichever of its bits flips, it is refused.
func TestEveryByteCounts(t *testing.T) {
	t.Parallel()
	good := seal(t, newKey(t))
	for i := range good {
		if _, _, err := trust.Open(good[:i], submissionContext); err == nil {
			t.Fatalf("opened when cut off at %d", i)
		}
		for bit := range 8 {
			spoilt := bytes.Clone(good)
			spoilt[i] ^= 1 << bit
			if _, _, err := trust.Open(spoilt, submissionContext); err == nil {
				t.Fatalf("opened with bit %d of byte %d flipped", bit, i)
			}
		}
	}
}

func TestOpenFrom(t *testing.T) {
	t.Parallel()
	key, stranger := newKey(t), newKey(t)
	sealed := seal(t, key)
	if _, err := trust.OpenFrom(sealed, submissionContext, key.Public()); err != nil {
		t.Errorf("refused the right signer: %v", err)
	}
	for name, want := range map[string]trust.PublicKey{"another key": stranger.Public(), "no key": {}} {
		if _, err := trust.OpenFrom(sealed, submissionContext, want); fault.CodeOf(err) != fault.Denied {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A file that version 1 of the format wrote opens for ever.
func TestFrozenFormat(t *testing.T) {
	t.Parallel()
	sealed, err := os.ReadFile("testdata/sealed-v1.json")
	if err != nil {
		t.Fatal(err)
	}
	body, signer, err := trust.Open(sealed, submissionContext)
	if err != nil {
		t.Fatal(err)
	}
	if string(body) != `{"text":"bevroren in 2026"}` || signer.Fingerprint() != "jaindiksh4ett7cb" {
		t.Errorf("got %s by %s", body, signer.Fingerprint())
	}
}

func TestPublicKeyText(t *testing.T) {
	t.Parallel()
	key := newKey(t).Public()
	text := key.String()
	for name, typed := range map[string]string{
		"as printed":      text,
		"without hyphens": strings.ReplaceAll(text, "-", ""),
		"in capitals":     strings.ToUpper(text),
		"with spaces":     "  " + strings.ReplaceAll(text, "-", " ") + "\r\n",
	} {
		if got, err := trust.ParsePublicKey(typed); err != nil || got != key {
			t.Errorf("%s: %v", name, err)
		}
	}
	mistyped := []byte(text)
	mistyped[0] = map[bool]byte{true: 'b', false: 'a'}[mistyped[0] == 'a']
	for name, c := range map[string]struct{ typed, key string }{
		"a typing error":  {string(mistyped), "error.public_key_mistyped"},
		"half of it":      {text[:len(text)/2], "error.public_key_unreadable"},
		"something else":  {"https://example.org/", "error.public_key_unreadable"},
		"nothing":         {"", "error.public_key_unreadable"},
		"one group twice": {text + "-" + text[:4], "error.public_key_unreadable"},
	} {
		_, err := trust.ParsePublicKey(c.typed)
		if f := fault.Of(err); err == nil || f.Key != c.key {
			t.Errorf("%s: %v, want %s", name, err, c.key)
		}
	}
}

func TestKeyFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "device.key")
	made, err := trust.LoadOrCreateKey(path)
	if err != nil {
		t.Fatal(err)
	}
	again, err := trust.LoadOrCreateKey(path)
	if err != nil || again.Public() != made.Public() {
		t.Errorf("second start: %v, another key: %v", err, again.Public() != made.Public())
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v; want 0600", info.Mode(), err)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

func TestDamagedKeyFile(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"empty": "", "no key": "hello\n", "too long": strings.Repeat("x", 10_000),
		"cut off":               "-----BEGIN PRIVATE KEY-----\nMC4CAQ",
		"another kind of block": "-----BEGIN CERTIFICATE-----\nMC4CAQ==\n-----END CERTIFICATE-----\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "device.key")
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := trust.LoadOrCreateKey(path)
			if f := fault.Of(err); f.Code != fault.Corrupt || f.Args["Path"] != path {
				t.Errorf("got %v", err)
			}
			if left, _ := os.ReadFile(path); string(left) != text {
				t.Error("the file was changed")
			}
		})
	}
}

// Whatever the bytes: no panic, and what opens is what somebody sealed.
func FuzzOpen(f *testing.F) {
	key, err := trust.NewKey()
	if err != nil {
		f.Fatal(err)
	}
	good, err := trust.Seal(key, submissionContext, note{"x"})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte("{}\n{}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, _, err := trust.Open(data, submissionContext); err == nil && !bytes.Equal(data, good) {
			t.Errorf("opened what was never sealed: %q", data)
		}
	})
}

// What is sealed can be opened, up to the limit; beyond it, nothing is sealed.
func TestSealKeepsToTheLimit(t *testing.T) {
	t.Parallel()
	key, err := trust.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		body string
		fits bool
	}{
		"many signs that a web page would escape": {strings.Repeat("<", trust.MaxSealed-1000), true},
		"too long": {strings.Repeat("x", trust.MaxSealed), false},
	} {
		t.Run(name, func(t *testing.T) {
			sealed, err := trust.Seal(key, "test", c.body)
			if c.fits != (err == nil) {
				t.Fatalf("error %v", err)
			}
			if err != nil {
				if fault.CodeOf(err) != fault.Invalid {
					t.Errorf("error %v", err)
				}
				return
			}
			if _, _, err := trust.Open(sealed, "test"); err != nil {
				t.Error(err)
			}
		})
	}
}
