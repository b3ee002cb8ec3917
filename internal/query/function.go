package query

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// function is a function of expressions. Unless it says otherwise it is null where an argument is null.
type function struct {
	least, most int // how many arguments
	nulls       bool
	call        func(r *run, args []any) (any, error)
}

// functions are all functions by their names in lower case.
var functions = merged(entityFunctions, listFunctions, stringFunctions, numberFunctions, temporalFunctions())

func merged(tables ...map[string]function) map[string]function {
	all := map[string]function{}
	for _, t := range tables {
		maps.Copy(all, t)
	}
	return all
}

// of makes a function of one value.
func of(call func(v any) (any, error)) function {
	return function{1, 1, false, func(_ *run, args []any) (any, error) { return call(args[0]) }}
}

// withNull makes a function take null like any other value.
func withNull(f function) function {
	f.nulls = true
	return f
}

// call compiles a call of a function, aggregating or not.
func (c *compiler) call(e *call) eval {
	name := strings.ToLower(e.name)
	if aggregates[name] != nil {
		return c.aggregated(e)
	}
	f, ok := functions[name]
	if !ok {
		c.fail(e.from, "Unknown function '%s'", e.name)
	}
	if e.distinct {
		c.fail(e.from, "Invalid use of DISTINCT with function '%s'", e.name)
	}
	c.arity(e, f.least, f.most)
	args := c.list(&list{items: e.arguments})
	return func(r *run) (any, error) {
		v, err := args(r)
		if err != nil {
			return nil, err
		}
		values := v.([]any)
		if !f.nulls && slices.Contains(values, nil) {
			return nil, nil
		}
		result, err := f.call(r, values)
		if err != nil {
			return nil, fmt.Errorf("%s(): %w", e.name, err)
		}
		return result, nil
	}
}

func (c *compiler) arity(e *call, least, most int) {
	switch n := len(e.arguments); {
	case n < least:
		c.fail(e.from, "Insufficient parameters for function '%s'", e.name)
	case n > most:
		c.fail(e.from, "Too many parameters for function '%s'", e.name)
	}
}

var entityFunctions = map[string]function{
	"id": of(func(v any) (any, error) {
		id, _, ok := identity(v)
		if !ok {
			return nil, mismatch("Node or Relationship", v)
		}
		return int64(id), nil
	}),
	"elementid": of(func(v any) (any, error) {
		id, _, ok := identity(v)
		if !ok {
			return nil, mismatch("Node or Relationship", v)
		}
		return strconv.FormatUint(uint64(id), 10), nil
	}),
	"labels": of(func(v any) (any, error) {
		n, ok := v.(*Node)
		if !ok {
			return nil, mismatch("Node", v)
		}
		return texts(n.Labels), nil
	}),
	"type": of(func(v any) (any, error) {
		x, ok := v.(*Relationship)
		if !ok {
			return nil, mismatch("Relationship", v)
		}
		return x.Type, nil
	}),
	"properties": of(propertiesOf),
	"keys": of(func(v any) (any, error) {
		entries, err := propertiesOf(v)
		if err != nil {
			return nil, err
		}
		return texts(sortedKeys(entries.(map[string]any))), nil
	}),
	"startnode": endNode(func(x *Relationship) ID { return x.Start }),
	"endnode":   endNode(func(x *Relationship) ID { return x.End }),
	"nodes": of(func(v any) (any, error) {
		p, ok := v.(Path)
		if !ok {
			return nil, mismatch("Path", v)
		}
		return anys(p.Nodes), nil
	}),
	"relationships": of(func(v any) (any, error) {
		p, ok := v.(Path)
		if !ok {
			return nil, mismatch("Path", v)
		}
		return anys(p.Relationships), nil
	}),
	"length": of(func(v any) (any, error) {
		p, ok := v.(Path)
		if !ok {
			return nil, mismatch("Path", v)
		}
		return int64(len(p.Relationships)), nil
	}),
	"coalesce": {1, 1 << 10, true, func(_ *run, args []any) (any, error) {
		for _, v := range args {
			if v != nil {
				return v, nil
			}
		}
		return nil, nil
	}},
	"nullif": {2, 2, true, func(_ *run, args []any) (any, error) {
		if equal(args[0], args[1]) == true {
			return nil, nil
		}
		return args[0], nil
	}},
	"valuetype": withNull(of(func(v any) (any, error) { return valueType(v), nil })),
}

