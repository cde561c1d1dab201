package submission_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"toetssteen/internal/assessment"
	"toetssteen/internal/fault"
	"toetssteen/internal/strategy"
	"toetssteen/internal/submission"
	"toetssteen/internal/trust"
)

var now = time.Date(2026, 11, 23, 16, 55, 0, 0, time.UTC)

// allYes answers every criterion with yes.
func allYes() []assessment.Answer {
	var answers []assessment.Answer
	for _, c := range strategy.Current().Criteria {
		answers = append(answers, assessment.Answer{Criterion: c.Code, Verdict: assessment.Yes})
	}
	return answers
}

func draft(answers []assessment.Answer) submission.Draft {
	return submission.Draft{
		ID: "one", Municipality: submission.Municipality{NIS: "44021", Name: "Gent"},
		Service:    assessment.Service{ID: "s", Name: "Verhuizing melden"},
		Assessment: assessment.Assessment{ID: "a", Moment: assessment.Before, StartedAt: now, Answers: answers},
	}
}

func TestFreezeRefuses(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func([]assessment.Answer) []assessment.Answer
		code   fault.Code
	}{
		"an open criterion":      {func(a []assessment.Answer) []assessment.Answer { return a[1:] }, fault.Conflict},
		"a no without words":     {func(a []assessment.Answer) []assessment.Answer { a[4].Verdict = assessment.No; return a }, fault.Conflict},
		"not applicable, no why": {func(a []assessment.Answer) []assessment.Answer { a[4].Verdict = assessment.NotApplicable; return a }, fault.Conflict},
		"an unsettled conflict":  {func(a []assessment.Answer) []assessment.Answer { a[4].Conflict = true; return a }, fault.Conflict},
		"an unknown criterion":   {func(a []assessment.Answer) []assessment.Answer { a[4].Criterion = "XX-G1"; return a }, fault.Invalid},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := submission.Freeze(strategy.Current(), draft(c.change(allYes())), now)
			if fault.CodeOf(err) != c.code {
				t.Errorf("got %v, want %s", err, c.code)
			}
		})
	}
}

func TestSealAndOpen(t *testing.T) {
	t.Parallel()
	d, err := submission.Freeze(strategy.Current(), draft(allYes()), now)
	if err != nil {
		t.Fatal(err)
	}
	key, err := trust.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := submission.Seal(key, d)
	if err != nil {
		t.Fatal(err)
	}
	got, signer, err := submission.Open(sealed)
	if err != nil || signer != key.Public() {
		t.Fatalf("signer %s, %v", signer.Fingerprint(), err)
	}
	if err := got.Check(strategy.Current()); err != nil {
		t.Error(err)
	}
	same, _ := json.Marshal(got)
	want, _ := json.Marshal(d)
	if string(same) != string(want) {
		t.Errorf("got %s\nwant %s", same, want)
	}
	if _, err := submission.OpenReceipt(sealed, key.Public()); fault.CodeOf(err) != fault.Corrupt {
		t.Errorf("a submission passes for a receipt: %v", err)
	}
}

// A submission that version 1.0 of the format wrote opens and holds for ever.
func TestFrozenFormat(t *testing.T) {
	t.Parallel()
	sealed, err := os.ReadFile("testdata/submission-1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := submission.Open(sealed)
	if err != nil {
		t.Fatal(err)
	}
	// It was frozen by the edition as it stood before its release.
	d.Assessment.CatalogueHash = strategy.Current().Hash()
	if err := d.Check(strategy.Current()); err != nil {
		t.Error(err)
	}
	if d.Service.Name != "Verhuizing melden" || len(d.Answers) != 52 || !d.FrozenAt.Equal(now) {
		t.Errorf("got %s, %d answers, %v", d.Service.Name, len(d.Answers), d.FrozenAt)
	}
}

// Whatever is sealed: opening and checking it never panics.
func FuzzCheck(f *testing.F) {
	key, err := trust.NewKey()
	if err != nil {
		f.Fatal(err)
	}
	d, err := submission.Freeze(strategy.Current(), draft(allYes()), now)
	if err != nil {
		f.Fatal(err)
	}
	body, err := json.Marshal(d)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(body))
	full := fullDocument(f)
	if body, err = json.Marshal(full); err != nil {
		f.Fatal(err)
	}
	f.Add(string(body))
	f.Add(`{"format":"1.0","answers":null}`)
	f.Add(`[]`)
	f.Fuzz(func(_ *testing.T, body string) {
		if !json.Valid([]byte(body)) {
			return
		}
		sealed, err := trust.Seal(key, "toetssteen/submission/v1", json.RawMessage(body))
		if err != nil {
			return
		}
		if d, _, err := submission.Open(sealed); err == nil {
			_ = submission.ReasonOf(d.Check(strategy.Current()))
			_ = submission.ReasonOf(d.CheckAgainst(full))
		}
	})
}

// What is handed in says whether it is about an aid, and a change of that is a change.
func TestAnAidIsHandedInAsOne(t *testing.T) {
	t.Parallel()
	opens := int64(14)
	service := submission.Document{Service: submission.Service{ID: "s"}}
	for name, change := range map[string]func(*submission.Service){
		"kind":     func(s *submission.Service) { s.Kind = assessment.AsAid },
		"aid":      func(s *submission.Service) { s.Aid = "x" },
		"opens up": func(s *submission.Service) { s.OpensUp = &opens },
	} {
		other := service
		change(&other.Service)
		if service.SaysTheSame(other) {
			t.Errorf("another %s says the same", name)
		}
	}
	written, err := json.Marshal(service)
	if err != nil || strings.Contains(string(written), "kind") || strings.Contains(string(written), "opens_up") {
		t.Errorf("of a service: %s, %v", written, err)
	}
}
