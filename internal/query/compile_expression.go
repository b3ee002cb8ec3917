package query

import (
	"fmt"
	"maps"
	"math"
	"slices"
)

// expression compiles an expression.
func (c *compiler) expression(e expression) eval {
	if len(c.projected) > 0 {
		if slot, ok := c.projected[c.words(e.where())]; ok {
			c.mark(slot)
			return slotValue(slot)
		}
	}
	switch e := e.(type) {
	case *literal:
		return constant(e.value)
	case *variable:
		return slotValue(c.find(e).slot)
	case *parameter:
		if !slices.Contains(c.parameters, e.name) {
			c.parameters = append(c.parameters, e.name)
		}
		return func(r *run) any { return r.params[e.name] }
	case *property:
		c.expect(e.of, nodeEntity, relationshipEntity)
		return apply(c.expression(e.of), func(v any) any { return propertyOf(v, e.key) })
	case *element:
		return apply2(c.expression(e.of), c.expression(e.index), elementOf)
	case *slice:
		return c.slice(e)
	case *labelTest:
		return apply(c.expression(e.of), labelled(e.labels))
	case *unary:
		return c.unary(e)
	case *infix:
		return c.infix(e)
	case *comparison:
		return c.comparison(e)
	case *nullTest:
		return apply(c.expression(e.of), func(v any) any { return (v == nil) != e.not })
	case *call:
		return c.call(e)
	case *choice:
		return c.choice(e)
	case *subjectOf:
		return slotValue(e.choice.slot)
	case *list:
		return c.list(e.items)
	case *mapping:
		return c.mapping(e.keys, e.values, constant(map[string]any{}))
	case *mapProjection:
		return c.mapping(e.keys, e.values, apply(c.expression(e.of), func(v any) any {
			if v == nil || e.all {
				return propertiesOf(v)
			}
			return map[string]any{}
		}))
	case *comprehension:
		return c.comprehension(e)
	case *quantifier:
		return c.quantifier(e)
	case *reduction:
		return c.reduction(e)
	case *patternTest:
		c.fail(e.from, "A pattern expression should only be used in order to test the existence of a pattern")
	case *patternComprehension:
		return c.patternComprehension(e)
	case *subquery:
		return c.subquery(e)
	}
	panic(fmt.Sprintf("query: no compiler for %T", e))
}

// predicate compiles what must be true, false or null. Only here may a pattern stand for whether it is there.
func (c *compiler) predicate(e expression) eval {
	found := ""
	switch e := e.(type) {
	case *patternTest:
		return c.exists(&matchClause{span: e.span, paths: []*pathPattern{e.pattern}})
	case *literal:
		if _, fits := e.value.(bool); !fits && e.value != nil {
			found = typeName(e.value)
		}
	case *list:
		found = "List<T>"
	case *mapping:
		found = "Map"
	case *variable:
		if known := c.find(e).entity; known != anything {
			found = known.String()
		}
	}
	if found != "" {
		c.fail(e.where().from, "Type mismatch: expected Boolean but was %s", found)
	}
	return c.expression(e)
}

func constant(v any) eval { return func(*run) any { return v } }

func slotValue(slot int) eval { return func(r *run) any { return r.row[slot] } }

func apply(of eval, f func(any) any) eval { return func(r *run) any { return f(of(r)) } }

