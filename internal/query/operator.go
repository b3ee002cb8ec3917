package query

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
)

// typeName is the name of a value's type as Neo4j's messages have it.
func typeName(v any) string {
	if _, ok := v.(float64); ok {
		return "Float"
	}
	return typeNames[rank(v)]
}

// failure is what ends a run. It is panicked with, and Run catches it: an error can arise in any part of any expression.
type failure struct{ error }

func fail(message string, args ...any) { panic(failure{fmt.Errorf(message, args...)}) }

// must ends the run where the graph or the context fails.
func must(err error) {
	if err != nil {
		panic(failure{err})
	}
}

// mismatch is the end for a value of a wrong type.
func mismatch(expected string, v any) {
	fail("type mismatch: expected %s but was %s", expected, typeName(v))
}

func unsupported(operator string, a, b any) {
	fail("type mismatch: cannot apply '%s' to %s and %s", operator, typeName(a), typeName(b))
}

// to makes sure of a value's type; what is its name.
func to[T any](v any, what string) T {
	x, ok := v.(T)
	if !ok {
		mismatch(what, v)
	}
	return x
}

func toText(v any) string { return to[string](v, "String") }

func toInteger(v any) int64 { return to[int64](v, "Integer") }

func toList(v any) []any { return to[[]any](v, "List<T>") }

// toNumber is a number as a float.
func toNumber(v any) float64 {
	if !isNumber(v) {
		mismatch("Float or Integer", v)
	}
	return toFloat(v)
}

// truth makes sure that a value is true, false or nil.
func truth(v any) any {
	if v != nil {
		to[bool](v, "Boolean")
	}
	return v
}

// connective is AND, OR and XOR. AND and OR look at the right side only where the left one doesn't decide.
func connective(operator string, left, right eval) eval {
	decides := map[string]any{"AND": false, "OR": true}[operator]
	return func(r *run) any {
		a := truth(left(r))
		if a != nil && a == decides {
			return a
		}
		b := truth(right(r))
		switch {
		case b != nil && b == decides:
			return b
		case a == nil || b == nil:
			return nil
		case operator == "XOR":
			return a != b
		}
		return b
	}
}

func not(v any) any {
	if truth(v) == nil {
		return nil
	}
	return !v.(bool)
}

// contains is x IN list.
func contains(x, list any) any {
	if list == nil {
		return nil
	}
	var result any = false
	for _, item := range toList(list) {
		switch equal(x, item) {
		case true:
			return true
		case nil:
			result = nil
		}
	}
	return result
}

// textTest is a predicate on two strings; it isn't known for what is no string.
func textTest(test func(s, t string) bool) func(a, b any) any {
	return func(a, b any) any {
		s, ok := a.(string)
		t, ok2 := b.(string)
		if !ok || !ok2 {
			return nil
		}
		return test(s, t)
	}
}

// matches is s =~ pattern: the whole of s must match, as in Java.
func (r *run) matches(s, pattern any) any {
	if s == nil || pattern == nil {
		return nil
	}
	p := toText(pattern)
	re, ok := r.patterns[p]
	if !ok {
		var err error
		re, err = wholeMatch(p)
		must(err)
		r.patterns[p] = re
	}
	if s, ok := s.(string); ok {
		return re.MatchString(s)
	}
	return nil
}

func wholeMatch(pattern string) (*regexp.Regexp, error) {
	re, err := regexp.Compile(`^(?:` + pattern + `)$`)
	if err != nil {
		return nil, fmt.Errorf("invalid regex: %w", err)
	}
	return re, nil
}

// signs are the operators of one value.
var signs = map[string]func(v any) any{
	"NOT":         not,
	"-":           negate,
	"+":           positive,
	"IS NULL":     func(v any) any { return v == nil },
	"IS NOT NULL": func(v any) any { return v != nil },
}

// operators are those that need both values and nothing else.
var operators = map[string]func(a, b any) any{
	"+":           add,
	"-":           subtract,
	"*":           multiply,
	"/":           divide,
	"%":           modulo,
	"^":           func(a, b any) any { return floats("^", a, b, math.Pow) },
	"=":           equal,
	"<>":          func(a, b any) any { return not(equal(a, b)) },
	"<":           less(func(order int) bool { return order < 0 }),
	"<=":          less(func(order int) bool { return order <= 0 }),
	">":           less(func(order int) bool { return order > 0 }),
	">=":          less(func(order int) bool { return order >= 0 }),
	"IN":          contains,
	"[]":          elementOf,
	"STARTS WITH": textTest(strings.HasPrefix),
	"ENDS WITH":   textTest(strings.HasSuffix),
	"CONTAINS":    textTest(strings.Contains),
}

func exact(ok bool, result int64) int64 {
	if !ok {
		fail("long overflow")
	}
	return result
}

