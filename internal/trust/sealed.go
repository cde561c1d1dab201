package trust

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"toetssteen/internal/fault"
)

// MaxSealed is the largest sealed file that is written and opened, in bytes.
const MaxSealed = 8 << 20

// envelope is the second line of a sealed file.
type envelope struct {
	Context   string `json:"context"`
	Key       string `json:"key"`       // text form of the signer's public key
	Signature string `json:"signature"` // Ed25519ctx over the exact bytes of the first line, base64
}

// Seal makes a sealed file: the body as one line of JSON, and a second line
// with the signature over the exact bytes of the first. Nobody has to write
// the JSON again to verify it. What [Open] would not take is fault.Invalid.
func Seal(key Key, context string, body any) ([]byte, error) {
	first, err := line(body)
	if err != nil {
		return nil, fmt.Errorf("write body: %w", err)
	}
	signature, err := key.sign(context, first)
	if err != nil {
		return nil, fmt.Errorf("sign: %w", err)
	}
	second, err := json.Marshal(envelope{
		Context: context, Key: key.Public().String(), Signature: base64.StdEncoding.EncodeToString(signature)})
	if err != nil {
		return nil, fmt.Errorf("write signature: %w", err)
	}
	sealed := bytes.Join([][]byte{first, second, nil}, []byte("\n"))
	if len(sealed) > MaxSealed {
		return nil, fault.New(fault.Invalid, "error.seal_too_large", fault.Args{"MaxMiB": MaxSealed >> 20})
	}
	return sealed, nil
}

// line writes a value as one line of JSON. Nobody puts it in a web page, so
// that < and & can stay one byte.
func line(value any) ([]byte, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(text.Bytes(), []byte("\n")), nil
}

// Open verifies a sealed file and gives its body and who signed it. A file
// that was cut off, altered, or signed for another context is fault.Corrupt.
func Open(data []byte, context string) (json.RawMessage, PublicKey, error) {
	body, second, err := lines(data)
	if err != nil {
		return nil, PublicKey{}, err
	}
	e, err := readEnvelope(second)
	if err != nil {
		return nil, PublicKey{}, altered(err)
	}
	if e.Context != context {
		return nil, PublicKey{}, fault.New(fault.Corrupt, "error.sealed_other_kind", fault.Args{"Found": e.Context, "Wanted": context})
	}
	signer, err := ParsePublicKey(e.Key)
	if err != nil || signer.String() != e.Key { // a person may type it loosely, a file may not
		return nil, PublicKey{}, altered(err)
	}
	signature, err := base64.StdEncoding.Strict().DecodeString(e.Signature)
	if err != nil {
		return nil, PublicKey{}, altered(err)
	}
	if err := signer.verify(context, body, signature); err != nil {
		return nil, PublicKey{}, altered(err)
	}
	if !json.Valid(body) {
		return nil, PublicKey{}, altered(errors.New("body is not JSON"))
	}
	return body, signer, nil
}

// OpenFrom opens a sealed file that must be signed by one known key; another
// signer is fault.Denied.
func OpenFrom(data []byte, context string, want PublicKey) (json.RawMessage, error) {
	body, signer, err := Open(data, context)
	if err != nil {
		return nil, err
	}
	if want.IsZero() || signer != want {
		return nil, fault.New(fault.Denied, "error.sealed_other_signer",
			fault.Args{"Signer": signer.Fingerprint(), "Wanted": want.Fingerprint()})
	}
	return body, nil
}

// lines takes the file apart: exactly two lines, each ended.
func lines(data []byte) (body, second []byte, err error) {
	if len(data) > MaxSealed {
		return nil, nil, fault.New(fault.Corrupt, "error.sealed_too_large", fault.Args{"MaxMiB": MaxSealed >> 20})
	}
	parts := bytes.Split(data, []byte("\n"))
	if len(parts) < 3 {
		return nil, nil, fault.New(fault.Corrupt, "error.sealed_truncated", nil)
	}
	if len(parts) > 3 || len(parts[2]) > 0 {
		return nil, nil, altered(errors.New("more than two lines"))
	}
	return parts[0], parts[1], nil
}

// readEnvelope is strict, and accepts just the bytes that [Seal] writes: there
// is one way only to write a signature down.
func readEnvelope(line []byte) (envelope, error) {
	var e envelope
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&e); err != nil {
		return e, fmt.Errorf("read signature: %w", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return e, errors.New("read signature: more than one value")
	}
	again, err := json.Marshal(e)
	if err != nil || !bytes.Equal(again, line) {
		return e, errors.New("read signature: not as it was written")
	}
	return e, nil
}

func altered(err error) error { return fault.Wrap(err, fault.Corrupt, "error.sealed_altered", nil) }
