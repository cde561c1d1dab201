package app

import (
	"maps"
	"reflect"
)

func init() {
	maps.Copy(mirrored, map[string]reflect.Type{
		"Place": reflect.TypeFor[PlaceView](), "PlaceInput": reflect.TypeFor[PlaceInput](),
	})
}
