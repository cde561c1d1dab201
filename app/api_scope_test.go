package app

import (
	"maps"
	"reflect"
)

func init() {
	maps.Copy(mirrored, map[string]reflect.Type{
		"Scope": reflect.TypeFor[ScopeView](), "ScopeQuestion": reflect.TypeFor[ScopeQuestionView](), "RuledOut": reflect.TypeFor[RuledOutView](),
		"ScopeInput": reflect.TypeFor[ScopeInput](), "BuildsOn": reflect.TypeFor[BuildsOnView](), "Target": reflect.TypeFor[TargetView](),
		"TargetChoice": reflect.TypeFor[TargetChoice](), "BuildsOnInput": reflect.TypeFor[BuildsOnInput](),
	})
}
