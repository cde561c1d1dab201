package app

import (
	"maps"
	"reflect"
)

func init() {
	maps.Copy(mirrored, map[string]reflect.Type{
		"Stage": reflect.TypeFor[StageView](), "StageInput": reflect.TypeFor[StageInput](), "ToReview": reflect.TypeFor[ToReviewView](),
		"Teamwork": reflect.TypeFor[TeamworkView](), "ConflictField": reflect.TypeFor[FieldView](), "ConflictSide": reflect.TypeFor[SideView](),
		"UnseenChange": reflect.TypeFor[UnseenView](), "Conflict": reflect.TypeFor[ConflictView](), "SettleInput": reflect.TypeFor[SettleInput](),
		"Timeline": reflect.TypeFor[TimelineView](), "TimelineEntry": reflect.TypeFor[TimelineEntry](),
		"LeftOut": reflect.TypeFor[LeftOutView](), "Given": reflect.TypeFor[GivenView](), "TakenIn": reflect.TypeFor[TakenInView](), "Twins": reflect.TypeFor[TwinsView](), "Person": reflect.TypeFor[PersonView](), "KindCount": reflect.TypeFor[KindCount](),
	})
}
