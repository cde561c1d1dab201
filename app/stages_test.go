package app_test

import (
	"testing"

	"toetssteen/app"
	"toetssteen/internal/assessment"
)

func TestOnesOwnStageIsOfThisDevice(t *testing.T) {
	t.Parallel()
	f := openTown(t, t.TempDir())
	view, err := f.SaveStage(t.Context(), app.StageInput{AssessmentID: assessed(t, f), Stage: assessment.Proposed})
	must(t, err)
	if !view.Own {
		t.Errorf("it was proposed here: %+v", view)
	}
}
