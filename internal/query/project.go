package query

import (
	"maps"
	"math"
	"slices"
)

const (
	grouping = "Aggregation column contains implicit grouping expressions. Illegal expression(s)"
	gone     = "In a WITH/RETURN with DISTINCT or an aggregation, it is not possible to access variables declared before the WITH/RETURN"
)

// project compiles WITH and RETURN: rows are those before it. It leaves the scope that follows.
func (c *compiler) project(rows step, p *projectClause, around *scope) (step, []column) {
	before := c.scope
	items := c.items(p)
	aggregates := slices.ContainsFunc(items, func(i item) bool { return i.aggregates })
	after := &scope{names: map[string]binding{}, outer: around}
	keys := &scope{names: map[string]binding{}, outer: around, hidden: before, why: grouping}
	grouped, projected := map[string]int{}, map[string]int{} // items that don't aggregate, and all, by their text
	var columns []column
	for _, item := range items {
		v, isVariable := item.value.(*variable)
		b := binding{}
		if isVariable { // which keeps its slot
			b = c.find(v)
			keys.names[v.name] = b
		} else {
			b.slot = c.slot()
			projected[c.words(item.value.where())] = b.slot
			if !item.aggregates {
				grouped[c.words(item.value.where())] = b.slot
			}
		}
		name := c.columnName(item)
		if _, taken := after.names[name]; taken {
			c.fail(item.from, "Multiple result columns with the same name are not supported")
		}
		after.names[name] = b
		columns = append(columns, column{name, b.slot, b.entity})
	}
	var a *aggregation
	if aggregates {
		a = &aggregation{scope: before}
	}
	evals := make([]eval, len(items))
	for i, item := range items {
		if c.projected = nil; item.aggregates {
			c.projected = grouped
			c.within(keys, a, func() { evals[i] = c.expression(item.value) })
		} else {
			evals[i] = c.expression(item.value)
		}
	}
	c.projected = projected
	sees := !aggregates && !p.distinct // what came before stays in sight of ORDER BY and WHERE
	view := &scope{names: after.names, outer: before}
	if !sees {
		view = &scope{names: maps.Clone(keys.names), outer: around, hidden: before, why: gone}
		maps.Copy(view.names, after.names)
	}
	var tails []sortKey
	var condition eval
	c.within(view, a, func() {
		for _, s := range p.order {
			tails = append(tails, sortKey{c.expression(s.value), s.descending})
		}
	})
	c.within(view, nil, func() {
		if p.condition != nil {
			condition = c.predicate(p.condition)
		}
	})
	c.projected = nil
	skip, limit := c.count(p.skip, "SKIP", 0), c.count(p.limit, "LIMIT", -1)
	c.scope = after

	keep := slotsOf(columns)
	compute := func(aggregates bool) step {
		return func(r *run, next func() bool) bool {
			for i, value := range evals {
				if items[i].aggregates == aggregates {
					r.row[columns[i].slot] = value(r)
				}
			}
			return next()
		}
	}
	rows = sequence(rows, compute(false))
	if aggregates {
		var slots []int
		for i, item := range items {
			if !item.aggregates {
				slots = append(slots, keep[i])
			}
		}
		rows = sequence(group(rows, slots, a.list), compute(true))
	}
	if p.distinct {
		rows = distinct(rows, keep)
	}
	if condition != nil && sees {
		for _, name := range slices.Sorted(maps.Keys(before.names)) {
			keep = append(keep, before.names[name].slot)
		}
	}
	if len(tails) > 0 {
		rows = sorted(rows, tails, keep, skip, limit, c.last == clause(p))
	} else if p.skip != nil || p.limit != nil {
		rows = bounded(rows, skip, limit)
	}
	if condition != nil {
		rows = sequence(rows, filter(condition))
	}
	return rows, columns
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
			items = append(items, item{span: p.span, value: &variable{p.span, name}, alias: name})
		}
	}
	for _, i := range p.items {
		if _, bare := i.value.(*variable); p.with && i.alias == "" && !bare {
			c.fail(i.from, "Expression in WITH must be aliased (use AS)")
		}
	}
	return append(items, p.items...)
}

func (c *compiler) columnName(i item) string {
	if i.alias != "" {
		return i.alias
	}
	switch v := i.value.(type) {
	case *variable:
		return v.name
	case *mapping:
		if v.of != nil {
			return v.of.name
		}
	}
	return c.source(i.span)
}

// count compiles the number of SKIP and LIMIT, which may not depend on a row.
func (c *compiler) count(e expression, keyword string, absent int) func(r *run) int {
	if e == nil {
		return func(*run) int { return absent }
	}
	var n eval
	c.within(&scope{names: map[string]binding{}}, nil, func() { n = c.expression(e) })
	return func(r *run) int {
		v := n(r)
		if n, ok := v.(int64); ok && n >= 0 {
			return int(min(n, math.MaxInt32))
		}
		fail("%s: %v is not a valid value, must be a non-negative integer", keyword, v)
		return 0
	}
}

// bounded passes the rows of a window on and ends with the last of them.
func bounded(rows step, skip, limit func(*run) int) step {
	return func(r *run, next func() bool) bool {
		from, length := skip(r), limit(r)
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
		var seen map[string]bool
		var key []byte
		return rows(r, func() bool {
			key = r.key(key[:0], slots)
			return !isNew(&seen, key) || next()
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
func sorted(rows step, keys []sortKey, keep []int, skip, limit func(*run) int, last bool) step {
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
		from, length := skip(r), limit(r)
		if length < 0 && last && r.limit > 0 {
			length = r.limit + 1
		}
		if length == 0 {
			return true
		}
		var all []saved
		rows(r, func() bool {
			r.tick()
			s := saved{make([]any, len(keys)), r.values(keep)}
			for i, key := range keys {
				s.keys[i] = key.value(r)
			}
			all = append(all, s)
			if length > 0 && len(all) >= 2*(from+length)+1024 {
				slices.SortStableFunc(all, compare)
				all = slices.Delete(all, from+length, len(all))
			}
			return true
		})
		slices.SortStableFunc(all, compare)
		all = all[min(from, len(all)):]
		if length > 0 {
			all = all[:min(length, len(all))]
		}
		return !slices.ContainsFunc(all, func(s saved) bool {
			r.set(keep, s.values)
			return !next()
		})
	}
}
