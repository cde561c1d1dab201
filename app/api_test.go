package app

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"toetssteen/internal/steps"
)

// The TypeScript types of the API are written by hand; these tests hold them
// equal to what Go gives and takes.

// door is the folder of both: types.ts and api.ts hold what most screens use,
// each further area has a file of its own.
const door = "../frontend/src/lib/door"

// mirrored gains the types of each area in the test file of that area.
var mirrored = map[string]reflect.Type{
	"Municipality": reflect.TypeFor[MunicipalityView](), "Session": reflect.TypeFor[SessionView](),
	"Settings": reflect.TypeFor[SettingsView](), "ServerInput": reflect.TypeFor[ServerInput](),
	"TestStep": reflect.TypeFor[ServerStepView](), "ServerTest": reflect.TypeFor[ServerTestView](),
	"Catalogue": reflect.TypeFor[CatalogueView](), "Principle": reflect.TypeFor[PrincipleView](), "Criterion": reflect.TypeFor[CriterionView](),
	"Step": reflect.TypeFor[StepView](), "Progress": reflect.TypeFor[ProgressView](), "Running": reflect.TypeFor[RunningView](),
	"Home": reflect.TypeFor[HomeView](), "Significance": reflect.TypeFor[SignificanceView](),
	"AssessmentRow": reflect.TypeFor[AssessmentRow](), "ServiceInput": reflect.TypeFor[ServiceInput](), "Service": reflect.TypeFor[ServiceView](),
	"AssessmentHead": reflect.TypeFor[AssessmentHead](), "Answer": reflect.TypeFor[AnswerView](), "AnswerSource": reflect.TypeFor[AnswerSourceView](), "Proposal": reflect.TypeFor[ProposalView](), "Assessment": reflect.TypeFor[AssessmentView](),
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

// readDoor reads the whole folder, the types that others extend first.
func readDoor(t *testing.T) string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(door, "*.ts"))
	if err != nil {
		t.Fatal(err)
	}
	carriers := []string{"bridge.ts", "door.ts", "fault.ts", "reply.ts", "transport.ts", "wails.ts"} // they carry any call
	paths = slices.DeleteFunc(paths, func(path string) bool {
		return strings.HasSuffix(path, ".test.ts") || slices.Contains(carriers, filepath.Base(path))
	})
	slices.SortStableFunc(paths, func(a, b string) int { return rank(a) - rank(b) })
	var all strings.Builder
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}

func rank(path string) int {
	if filepath.Base(path) == "types.ts" {
		return 0
	}
	return 1
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
		if field.IsExported() {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func TestTypesAreThoseOfTheWindow(t *testing.T) {
	t.Parallel()
	have := interfaces(readDoor(t))
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
	for _, match := range regexp.MustCompile(`call<.*>\("(\w+)"`).FindAllStringSubmatch(readDoor(t), -1) {
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
