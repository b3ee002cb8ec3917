package query

// each calls f for the items of a list in a slot; f tells whether to go on. It is false for null.
func each(r *run, list eval, slot int, f func() (bool, error)) (bool, error) {
	v, err := list(r)
	if v == nil || err != nil {
		return false, err
	}
	items, ok := v.([]any)
	if !ok {
		return false, mismatch("List<T>", v)
	}
	for _, item := range items {
		if err := r.tick(); err != nil {
			return true, err
		}
		r.row[slot] = item
		if more, err := f(); !more || err != nil {
			return true, err
		}
	}
	return true, nil
}

func (c *compiler) comprehension(e *comprehension) eval {
	list := c.expression(e.list)
	condition, result := constant(true), eval(nil)
	var slot int
	c.local([]string{e.variable}, func(slots []int) {
		slot = slots[0]
		if e.condition != nil {
			condition = c.expression(e.condition)
		}
		result = slotValue(slot)
		if e.result != nil {
			result = c.expression(e.result)
		}
	})
	return func(r *run) (any, error) {
		out := []any{}
		known, err := each(r, list, slot, func() (bool, error) {
			v, err := condition(r)
			if err != nil {
				return false, err
			}
			if v, err = truth(v); v != true || err != nil {
				return true, err
			}
			item, err := result(r)
			out = append(out, item)
			return true, err
		})
		if !known || err != nil {
			return nil, err
		}
		return out, nil
	}
}

// quantifier compiles all, any, none and single. An unknown condition makes the whole unknown, unless the rest decides.
func (c *compiler) quantifier(e *quantifier) eval {
	list := c.expression(e.list)
	var condition eval
	var slot int
	c.local([]string{e.variable}, func(slots []int) {
		slot, condition = slots[0], c.expression(e.condition)
	})
	return func(r *run) (any, error) {
		yes, no, unknown := 0, 0, 0
		known, err := each(r, list, slot, func() (bool, error) {
			v, err := condition(r)
			if err != nil {
				return false, err
			}
			switch v, err = truth(v); v {
			case true:
				yes++
			case false:
				no++
			default:
				unknown++
			}
			switch e.name {
			case "all":
				return no == 0, err
			case "single":
				return yes < 2, err
			}
			return yes == 0, err
		})
		if !known || err != nil {
			return nil, err
		}
		switch {
		case e.name == "all" && no > 0, e.name == "none" && yes > 0, e.name == "single" && yes > 1:
			return false, nil
		case e.name == "any" && yes > 0:
			return true, nil
		case unknown > 0:
			return nil, nil
		}
		return e.name == "all" || e.name == "none" || e.name == "single" && yes == 1, nil
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
	return func(r *run) (any, error) {
		v, err := initial(r)
		if err != nil {
			return nil, err
		}
		known, err := each(r, list, item, func() (bool, error) {
			r.row[accumulator] = v
			var err error
			v, err = result(r)
			return true, err
		})
		if !known || err != nil {
			return nil, err
		}
		return v, nil
	}
}

// exists compiles a pattern that introduces no names to whether it is there.
func (c *compiler) exists(m *matchClause) eval {
	var found step
	c.within(c.scope.extend(), nil, func() {
		found = c.pattern(m, true)
	})
	return func(r *run) (any, error) { return atLeastOne(r, found) }
}

// atLeastOne tells whether a step goes on at least once.
func atLeastOne(r *run, s step) (any, error) {
	enough := &stop{}
	err := s(r, func() error { return enough })
	if err == enough {
		return true, nil
	}
	return false, err
}

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
	return func(r *run) (any, error) {
		out := []any{}
		err := s(r, func() error {
			v, err := result(r)
			out = append(out, v)
			return err
		})
		if err != nil {
			return nil, err
		}
		return out, nil
	}
}

// subquery compiles EXISTS, COUNT and COLLECT. They see all the variables around them.
func (c *compiler) subquery(e *subquery) eval {
	var rows step
	var columns []column
	c.within(c.scope.extend(), nil, func() {
		rows, columns = c.union(e.query, c.scope, e.name == "COLLECT")
	})
	switch e.name {
	case "EXISTS":
		return func(r *run) (any, error) { return atLeastOne(r, rows) }
	case "COUNT":
		return func(r *run) (any, error) {
			n := int64(0)
			err := rows(r, func() error { n++; return nil })
			return n, err
		}
	}
	if len(columns) != 1 {
		c.fail(e.from, "A Collect Expression must end with a single return column.")
	}
	c.mark(columns[0].slot)
	return collecting(rows, slotValue(columns[0].slot))
}
