package app

import (
	"maps"
	"reflect"
)

func init() {
	maps.Copy(mirrored, map[string]reflect.Type{
		"CarrySource": reflect.TypeFor[CarrySourceView](), "Wording": reflect.TypeFor[WordingView](),
		"WordingInput": reflect.TypeFor[WordingInput](),
	})
}
