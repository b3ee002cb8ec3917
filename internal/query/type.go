package query

import (
	"slices"
	"strings"
	"time"
)

// isType is IS :: of a type's name; null is of every type that isn't NOT NULL.
func isType(v any, name string, nullable bool) bool {
	if v == nil {
		return nullable && name != "NOTHING"
	}
	return name == "ANY" || plainType(v) == name
}

// plainType is the type of a value as the query language writes it, without what it holds.
func plainType(v any) string {
	switch v.(type) {
	case bool:
		return "BOOLEAN"
	case int64:
		return "INTEGER"
	case time.Time:
		return "ZONED DATETIME"
	case LocalDateTime:
		return "LOCAL DATETIME"
	case Time:
		return "ZONED TIME"
	case LocalTime:
		return "LOCAL TIME"
	case []any:
		return "LIST"
	case nil:
		return "NULL"
	}
	return strings.ToUpper(typeName(v))
}

// valueType is the type with what a list holds, as valueType() says it.
func valueType(v any) string {
	if v == nil {
		return "NULL"
	}
	items, ok := v.([]any)
	if !ok {
		return plainType(v) + " NOT NULL"
	}
	var inner []string
	nullable := false
	for _, item := range items {
		if item == nil {
			nullable = true
		} else if t := valueType(item); !slices.Contains(inner, t) {
			inner = append(inner, t)
		}
	}
	slices.SortFunc(inner, func(a, b string) int { return slices.Index(typeOrder, first(a)) - slices.Index(typeOrder, first(b)) })
	if nullable {
		for i := range inner {
			inner[i] = strings.TrimSuffix(inner[i], " NOT NULL")
		}
	}
	switch {
	case len(inner) == 0 && nullable:
		inner = []string{"NULL"}
	case len(inner) == 0:
		inner = []string{"NOTHING"}
	}
	return "LIST<" + strings.Join(inner, " | ") + "> NOT NULL"
}

func first(t string) string {
	t = strings.TrimSuffix(t, " NOT NULL")
	name, _, _ := strings.Cut(t, "<")
	return name
}

// typeOrder is the order in which alternatives are written.
var typeOrder = []string{
	"NOTHING", "NULL", "BOOLEAN", "STRING", "INTEGER", "FLOAT", "DATE", "LOCAL TIME", "ZONED TIME", "LOCAL DATETIME",
	"ZONED DATETIME", "DURATION", "POINT", "NODE", "RELATIONSHIP", "MAP", "LIST", "PATH",
}
