package query

import (
	"fmt"
	"maps"
	"regexp"
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
		return func(r *run) (any, error) { return r.params[e.name], nil }
	case *property:
		return apply(c.expression(e.of), func(v any) (any, error) { return propertyOf(v, e.key) })
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
		return apply(c.expression(e.of), func(v any) (any, error) { return (v == nil) != e.not, nil })
	case *typeTest:
		return apply(c.expression(e.of), func(v any) (any, error) { return isType(v, e.name, e.nullable) != e.not, nil })
	case *call:
		return c.call(e)
	case *choice:
		return c.choice(e)
	case *list:
		return c.list(e)
	case *mapping:
		return c.mapping(e.keys, e.values, nil)
	case *mapProjection:
		v := c.expression(e.of)
		return c.mapping(e.keys, e.values, func(r *run) (any, error) {
			of, err := v(r)
			if of == nil || err != nil {
				return nil, err
			}
			if e.all {
				return propertiesOf(of)
			}
			return map[string]any{}, nil
		})
	case *comprehension:
		return c.comprehension(e)
	case *quantifier:
		return c.quantifier(e)
	case *reduction:
		return c.reduction(e)
	case *patternTest:
		return c.exists(&matchClause{span: e.span, paths: []*pathPattern{e.pattern}})
	case *patternComprehension:
		return c.patternComprehension(e)
	case *subquery:
		return c.subquery(e)
	}
	panic(fmt.Sprintf("query: no compiler for %T", e))
}

func constant(v any) eval { return func(*run) (any, error) { return v, nil } }

func slotValue(slot int) eval { return func(r *run) (any, error) { return r.row[slot], nil } }

func apply(of eval, f func(any) (any, error)) eval {
	return func(r *run) (any, error) {
		v, err := of(r)
		if err != nil {
			return nil, err
		}
		return f(v)
	}
}

func apply2(left, right eval, f func(a, b any) (any, error)) eval {
	return func(r *run) (any, error) {
		a, err := left(r)
		if err != nil {
			return nil, err
		}
		b, err := right(r)
		if err != nil {
			return nil, err
		}
		return f(a, b)
	}
}

func propertyOf(v any, key string) (any, error) {
	switch x := v.(type) {
	case nil:
		return nil, nil
	case *Node:
		return x.Properties[key], nil
	case *Relationship:
		return x.Properties[key], nil
	case map[string]any:
		return x[key], nil
	}
	if value, isTemporal, err := component(v, key); isTemporal {
		return value, err
	}
	return nil, mismatch("Map, Node, Relationship or a temporal value", v)
}

func propertiesOf(v any) (any, error) {
	switch x := v.(type) {
	case nil:
		return nil, nil
	case *Node:
		return maps.Clone(x.Properties), nil
	case *Relationship:
		return maps.Clone(x.Properties), nil
	case map[string]any:
		return x, nil
	}
	return nil, mismatch("Map, Node or Relationship", v)
}

func elementOf(of, index any) (any, error) {
	if of == nil || index == nil {
		return nil, nil
	}
	if items, ok := of.([]any); ok {
		i, ok := index.(int64)
		if !ok {
			return nil, mismatch("Integer", index)
		}
		if i < 0 {
			i += int64(len(items))
		}
		if i < 0 || i >= int64(len(items)) {
			return nil, nil
		}
		return items[i], nil
	}
	key, ok := index.(string)
	if !ok {
		return nil, mismatch("String", index)
	}
	return propertyOf(of, key)
}

func (c *compiler) slice(e *slice) eval {
	of, low, high := c.expression(e.of), c.bound(e.low), c.bound(e.high)
	return func(r *run) (any, error) {
		v, err := of(r)
		if v == nil || err != nil {
			return nil, err
		}
		items, ok := v.([]any)
		if !ok {
			return nil, mismatch("List<T>", v)
		}
		var bounds [2]int64
		for i, at := range []eval{low, high} {
			if at == nil {
				bounds[i] = int64(i * len(items))
				continue
			}
			v, err := at(r)
			if v == nil || err != nil {
				return nil, err
			}
			n, ok := v.(int64)
			if !ok {
				return nil, mismatch("Integer", v)
			}
			if n < 0 {
				n += int64(len(items))
			}
			bounds[i] = max(0, min(n, int64(len(items))))
		}
		if bounds[0] >= bounds[1] {
			return []any{}, nil
		}
		return slices.Clone(items[bounds[0]:bounds[1]]), nil
	}
}

// bound compiles what may be missing.
func (c *compiler) bound(e expression) eval {
	if e == nil {
		return nil
	}
	return c.expression(e)
}

