package query

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"time"
)

// typeName is the name of a value's type as Neo4j's messages have it.
func typeName(v any) string {
	switch v.(type) {
	case nil:
		return "Null"
	case bool:
		return "Boolean"
	case int64:
		return "Integer"
	case float64:
		return "Float"
	case string:
		return "String"
	case []any:
		return "List<Any>"
	case map[string]any:
		return "Map"
	case *Node, ID:
		return "Node"
	case *Relationship:
		return "Relationship"
	case Path:
		return "Path"
	case Date:
		return "Date"
	case LocalTime:
		return "LocalTime"
	case Time:
		return "Time"
	case LocalDateTime:
		return "LocalDateTime"
	case time.Time:
		return "DateTime"
	case Duration:
		return "Duration"
	}
	return fmt.Sprintf("%T", v)
}

func mismatch(expected string, v any) error {
	return fmt.Errorf("type mismatch: expected %s but was %s", expected, typeName(v))
}

// truth makes sure that a value is true, false or nil.
func truth(v any) (any, error) {
	switch v.(type) {
	case nil, bool:
		return v, nil
	}
	return nil, mismatch("Boolean", v)
}

// connective is AND, OR and XOR. AND and OR look at the right side only where the left one doesn't decide.
func connective(operator string, left, right eval) eval {
	return func(r *run) (any, error) {
		a, err := left(r)
		if err != nil {
			return nil, err
		}
		if a, err = truth(a); err != nil || operator == "AND" && a == false || operator == "OR" && a == true {
			return a, err
		}
		b, err := right(r)
		if err != nil {
			return nil, err
		}
		if b, err = truth(b); err != nil {
			return nil, err
		}
		switch {
		case operator == "AND" && b == false, operator == "OR" && b == true:
			return b, nil
		case a == nil || b == nil:
			return nil, nil
		case operator == "XOR":
			return a != b, nil
		}
		return b, nil
	}
}

func not(of eval) eval {
	return func(r *run) (any, error) {
		v, err := of(r)
		if err != nil {
			return nil, err
		}
		v, err = truth(v)
		if v == nil || err != nil {
			return nil, err
		}
		return !v.(bool), nil
	}
}

// contains is x IN list.
func contains(x, list any) (any, error) {
	if list == nil {
		return nil, nil
	}
	items, ok := list.([]any)
	if !ok {
		return nil, mismatch("List<T>", list)
	}
	var result any = false
	for _, item := range items {
		switch equal(x, item) {
		case true:
			return true, nil
		case nil:
			result = nil
		}
	}
	return result, nil
}

// textTest is a predicate on two strings; it isn't known for what is no string.
func textTest(test func(s, t string) bool) func(a, b any) (any, error) {
	return func(a, b any) (any, error) {
		s, ok := a.(string)
		t, ok2 := b.(string)
		if !ok || !ok2 {
			return nil, nil
		}
		return test(s, t), nil
	}
}

// operators are those that need both values and nothing else. All but IN are null where one side is.
var operators = map[string]func(a, b any) (any, error){
	"+":           add,
	"-":           subtract,
	"*":           multiply,
	"/":           divide,
	"%":           modulo,
	"^":           power,
	"||":          concatenate,
	"IN":          contains,
	"STARTS WITH": textTest(strings.HasPrefix),
	"ENDS WITH":   textTest(strings.HasSuffix),
	"CONTAINS":    textTest(strings.Contains),
	"CASE":        func(a, b any) (any, error) { return equal(a, b), nil },
}

var errOverflow = errors.New("long overflow")
var errZero = errors.New("/ by zero")

func unsupported(operator string, a, b any) error {
	return fmt.Errorf("type mismatch: cannot apply '%s' to %s and %s", operator, typeName(a), typeName(b))
}

