package query

// column is a column of the answer of a query.
type column struct {
	name   string
	slot   int
	entity entity
}

// union compiles a query. Around is what it sees of the query around it; answers says that it must end with RETURN.
func (c *compiler) union(u *union, around *scope, answers bool) (step, []column) {
	if len(u.branches) == 1 {
		return c.single(u.branches[0], around, nil, answers)
	}
	return c.branches(u, answers, func(s *single) (step, []column) { return c.single(s, around, nil, answers) })
}

// branches compiles the branches of a UNION, which all write into the columns of the first.
func (c *compiler) branches(u *union, answers bool, compile func(*single) (step, []column)) (step, []column) {
	if len(u.branches) == 1 {
		return compile(u.branches[0])
	}
	var columns []column
	var steps []step
	for i, branch := range u.branches {
		rows, found := compile(branch)
		if i == 0 {
			for _, col := range found {
				columns = append(columns, column{col.name, c.slot(), anything})
			}
		}
		from := make([]int, len(columns))
		matched := 0
		for j, col := range columns {
			for _, other := range found {
				if other.name == col.name {
					from[j] = other.slot
					c.mark(other.slot)
					matched++
				}
			}
		}
		if matched != len(columns) || matched != len(found) {
			c.fail(branch.from, "All sub queries in an UNION must have the same return column names")
		}
		steps = append(steps, func(r *run, next func() error) error {
			return rows(r, func() error {
				for j, slot := range from {
					r.row[columns[j].slot] = r.row[slot]
				}
				return next()
			})
		})
	}
	all := func(r *run, next func() error) error {
		for _, s := range steps {
			if err := s(r, next); err != nil {
				return err
			}
		}
		return nil
	}
	if u.all {
		return all, columns
	}
	return distinct(all, slotsOf(columns)), columns
}

func slotsOf(columns []column) []int {
	var slots []int
	for _, col := range columns {
		slots = append(slots, col.slot)
	}
	return slots
}

// single compiles a query without UNION, under the scope around it. What imports holds is in sight of a WITH at its
// beginning only.
func (c *compiler) single(s *single, around, imports *scope, answers bool) (rows step, columns []column) {
	start := &scope{names: map[string]binding{}, outer: around}
	rows = sequence()
	c.within(start, nil, func() {
		projected := c.projected
		c.projected = nil
		for i, cl := range s.clauses {
			switch cl := cl.(type) {
			case *matchClause:
				rows = sequence(rows, c.pattern(cl, false))
			case *unwindClause:
				rows = sequence(rows, c.unwind(cl))
			case *callClause:
				rows = sequence(rows, c.called(cl))
			case *projectClause:
				if i == 0 && imports != nil && cl.with && importsOnly(cl) {
					c.scope = imports
				}
				rows, columns = c.project(rows, cl, around)
				if !cl.with {
					answers = false
				}
			}
		}
		c.projected = projected
	})
	if answers {
		last := s.clauses[len(s.clauses)-1].where()
		c.fail(last.from, "Query cannot conclude with %s (must be a RETURN clause)", c.tokens[last.from].value)
	}
	return rows, columns
}

// importsOnly tells whether a WITH does nothing but import.
func importsOnly(p *projectClause) bool {
	for _, i := range p.items {
		if _, bare := i.value.(*variable); !bare || i.alias != "" {
			return false
		}
	}
	return !p.distinct && p.order == nil && p.skip == nil && p.limit == nil && p.condition == nil
}

func (c *compiler) unwind(u *unwindClause) step {
	list := c.expression(u.list)
	if _, taken := c.scope.find(u.variable); taken {
		c.fail(u.to-1, "Variable `%s` already declared", u.variable)
	}
	slot := c.declare(u.variable, anything).slot
	return func(r *run, next func() error) error {
		v, err := list(r)
		if v == nil || err != nil {
			return err
		}
		items, ok := v.([]any)
		if !ok {
			items = []any{v}
		}
		for _, item := range items {
			r.row[slot] = item
			if err := r.tick(); err != nil {
				return err
			}
			if err := next(); err != nil {
				return err
			}
		}
		return nil
	}
}

// called compiles CALL { … }, which runs anew for each row.
func (c *compiler) called(cl *callClause) step {
	var around, imports *scope
	switch {
	case cl.all:
		around = c.scope
	case cl.scoped:
		around = &scope{names: map[string]binding{}, outer: c.scope.outer}
		for _, v := range cl.imports {
			around.names[v.name] = c.find(v)
		}
	default:
		imports = c.scope
	}
	rows, columns := c.branches(cl.query, true, func(s *single) (step, []column) { return c.single(s, around, imports, true) })
	for _, col := range columns {
		if _, taken := c.scope.find(col.name); taken {
			c.fail(cl.from, "Variable `%s` already declared in outer scope", col.name)
		}
		c.scope.names[col.name] = binding{col.slot, col.entity}
	}
	if cl.optional {
		return optional(rows, slotsOf(columns))
	}
	return rows
}

// optional goes on once with null in the slots where a step doesn't go on.
func optional(s step, slots []int) step {
	return func(r *run, next func() error) error {
		found := false
		err := s(r, func() error {
			found = true
			return next()
		})
		if found || err != nil {
			return err
		}
		for _, slot := range slots {
			r.row[slot] = nil
		}
		return next()
	}
}
