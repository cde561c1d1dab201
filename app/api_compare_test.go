package app

import (
	"maps"
	"reflect"
)

func init() {
	maps.Copy(mirrored, map[string]reflect.Type{
		"Comparable": reflect.TypeFor[ComparableView](), "Reference": reflect.TypeFor[ReferenceView](), "ImportedReference": reflect.TypeFor[ImportedView](),
		"ComparisonProposal": reflect.TypeFor[ComparisonProposalView](), "Comparables": reflect.TypeFor[ComparablesView](),
		"Count": reflect.TypeFor[CountView](), "Stand": reflect.TypeFor[StandView](), "ComparedLine": reflect.TypeFor[ComparedLineView](),
		"ComparedCell": reflect.TypeFor[ComparedCellView](), "Comparison": reflect.TypeFor[ComparisonView](),
	})
}