func add(a, b any) (any, error) {
	if a == nil || b == nil {
		return nil, nil
	}
	x, isList := a.([]any)
	y, isList2 := b.([]any)
	switch {
	case isList && isList2:
		return append(x[:len(x):len(x)], y...), nil
	case isList:
		return append(x[:len(x):len(x)], b), nil
	case isList2:
		return append([]any{a}, y...), nil
	}
	s, isText := a.(string)
	t, isText2 := b.(string)
	switch {
	case isText && isText2:
		return s + t, nil
	case isText || isText2:
		left, ok := format(a)
		right, ok2 := format(b)
		if !ok || !ok2 {
			return nil, unsupported("+", a, b)
		}
		return left + right, nil
	}
	if i, ok := a.(int64); ok {
		if j, ok := b.(int64); ok {
			if sum := i + j; (sum > i) == (j > 0) {
				return sum, nil
			}
			return nil, errOverflow
		}
	}
	if isNumber(a) && isNumber(b) {
		return toFloat(a) + toFloat(b), nil
	}
	if d, ok := b.(Duration); ok {
		if e, ok := a.(Duration); ok {
			return e.plus(d, 1), nil
		}
		return shift(a, d, 1)
	}
	if d, ok := a.(Duration); ok {
		return shift(b, d, 1)
	}
	return nil, unsupported("+", a, b)
}

func subtract(a, b any) (any, error) {
	switch y := b.(type) {
	case int64:
		if x, ok := a.(int64); ok {
			if difference := x - y; (difference < x) == (y > 0) {
				return difference, nil
			}
			return nil, errOverflow
		}
	case Duration:
		if x, ok := a.(Duration); ok {
			return x.plus(y, -1), nil
		}
		return shift(a, y, -1)
	}
	return floats("-", a, b, func(x, y float64) float64 { return x - y })
}

// floats computes with floats, or gives null for null.
func floats(operator string, a, b any, compute func(x, y float64) float64) (any, error) {
	switch {
	case a == nil || b == nil:
		return nil, nil
	case !isNumber(a) || !isNumber(b):
		return nil, unsupported(operator, a, b)
	}
	return compute(toFloat(a), toFloat(b)), nil
}

func multiply(a, b any) (any, error) {
	if i, ok := a.(int64); ok {
		if j, ok := b.(int64); ok {
			product := i * j
			if i != 0 && (product/i != j || i == -1 && j == math.MinInt64) {
				return nil, errOverflow
			}
			return product, nil
		}
	}
	if d, ok := a.(Duration); ok && isNumber(b) {
		return d.times(toFloat(b)), nil
	}
	if d, ok := b.(Duration); ok && isNumber(a) {
		return d.times(toFloat(a)), nil
	}
	return floats("*", a, b, func(x, y float64) float64 { return x * y })
}

func divide(a, b any) (any, error) {
	if j, ok := b.(int64); ok {
		if i, ok := a.(int64); ok {
			switch {
			case j == 0:
				return nil, errZero
			case i == math.MinInt64 && j == -1:
				return i, nil
			}
			return i / j, nil
		}
	}
	if d, ok := a.(Duration); ok && isNumber(b) {
		return d.times(1 / toFloat(b)), nil
	}
	return floats("/", a, b, func(x, y float64) float64 { return x / y })
}

func modulo(a, b any) (any, error) {
	if j, ok := b.(int64); ok {
		if i, ok := a.(int64); ok {
			if j == 0 {
				return nil, errZero
			}
			return i % j, nil
		}
	}
	return floats("%", a, b, math.Mod)
}

func power(a, b any) (any, error) { return floats("^", a, b, math.Pow) }

func concatenate(a, b any) (any, error) {
	_, isText := a.(string)
	_, isText2 := b.(string)
	_, isList := a.([]any)
	_, isList2 := b.([]any)
	if a == nil || b == nil || isText && isText2 || isList && isList2 {
		return add(a, b)
	}
	return nil, unsupported("||", a, b)
}

func negate(v any) (any, error) {
	switch x := v.(type) {
	case nil:
		return nil, nil
	case int64:
		if x == math.MinInt64 {
			return nil, errOverflow
		}
		return -x, nil
	case float64:
		return -x, nil
	}
	return nil, mismatch("Float or Integer", v)
}
