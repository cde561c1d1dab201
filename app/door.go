package app

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"reflect"
	"runtime/debug"

	"toetssteen/internal/fault"
	"toetssteen/locales"
)

// Door is the one way in, for the Wails window and for the loopback bridge.
// It takes and gives JSON text only, so that nothing a method does or returns
// can end the app: a panic becomes a fault, and so does a result that JSON
// cannot hold, such as NaN.
type Door struct {
	ctx     context.Context
	texts   func(context.Context) locales.Texts
	log     *slog.Logger
	methods map[string]method
	enter   func(method string) (leave func()) // what a call waits for
	closed  error                              // why nothing can be called; nil where it can
}

type method struct {
	input reflect.Type
	call  func(ctx context.Context, input reflect.Value) (any, error)
}

// reply is what the window gets: one of the two.
type reply struct {
	Result any        `json:"result,omitempty"`
	Fault  *FaultView `json:"fault,omitempty"`
}

// FaultView is an error as the window shows it.
type FaultView struct {
	Code    fault.Code `json:"code"`
	Key     string     `json:"key"`
	Args    fault.Args `json:"args,omitempty"`
	Message string     `json:"message"` // in the user's language
	Detail  string     `json:"detail"`  // the chain of causes, in English, for IT
}

// NewDoor opens the methods of the facade. ctx ends the calls when the app ends.
func NewDoor(ctx context.Context, f *Facade) *Door {
	d := newDoor(ctx, f, f.Texts, f.config.Log)
	d.enter = f.enter
	return d
}

// NewClosedDoor gives a door that answers every call with why the data could
// not be opened.
func NewClosedDoor(ctx context.Context, err error, config Config) *Door {
	log := config.Log
	if log == nil {
		log = slog.Default()
	}
	return &Door{ctx: ctx, closed: err, log: log, texts: func(context.Context) locales.Texts { return locales.In(config.Language) }}
}

func newDoor(ctx context.Context, target any, texts func(context.Context) locales.Texts, log *slog.Logger) *Door {
	return &Door{ctx: ctx, texts: texts, log: log, methods: methodsOf(target), enter: func(string) func() { return func() {} }}
}

// Call calls a method with its input as JSON and gives the reply as JSON. It
// always gives a reply.
func (d *Door) Call(name, input string) (answer string) {
	defer func() {
		if cause := recover(); cause != nil {
			d.log.Error("method panicked", "method", name, "cause", cause, "stack", string(debug.Stack()))
			answer = d.refusal(fault.Wrap(fmt.Errorf("%s panicked: %v", name, cause), fault.Internal, "error.internal", nil))
		}
	}()
	result, err := d.call(name, input)
	if err != nil {
		d.log.Warn("method failed", "method", name, "error", err)
		return d.refusal(err)
	}
	text, err := json.Marshal(reply{Result: result})
	if err != nil {
		d.log.Error("result is not JSON", "method", name, "error", err)
		return d.refusal(fmt.Errorf("write result of %s: %w", name, err))
	}
	return string(text)
}

func (d *Door) call(name, input string) (any, error) {
	if d.closed != nil {
		return nil, d.closed
	}
	m, ok := d.methods[name]
	if !ok {
		return nil, fault.New(fault.NotFound, "error.method_unknown", fault.Args{"Method": name})
	}
	target := reflect.New(m.input)
	if err := json.Unmarshal([]byte(input), target.Interface()); err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "error.request_unreadable", fault.Args{"Method": name})
	}
	defer d.enter(name)()
	return m.call(d.ctx, target.Elem())
}

func (d *Door) refusal(err error) string {
	f := fault.Of(err)
	text, err := json.Marshal(reply{Fault: &FaultView{
		Code: f.Code, Key: f.Key, Args: f.Args, Message: d.texts(d.ctx).Fault(f), Detail: err.Error(),
	}})
	if err != nil { // arguments that are not JSON
		return `{"fault":{"code":"internal","key":"error.internal","message":"","detail":""}}`
	}
	return string(text)
}

var (
	contextType = reflect.TypeFor[context.Context]()
	errorType   = reflect.TypeFor[error]()
)

// methodsOf finds the methods with the signature func(context.Context, In) (Out, error).
func methodsOf(target any) map[string]method {
	found := make(map[string]method)
	value := reflect.ValueOf(target)
	for i := range value.NumMethod() {
		m, t := value.Method(i), value.Method(i).Type()
		if t.NumIn() != 2 || t.NumOut() != 2 || t.In(0) != contextType || t.In(1).Kind() != reflect.Struct || t.Out(1) != errorType {
			continue
		}
		found[value.Type().Method(i).Name] = method{
			input: t.In(1),
			call: func(ctx context.Context, input reflect.Value) (any, error) {
				out := m.Call([]reflect.Value{reflect.ValueOf(ctx), input})
				err, _ := out[1].Interface().(error)
				return out[0].Interface(), err
			},
		}
	}
	return found
}
