package app

import (
	"maps"
	"reflect"
)

func init() {
	maps.Copy(mirrored, map[string]reflect.Type{
		"ImprovementInput": reflect.TypeFor[ImprovementInput](), "Improvement": reflect.TypeFor[ImprovementView](),
		"Look": reflect.TypeFor[LookView](),
	})
}
