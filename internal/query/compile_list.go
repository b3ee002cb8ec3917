package query

// each calls f for the items of a list in a slot; f tells whether to go on. It is false for null.
func each(r *run, list eval, slot int, f func() bool) bool {
	v := list(r)
	if v == nil {
		return false
	}
	for _, item := range toList(v) {
		r.tick()
		r.row[slot] = item
		if !f() {
			break
		}
	}
	return true
}

func (c *compiler) comprehension(e *comprehension) eval {
	list := c.expression(e.list)
	condition := constant(true)
	var result eval
	var slot int
	c.local([]string{e.variable}, func(slots []int) {
		slot = slots[0]
		if e.condition != nil {
			condition = c.predicate(e.condition)
		}
		result = slotValue(slot)
		if e.result != nil {
			result = c.expression(e.result)
		}
	})
	return func(r *run) any {
		out := []any{}
		known := each(r, list, slot, func() bool {
			if truth(condition(r)) == true {
				out = append(out, result(r))
			}
			return true
		})
		if !known {
			return nil
		}
		return out
	}
}

// quantifier compiles all, any, none and single. An unknown condition makes the whole unknown, unless the rest decides.
func (c *compiler) quantifier(e *quantifier) eval {
	list := c.expression(e.list)
	var condition eval
	var slot int
	c.local([]string{e.variable}, func(slots []int) {
		slot, condition = slots[0], c.predicate(e.condition)
	})
	return func(r *run) any {
		yes, no, unknown := 0, 0, 0
		known := each(r, list, slot, func() bool {
			switch truth(condition(r)) {
			case true:
				yes++
			case false:
				no++
			default:
				unknown++
			}
			switch e.name {
			case "all":
				return no == 0
			case "single":
				return yes < 2
			}
			return yes == 0
		})
		switch {
		case !known:
			return nil
		case e.name == "all" && no > 0, e.name == "none" && yes > 0, e.name == "single" && yes > 1:
			return false
		case e.name == "any" && yes > 0:
			return true
		case unknown > 0:
			return nil
		}
		return e.name == "all" || e.name == "none" || e.name == "single" && yes == 1
	}
}

func (c *compiler) reduction(e *reduction) eval {
	initial, list := c.expression(e.initial), c.expression(e.list)
	var result eval
	var accumulator, item int
	c.local([]string{e.accumulator, e.variable}, func(slots []int) {
		accumulator, item = slots[0], slots[1]
		result = c.expression(e.result)
	})
	return func(r *run) any {
		v := initial(r)
		known := each(r, list, item, func() bool {
			r.row[accumulator] = v
			v = result(r)
			return true
		})
		if !known {
			return nil
		}
		return v
	}
}

// exists compiles a pattern that introduces no names to whether it is there.
func (c *compiler) exists(m *matchClause) eval {
	var found step
	c.within(c.scope.extend(), nil, func() { found = c.pattern(m, true) })
	return func(r *run) any { return atLeastOne(r, found) }
}

// atLeastOne tells whether a step goes on at least once.
func atLeastOne(r *run, s step) bool { return !s(r, func() bool { return false }) }

func (c *compiler) patternComprehension(e *patternComprehension) eval {
	var found step
	var result eval
	c.within(c.scope.extend(), nil, func() {
		found = c.pattern(&matchClause{span: e.span, paths: []*pathPattern{e.pattern}, condition: e.condition}, false)
		result = c.expression(e.result)
	})
	return collecting(found, result)
}

// collecting makes a list of what an expression is at each row of a step.
func collecting(s step, result eval) eval {
	return func(r *run) any {
		out := []any{}
		s(r, func() bool {
			out = append(out, result(r))
			return true
		})
		return out
	}
}

// subquery compiles EXISTS, COUNT and COLLECT. They see all the variables around them.
func (c *compiler) subquery(e *subquery) eval {
	var rows step
	var columns []column
	c.within(c.scope.extend(), nil, func() {
		rows, columns = c.union(e.query, c.scope, nil, e.name == "COLLECT")
	})
	switch {
	case e.name == "EXISTS":
		return func(r *run) any { return atLeastOne(r, rows) }
	case e.name == "COUNT":
		return func(r *run) any {
			n := int64(0)
			rows(r, func() bool { n++; return true })
			return n
		}
	case len(columns) != 1:
		c.fail(e.from, "A Collect Expression must end with a single return column.")
	}
	c.mark(columns[0].slot)
	return collecting(rows, slotValue(columns[0].slot))
}
