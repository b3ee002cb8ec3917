package query

import (
	"maps"
	"math"
	"slices"
)

// project compiles WITH and RETURN: rows are those before it. It leaves the scope that follows.
func (c *compiler) project(rows step, p *projectClause, around *scope) (step, []column) {
	before := c.scope
	items := c.items(p)
	grouped := make([]bool, len(items)) // items with an aggregate
	any := false
	for i, item := range items {
		grouped[i] = c.aggregates(item.value.where())
		any = any || grouped[i]
	}
	// Items that are but a name keep their slot.
	after := &scope{names: map[string]binding{}, outer: around}
	keys := &scope{names: map[string]binding{}, outer: around, hidden: before, grouping: true}
	projected := map[string]int{}
	var columns []column
	for i, item := range items {
		b, isVariable := c.variable(item.value)
		if !isVariable {
			b = binding{slot: c.slot()}
		}
		name := c.columnName(item)
		if _, taken := after.names[name]; taken {
			c.fail(item.from, "Multiple result columns with the same name are not supported")
		}
		if v, ok := item.value.(*variable); around != nil && p.with && !(ok && v.name == name) {
			if _, shadows := around.find(name); shadows {
				c.fail(item.from, "The variable `%s` is shadowing a variable with the same name from the outer scope and needs to be renamed", name)
			}
		}
		after.names[name] = b
		columns = append(columns, column{name, b.slot, b.entity})
		if v, ok := item.value.(*variable); ok {
			keys.names[v.name] = b
		} else if !grouped[i] {
			projected[c.words(item.value.where())] = b.slot
		}
	}
	a := &aggregation{scope: before}
	evals := make([]eval, len(items))
	for i, item := range items {
		if !grouped[i] {
			c.within(before, nil, func() { evals[i] = c.expression(item.value) })
		}
	}
	c.projected = projected
	for i, item := range items {
		if grouped[i] {
			c.within(keys, a, func() { evals[i] = c.expression(item.value) })
		}
	}
	sees := !any && !p.distinct // what came before stays in sight of ORDER BY and WHERE
	for i, item := range items {
		if _, isVariable := item.value.(*variable); !isVariable {
			projected[c.words(item.value.where())] = columns[i].slot
		}
	}
	view := &scope{names: after.names, outer: before}
	if !sees {
		view = &scope{names: maps.Clone(keys.names), outer: around, hidden: before}
		maps.Copy(view.names, after.names)
	}
	var tails []sortKey
	allowed := a
	if !any {
		allowed = nil
	}
	for _, s := range p.order {
		c.within(view, allowed, func() { tails = append(tails, sortKey{c.expression(s.value), s.descending}) })
	}
	condition := eval(nil)
	if p.condition != nil {
		c.within(view, nil, func() { condition = c.predicate(p.condition) })
	}
	c.projected = nil
	skip, limit := c.count(p.skip, "SKIP"), c.count(p.limit, "LIMIT")
	c.scope = after

	compute := func(only bool) step {
		return func(r *run, next func() bool) bool {
			for i, value := range evals {
				if grouped[i] == only {
					r.row[columns[i].slot] = value(r)
				}
			}
			return next()
		}
	}
	rows = sequence(rows, compute(false))
	if any {
		var keySlots []int
		for i, col := range columns {
			if !grouped[i] {
				keySlots = append(keySlots, col.slot)
			}
		}
		rows = sequence(group(rows, keySlots, a.list), compute(true))
	}
	if p.distinct {
		rows = distinct(rows, slotsOf(columns))
	}
	keep := slotsOf(columns)
	if condition != nil && sees {
		for _, name := range slices.Sorted(maps.Keys(before.names)) {
			keep = append(keep, before.names[name].slot)
		}
	}
	switch {
	case len(tails) > 0:
		rows = sorted(rows, tails, keep, skip, limit, c.last == clause(p))
	case skip != nil || limit != nil:
		rows = bounded(rows, skip, limit)
	}
	if condition != nil {
		rows = sequence(rows, filter(condition))
	}
	return rows, columns
}

// variable resolves an expression that is but a name.
func (c *compiler) variable(e expression) (binding, bool) {
	v, ok := e.(*variable)
	if !ok {
		return binding{}, false
	}
	return c.find(v), true
}

