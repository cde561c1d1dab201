package app

import (
	"maps"
	"reflect"
)

func init() {
	maps.Copy(mirrored, map[string]reflect.Type{
		"Notification": reflect.TypeFor[NotificationView](), "EarlierAssessment": reflect.TypeFor[EarlierView](), "ExplainedLine": reflect.TypeFor[ExplainedLine](),
		"Measure": reflect.TypeFor[MeasureView](), "ChangedLine": reflect.TypeFor[ChangedLine](), "MissingPart": reflect.TypeFor[MissingPart](),
		"NotificationVersion": reflect.TypeFor[VersionView](), "MeasureChange": reflect.TypeFor[MeasureChange](), "Insight": reflect.TypeFor[InsightView](), "Priority": reflect.TypeFor[PriorityView](),
		"Lift": reflect.TypeFor[LiftView](), "StandingCheck": reflect.TypeFor[CheckView](),
		"CheckFinding": reflect.TypeFor[FindingView](), "AdoptInput": reflect.TypeFor[AdoptInput](), "SavedWords": reflect.TypeFor[SavedWords](),
	})
}
