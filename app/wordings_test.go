package app_test

import (
	"testing"

	"toetssteen/app"
	"toetssteen/internal/assessment"
)

// A text that was written with a no, and stands under a yes by now, asks to be
// looked at until somebody writes again or takes the no back.
func TestAnExplanationOfAnotherVerdict(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		then []app.AnswerInput
		want bool
	}{
		"a no":                   {nil, false},
		"a yes with the text":    {[]app.AnswerInput{{Verdict: assessment.Yes, Explanation: "Nog niet."}}, true},
		"emptied in between":     {[]app.AnswerInput{{Explanation: "Nog niet."}, {Verdict: assessment.Yes, Explanation: "Nog niet."}}, true},
		"back to the no":         {[]app.AnswerInput{{Verdict: assessment.Yes, Explanation: "Nog niet."}, {Verdict: assessment.No, Explanation: "Nog niet."}}, false},
		"written again":          {[]app.AnswerInput{{Verdict: assessment.Yes, Explanation: "Nog niet."}, {Verdict: assessment.Yes, Explanation: "Nu wel."}}, false},
		"a yes with its own":     {[]app.AnswerInput{{Verdict: assessment.Yes, Explanation: "Nu wel."}}, false},
		"a yes without any text": {[]app.AnswerInput{{Verdict: assessment.Yes}}, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := openTown(t, t.TempDir())
			id := assessed(t, f)
			inputs := append([]app.AnswerInput{{Explanation: "", Verdict: assessment.Open}, {Verdict: assessment.No, Explanation: ""}, {Verdict: assessment.No, Explanation: "Nog niet."}}, c.then...)
			var got bool
			for _, in := range inputs {
				in.AssessmentID, in.Criterion = id, "GC-G1"
				saved, err := f.SaveAnswer(t.Context(), in)
				must(t, err)
				got = saved.Answer.ExplainsAnother
			}
			if got != c.want {
				t.Errorf("explains another verdict: %t", got)
			}
		})
	}
}
