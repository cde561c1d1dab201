package locales_test

import (
	"strings"
	"testing"

	"toetssteen/locales"
)

func TestManual(t *testing.T) {
	t.Parallel()
	first := locales.In(locales.Default).Manual()
	if len(first) < 8 {
		t.Fatalf("%d topics", len(first))
	}
	for _, lang := range locales.Languages() {
		topics := locales.In(lang).Manual()
		if len(topics) != len(first) {
			t.Fatalf("%s: %d topics, in %s %d", lang, len(topics), locales.Default, len(first))
		}
		for i, topic := range topics {
			if topic.Name != first[i].Name || topic.Title == "" || strings.Count(topic.Text, ".") < 3 {
				t.Errorf("%s: %+v", lang, topic)
			}
		}
	}
}