func add(a, b any) any {
	if a == nil || b == nil {
		return nil
	}
	x, isList := a.([]any)
	y, isList2 := b.([]any)
	switch {
	case isList && isList2:
		return append(x[:len(x):len(x)], y...)
	case isList:
		return append(x[:len(x):len(x)], b)
	case isList2:
		return append([]any{a}, y...)
	}
	_, isText := a.(string)
	if _, isText2 := b.(string); isText || isText2 {
		left, ok := format(a)
		right, ok2 := format(b)
		if !ok || !ok2 {
			unsupported("+", a, b)
		}
		return left + right
	}
	if i, j, ok := integers(a, b); ok {
		return exact((i+j > i) == (j > 0), i+j)
	}
	d, isDuration := a.(Duration)
	e, isDuration2 := b.(Duration)
	switch {
	case isDuration && isDuration2:
		return d.plus(e, 1)
	case isDuration:
		return shift(b, d, 1)
	case isDuration2:
		return shift(a, e, 1)
	}
	return floats("+", a, b, func(x, y float64) float64 { return x + y })
}

func subtract(a, b any) any {
	if i, j, ok := integers(a, b); ok {
		return exact((i-j < i) == (j > 0), i-j)
	}
	if e, ok := b.(Duration); ok && a != nil {
		if d, ok := a.(Duration); ok {
			return d.plus(e, -1)
		}
		return shift(a, e, -1)
	}
	return floats("-", a, b, func(x, y float64) float64 { return x - y })
}

func integers(a, b any) (i, j int64, ok bool) {
	i, ok = a.(int64)
	j, ok2 := b.(int64)
	return i, j, ok && ok2
}

// floats computes with floats, or gives null for null.
func floats(operator string, a, b any, compute func(x, y float64) float64) any {
	if a == nil || b == nil {
		return nil
	}
	if !isNumber(a) || !isNumber(b) {
		unsupported(operator, a, b)
	}
	return compute(toFloat(a), toFloat(b))
}

func multiply(a, b any) any {
	if i, j, ok := integers(a, b); ok {
		return exact(i == 0 || i*j/i == j && !(i == -1 && j == math.MinInt64), i*j)
	}
	if d, ok := a.(Duration); ok && isNumber(b) {
		return d.times(toFloat(b))
	}
	if d, ok := b.(Duration); ok && isNumber(a) {
		return d.times(toFloat(a))
	}
	return floats("*", a, b, func(x, y float64) float64 { return x * y })
}

// divide fails for the integer zero, whatever is divided.
func divide(a, b any) any {
	if b == int64(0) {
		fail("/ by zero")
	}
	if i, j, ok := integers(a, b); ok {
		return i / j
	}
	if d, ok := a.(Duration); ok && isNumber(b) {
		return d.times(1 / toFloat(b))
	}
	return floats("/", a, b, func(x, y float64) float64 { return x / y })
}

func modulo(a, b any) any {
	if i, j, ok := integers(a, b); ok {
		if j == 0 {
			fail("/ by zero")
		}
		return i % j
	}
	return floats("%", a, b, math.Mod)
}

func positive(v any) any {
	if v != nil {
		toNumber(v)
	}
	return v
}

func negate(v any) any {
	if i, ok := v.(int64); ok {
		return exact(i != math.MinInt64, -i)
	}
	return floats("-", 0.0, v, func(_, x float64) float64 { return -x })
}

func propertyOf(v any, key string) any {
	switch x := v.(type) {
	case nil:
		return nil
	case *Node:
		return x.Properties[key]
	case *Relationship:
		return x.Properties[key]
	case map[string]any:
		return x[key]
	}
	return component(v, key)
}

// propertiesOf are the properties of an entity or the entries of a map, which nobody may change.
func propertiesOf(v any) map[string]any {
	switch x := v.(type) {
	case *Node:
		return x.Properties
	case *Relationship:
		return x.Properties
	}
	return to[map[string]any](v, "Map, Node or Relationship")
}

func elementOf(of, index any) any {
	if of == nil || index == nil {
		return nil
	}
	items, ok := of.([]any)
	if !ok {
		return propertyOf(of, toText(index))
	}
	i := toInteger(index)
	if i < 0 {
		i += int64(len(items))
	}
	if i < 0 || i >= int64(len(items)) {
		return nil
	}
	return items[i]
}

// labelled tells of a node whether it has labels, of a relationship whether it has a type.
func labelled(l labels) func(v any) any {
	return func(v any) any {
		var have []string
		switch x := v.(type) {
		case nil:
			return nil
		case []string: // of a node that isn't loaded
			have = x
		case *Relationship:
			have = []string{x.Type}
		default:
			have = to[*Node](v, "Node or Relationship").Labels
		}
		return !slices.ContainsFunc(l, func(some []string) bool {
			return !slices.ContainsFunc(some, func(name string) bool { return slices.Contains(have, name) })
		})
	}
}
