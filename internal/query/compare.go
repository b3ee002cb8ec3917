package query

import (
	"cmp"
	"encoding/binary"
	"maps"
	"math"
	"slices"
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
	case isInt:
		return -compareFloat(b.(float64), i)
	case isInt2:
		return compareFloat(a.(float64), j)
	}
	x, y := a.(float64), b.(float64)
	if math.IsNaN(x) || math.IsNaN(y) {
		return -cmp.Compare(x, y)
	}
	return cmp.Compare(x, y)
}

func sign(b bool) int {
	if b {
		return 1
	}
	return 0
}

func compareFloat(x float64, i int64) int {
	switch {
	case math.IsNaN(x) || x >= 1<<63:
		return 1
	case x < -1<<63:
		return -1
	}
	whole := math.Trunc(x)
	if c := cmp.Compare(int64(whole), i); c != 0 {
		return c
	}
	return cmp.Compare(x, whole)
}

// identity tells what an entity is by.
func identity(v any) (id ID, relationship, ok bool) {
	switch x := v.(type) {
	case ID:
		return x, false, true
	case *Node:
		return x.ID, false, true
	case *Relationship:
		return x.ID, true, true
	}
	return 0, false, false
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
			switch equal(x[i], y[i]) {
			case false:
				return false
			case nil:
				result = nil
			}
		}
		return result
	case map[string]any:
		y, ok := b.(map[string]any)
		if !ok || len(x) != len(y) {
			return false
		}
		var result any = true
		for _, key := range sortedKeys(x) {
			other, ok := y[key]
			if !ok {
				return false
			}
			switch equal(x[key], other) {
			case false:
				return false
			case nil:
				result = nil
			}
		}
		return result
	}
	return rank(a) == rank(b) && order(a, b) == 0
}

func isNaN(v any) bool {
	f, ok := v.(float64)
	return ok && math.IsNaN(f)
}

// less is Cypher's <, given an operator: true, false, or nil where the two can't be compared.
func less(operator string, a, b any) any {
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
				return less(operator, x[i], y[i])
			}
		}
		return holds(operator, cmp.Compare(len(x), len(y)))
	}
	return holds(operator, order(a, b))
}

func holds(operator string, c int) bool {
	switch operator {
	case "<":
		return c < 0
	case "<=":
		return c <= 0
	case ">":
		return c > 0
	}
	return c >= 0
}

// rank is the place of a value's type in the order over all values.
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
		keys, others := sortedKeys(x), sortedKeys(y)
		if c := cmp.Or(cmp.Compare(len(x), len(y)), slices.Compare(keys, others)); c != 0 {
			return c
		}
		for _, key := range keys {
			if c := order(x[key], y[key]); c != 0 {
				return c
			}
		}
		return 0
	case ID, *Node, *Relationship:
		i, _, _ := identity(a)
		j, _, _ := identity(b)
		return cmp.Compare(i, j)
	case []any:
		return slices.CompareFunc(x, b.([]any), order)
	case Path:
		y := b.(Path)
		return cmp.Or(order(x.Nodes[0], y.Nodes[0]),
			slices.CompareFunc(x.Relationships, y.Relationships, func(r, s *Relationship) int { return cmp.Compare(r.ID, s.ID) }))
	case time.Time:
		y := b.(time.Time)
		_, offset := x.Zone()
		_, other := y.Zone()
		return cmp.Or(x.Compare(y), cmp.Compare(offset, other))
	case Date:
		return cmp.Compare(x, b.(Date))
	case Duration:
		y := b.(Duration)
		return cmp.Or(cmp.Compare(x.average(), y.average()), cmp.Compare(x.Nanos, y.Nanos), cmp.Compare(x.Months, y.Months), cmp.Compare(x.Days, y.Days))
	case string:
		return strings.Compare(x, b.(string))
	case bool:
		return sign(x) - sign(b.(bool))
	case int64, float64:
		return compareNumbers(a, b)
	}
	return 0
}

func sortedKeys(m map[string]any) []string { return slices.Sorted(maps.Keys(m)) }

// appendKey appends bytes that are the same for values which DISTINCT and grouping take for one: null and NaN are equal
// to themselves there, and 1 is 1.0.
func appendKey(key []byte, v any) []byte {
	key = append(key, byte(rank(v)))
	switch x := v.(type) {
	case nil:
		return key
	case bool:
		return append(key, byte(sign(x)))
	case int64:
		return binary.BigEndian.AppendUint64(append(key, 'i'), uint64(x))
	case float64:
		if x == math.Trunc(x) && -1<<63 <= x && x < 1<<63 {
			return binary.BigEndian.AppendUint64(append(key, 'i'), uint64(int64(x)))
		} else if math.IsNaN(x) {
			return append(key, 'n')
		}
		return binary.BigEndian.AppendUint64(append(key, 'f'), math.Float64bits(x))
	case string:
		return append(binary.AppendUvarint(key, uint64(len(x))), x...)
	case []any:
		key = binary.AppendUvarint(key, uint64(len(x)))
		for _, item := range x {
			key = appendKey(key, item)
		}
		return key
	case map[string]any:
		key = binary.AppendUvarint(key, uint64(len(x)))
		for _, name := range sortedKeys(x) {
			key = appendKey(appendKey(key, name), x[name])
		}
		return key
	case ID, *Node, *Relationship:
		id, _, _ := identity(v)
		return binary.BigEndian.AppendUint64(key, uint64(id))
	case Path:
		key = appendKey(binary.AppendUvarint(key, uint64(len(x.Relationships))), x.Nodes[0])
		for _, r := range x.Relationships {
			key = appendKey(key, r)
		}
		return key
	case Date:
		return binary.BigEndian.AppendUint64(key, uint64(x))
	case time.Time:
		_, offset := x.Zone()
		return binary.AppendVarint(binary.AppendVarint(binary.AppendVarint(key, x.Unix()), int64(x.Nanosecond())), int64(offset))
	case Duration:
		for _, part := range []int64{x.Months, x.Days, x.Seconds, x.Nanos} {
			key = binary.AppendVarint(key, part)
		}
	}
	return key
}