// has makes of a label expression a test of labels, or of one type.
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

func labelled(l *labels) func(v any) (any, error) {
	return func(v any) (any, error) {
		switch x := v.(type) {
		case nil:
			return nil, nil
		case *Node:
			return l.has(x.Labels), nil
		case *Relationship:
			return l.has([]string{x.Type}), nil
		}
		return nil, mismatch("Node or Relationship", v)
	}
}

func (c *compiler) unary(e *unary) eval {
	of := c.expression(e.of)
	switch e.operator {
	case "NOT":
		return not(of)
	case "-":
		return apply(of, negate)
	}
	return apply(of, func(v any) (any, error) {
		if v != nil && !isNumber(v) {
			return nil, mismatch("Float or Integer", v)
		}
		return v, nil
	})
}

func (c *compiler) infix(e *infix) eval {
	left, right := c.expression(e.left), c.expression(e.right)
	switch e.operator {
	case "AND", "OR", "XOR":
		return connective(e.operator, left, right)
	case "=~":
		if pattern, ok := e.right.(*literal); ok {
			if s, ok := pattern.value.(string); ok {
				re, err := expressionOf(s)
				if err != nil {
					c.fail(e.right.where().from, "%s", err)
				}
				return apply(left, func(v any) (any, error) { return matches(v, re), nil })
			}
		}
		return apply2(left, right, func(v, pattern any) (any, error) {
			s, ok := pattern.(string)
			switch {
			case v == nil || pattern == nil:
				return nil, nil
			case !ok:
				return nil, mismatch("String", pattern)
			}
			re, err := expressionOf(s)
			if err != nil {
				return nil, err
			}
			return matches(v, re), nil
		})
	}
	return apply2(left, right, operators[e.operator])
}

// expressionOf compiles a regular expression that must match the whole, as in Java.
func expressionOf(pattern string) (*regexp.Regexp, error) {
	re, err := regexp.Compile(`^(?:` + pattern + `)$`)
	if err != nil {
		return nil, fmt.Errorf("invalid regex: %w", err)
	}
	return re, nil
}

func matches(v any, re *regexp.Regexp) any {
	if s, ok := v.(string); ok {
		return re.MatchString(s)
	}
	return nil
}

func (c *compiler) comparison(e *comparison) eval {
	var whole eval
	for i, operator := range e.operators {
		left, right := c.expression(e.operands[i]), c.expression(e.operands[i+1])
		one := apply2(left, right, func(a, b any) (any, error) {
			switch operator {
			case "=":
				return equal(a, b), nil
			case "<>":
				v := equal(a, b)
				if v == nil {
					return nil, nil
				}
				return v == false, nil
			}
			return less(operator, a, b), nil
		})
		if whole == nil {
			whole = one
		} else {
			whole = connective("AND", whole, one)
		}
	}
	return whole
}

func (c *compiler) choice(e *choice) eval {
	var conditions, values []eval
	for i := range e.conditions {
		conditions = append(conditions, c.expression(e.conditions[i]))
		values = append(values, c.expression(e.values[i]))
	}
	otherwise := constant(nil)
	if e.otherwise != nil {
		otherwise = c.expression(e.otherwise)
	}
	return func(r *run) (any, error) {
		for i, condition := range conditions {
			v, err := condition(r)
			if err != nil {
				return nil, err
			}
			if v, err = truth(v); err != nil {
				return nil, err
			} else if v == true {
				return values[i](r)
			}
		}
		return otherwise(r)
	}
}

func (c *compiler) list(e *list) eval {
	var items []eval
	for _, item := range e.items {
		items = append(items, c.expression(item))
	}
	return func(r *run) (any, error) {
		out := make([]any, len(items))
		for i, item := range items {
			v, err := item(r)
			if err != nil {
				return nil, err
			}
			out[i] = v
		}
		return out, nil
	}
}

// mapping compiles a map; base, where given, is what it begins with, and null makes all of it null.
func (c *compiler) mapping(keys []string, values []expression, base eval) eval {
	var evals []eval
	for _, v := range values {
		evals = append(evals, c.expression(v))
	}
	return func(r *run) (any, error) {
		out := map[string]any{}
		if base != nil {
			v, err := base(r)
			if v == nil || err != nil {
				return nil, err
			}
			if entries, ok := v.(map[string]any); ok {
				maps.Copy(out, entries)
			}
		}
		for i, key := range keys {
			v, err := evals[i](r)
			if err != nil {
				return nil, err
			}
			out[key] = v
		}
		return out, nil
	}
}
