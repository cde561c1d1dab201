package sqlite

import (
	"encoding/hex"
	"fmt"
	"mime"

	"toetssteen/internal/assessment"
	"toetssteen/internal/journal"
	"toetssteen/internal/submission"
)

// forms are the fields of which a value from outside must have a form: what is
// opened, shown as a link or looked up by it. Null never comes here.
var forms = map[journal.Kind]map[string]func(journal.Object, any) error{
	kindEvidence: {
		"link":  func(_ journal.Object, value any) error { return assessment.ValidateLink(value.(string)) },
		"hash":  func(_ journal.Object, value any) error { return isDigest(value.(string)) },
		"size":  func(_ journal.Object, value any) error { return isSize(value.(int64)) },
		"media": func(_ journal.Object, value any) error { return isMedia(value.(string)) },
	},
	kindImprovement: {
		"criteria":    func(_ journal.Object, value any) error { _, err := codes(value.(string)); return err },
		"still_unmet": func(_ journal.Object, value any) error { _, err := codes(value.(string)); return err },
	},
	kindReference: {
		"content": func(object journal.Object, value any) error { return isNamedByHash(object, value.(string)) },
	},
}

// isDigest refuses what is no SHA-256 in lower-case hexadecimal.
func isDigest(text string) error {
	if sum, err := hex.DecodeString(text); err != nil || len(sum) != 32 || hex.EncodeToString(sum) != text {
		return fmt.Errorf("%.80q is no hash", text)
	}
	return nil
}

func isSize(bytes int64) error {
	if bytes <= 0 || bytes > assessment.MaxEvidence {
		return fmt.Errorf("%d bytes is no size of a file", bytes)
	}
	return nil
}

func isMedia(text string) error {
	const longest = 200
	if _, _, err := mime.ParseMediaType(text); err != nil || len(text) > longest {
		return fmt.Errorf("%.80q is no media type", text)
	}
	return nil
}

// isNamedByHash refuses a file under another name than its own hash.
func isNamedByHash(object journal.Object, content string) error {
	data, err := dataOf(content)
	if err != nil {
		return err
	}
	if submission.Digest(data) != object.ID {
		return fmt.Errorf("%.80q is not the hash of the file", object.ID)
	}
	return nil
}
