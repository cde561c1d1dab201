package app

import (
	"maps"
	"reflect"
)

func init() {
	maps.Copy(mirrored, map[string]reflect.Type{
		"Evidence": reflect.TypeFor[EvidenceView](), "Attached": reflect.TypeFor[AttachedView](), "EvidenceExport": reflect.TypeFor[EvidenceExportView](), "Absent": reflect.TypeFor[AbsentView](),
		"Marks":   reflect.TypeFor[MarksInput](),
		"Comment": reflect.TypeFor[CommentView](), "HistoryLine": reflect.TypeFor[HistoryLineView](), "HistoryEntry": reflect.TypeFor[HistoryView](),
	})
}
