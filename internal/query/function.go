package query

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// function is a function of expressions. Unless it says otherwise it is null where an argument is null.
type function struct {
	least, most int // how many arguments
	nulls       bool
	call        func(r *run, args []any) any
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
func of(call func(v any) any) function {
	return function{1, 1, false, func(_ *run, args []any) any { return call(args[0]) }}
}

// ofA makes a function of one value of a type; what is the type's name.
func ofA[T, R any](what string, call func(v T) R) function {
	return of(func(v any) any { return call(to[T](v, what)) })
}

// kindWanted are the functions of one kind of entity, or of none.
var kindWanted = map[string]entity{
	"type": relationshipEntity, "startnode": relationshipEntity, "endnode": relationshipEntity, "labels": nodeEntity,
	"length": pathEntity, "nodes": pathEntity, "relationships": pathEntity, "size": relationshipsEntity,
}

// expect refuses a variable that is known to be something else.
func (c *compiler) expect(e expression, kinds ...entity) {
	v, ok := e.(*variable)
	if !ok {
		return
	}
	if known := c.find(v).entity; known != anything && !slices.Contains(kinds, known) {
		c.fail(v.from, "Type mismatch: expected %s but was %s", kinds[0], known)
	}
}

// call compiles a call of a function, aggregating or not.
func (c *compiler) call(e *call) eval {
	name := strings.ToLower(e.name)
	if accumulators[name] != nil {
		return c.aggregated(e)
	}
	if len(e.arguments) == 1 && name == "exists" {
		if pattern, ok := e.arguments[0].(*patternTest); ok {
			return c.predicate(pattern)
		}
	}
	f, ok := functions[name]
	if !ok {
		c.fail(e.from, "Unknown function '%s'", e.name)
	}
	if e.distinct {
		c.fail(e.from, "Invalid use of DISTINCT with function '%s'", e.name)
	}
	c.arity(e, f.least, f.most)
	if kind, ok := kindWanted[name]; ok {
		c.expect(e.arguments[0], kind)
	}
	args := c.list(e.arguments)
	return func(r *run) any {
		values := args(r).([]any)
		if !f.nulls && slices.Contains(values, nil) {
			return nil
		}
		r.calling = e.name
		result := f.call(r, values)
		r.calling = ""
		return result
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
	"id":            of(func(v any) any { return int64(idOf(v)) }),
	"elementid":     of(func(v any) any { return strconv.FormatUint(uint64(idOf(v)), 10) }),
	"labels":        ofA("Node", func(n *Node) any { return anys(n.Labels) }),
	"type":          ofA("Relationship", func(x *Relationship) any { return x.Type }),
	"properties":    of(func(v any) any { return maps.Clone(propertiesOf(v).(map[string]any)) }),
	"keys":          of(func(v any) any { return anys(sortedKeys(propertiesOf(v).(map[string]any))) }),
	"startnode":     endNode(func(x *Relationship) ID { return x.Start }),
	"endnode":       endNode(func(x *Relationship) ID { return x.End }),
	"nodes":         ofA("Path", func(p Path) any { return anys(p.Nodes) }),
	"relationships": ofA("Path", func(p Path) any { return anys(p.Relationships) }),
	"length":        ofA("Path", func(p Path) any { return int64(len(p.Relationships)) }),
	"coalesce": {1, 1 << 10, true, func(_ *run, args []any) any {
		i := slices.IndexFunc(args, func(v any) bool { return v != nil })
		return at(args, i)
	}},
	"nullif": {2, 2, true, func(_ *run, args []any) any {
		if equal(args[0], args[1]) == true {
			return nil
		}
		return args[0]
	}},
}

func idOf(v any) ID {
	id, _, ok := identity(v)
	if !ok {
		mismatch("Node or Relationship", v)
	}
	return id
}

func endNode(end func(*Relationship) ID) function {
	return function{1, 1, false, func(r *run, args []any) any {
		return r.node(end(to[*Relationship](args[0], "Relationship")))
	}}
}

func anys[T any](items []T) []any {
	out := make([]any, len(items))
	for i, item := range items {
		out[i] = item
	}
	return out
}

// maxRange bounds the lists that range makes: they are made as a whole.
const maxRange = 10_000_000

var listFunctions = map[string]function{
	"size": of(size),
	"isempty": of(func(v any) any {
		if entries, ok := v.(map[string]any); ok {
			return len(entries) == 0
		}
		return size(v) == int64(0)
	}),
	"head": of(func(v any) any { return at(toList(v), 0) }),
	"last": of(func(v any) any { return at(toList(v), len(toList(v))-1) }),
	"tail": of(func(v any) any { return slices.Clone(toList(v)[min(1, len(toList(v))):]) }),
	"reverse": of(func(v any) any {
		if s, ok := v.(string); ok {
			letters := []rune(s)
			slices.Reverse(letters)
			return string(letters)
		}
		out := slices.Clone(to[[]any](v, "String or List<T>"))
		slices.Reverse(out)
		return out
	}),
	"range": {2, 3, false, func(_ *run, args []any) any {
		first, last, by := toInteger(args[0]), toInteger(args[1]), int64(1)
		if len(args) > 2 {
			by = toInteger(args[2])
		}
		switch {
		case by == 0:
			fail("the step can't be zero")
		case by > 0 && last < first, by < 0 && last > first:
			return []any{}
		}
		// Unsigned, as the ends may lie further apart than an integer can say.
		apart, width := uint64(last)-uint64(first), uint64(by)
		if by < 0 {
			apart, width = -apart, -width
		}
		if apart/width >= maxRange {
			fail("more than %d elements", maxRange)
		}
		out := make([]any, apart/width+1)
		for i := range out {
			out[i] = first + int64(i)*by
		}
		return out
	}},
	"tobooleanlist": listOf("toboolean"),
	"tofloatlist":   listOf("tofloat"),
	"tointegerlist": listOf("tointeger"),
	"tostringlist":  listOf("tostring"),
}

func size(v any) any {
	if s, ok := v.(string); ok {
		return int64(utf8.RuneCountInString(s))
	}
	return int64(len(to[[]any](v, "String or List<T>")))
}

func at(items []any, i int) any {
	if i < 0 || i >= len(items) {
		return nil
	}
	return items[i]
}

// listOf makes a function that converts each item, to null where it can't be.
func listOf(name string) function {
	return of(func(v any) any {
		out := []any{}
		for _, item := range toList(v) {
			out = append(out, attempt(conversions[name], item))
		}
		return out
	})
}

// attempt is null where a conversion fails.
func attempt(convert func(any) any, v any) (result any) {
	defer func() {
		if e := recover(); e != nil {
			_ = e.(failure)
			result = nil
		}
	}()
	return convert(v)
}
