package sqlite

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"toetssteen/internal/assessment"
	"toetssteen/internal/journal"
	"toetssteen/internal/submission"
)

// longestText is more than any text that the program takes, in characters.
const longestText = 2 * assessment.MaxExplanation

// choices are the fields that hold one of a few words; null is one of them.
var choices = map[journal.Kind]map[string][]string{
	kindService: {
		"audience":    words(assessment.Citizens, assessment.Enterprises, assessment.Associations, assessment.Authorities),
		"development": words(assessment.New, assessment.Reworked, assessment.Existing),
		"kind":        words(assessment.AsAid),
	},
	kindAssessment: {
		"moment": words(assessment.Before, assessment.After),
		"stage":  words(assessment.Proposed, assessment.Reviewed, assessment.Adopted),
	},
	kindScope: {"answer": {"yes", "no"}},
	kindAnswer: {
		"verdict": words(assessment.Yes, assessment.No, assessment.NotApplicable),
		"review":  words(assessment.ReviewReworded, assessment.ReviewSplit),
		"judge":   words(assessment.Users, assessment.Outside),
	},
	kindImprovement: {
		"effort": words(assessment.SmallEffort, assessment.MediumEffort, assessment.LargeEffort),
		"status": words(assessment.ToStart, assessment.Started, assessment.Done, assessment.Dropped),
	},
}

func words[T ~string](all ...T) []string {
	var out []string
	for _, w := range all {
		out = append(out, string(w))
	}
	return out
}

// times are the fields that hold a moment.
var times = map[journal.Kind]string{kindAssessment: "started_at", kindSubmission: "frozen_at", kindReference: "added_at"}

// unlimited are the fields that hold a whole file, which has a limit of its own.
var unlimited = map[journal.Kind][]string{
	kindSubmission: {"sealed", "receipt"}, kindReference: {"content"}, kindMeasurement: {"finding"}, kindAssessment: {"stage_saw"},
}

// fits tells whether a value from outside can stand where it goes. Kinds and
// fields of a newer program are kept without being understood.
func fits(op journal.Operation) error {
	p, known := projections[op.Object.Kind]
	if !known {
		return nil
	}
	if len(p.parts) > 0 {
		parts := strings.Split(op.Object.ID, "/")
		if len(parts) != len(p.parts) || slices.Contains(parts, "") {
			return fmt.Errorf("operation %s: id %q is not %s", op.ID, op.Object.ID, strings.Join(p.parts, "/"))
		}
	}
	if op.Field == journal.FieldSeen {
		var ids []journal.ID
		return json.Unmarshal(op.Value, &ids)
	}
	if op.Object.Kind == kindAssessment && op.Field == "stage_saw" {
		var saw map[string]string
		return json.Unmarshal(op.Value, &saw)
	}
	toColumn, known := p.fields[op.Field]
	if !known {
		return nil
	}
	value, err := toColumn(op.Value)
	if err != nil {
		return fmt.Errorf("operation %s: %s of %s: %w", op.ID, op.Field, op.Object.Kind, err)
	}
	if fit, asked := forms[op.Object.Kind][op.Field]; asked && value != nil {
		if err := fit(op.Object, value); err != nil {
			return fmt.Errorf("operation %s: %s of %s: %w", op.ID, op.Field, op.Object.Kind, err)
		}
	}
	text, isText := value.(string)
	if !isText {
		return nil
	}
	if allowed, limited := choices[op.Object.Kind][op.Field]; limited && !slices.Contains(allowed, text) {
		return fmt.Errorf("operation %s: %s of %s cannot be %.30q", op.ID, op.Field, op.Object.Kind, text)
	}
	if times[op.Object.Kind] == op.Field {
		if _, err := time.Parse(time.RFC3339, text); err != nil {
			return fmt.Errorf("operation %s: %w", op.ID, err)
		}
	}
	if op.Object.Kind == kindSubmission {
		if err := fitsSubmission(op.Field, text); err != nil {
			return fmt.Errorf("operation %s: %s: %w", op.ID, op.Field, err)
		}
	}
	if _, points := p.points[op.Field]; points && text == "" {
		return fmt.Errorf("operation %s: %s of %s is empty", op.ID, op.Field, op.Object.Kind)
	}
	if !slices.Contains(unlimited[op.Object.Kind], op.Field) && utf8.RuneCountInString(text) > longestText {
		return fmt.Errorf("operation %s: %s of %s is too long", op.ID, op.Field, op.Object.Kind)
	}
	return nil
}

// fitsSubmission opens what would be opened each time that submissions are
// listed.
func fitsSubmission(field, text string) error {
	switch field {
	case "sealed":
		_, _, err := submission.Open([]byte(text))
		return err
	case "verified":
		var v verification
		return json.Unmarshal([]byte(text), &v)
	case "receipt":
		_, _, err := submission.Kept{Receipt: []byte(text)}.State()
		return err
	}
	return nil
}
