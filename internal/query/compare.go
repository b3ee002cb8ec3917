package query

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"
)

func isNumber(v any) bool {
	switch v.(type) {
	case int64, float64:
		return true
	}
	return false
}

func toFloat(v any) float64 {
	if i, ok := v.(int64); ok {
		return float64(i)
	}
	return v.(float64)
}

// compareNumbers puts NaN last. Integers and floats are compared exactly.
func compareNumbers(a, b any) int {
	i, isInt := a.(int64)
	j, isInt2 := b.(int64)
	switch {
	case isInt && isInt2:
		return cmp.Compare(i, j)
	case isNaN(a) || isNaN(b):
		return -cmp.Compare(toFloat(a), toFloat(b)) // which puts it first
	case isInt == isInt2:
		return cmp.Compare(a.(float64), b.(float64))
	}
	return exactly(a).Cmp(exactly(b))
}

func exactly(v any) *big.Float {
	if i, ok := v.(int64); ok {
		return new(big.Float).SetInt64(i)
	}
	return big.NewFloat(v.(float64))
}

// identity is what an entity, or a node that isn't loaded, is known by.
func identity(v any) (ID, bool) {
	switch x := v.(type) {
	case ID:
		return x, true
	case *Node:
		return x.ID, true
	case *Relationship:
		return x.ID, true
	}
	return 0, false
}

// equal is Cypher's =: true, false, or nil for what isn't known.
func equal(a, b any) any {
	if a == nil || b == nil {
		return nil
	}
	switch x := a.(type) {
	case int64, float64:
		if !isNumber(b) || isNaN(a) || isNaN(b) {
			return false
		}
		return compareNumbers(a, b) == 0
	case []any:
		y, ok := b.([]any)
		if !ok || len(x) != len(y) {
			return false
		}
		var result any = true
		for i := range x {
			if same := equal(x[i], y[i]); same == false {
				return false
			} else if same == nil {
				result = nil
			}
		}
		return result
	case map[string]any:
		y, ok := b.(map[string]any)
		if !ok || !slices.Equal(sortedKeys(x), sortedKeys(y)) {
			return false
		}
		return equal(sortedValues(x), sortedValues(y))
	}
	return rank(a) == rank(b) && order(a, b) == 0
}

func isNaN(v any) bool {
	f, ok := v.(float64)
	return ok && math.IsNaN(f)
}

// less is Cypher's <, or another such comparison, given by what it makes of an order: true, false, or nil where the two can't
// be compared.
func less(holds func(order int) bool) func(a, b any) any {
	var compare func(a, b any) any
	compare = func(a, b any) any {
		if a == nil || b == nil || rank(a) != rank(b) {
			return nil
		}
		if isNaN(a) || isNaN(b) {
			return false
		}
		switch x := a.(type) {
		case Duration, map[string]any, Path:
			return nil
		case []any:
			y := b.([]any)
			for i := range min(len(x), len(y)) {
				switch equal(x[i], y[i]) {
				case nil:
					return nil
				case false:
					return compare(x[i], y[i])
				}
			}
			return holds(cmp.Compare(len(x), len(y)))
		}
		return holds(order(a, b))
	}
	return compare
}

// Types in the order over all values, as Neo4j's messages name them.
var typeNames = []string{"Map", "Node", "Relationship", "List<Any>", "Path", "DateTime", "Date", "Duration", "String", "Boolean", "Integer", "Null"}

// rank is the place of a value's type in typeNames.
func rank(v any) int {
	switch v.(type) {
	case map[string]any:
		return 0
	case *Node, ID:
		return 1
	case *Relationship:
		return 2
	case []any:
		return 3
	case Path:
		return 4
	case time.Time:
		return 5
	case Date:
		return 6
	case Duration:
		return 7
	case string:
		return 8
	case bool:
		return 9
	case int64, float64:
		return 10
	}
	return 11
}

// order compares any two values as ORDER BY does: null is greatest.
func order(a, b any) int {
	if c := cmp.Compare(rank(a), rank(b)); c != 0 {
		return c
	}
	switch x := a.(type) {
	case map[string]any:
		y := b.(map[string]any)
		return cmp.Or(cmp.Compare(len(x), len(y)), slices.Compare(sortedKeys(x), sortedKeys(y)), order(sortedValues(x), sortedValues(y)))
	case ID, *Node, *Relationship:
		return cmp.Compare(idOf(a), idOf(b))
	case []any:
		return slices.CompareFunc(x, b.([]any), order)
	case Path:
		return order(x.parts(), b.(Path).parts())
	case time.Time:
		_, offset := x.Zone()
		_, other := b.(time.Time).Zone()
		return cmp.Or(x.Compare(b.(time.Time)), cmp.Compare(offset, other))
	case Date:
		return cmp.Compare(x, b.(Date))
	case Duration:
		y := b.(Duration)
		return cmp.Or(cmp.Compare(x.average(), y.average()), cmp.Compare(x.Nanos, y.Nanos), cmp.Compare(x.Months, y.Months), cmp.Compare(x.Days, y.Days))
	case string:
		return strings.Compare(x, b.(string))
	case bool:
		return strings.Compare(strconv.FormatBool(x), strconv.FormatBool(b.(bool)))
	case int64, float64:
		return compareNumbers(a, b)
	}
	return 0
}

func sortedKeys(m map[string]any) []string { return slices.Sorted(maps.Keys(m)) }

// sortedValues are the values in the order of their keys.
func sortedValues(m map[string]any) []any {
	var values []any
	for _, key := range sortedKeys(m) {
		values = append(values, m[key])
	}
	return values
}

// parts are the first node and the relationships of a path, which tell it from others.
func (p Path) parts() []any { return append([]any{p.Nodes[0]}, anys(p.Relationships)...) }

// appendKey appends bytes that are the same for values which DISTINCT and grouping take for one: null and NaN are equal
// to themselves there, and 1 is 1.0.
func appendKey(key []byte, v any) []byte {
	key = append(key, byte(rank(v)))
	switch x := v.(type) {
	case bool:
		return strconv.AppendBool(key, x)
	case int64:
		return binary.BigEndian.AppendUint64(append(key, 'i'), uint64(x))
	case float64:
		if i := int64(x); float64(i) == x && x < 1<<63 {
			return binary.BigEndian.AppendUint64(append(key, 'i'), uint64(i))
		}
		return strconv.AppendFloat(append(key, 'f'), x, 'g', -1, 64)
	case string:
		return append(binary.AppendUvarint(key, uint64(len(x))), x...)
	case []any:
		key = binary.AppendUvarint(key, uint64(len(x)))
		for _, item := range x {
			key = appendKey(key, item)
		}
		return key
	case map[string]any:
		return appendKey(appendKey(key, anys(sortedKeys(x))), sortedValues(x))
	case ID, *Node, *Relationship:
		return binary.BigEndian.AppendUint64(key, uint64(idOf(v)))
	case Path:
		return appendKey(key, x.parts())
	case Date:
		return binary.BigEndian.AppendUint64(key, uint64(x))
	case time.Time:
		return x.AppendFormat(key, time.RFC3339Nano)
	case Duration:
		return fmt.Append(key, x.Months, x.Days, x.Seconds, x.Nanos)
	}
	return key
}
