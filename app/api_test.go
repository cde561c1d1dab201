package app

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"toetssteen/internal/steps"
)

// The TypeScript types of the API are written by hand; these tests hold them
// equal to what Go gives and takes.

const (
	typesFile = "../frontend/src/lib/door/types.ts"
	apiFile   = "../frontend/src/lib/door/api.ts"
)

var mirrored = map[string]reflect.Type{
	"Municipality": reflect.TypeFor[MunicipalityView](), "Session": reflect.TypeFor[SessionView](),
	"Settings": reflect.TypeFor[SettingsView](), "ServerInput": reflect.TypeFor[ServerInput](),
	"TestStep": reflect.TypeFor[ServerStepView](), "ServerTest": reflect.TypeFor[ServerTestView](),
	"Catalogue": reflect.TypeFor[CatalogueView](), "Principle": reflect.TypeFor[PrincipleView](), "Criterion": reflect.TypeFor[CriterionView](),
	"Step": reflect.TypeFor[StepView](), "Progress": reflect.TypeFor[ProgressView](), "Running": reflect.TypeFor[RunningView](),
	"Home": reflect.TypeFor[HomeView](), "Significance": reflect.TypeFor[SignificanceView](),
	"AssessmentRow": reflect.TypeFor[AssessmentRow](), "ServiceInput": reflect.TypeFor[ServiceInput](), "Service": reflect.TypeFor[ServiceView](),
	"AssessmentHead": reflect.TypeFor[AssessmentHead](), "Answer": reflect.TypeFor[AnswerView](), "Assessment": reflect.TypeFor[AssessmentView](),
	"AnswerInput": reflect.TypeFor[AnswerInput](), "SavedAnswer": reflect.TypeFor[SavedAnswer](), "Cell": reflect.TypeFor[CellView](),
	"ResultLine": reflect.TypeFor[ResultLine](), "Result": reflect.TypeFor[ResultView](), "MadeFile": reflect.TypeFor[FileView](),
	"Submission": reflect.TypeFor[SubmissionView](), "Synced": reflect.TypeFor[SyncView](), "Undone": reflect.TypeFor[UndoView](),
	"Indicator": reflect.TypeFor[IndicatorView](), "Contribution": reflect.TypeFor[ContributionView](), "Aid": reflect.TypeFor[AidView](),
	"Action": reflect.TypeFor[ActionView](), "Found": reflect.TypeFor[FoundHit](), "Measurement": reflect.TypeFor[MeasurementView](),
	"MeasurementInput": reflect.TypeFor[MeasurementInput](), "Measured": reflect.TypeFor[MeasuredView](), "TextHit": reflect.TypeFor[HitView](),
	"TextFigures": reflect.TypeFor[TextView](), "ProcessStep": reflect.TypeFor[steps.Step](), "StepFigures": reflect.TypeFor[steps.Figures](),
	"Editions": reflect.TypeFor[EditionsView](), "TakenCatalogue": reflect.TypeFor[TakenView](), "Change": reflect.TypeFor[ChangeView](),
	"Move": reflect.TypeFor[MoveView](), "Aside": reflect.TypeFor[AsideView](), "OpenedFile": reflect.TypeFor[CatalogueFileInput](),
	"Doubt": reflect.TypeFor[DoubtView](), "JobProgress": reflect.TypeFor[syncProgress](),
}

func readText(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

var (
	interfaceHead = regexp.MustCompile(`(?m)^export interface (\w+)(?: extends (\w+))? \{\n((?:  .*\n|\n)*)\}`)
	member        = regexp.MustCompile(`(?m)^ {2}(\w+)\??:`)
)

// interfaces gives the members of each interface, inherited ones too.
func interfaces(text string) map[string][]string {
	found := make(map[string][]string)
	for _, match := range interfaceHead.FindAllStringSubmatch(text, -1) {
		members := slices.Clone(found[match[2]]) // the base stands above
		for _, m := range member.FindAllStringSubmatch(match[3], -1) {
			members = append(members, m[1])
		}
		slices.Sort(members)
		found[match[1]] = members
	}
	return found
}

func jsonNames(t reflect.Type) []string {
	var names []string
	for i := range t.NumField() {
		field := t.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.Anonymous {
			names = append(names, jsonNames(field.Type)...)
			continue
		}
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func TestTypesAreThoseOfTheWindow(t *testing.T) {
	t.Parallel()
	have := interfaces(readText(t, typesFile))
	for name, goType := range mirrored {
		if got, want := have[name], jsonNames(goType); !slices.Equal(got, want) {
			t.Errorf("%s has %v in TypeScript, %s has %v in Go", name, got, goType.Name(), want)
		}
	}
	for name := range have {
		if mirrored[name] == nil {
			t.Errorf("%s stands in TypeScript only", name)
		}
	}
}

func TestMethodsAreThoseOfTheWindow(t *testing.T) {
	t.Parallel()
	var called []string
	for _, match := range regexp.MustCompile(`call<.*>\("(\w+)"`).FindAllStringSubmatch(readText(t, apiFile), -1) {
		called = append(called, match[1])
	}
	slices.Sort(called)
	var there []string
	for name := range methodsOf(&Facade{}) {
		there = append(there, name)
	}
	slices.Sort(there)
	if !slices.Equal(called, there) {
		t.Errorf("the window calls %v\nthe facade has %v", called, there)
	}
}
