package locales

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Topic is a chapter of the manual that the window shows.
type Topic struct {
	Name  string // in its keys: "manual.<name>.title"
	Title string
	Text  string // its sentences, in order
}

// Manual gives the chapters that tell how something is done, by name.
func (t Texts) Manual() []Topic {
	data, err := files.ReadFile(t.lang + "/manual.json")
	if err != nil {
		panic(err) // embedded
	}
	var texts map[string]string
	if err := json.Unmarshal(data, &texts); err != nil {
		panic(fmt.Sprintf("read manual: %v", err)) // a test reads them all
	}
	var topics []Topic
	for key, title := range texts {
		name, isTitle := strings.CutSuffix(strings.TrimPrefix(key, "manual."), ".title")
		if !isTitle || texts[stepKey(name, 1)] == "" {
			continue
		}
		topic := Topic{Name: name, Title: title}
		for n := 1; texts[stepKey(name, n)] != ""; n++ {
			topic.Text = strings.TrimSpace(topic.Text + " " + texts[stepKey(name, n)])
		}
		topics = append(topics, topic)
	}
	slices.SortFunc(topics, func(a, b Topic) int { return strings.Compare(a.Name, b.Name) })
	return topics
}

func stepKey(topic string, n int) string { return fmt.Sprintf("manual.%s.%d", topic, n) }