func apply2(left, right eval, f func(a, b any) any) eval {
	return func(r *run) any {
		a := left(r)
		return f(a, right(r))
	}
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
func propertiesOf(v any) any {
	switch x := v.(type) {
	case nil:
		return nil
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
	if items, ok := of.([]any); ok {
		i := toInteger(index)
		if i < 0 {
			i += int64(len(items))
		}
		if i < 0 || i >= int64(len(items)) {
			return nil
		}
		return items[i]
	}
	return propertyOf(of, toText(index))
}

func (c *compiler) slice(e *slice) eval {
	of := c.expression(e.of)
	ends := [2]eval{constant(int64(0)), constant(int64(math.MaxInt64))}
	for i, end := range []expression{e.low, e.high} {
		if end != nil {
			ends[i] = c.expression(end)
		}
	}
	return func(r *run) any {
		v, low, high := of(r), ends[0](r), ends[1](r)
		if v == nil || low == nil || high == nil {
			return nil
		}
		items := toList(v)
		place := func(v any) int64 {
			n, length := toInteger(v), int64(len(items))
			if n < 0 {
				n += length
			}
			return max(0, min(n, length))
		}
		from := place(low)
		return slices.Clone(items[from:max(from, place(high))])
	}
}

// has tells whether a label expression is true of labels, or of one type.
func (l *labels) has(names []string) bool {
	switch l.operator {
	case "|":
		return l.of[0].has(names) || l.of[1].has(names)
	case "&":
		return l.of[0].has(names) && l.of[1].has(names)
	case "!":
		return !l.of[0].has(names)
	case "%":
		return len(names) > 0
	}
	return slices.Contains(names, l.name)
}

func labelled(l *labels) func(v any) any {
	return func(v any) any {
		switch x := v.(type) {
		case nil:
			return nil
		case *Relationship:
			return l.has([]string{x.Type})
		}
		return l.has(to[*Node](v, "Node or Relationship").Labels)
	}
}

func (c *compiler) unary(e *unary) eval {
	if e.operator == "NOT" {
		return apply(c.predicate(e.of), not)
	}
	of := c.expression(e.of)
	if e.operator == "-" {
		return apply(of, negate)
	}
	return apply(of, func(v any) any {
		if v != nil {
			toNumber(v)
		}
		return v
	})
}

func (c *compiler) infix(e *infix) eval {
	if slices.Contains([]string{"AND", "OR", "XOR"}, e.operator) {
		return connective(e.operator, c.predicate(e.left), c.predicate(e.right))
	}
	left, right := c.expression(e.left), c.expression(e.right)
	switch e.operator {
	case "=~":
		if pattern, ok := e.right.(*literal); ok {
			if s, ok := pattern.value.(string); ok {
				if _, err := wholeMatch(s); err != nil {
					c.fail(pattern.from, "%s", err)
				}
			}
		}
		return func(r *run) any {
			s := left(r)
			return r.matches(s, right(r))
		}
	}
	return apply2(left, right, operators[e.operator])
}

func (c *compiler) comparison(e *comparison) eval {
	var whole eval
	left := c.expression(e.operands[0])
	for i, operator := range e.operators {
		right := c.expression(e.operands[i+1])
		one := apply2(left, right, operators[operator])
		if whole == nil {
			whole = one
		} else {
			whole = connective("AND", whole, one)
		}
		left = right
	}
	return whole
}

func (c *compiler) choice(e *choice) eval {
	subject := constant(nil)
	if e.subject != nil {
		subject = c.expression(e.subject)
	}
	e.slot = c.slot()
	var conditions, values []eval
	for i := range e.conditions {
		condition := c.expression
		if e.subject == nil {
			condition = c.predicate
		}
		conditions = append(conditions, condition(e.conditions[i]))
		values = append(values, c.expression(e.values[i]))
	}
	otherwise := constant(nil)
	if e.otherwise != nil {
		otherwise = c.expression(e.otherwise)
	}
	return func(r *run) any {
		r.row[e.slot] = subject(r)
		for i, condition := range conditions {
			if truth(condition(r)) == true {
				return values[i](r)
			}
		}
		return otherwise(r)
	}
}

func (c *compiler) list(items []expression) eval {
	evals := make([]eval, len(items))
	for i, item := range items {
		evals[i] = c.expression(item)
	}
	return func(r *run) any {
		out := make([]any, len(evals))
		for i, item := range evals {
			out[i] = item(r)
		}
		return out
	}
}

// mapping compiles a map over what base is; null makes all of it null.
func (c *compiler) mapping(keys []string, values []expression, base eval) eval {
	entries := c.list(values)
	return func(r *run) any {
		from, ok := base(r).(map[string]any)
		if !ok {
			return nil
		}
		out := maps.Clone(from)
		for i, v := range entries(r).([]any) {
			out[keys[i]] = v
		}
		return out
	}
}