// items are the items of a projection with the star written out, in the order of names.
func (c *compiler) items(p *projectClause) []item {
	var items []item
	if p.star {
		names := slices.Sorted(maps.Keys(c.scope.names))
		if len(names) == 0 && !p.with {
			c.fail(p.from, "RETURN * is not allowed when there are no variables in scope")
		}
		for _, name := range names {
			items = append(items, item{span: span{p.from, p.from + 1}, value: &variable{span{p.from, p.from + 1}, name}, alias: name})
		}
	}
	for _, i := range p.items {
		if _, bare := i.value.(*variable); p.with && i.alias == "" && !bare {
			c.fail(i.from, "Expression in WITH must be aliased (use AS)")
		}
		items = append(items, i)
	}
	return items
}

func (c *compiler) columnName(i item) string {
	if i.alias != "" {
		return i.alias
	}
	switch v := i.value.(type) {
	case *variable:
		return v.name
	case *mapProjection:
		return v.of.name
	}
	return c.source(i.span)
}

// count compiles the number of SKIP and LIMIT, which may not depend on a row.
func (c *compiler) count(e expression, keyword string) eval {
	if e == nil {
		return nil
	}
	var n eval
	c.within(&scope{names: map[string]binding{}}, nil, func() { n = c.expression(e) })
	return apply(n, func(v any) any {
		if n, ok := v.(int64); ok && n >= 0 {
			return int(min(n, math.MaxInt32))
		}
		fail("%s: %v is not a valid value, must be a non-negative integer", keyword, v)
		return nil
	})
}

// window evaluates SKIP and LIMIT; limit is -1 where there is none.
func window(r *run, skip, limit eval) (from, length int) {
	length = -1
	if skip != nil {
		from = skip(r).(int)
	}
	if limit != nil {
		length = limit(r).(int)
	}
	return from, length
}

// bounded passes the rows of a window on and ends with the last of them.
func bounded(rows step, skip, limit eval) step {
	return func(r *run, next func() bool) bool {
		from, length := window(r, skip, limit)
		seen, more := 0, true
		if length == 0 {
			return true
		}
		rows(r, func() bool {
			if seen++; seen > from {
				more = next()
			}
			return more && (length < 0 || seen < from+length)
		})
		return more
	}
}

// distinct passes on the first of the rows that are the same in some slots.
func distinct(rows step, slots []int) step {
	return func(r *run, next func() bool) bool {
		seen := map[string]bool{}
		var key []byte
		return rows(r, func() bool {
			key = r.key(key[:0], slots)
			if seen[string(key)] {
				return true
			}
			seen[string(key)] = true
			return next()
		})
	}
}

// key appends what tells rows apart by some slots.
func (r *run) key(key []byte, slots []int) []byte {
	for _, slot := range slots {
		key = appendKey(key, r.row[slot])
	}
	return key
}

type sortKey struct {
	value      eval
	descending bool
}

// sorted passes rows on in order. It keeps some slots of each, and no more rows than the window needs, twice over.
func sorted(rows step, keys []sortKey, keep []int, skip, limit eval, last bool) step {
	type saved struct{ keys, values []any }
	compare := func(a, b saved) int {
		for i, key := range keys {
			if c := order(a.keys[i], b.keys[i]); c != 0 {
				if key.descending {
					return -c
				}
				return c
			}
		}
		return 0
	}
	return func(r *run, next func() bool) bool {
		from, length := window(r, skip, limit)
		if length < 0 && last && r.limit > 0 {
			length = r.limit + 1
		}
		if length == 0 {
			return true
		}
		var all []saved
		rows(r, func() bool {
			r.tick()
			s := saved{make([]any, len(keys)), make([]any, len(keep))}
			for i, key := range keys {
				s.keys[i] = key.value(r)
			}
			for i, slot := range keep {
				s.values[i] = r.row[slot]
			}
			all = append(all, s)
			if length > 0 && len(all) >= 2*(from+length)+1024 {
				slices.SortStableFunc(all, compare)
				all = slices.Delete(all, from+length, len(all))
			}
			return true
		})
		slices.SortStableFunc(all, compare)
		for i, s := range all {
			if i < from {
				continue
			} else if length > 0 && i >= from+length {
				break
			}
			for j, slot := range keep {
				r.row[slot] = s.values[j]
			}
			if !next() {
				return false
			}
		}
		return true
	}
}