func endNode(end func(*Relationship) ID) function {
	return function{1, 1, false, func(r *run, args []any) (any, error) {
		x, ok := args[0].(*Relationship)
		if !ok {
			return nil, mismatch("Relationship", args[0])
		}
		return r.graph.Node(end(x))
	}}
}

func anys[T any](items []T) []any {
	out := make([]any, len(items))
	for i, item := range items {
		out[i] = item
	}
	return out
}

func texts(items []string) []any { return anys(items) }

// maxRange bounds the lists that range makes: they are made as a whole.
const maxRange = 10_000_000

var listFunctions = map[string]function{
	"size": of(func(v any) (any, error) {
		switch x := v.(type) {
		case string:
			return int64(len([]rune(x))), nil
		case []any:
			return int64(len(x)), nil
		}
		return nil, mismatch("String or List<T>", v)
	}),
	"isempty": of(func(v any) (any, error) {
		switch x := v.(type) {
		case string:
			return x == "", nil
		case []any:
			return len(x) == 0, nil
		case map[string]any:
			return len(x) == 0, nil
		}
		return nil, mismatch("String, List<T> or Map", v)
	}),
	"head": ofList(func(items []any) any { return at(items, 0) }),
	"last": ofList(func(items []any) any { return at(items, len(items)-1) }),
	"tail": ofList(func(items []any) any { return slices.Clone(items[min(1, len(items)):]) }),
	"reverse": of(func(v any) (any, error) {
		switch x := v.(type) {
		case string:
			letters := []rune(x)
			slices.Reverse(letters)
			return string(letters), nil
		case []any:
			out := slices.Clone(x)
			slices.Reverse(out)
			return out, nil
		}
		return nil, mismatch("String or List<T>", v)
	}),
	"range": {2, 3, false, func(_ *run, args []any) (any, error) {
		var n [3]int64
		n[2] = 1
		for i, v := range args {
			whole, ok := v.(int64)
			if !ok {
				return nil, mismatch("Integer", v)
			}
			n[i] = whole
		}
		first, last, by := n[0], n[1], n[2]
		if by == 0 {
			return nil, errors.New("the step can't be zero")
		}
		if by > 0 && last < first || by < 0 && last > first {
			return []any{}, nil
		}
		// Unsigned, as the ends may lie further apart than an integer can say.
		apart, width := uint64(last)-uint64(first), uint64(by)
		if by < 0 {
			apart, width = -apart, -width
		}
		if apart/width >= maxRange {
			return nil, fmt.Errorf("more than %d elements", maxRange)
		}
		out := make([]any, apart/width+1)
		for i := range out {
			out[i] = first + int64(i)*by
		}
		return out, nil
	}},
	"tobooleanlist": listOf("toboolean"),
	"tofloatlist":   listOf("tofloat"),
	"tointegerlist": listOf("tointeger"),
	"tostringlist":  listOf("tostring"),
}

func at(items []any, i int) any {
	if i < 0 || i >= len(items) {
		return nil
	}
	return items[i]
}

func ofList(f func([]any) any) function {
	return of(func(v any) (any, error) {
		items, ok := v.([]any)
		if !ok {
			return nil, mismatch("List<T>", v)
		}
		return f(items), nil
	})
}

// listOf makes a function that converts each item, to null where it can't be.
func listOf(name string) function {
	return of(func(v any) (any, error) {
		items, ok := v.([]any)
		if !ok {
			return nil, mismatch("List<T>", v)
		}
		out := make([]any, len(items))
		for i, item := range items {
			out[i], _ = conversions[name](item)
		}
		return out, nil
	})
}
