package query

import (
	"fmt"
	"maps"
	"slices"
	"strings"
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
	case *labelTest:
		return apply(c.expression(e.of), labelled(e.labels))
	case *operation:
		return c.operation(e)
	case *comparison:
		return c.comparison(e)
	case *call:
		return c.call(e)
	case *choice:
		return c.choice(e)
	case *list:
		items := c.list(e.items)
		return func(r *run) any { return items(r) }
	case *mapping:
		return c.mapping(e)
	case *iteration:
		return c.iteration(e)
	case *subquery:
		if e.pattern != nil && e.result == nil {
			c.fail(e.from, "A pattern expression should only be used in order to test the existence of a pattern")
		}
		return c.subquery(e)
	}
	panic(fmt.Sprintf("query: no compiler for %T", e))
}

// predicate compiles what must be true, false or null. Only here may a pattern stand for whether it is there.
func (c *compiler) predicate(e expression) eval {
	found := ""
	switch e := e.(type) {
	case *subquery:
		return c.subquery(e)
	case *literal:
		if _, fits := e.value.(bool); !fits && e.value != nil {
			found = typeName(e.value)
		}
	case *list:
		found = "List<T>"
	case *mapping:
		found = "Map"
	case *variable:
		c.expect(e)
	}
	if found != "" {
		c.fail(e.where().from, "Type mismatch: expected Boolean but was %s", found)
	}
	return c.expression(e)
}

// expect refuses a variable that is known to be an entity of another kind; without a kind a Boolean is expected.
func (c *compiler) expect(e expression, kinds ...entity) {
	v, ok := e.(*variable)
	if !ok {
		return
	}
	known := c.find(v).entity
	if known == anything || slices.Contains(kinds, known) {
		return
	}
	expected := "Boolean"
	if len(kinds) > 0 {
		expected = kinds[0].String()
	}
	c.fail(v.from, "Type mismatch: expected %s but was %s", expected, known)
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

func (c *compiler) operation(e *operation) eval {
	switch e.operator {
	case "NOT":
		return apply(c.predicate(e.left), not)
	case "AND", "OR", "XOR":
		return connective(e.operator, c.predicate(e.left), c.predicate(e.right))
	}
	left := c.expression(e.left)
	if e.right == nil {
		return apply(left, signs[e.operator])
	}
	right := c.expression(e.right)
	if e.operator == "=~" {
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
	subject, fits, condition := constant(true), func(_, b any) any { return truth(b) }, c.predicate
	if e.subject != nil {
		subject, fits, condition = c.expression(e.subject), equal, c.expression
	}
	var conditions, values []eval
	for i := range e.conditions {
		conditions = append(conditions, condition(e.conditions[i]))
		values = append(values, c.expression(e.values[i]))
	}
	otherwise := c.expression(e.otherwise)
	return func(r *run) any {
		v := subject(r)
		for i, condition := range conditions {
			if fits(v, condition(r)) == true {
				return values[i](r)
			}
		}
		return otherwise(r)
	}
}

func (c *compiler) list(items []expression) func(r *run) []any {
	evals := make([]eval, len(items))
	for i, item := range items {
		evals[i] = c.expression(item)
	}
	return func(r *run) []any {
		out := make([]any, len(evals))
		for i, item := range evals {
			out[i] = item(r)
		}
		return out
	}
}

func (c *compiler) mapping(e *mapping) eval {
	values := c.list(e.values)
	of := constant(true)
	if e.of != nil {
		of = c.expression(e.of)
	}
	return func(r *run) any {
		base := of(r)
		if base == nil {
			return nil
		}
		out := map[string]any{}
		if e.all {
			maps.Copy(out, propertiesOf(base))
		}
		for i, v := range values(r) {
			out[e.keys[i]] = v
		}
		return out
	}
}

// call compiles a call of a function, aggregating or not.
func (c *compiler) call(e *call) eval {
	name := strings.ToLower(e.name)
	if a, ok := aggregators[name]; ok {
		return c.aggregated(e, a)
	}
	if name == "exists" && len(e.arguments) == 1 {
		if pattern, ok := e.arguments[0].(*subquery); ok {
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
	if f.entity != anything {
		c.expect(e.arguments[0], f.entity)
	}
	var args func(*run) []any
	read := c.watching(func() { args = c.list(e.arguments) })
	value := func(r *run) any {
		values := args(r)
		if name != "coalesce" && slices.Contains(values, nil) {
			return nil
		}
		r.calling = e.name
		result := f.call(r, values)
		r.calling = ""
		return result
	}
	if name == "rand" {
		c.used[c.slot()] = true // so that it is new in each row
	} else if len(read) == 0 {
		return c.once(value)
	}
	return value
}

// once computes but once a run what depends on no row.
func (c *compiler) once(value eval) eval {
	slot := c.slot()
	return func(r *run) any {
		if r.row[slot] == nil {
			r.row[slot] = [1]any{value(r)}
		}
		return r.row[slot].([1]any)[0]
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

// iteration compiles list comprehensions, all, any, none, single and reduce.
func (c *compiler) iteration(e *iteration) eval {
	list, initial, condition := c.expression(e.list), constant(nil), constant(true)
	if e.initial != nil {
		initial = c.expression(e.initial)
	}
	item, accumulator := c.slot(), c.slot()
	result := slotValue(item)
	c.local(map[string]int{e.variable: item, e.accumulator: accumulator}, func() {
		if e.condition != nil {
			condition = c.predicate(e.condition)
		}
		if e.result != nil {
			result = c.expression(e.result)
		}
	})
	return func(r *run) any {
		v, total, out := list(r), initial(r), []any{}
		if v == nil {
			return nil
		}
		yes, no, unknown := 0, 0, 0
		for _, x := range toList(v) {
			r.tick()
			r.row[item], r.row[accumulator] = x, total
			switch truth(condition(r)) {
			case true:
				yes++
				if e.kind == "reduce" {
					total = result(r)
				} else if e.kind == "" {
					out = append(out, result(r))
				}
			case false:
				no++
			default:
				unknown++
			}
		}
		switch e.kind {
		case "":
			return out
		case "reduce":
			return total
		}
		return quantified(e.kind, yes, no, unknown)
	}
}

// quantified is what all, any, none or single is when its condition was so often true, false and unknown.
func quantified(kind string, yes, no, unknown int) any {
	switch {
	case kind == "all" && no > 0, kind == "none" && yes > 0, kind == "single" && yes > 1:
		return false
	case kind == "any" && yes > 0:
		return true
	case unknown > 0:
		return nil
	}
	return kind == "all" || kind == "none" || kind == "single" && yes == 1
}

// subquery compiles EXISTS, COUNT and patterns in expressions. They see all the variables around them.
func (c *compiler) subquery(e *subquery) eval {
	var rows step
	result := constant(nil)
	c.within(c.scope.extend(), nil, func() {
		if e.query != nil {
			rows, _ = c.union(e.query, c.scope, false)
			return
		}
		rows = c.pattern(e.pattern, e.result == nil)
		if e.result != nil {
			result = c.expression(e.result)
		}
	})
	return func(r *run) any {
		n, out := int64(0), []any{}
		rows(r, func() bool {
			if n++; e.result != nil {
				out = append(out, result(r))
			}
			return e.kind != "EXISTS"
		})
		switch e.kind {
		case "EXISTS":
			return n > 0
		case "COUNT":
			return n
		}
		return out
	}
}
