package query

// column is a column of the answer of a query.
type column struct {
	name   string
	slot   int
	entity entity
}

func slotsOf(columns []column) []int {
	var slots []int
	for _, col := range columns {
		slots = append(slots, col.slot)
	}
	return slots
}

// union compiles a query. Around is what it sees of the query around it, and imports what only a WITH at its beginning
// sees; answers says that it must end with RETURN. The branches of a UNION all write into the columns of the first.
func (c *compiler) union(u *union, around, imports *scope, answers bool) (step, []column) {
	rows, columns := c.single(u.branches[0], around, imports, answers)
	if len(u.branches) == 1 {
		return rows, columns
	}
	var steps []step
	shared := make([]column, len(columns))
	for i, col := range columns {
		shared[i] = column{col.name, c.slot(), anything}
	}
	for i, branch := range u.branches {
		if i > 0 {
			rows, columns = c.single(branch, around, imports, answers)
		}
		from := map[string]int{}
		for _, col := range columns {
			from[col.name] = col.slot
			c.mark(col.slot)
		}
		for _, col := range shared {
			if _, ok := from[col.name]; !ok || len(columns) != len(shared) {
				c.fail(branch.from, "All sub queries in an UNION must have the same return column names")
			}
		}
		steps = append(steps, sequence(rows, func(r *run, next func() bool) bool {
			for _, col := range shared {
				r.row[col.slot] = r.row[from[col.name]]
			}
			return next()
		}))
	}
	all := func(r *run, next func() bool) bool {
		for _, s := range steps {
			if !s(r, next) {
				return false
			}
		}
		return true
	}
	if u.all {
		return all, shared
	}
	return distinct(all, slotsOf(shared)), shared
}

// single compiles a query without UNION.
func (c *compiler) single(s *single, around, imports *scope, answers bool) (rows step, columns []column) {
	rows = sequence()
	projected := c.projected
	c.projected = nil
	c.within(&scope{names: map[string]binding{}, outer: around}, nil, func() {
		for i, cl := range s.clauses {
			switch cl := cl.(type) {
			case *matchClause:
				rows = sequence(rows, c.pattern(cl, false))
			case *unwindClause:
				rows = sequence(rows, c.unwind(cl))
			case *callClause:
				rows = sequence(rows, c.called(cl))
			case *projectClause:
				if i == 0 && imports != nil && cl.importsOnly() {
					c.scope = imports
				}
				rows, columns = c.project(rows, cl, around)
				answers = answers && cl.with
			}
		}
	})
	c.projected = projected
	if answers {
		last := s.clauses[len(s.clauses)-1].where()
		c.fail(last.from, "Query cannot conclude with %s (must be a RETURN clause)", c.tokens[last.from].value)
	}
	return rows, columns
}

// importsOnly tells whether a WITH does nothing but import.
func (p *projectClause) importsOnly() bool {
	for _, i := range p.items {
		if _, bare := i.value.(*variable); !bare || i.alias != "" {
			return false
		}
	}
	return p.with && !p.distinct && p.order == nil && p.skip == nil && p.limit == nil && p.condition == nil
}

func (c *compiler) unwind(u *unwindClause) step {
	list := c.expression(u.list)
	if _, taken := c.scope.find(u.variable); taken {
		c.fail(u.to-1, "Variable `%s` already declared", u.variable)
	}
	slot := c.declare(u.variable, anything).slot
	return func(r *run, next func() bool) bool {
		v := list(r)
		items, ok := v.([]any)
		if !ok && v != nil {
			items = []any{v}
		}
		for _, item := range items {
			r.tick()
			r.row[slot] = item
			if !next() {
				return false
			}
		}
		return true
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
	rows, columns := c.union(cl.query, around, imports, true)
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
	return func(r *run, next func() bool) bool {
		found := false
		more := s(r, func() bool {
			found = true
			return next()
		})
		if found {
			return more
		}
		for _, slot := range slots {
			r.row[slot] = nil
		}
		return next()
	}
}
